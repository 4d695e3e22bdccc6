import type { Grams } from './mass.ts';

/** A load that only rocks moves by less than a hundred grams or a tenth of itself, a light one by less than half of itself. */
const ROCKING_GRAMS = 100;
const ROCKING_PART = 10;

/** Whether the load that was taken (grams) is gone for good from a scale that shows `now`: what comes next is another one. */
export function hasLeft(now: Grams, taken: Grams): boolean {
  return Math.abs(now - taken) >= Math.min(Math.max(ROCKING_GRAMS, taken / ROCKING_PART), taken / 2);
}

/**
 * Whether a weight is only the taken one with its last digits moved: within a hundred grams or two steps of the scale, and less than half of a
 * light load. Goods that come on or off move it further, as when a cart is emptied where it stands. All in grams; without an interval 0.
 */
export function isSameLoad(now: Grams, taken: Grams, intervalGrams: Grams = 0): boolean {
  return Math.abs(now - taken) < Math.min(Math.max(ROCKING_GRAMS, 2 * intervalGrams + 1), Math.max(taken / 2, 1));
}
