import type { Grams } from './mass.ts';
import { safeInteger } from './rule-error.ts';

/** How the households of one cart divide it: so many parts each, percentages, or the kilograms of each. */
export const sharingWays = ['parts', 'percent', 'weight'] as const;
export type SharingWay = (typeof sharingWays)[number];

/** A whole cart in hundredths of a percent. */
export const WHOLE_BP = 10_000;

/** Shares that can be posted, or what still stands in the way. */
export interface OwnerShares {
  /** One integer above zero an owner; null while the division does not come out. */
  readonly shares: readonly number[] | null;
  readonly problem: 'share_missing' | 'percent_not_whole' | 'weights_not_net' | null;
  /** Basis points or grams that nobody has yet; negative when too much was given away, 0 for parts. */
  readonly left: number;
}

/**
 * Shares of the owners of one cart (design part 6) from what was entered for each: parts, basis points or grams. Null is an owner
 * for whom nothing was entered: a single one takes what the others leave, so that the last household need not be calculated by hand.
 * Percentages must come to 100 % and kilograms exactly to what was accepted, which is the net weight without what went back; parts only need to be above zero.
 */
export function ownerShares(way: SharingWay, entered: ReadonlyArray<number | null>, acceptedGrams: Grams): OwnerShares {
  const sum = safeInteger(entered.reduce((all: number, value) => all + (value ?? 0), 0), 'shares');
  const left = way === 'parts' ? 0 : (way === 'percent' ? WHOLE_BP : acceptedGrams) - sum;
  const open = entered.filter((value) => value === null).length;
  const filled = open === 1 && left > 0 ? entered.map((value) => value ?? left) : entered;
  const rest = filled === entered ? left : 0;
  const shares = filled.filter((value) => value !== null && value > 0) as number[];
  if (rest !== 0) return { shares: null, problem: way === 'percent' ? 'percent_not_whole' : 'weights_not_net', left: rest };
  if (shares.length === 0 || shares.length !== entered.length) return { shares: null, problem: 'share_missing', left: 0 };
  return { shares, problem: null, left: 0 };
}
