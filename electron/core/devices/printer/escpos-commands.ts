import type { Bitmap } from '../../documents/bitmap.ts';
import { bitmapRows } from '../../documents/bitmap.ts';
import type { QrLevel } from '../../documents/qr-matrix.ts';
import type { TextSize } from '../../documents/receipt-document.ts';

/** The ESC/POS commands the product uses; every one is listed in the makers' manuals of 58 and 80 mm Chinese printers. */
export const INITIALISE = Buffer.from([0x1b, 0x40]);
/** `FS &`: bytes from 80h on are halves of Chinese characters. */
export const CHINESE_ON = Buffer.from([0x1c, 0x26]);
/** `FS .` */
export const CHINESE_OFF = Buffer.from([0x1c, 0x2e]);
export const LINE_FEED = Buffer.from([0x0a]);
/** Feed to the knife and cut: but for one point, or through. */
export const CUT_PARTIAL = Buffer.from([0x1d, 0x56, 0x42, 0x00]);
export const CUT_FULL = Buffer.from([0x1d, 0x56, 0x41, 0x00]);

/** A drawer socket: the pin that is pulsed, and for how long on and off. */
export interface DrawerPulse {
  readonly pin: 2 | 5;
  readonly onMs: number;
  readonly offMs: number;
}

export const USUAL_DRAWER: DrawerPulse = { pin: 2, onMs: 50, offMs: 500 };

/** `ESC p`: the times count in steps of 2 ms; without them the printer waits for them and eats what follows. */
export function drawerPulse({ pin, onMs, offMs }: DrawerPulse): Buffer {
  const steps = (milliseconds: number): number => Math.max(1, Math.min(255, Math.round(milliseconds / 2)));
  return Buffer.from([0x1b, 0x70, pin === 2 ? 0 : 1, steps(onMs), Math.max(steps(onMs), steps(offMs))]);
}

/** `ESC B`: short tones of 200 ms, as Chinese kitchen printers know it. */
export function beep(times: number): Buffer {
  return Buffer.from([0x1b, 0x42, times, 4]);
}

/** `GS ( K` function 49: darker from 1 to 8, lighter from -1 to -6, 0 as the printer is set. */
export function printDensity(level: number): Buffer {
  return Buffer.from([0x1d, 0x28, 0x4b, 0x02, 0x00, 0x31, level & 0xff]);
}

/** `GS !` for Latin and, on many printers, Chinese; `FS !` for the others. Both say the same, so the later changes nothing. Chinese is at most doubled. */
export function characterSize(size: TextSize): Buffer {
  const chinese = (size.wide > 1 ? 0x04 : 0) | (size.high > 1 ? 0x08 : 0);
  return Buffer.from([0x1d, 0x21, ((size.wide - 1) << 4) | (size.high - 1), 0x1c, 0x21, chinese]);
}

/** `ESC E` */
export function bold(on: boolean): Buffer {
  return Buffer.from([0x1b, 0x45, on ? 1 : 0]);
}

/** `ESC 3`: the distance from one line of text to the next, in dots. */
export function linePitch(dots: number): Buffer {
  return Buffer.from([0x1b, 0x33, dots]);
}

/** `ESC a`: 0 left, 1 centre. Only at the start of a line. */
export function alignment(place: 'left' | 'center'): Buffer {
  return Buffer.from([0x1b, 0x61, place === 'left' ? 0 : 1]);
}

/** `ESC J`: feeds paper, in steps of at most 255 dots. */
export function feedDots(dots: number): Buffer {
  const steps: number[] = [];
  for (let rest = dots; rest > 0; rest -= 255) steps.push(0x1b, 0x4a, Math.min(rest, 255));
  return Buffer.from(steps);
}

/** `GS v 0` in bands, so that a small buffer does not run over; 1 is black but on a printer that has it the other way round. The payload of each is bytes per row times rows. */
export function rasterBands(bitmap: Bitmap, bandRows: number, invert: boolean): Buffer {
  const parts: Uint8Array[] = [];
  for (let top = 0; top < bitmap.heightDots; top += bandRows) {
    const band = bitmapRows(bitmap, top, bandRows);
    parts.push(Buffer.from([0x1d, 0x76, 0x30, 0x00, band.bytesPerRow & 0xff, band.bytesPerRow >> 8, band.heightDots & 0xff, band.heightDots >> 8]), invert ? band.data.map((byte) => ~byte & 0xff) : band.data);
  }
  return Buffer.concat(parts);
}

const QR_LEVEL_BYTE: Readonly<Record<QrLevel, number>> = { L: 48, M: 49, Q: 50, H: 51 };

/** The printer's own QR code, model 2. Lengths count bytes of UTF-8, not characters. */
export function nativeQr(text: string, level: QrLevel, moduleDots: number): Buffer {
  const data = Buffer.from(text, 'utf8');
  const stored = data.length + 3;
  return Buffer.concat([
    Buffer.from([0x1d, 0x28, 0x6b, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00]),
    Buffer.from([0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x43, moduleDots]),
    Buffer.from([0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x45, QR_LEVEL_BYTE[level]]),
    Buffer.from([0x1d, 0x28, 0x6b, stored & 0xff, stored >> 8, 0x31, 0x50, 0x30]),
    data,
    Buffer.from([0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x51, 0x30]),
  ]);
}

/** Digits that are worth the switch to code set C, where two of them take one character. */
const DIGIT_RUN = /^(?:\d\d){2,}(?=\D)|(?:\d\d){3,}/u;

/**
 * The printer's own Code 128, centred by the caller: `GS k 73` with the length in bytes, the code sets named by `{B` and `{C`, a brace
 * of the text doubled. Only printable ASCII.
 */
export function nativeCode128(text: string, moduleDots: number, barDots: number): Buffer {
  const data: number[] = [];
  for (let rest = text; rest !== '';) {
    const found = DIGIT_RUN.exec(rest);
    const plain = found === null ? rest : rest.slice(0, found.index);
    if (plain !== '') data.push(...Buffer.from(`{B${plain.replaceAll('{', '{{')}`, 'latin1'));
    if (found !== null) data.push(...Buffer.from('{C', 'latin1'), ...(found[0].match(/../gu) ?? []).map(Number));
    rest = found === null ? '' : rest.slice(found.index + found[0].length);
  }
  return Buffer.from([0x1d, 0x48, 0x00, 0x1d, 0x68, barDots, 0x1d, 0x77, moduleDots, 0x1d, 0x6b, 0x49, data.length, ...data]);
}
