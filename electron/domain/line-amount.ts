import type { Fen } from './money.ts';
import type { Grams } from './mass.ts';
import type { PriceE4 } from './price.ts';
import { divideHalfUp } from './rounding.ts';
import { nonNegativeInteger, safeInteger, toSafeNumber } from './rule-error.ts';

/** Grams times 1/10,000 yuan per kilogram is 1/100,000 of a fen: 1,000 g a kilogram, 100 fen a yuan. */
const GRAM_PRICES_PER_FEN = 100_000n;

/**
 * Amount of one printed line in fen, rounded once, half away from zero (calculation rules 2 and 3). Negative grams give the exact
 * negative amount. Refuses values that are not safe integers, a negative price, and an amount out of range.
 */
export function lineAmountFen(grams: Grams, priceE4: PriceE4): Fen {
  const product = BigInt(safeInteger(grams, 'net_g')) * BigInt(nonNegativeInteger(priceE4, 'price_e4'));
  return toSafeNumber(divideHalfUp(product, GRAM_PRICES_PER_FEN), 'amount_fen');
}
