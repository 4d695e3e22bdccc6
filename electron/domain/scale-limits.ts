import type { Grams } from './mass.ts';
import { nonNegativeInteger, toSafeNumber } from './rule-error.ts';

/** Minimum capacity of class III instruments in verification intervals (OIML R 76-1, table 3; JJG 539). */
const MINIMUM_INTERVALS = 20n;

/** What the plate of a scale says; null where nobody has entered it. */
export interface ScaleLimits {
  readonly intervalGrams: Grams | null;
  /** Null: twenty intervals. Zero: no lower limit. */
  readonly minimumGrams: Grams | null;
}

/**
 * The least load of goods in grams, or null where none is known. Below it one interval of error is more than a twentieth of the weight, so the
 * scale may not be used for trade. Goods that light are refused rather than marked: they go on with the next basket or onto a smaller scale, and
 * the member loses nothing by waiting. An empty container is exempt; its weight is taken off, not paid for.
 */
export function minimumLoad({ intervalGrams, minimumGrams }: ScaleLimits): Grams | null {
  if (minimumGrams !== null) return nonNegativeInteger(minimumGrams, 'minimum_g') === 0 ? null : minimumGrams;
  return intervalGrams === null ? null : toSafeNumber(BigInt(nonNegativeInteger(intervalGrams, 'interval_g')) * MINIMUM_INTERVALS, 'interval_g');
}
