import bwipjs from 'bwip-js/node';
import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnRectangle } from './bitmap.ts';

/** Ten modules of white before and behind the bars (ISO/IEC 15417). */
const QUIET_MODULES = 10;
const PRINTABLE_ASCII = /^[\x20-\x7e]{1,80}$/;

/** The widths of bars and spaces in modules, beginning with a bar. */
export interface Code128Bars {
  readonly widths: readonly number[];
  /** With the quiet zones. */
  readonly modules: number;
}

/** Encodes printable ASCII, digits two at a time. Throws on any other character and on more than 80 of them. */
export function code128Bars(text: string): Code128Bars {
  if (!PRINTABLE_ASCII.test(text)) throw new RangeError('Code 128 takes 1 to 80 printable ASCII characters');
  const [symbol] = bwipjs.raw('code128', text, '');
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('the encoder gave no bars');
  return { widths: symbol.sbs, modules: symbol.sbs.reduce((sum, width) => sum + width, 0) + 2 * QUIET_MODULES };
}

/** Draws the bars on whole dots between their quiet zones; never scaled afterwards. */
export function code128Bitmap({ widths, modules }: Code128Bars, moduleDots: number, heightDots: number): Bitmap {
  const bitmap = blankBitmap(modules * moduleDots, heightDots);
  let left = QUIET_MODULES * moduleDots;
  widths.forEach((width, index) => {
    if (index % 2 === 0) burnRectangle(bitmap, left, 0, width * moduleDots, heightDots);
    left += width * moduleDots;
  });
  return bitmap;
}
