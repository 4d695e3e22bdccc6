import type { Grams } from './mass.ts';
import { sumGrams } from './mass.ts';
import { RuleError, nonNegativeInteger, toSafeNumber } from './rule-error.ts';

/** How the tare of a basket is known; the method is printed. `second_pass` is the empty vehicle or basket weighed afterwards. */
export type Tare =
  | { readonly method: 'none' }
  | { readonly method: 'weighed' | 'second_pass' | 'typed'; readonly grams: Grams | null }
  | { readonly method: 'container'; readonly containers: readonly { readonly tareGrams: Grams; readonly count: number }[] };

/** One basket (or one vehicle) on the scale. */
export interface Weighing {
  readonly grossGrams: Grams;
  readonly tare: Tare;
}

/** A basket with its net weight by difference; baskets print weights only. */
export interface WeighedBasket {
  /** From 1, in the order weighed. */
  readonly basket: number;
  readonly grossGrams: Grams;
  readonly tareMethod: Tare['method'];
  readonly tareGrams: Grams;
  readonly netGrams: Grams;
}

/** All baskets of a ticket and their sums. */
export interface WeighedBaskets {
  readonly weighings: readonly WeighedBasket[];
  readonly grossGrams: Grams;
  readonly tareGrams: Grams;
  readonly netGrams: Grams;
}

function tareOf(tare: Tare, field: string): Grams {
  if (tare.method === 'none') return 0;
  if (tare.method === 'container') {
    const total = tare.containers.reduce(
      (sum, { tareGrams, count }) => sum + BigInt(nonNegativeInteger(tareGrams, field)) * BigInt(nonNegativeInteger(count, `${field}.count`)), 0n);
    return toSafeNumber(total, field);
  }
  // A ticket of two passes stays open until the empty vehicle has been weighed.
  if (tare.grams === null) throw new RuleError('tare_missing', field);
  return nonNegativeInteger(tare.grams, field);
}

function weighBasket(weighing: Weighing, index: number): WeighedBasket {
  const grossGrams = nonNegativeInteger(weighing.grossGrams, `weighings[${index}].gross_g`);
  const tareGrams = tareOf(weighing.tare, `weighings[${index}].tare_g`);
  if (tareGrams > grossGrams) throw new RuleError('tare_above_gross', `weighings[${index}].tare_g`);
  return { basket: index + 1, grossGrams, tareMethod: weighing.tare.method, tareGrams, netGrams: grossGrams - tareGrams };
}

/**
 * Net weights of the baskets of one ticket in grams, and their sums. Refuses a ticket without a weighing (`empty_ticket`), a tare above
 * its gross (`tare_above_gross`), a second pass not yet weighed (`tare_missing`) and negative or unsafe weights.
 */
export function weighBaskets(weighings: readonly Weighing[]): WeighedBaskets {
  if (weighings.length === 0) throw new RuleError('empty_ticket', 'weighings');
  const baskets = weighings.map(weighBasket);
  return {
    weighings: baskets,
    grossGrams: sumGrams(baskets.map(({ grossGrams }) => grossGrams)),
    tareGrams: sumGrams(baskets.map(({ tareGrams }) => tareGrams)),
    netGrams: sumGrams(baskets.map(({ netGrams }) => netGrams)),
  };
}
