import type { ScaleDisplay } from './scale-display.ts';

/** The number shown with its point and without its sign: 786 with two decimals is `7.86`. */
export function shownText({ digits, decimals }: ScaleDisplay): string {
  const text = Math.abs(digits).toString().padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  return decimals === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`;
}

/** A display of kilograms or grams in whole grams; null where it shows neither or parts of a gram. */
export function shownGrams({ digits, decimals, unit }: ScaleDisplay): number | null {
  const exponent = unit === 'kg' ? 3 - decimals : -decimals;
  return unit === 'lb' || exponent < 0 ? null : digits * 10 ** exponent;
}

export function isBeyondRange(display: ScaleDisplay): boolean {
  return display.overload || display.underload;
}

/** What an indicator sends that has no words for what it shows. */
export const SILENCE = new Uint8Array(0);

/** One byte a character. */
export function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** Exclusive or of all characters. */
export function xorOfText(text: string): number {
  let sum = 0;
  for (const byte of bytesOf(text)) sum ^= byte;
  return sum;
}

/** The same as two upper-case hexadecimal characters. */
export function xorPair(text: string): string {
  return xorOfText(text).toString(16).toUpperCase().padStart(2, '0');
}
