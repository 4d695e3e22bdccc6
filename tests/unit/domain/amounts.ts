import fc from 'fast-check';

/** Grams of a delivery: from a handful to a lorry. */
export const grams = fc.integer({ min: 1, max: 50_000_000 });
/** Prices up to 1,000 yuan a kilogram, in 1/10,000 yuan. */
export const priceE4 = fc.integer({ min: 0, max: 10_000_000 });
/** Money of a village, up to a hundred million yuan. */
export const fen = fc.integer({ min: 0, max: 10_000_000_000 });
/** Any amount the product may hold. */
export const anyFen = fc.maxSafeInteger();
/** Share weights with at least one above zero. */
export const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0));

export function total(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0);
}
