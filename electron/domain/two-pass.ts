import type { Grams } from './mass.ts';

/** Two weighings of one vehicle, told apart by what they weigh. */
export interface TwoPasses<W> {
  readonly gross: W;
  readonly tare: W;
}

/**
 * Which of two weighings of the same vehicle is the gross and which the tare: the heavier is the gross, whether the full vehicle came
 * first (goods unloaded here) or the empty one (goods loaded here). Null where both weigh the same, for then nothing was weighed.
 */
export function tellPasses<W extends { readonly grams: Grams }>(first: W, second: W): TwoPasses<W> | null {
  if (first.grams === second.grams) return null;
  return first.grams > second.grams ? { gross: first, tare: second } : { gross: second, tare: first };
}
