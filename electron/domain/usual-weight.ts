import type { Grams } from './mass.ts';
import { nonNegativeInteger } from './rule-error.ts';

/** What a member usually brings of a product: the middle half of the last deliveries. */
export interface UsualWeight {
  readonly lowGrams: Grams;
  readonly medianGrams: Grams;
  readonly highGrams: Grams;
}

/** Fewer deliveries say nothing about a habit. */
export const LEAST_DELIVERIES = 5;
/** Older deliveries than these belong to another season. */
export const DELIVERIES_LOOKED_AT = 20;

/** The usual weight from the newest deliveries (grams, newest first); null below five. Ranks are whole: no delivery is interpolated. */
export function usualWeight(netGrams: readonly Grams[]): UsualWeight | null {
  const sorted = netGrams.slice(0, DELIVERIES_LOOKED_AT).map((grams) => nonNegativeInteger(grams, 'net_g')).toSorted((a, b) => a - b);
  if (sorted.length < LEAST_DELIVERIES) return null;
  const last = sorted.length - 1;
  const at = (quarters: number): Grams => sorted[Math.floor((last * quarters + 2) / 4)] ?? 0;
  return { lowGrams: at(1), medianGrams: at(2), highGrams: at(3) };
}

/**
 * True for a net weight far from the habit, which is asked about once: more than twice the spread above the middle half, or less than a
 * quarter of its lower end. The spread is the width of the middle half, at least half the median, so that equal deliveries leave room.
 */
export function isUnusual(netGrams: Grams, usual: UsualWeight): boolean {
  const spread = Math.max(usual.highGrams - usual.lowGrams, Math.floor(usual.medianGrams / 2));
  return netGrams > usual.highGrams + 2 * spread || netGrams * 4 < usual.lowGrams;
}
