import bwipjs from 'bwip-js/node';
import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnRectangle } from './bitmap.ts';

export type QrLevel = 'L' | 'M' | 'Q' | 'H';

/** The modules of a QR code: `dark[row * size + column]`, without quiet zone. */
export interface QrMatrix {
  readonly size: number;
  readonly dark: readonly boolean[];
}

/** Four modules of white on every side (ISO/IEC 18004): scanners need it. */
export const QR_QUIET_MODULES = 4;

/** Encodes text as a QR code; the characters are written as UTF-8. Throws when the text is too long for any version. */
export function qrMatrix(text: string, level: QrLevel): QrMatrix {
  const [symbol] = bwipjs.raw('qrcode', text.toWellFormed(), `eclevel=${level}`);
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('the encoder gave no QR code');
  return { size: symbol.pixx, dark: symbol.pixs.map((module) => module === 1) };
}

/** Draws the modules on whole dots with the quiet zone around them; never scaled afterwards. */
export function qrBitmap(matrix: QrMatrix, moduleDots: number, quietModules: number = QR_QUIET_MODULES): Bitmap {
  const side = (matrix.size + 2 * quietModules) * moduleDots;
  const bitmap = blankBitmap(side, side);
  matrix.dark.forEach((dark, index) => {
    if (!dark) return;
    const column = index % matrix.size;
    const row = (index - column) / matrix.size;
    burnRectangle(bitmap, (column + quietModules) * moduleDots, (row + quietModules) * moduleDots, moduleDots, moduleDots);
  });
  return bitmap;
}
