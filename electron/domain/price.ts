import { decimalText, digitsAtScale, parseDecimal } from './decimal.ts';
import { safeInteger } from './rule-error.ts';

/** A price in 1/10,000 yuan per kilogram. */
export type PriceE4 = number;

function parsePrice(text: string, factor: bigint): PriceE4 | null {
  const value = parseDecimal(text.trim());
  const digits = value === null ? null : digitsAtScale(value, 4);
  if (digits === null || digits < 0n) return null;
  const priceE4 = Number(digits * factor);
  return Number.isSafeInteger(priceE4) ? priceE4 : null;
}

/** Reads yuan per kilogram with at most four decimals; null for other text, a negative price or one out of range. */
export function parsePricePerKilogram(text: string): PriceE4 | null {
  return parsePrice(text, 1n);
}

/** Reads yuan per 斤 and doubles it exactly (1 kg is 2 斤, calculation rule 1); null as for kilograms. */
export function parsePricePerJin(text: string): PriceE4 | null {
  return parsePrice(text, 2n);
}

/** Yuan per kilogram: two decimals, up to four when needed (`3.66`, `0.0001`). */
export function priceText(priceE4: PriceE4): string {
  return decimalText(BigInt(safeInteger(priceE4, 'price_e4')), 4, 2);
}

/** Yuan per 斤, exact: two decimals, up to five when needed, because half of an odd 1/10,000 has five. */
export function pricePerJinText(priceE4: PriceE4): string {
  return decimalText(BigInt(safeInteger(priceE4, 'price_e4')) * 5n, 5, 2);
}
