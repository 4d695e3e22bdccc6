import bwipjs from 'bwip-js/node';
import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnRectangle } from './bitmap.ts';

/** Ten modules of white on either side (ISO/IEC 15417). */
export const CODE128_QUIET_MODULES = 10;
const PRINTABLE_ASCII = /^[\x20-\x7e]+$/;

/** Widths in modules of bars and gaps in turn, beginning with a bar; null where the text has a character that Code 128 lacks. */
export function code128Bars(text: string): readonly number[] | null {
  if (!PRINTABLE_ASCII.test(text)) return null;
  const [symbol] = bwipjs.raw('code128', text, 'parsefnc=false');
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('the encoder gave no Code 128');
  return symbol.sbs;
}

/** Modules of the widest Code 128 a printer may draw for a text, one that does not shorten figures: start, characters, check and stop. */
export function code128WidestModules(text: string): number {
  return 11 * (text.length + 2) + 13;
}

/** Draws the bars on whole dots, without the white beside them. */
export function code128Bitmap(bars: readonly number[], moduleDots: number, heightDots: number): Bitmap {
  const bitmap = blankBitmap(bars.reduce((sum, bar) => sum + bar, 0) * moduleDots, heightDots);
  let left = 0;
  bars.forEach((modules, index) => {
    if (index % 2 === 0) burnRectangle(bitmap, left, 0, modules * moduleDots, heightDots);
    left += modules * moduleDots;
  });
  return bitmap;
}
