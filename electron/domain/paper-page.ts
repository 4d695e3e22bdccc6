/** Hyphens, dashes and minus signs of all keyboards; the wide one is made narrow before. */
const DASHES = /[\u2010-\u2015\u2212\u30fc]+/gu;

/** The page of the paper book as it is compared: `１２—3`, `12 - 3` and `012-3` are the same line, so that it is not entered twice. */
export function pageKey(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll(DASHES, '-').replaceAll(/\d+/gu, (digits) => digits.replace(/^0+(?=\d)/u, '')).toUpperCase();
}
