import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnDot, burnRectangle } from './bitmap.ts';

/** Hexadecimal digits of 3 by 5 dots, a row of three bits each; drawn without any font, because a font is what is missing here. */
const DIGITS: Readonly<Record<string, readonly number[]>> = {
  0: [7, 5, 5, 5, 7], 1: [2, 6, 2, 2, 7], 2: [7, 1, 7, 4, 7], 3: [7, 1, 7, 1, 7], 4: [5, 5, 7, 1, 1], 5: [7, 4, 7, 1, 7], 6: [7, 4, 7, 5, 7], 7: [7, 1, 2, 2, 2],
  8: [7, 5, 7, 5, 7], 9: [7, 5, 7, 1, 7], A: [2, 5, 7, 5, 5], B: [6, 5, 6, 5, 6], C: [3, 4, 4, 4, 3], D: [6, 5, 5, 5, 6], E: [7, 4, 6, 4, 7], F: [7, 4, 6, 4, 4],
};

/** The code point as people write it: `U+20BB7`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * What stands on paper for a character that no font has: a frame with the code point's hexadecimal digits in two rows,
 * so that a reader sees that something is there and can look it up. `sizeDots` is the side of the square, 16 at least.
 */
export function codePointBox(codePoint: number, sizeDots: number): Bitmap {
  const box = blankBitmap(sizeDots, sizeDots);
  const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
  const perRow = Math.ceil(hex.length / 2);
  const zoom = Math.max(1, Math.floor((sizeDots - 4) / (perRow * 4)));
  const tall = Math.max(zoom, Math.floor((sizeDots - 7) / 12));
  burnFrame(box, sizeDots);
  [hex.slice(0, perRow), hex.slice(perRow)].forEach((row, index) => {
    const left = Math.floor((sizeDots - (row.length * 4 - 1) * zoom) / 2);
    const top = Math.floor(sizeDots / 2) + (index === 0 ? -5 * tall - 1 : 2);
    [...row].forEach((digit, place) => { burnDigit(box, digit, left + place * 4 * zoom, top, zoom, tall); });
  });
  return box;
}

function burnFrame(box: Bitmap, sizeDots: number): void {
  for (let at = 1; at < sizeDots - 1; at += 1) {
    burnDot(box, at, 1);
    burnDot(box, at, sizeDots - 2);
    burnDot(box, 1, at);
    burnDot(box, sizeDots - 2, at);
  }
}

function burnDigit(box: Bitmap, digit: string, left: number, top: number, zoom: number, tall: number): void {
  (DIGITS[digit] ?? []).forEach((bits, row) => {
    for (let column = 0; column < 3; column += 1) {
      if ((bits & (4 >> column)) !== 0) burnRectangle(box, left + column * zoom, top + row * tall, zoom, tall);
    }
  });
}
