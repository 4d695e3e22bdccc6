import type { Grams } from '../../../../../electron/domain/mass.ts';
import { isSameLoad } from '../../../../../electron/domain/standing-load.ts';
import type { WeightView } from '../../../../ui/weigh/weight-view.ts';

/**
 * Does the basket just taken still stand on the scale? A weight nobody can see counts as gone: core refuses to take it anyway. So does the one
 * before a key press that begins a new weight, which may well be as heavy.
 */
export function isStillThere(view: WeightView, takenGrams: Grams, intervalGrams: Grams | null): boolean {
  return view.kind === 'live' && view.pressAgain !== true && isSameLoad(view.grams, takenGrams, intervalGrams ?? 0);
}
