import type { DotPicture } from './dot-picture.ts';
import { burntLabel, type ReadBitmap, type ReadCode, type ReadLabel } from './label-paper.ts';

/**
 * A strict reader of TSPL, written from the manual and sharing nothing with the writer: lines end CR LF, the bitmap is counted in bytes,
 * and every command must be one it knows with arguments in range.
 */
export interface ParsedLabel extends ReadLabel {
  readonly density: number;
  readonly speed: number | null;
}

/** Parses one label job for a head of so many dots to a millimetre; throws at the first thing that is not understood. */
export function parseTspl(bytes: Uint8Array, dotsPerMm = 8): ParsedLabel {
  const label = { dotsPerMm, widthDots: 0, heightDots: 0, copies: 0, density: -1, speed: null as number | null, bitmaps: [] as ReadBitmap[], codes: [] as ReadCode[], commands: [] as string[] };
  let at = 0;
  while (at < bytes.length) {
    const bitmap = readBitmapHead(bytes, at);
    if (bitmap !== null) {
      if (!label.commands.includes('CLS')) throw new Error('a bitmap before CLS');
      const end = bitmap.dataAt + bitmap.bytesPerRow * bitmap.rows;
      if (end + 2 > bytes.length || bytes[end] !== 13 || bytes[end + 1] !== 10) throw new Error('the bitmap is not followed by CR LF where its size ends');
      label.bitmaps.push({ x: bitmap.x, y: bitmap.y, bytesPerRow: bitmap.bytesPerRow, rows: bitmap.rows, data: bytes.subarray(bitmap.dataAt, end) });
      label.commands.push('BITMAP');
      at = end + 2;
      continue;
    }
    const { line, next } = readLine(bytes, at);
    applyLine(line, label);
    at = next;
  }
  if (label.commands.at(-1) !== 'PRINT') throw new Error('the job does not end with PRINT');
  return label;
}

function readBitmapHead(bytes: Uint8Array, at: number): { x: number; y: number; bytesPerRow: number; rows: number; dataAt: number } | null {
  const head = Buffer.from(bytes.subarray(at, at + 60)).toString('latin1');
  const match = /^BITMAP (\d+),(\d+),(\d+),(\d+),0,/.exec(head);
  if (match === null) return null;
  const [whole, x, y, bytesPerRow, rows] = match;
  return { x: Number(x), y: Number(y), bytesPerRow: Number(bytesPerRow), rows: Number(rows), dataAt: at + whole.length };
}

function readLine(bytes: Uint8Array, at: number): { line: string; next: number } {
  let end = at;
  while (end < bytes.length && bytes[end] !== 13 && bytes[end] !== 10) {
    const byte = bytes[end] ?? 0;
    if (byte < 0x20 || byte > 0x7e) throw new Error(`byte ${byte.toString(16)} in a command line at ${end}`);
    end += 1;
  }
  if (bytes[end] !== 13 || bytes[end + 1] !== 10) throw new Error(`a line that does not end CR LF at ${end}`);
  return { line: Buffer.from(bytes.subarray(at, end)).toString('latin1'), next: end + 2 };
}

interface Building {
  readonly dotsPerMm: number;
  widthDots: number; heightDots: number; copies: number; density: number; speed: number | null;
  codes: ReadCode[]; commands: string[];
}

function applyLine(line: string, label: Building): void {
  const size = /^SIZE (\d+) mm,(\d+) mm$/.exec(line);
  const print = /^PRINT 1,([1-9]\d{0,2})$/.exec(line);
  const qr = /^QRCODE (\d+),(\d+),([LMQH]),(\d+),A,0,"([^"\\]+)"$/.exec(line);
  const bars = /^BARCODE (\d+),(\d+),"128",(\d+),0,0,(\d+),(\d+),"([^"\\]+)"$/.exec(line);
  const density = /^DENSITY (\d{1,2})$/.exec(line);
  const speed = /^SPEED ([1-9]\d?)$/.exec(line);
  const [word = ''] = line.split(' ');
  if (size !== null) {
    label.widthDots = Math.floor(Number(size[1]) * label.dotsPerMm);
    label.heightDots = Math.floor(Number(size[2]) * label.dotsPerMm);
  } else if (print !== null) {
    if (!label.commands.includes('BITMAP')) throw new Error('PRINT of an empty label');
    label.copies = Number(print[1]);
  } else if (qr !== null) {
    label.codes.push({ kind: 'qr', x: Number(qr[1]), y: Number(qr[2]), level: (qr[3] ?? 'M') as 'L' | 'M' | 'Q' | 'H', cell: Number(qr[4]), text: qr[5] ?? '' });
  } else if (bars !== null) {
    label.codes.push({ kind: 'code128', x: Number(bars[1]), y: Number(bars[2]), height: Number(bars[3]), cell: Number(bars[4]), text: bars[6] ?? '' });
  } else if (density !== null && Number(density[1]) <= 15) {
    label.density = Number(density[1]);
  } else if (speed !== null) {
    label.speed = Number(speed[1]);
  } else if (line === 'CLS') {
    if (label.widthDots === 0) throw new Error('CLS before SIZE');
  } else if (!/^(?:GAP|BLINE) \d+ mm,0 mm$/.test(line) && !/^DIRECTION [01]$/.test(line) && line !== 'REFERENCE 0,0') {
    throw new Error(`unknown TSPL line: ${line}`);
  }
  label.commands.push(word);
}

/** The label as a standard printer burns it: in the bitmap a 0 is black. */
export function tsplPicture(label: ParsedLabel, burns: 0 | 1 = 0): Promise<DotPicture> {
  return burntLabel(label, burns);
}
