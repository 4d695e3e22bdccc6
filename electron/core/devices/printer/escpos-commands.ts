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
/** Feed to the knife and cut but for one point. */
export const CUT_PARTIAL = Buffer.from([0x1d, 0x56, 0x42, 0x00]);
/** Pin 2, 50 ms on, 500 ms off; without the two times the printer waits for them and eats what follows. */
export const DRAWER_PULSE = Buffer.from([0x1b, 0x70, 0x00, 0x19, 0xfa]);

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

/** `GS v 0` in bands, so that a small buffer does not run over; 1 is black. The payload of each is bytes per row times rows. */
export function rasterBands(bitmap: Bitmap, bandRows: number): Buffer {
  const parts: Uint8Array[] = [];
  for (let top = 0; top < bitmap.heightDots; top += bandRows) {
    const band = bitmapRows(bitmap, top, bandRows);
    parts.push(Buffer.from([0x1d, 0x76, 0x30, 0x00, band.bytesPerRow & 0xff, band.bytesPerRow >> 8, band.heightDots & 0xff, band.heightDots >> 8]), band.data);
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
