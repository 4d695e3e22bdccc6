import { toGrams } from '../../../../domain/mass.ts';
import type { Reading } from '../../../../domain/reading.ts';
import { hasLeft, isSameLoad } from '../../../../domain/standing-load.ts';
import { massUnitOf } from '../decoder/unit-text.ts';
import type { SessionWeight } from './scale-session.ts';
import type { UsableWeight } from './take-weight.ts';

/**
 * The load that was taken last, as long as it stands on the scale. Taken again it is the same weight and no second one, whichever screen asks
 * and however often; where its digit has moved meanwhile it is a new weight that follows the first, so that one load is never booked twice.
 * What nobody watched is forgotten: after a line was away the load may be another.
 */
export class StandingLoad {
  #taken: SessionWeight | null = null;

  forget(): void {
    this.#taken = null;
  }

  keep(weight: SessionWeight): void {
    this.#taken = weight;
  }

  /** The weight this load was taken as last, where a weight (grams) is only that with its digits moved; null for another. */
  followedBy(grams: number, intervalGrams: number | null): SessionWeight | null {
    const taken = this.#taken;
    return taken !== null && isSameLoad(grams, taken.mass.wholeGrams, intervalGrams ?? 0) ? taken : null;
  }

  /** Hears every reading, moving ones too: between two loads that weigh the same there is a moment with neither. */
  hear({ status, value, unit }: Reading): void {
    const sent = unit === null ? null : massUnitOf(unit);
    const mass = status !== 'ok' || value === null || sent === null ? null : toGrams(value, sent);
    if (this.#taken === null || mass === null) return;
    if (hasLeft(mass.wholeGrams, this.#taken.mass.wholeGrams)) this.forget();
  }

  /** The weight as it was taken, if it is still this one; null for another. */
  again({ value, unit }: UsableWeight, net: boolean | null): SessionWeight | null {
    const taken = this.#taken;
    return taken !== null && taken.value === value && taken.unit === unit && taken.net === net ? taken : null;
  }
}
