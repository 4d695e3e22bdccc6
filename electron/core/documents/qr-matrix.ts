import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnRectangle } from './bitmap.ts';
import { qrCodewords, qrVersion, type QrLevel } from './qr-codewords.ts';
import { qrModules } from './qr-modules.ts';

export type { QrLevel } from './qr-codewords.ts';

/** The modules of a QR code: `dark[row * size + column]`, without quiet zone. */
export interface QrMatrix {
  readonly size: number;
  readonly dark: readonly boolean[];
}

/** Four modules of white on every side (ISO/IEC 18004): scanners need it. */
export const QR_QUIET_MODULES = 4;

/** Encodes text as a QR code; the characters are written as UTF-8. Throws when the text is too long for any version. */
export function qrMatrix(text: string, level: QrLevel): QrMatrix {
  const { version, codewords } = qrCodewords(text.toWellFormed(), level);
  const { size, dark } = qrModules(version, level, codewords);
  return { size, dark: Array.from(dark, (module) => module === 1) };
}

/** Modules on a side of the code for a text, without drawing it. Throws when the text is too long for any version. */
export function qrSide(text: string, level: QrLevel): number {
  return qrVersion(text.toWellFormed(), level) * 4 + 17;
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
