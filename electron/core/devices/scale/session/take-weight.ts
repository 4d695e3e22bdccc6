import type { ScaleProfile } from '../../../../contract/scale-profile.ts';
import type { ScaleState, TakeRefusal, WeightUse } from '../../../../contract/scale.ts';
import { toGrams } from '../../../../domain/mass.ts';
import type { GramsOfValue } from '../../../../domain/mass.ts';
import type { Reading, ReadingStatus } from '../../../../domain/reading.ts';
import { minimumLoad } from '../../../../domain/scale-limits.ts';
import { massUnitOf } from '../decoder/unit-text.ts';
import type { Settled } from './settling.ts';

/** What the session knows at the moment a weight is asked for. */
export interface Moment {
  readonly state: ScaleState;
  readonly reading: Reading | null;
  readonly ageMs: number;
  readonly settled: Settled;
  readonly isBooked: boolean;
}

export interface UsableWeight {
  readonly value: string;
  readonly unit: string;
  readonly mass: GramsOfValue;
  readonly rule: string;
}

export interface Refused {
  readonly refused: TakeRefusal;
  readonly params: Readonly<Record<string, string | number>>;
}

const WHY: Partial<Record<ReadingStatus, TakeRefusal>> = {
  ok: 'weight_not_stable', overload: 'scale_overload', underload: 'scale_underload', unstable: 'weight_not_stable', bad_unit: 'scale_unit_unknown',
};

/**
 * What the scale shows at rest, zero and less too, or why nothing can be said. For the scale's own book; goods go by {@link usableWeight}.
 * Half a gram and more counts as a gram.
 */
export function shownWeight(moment: Moment, profile: ScaleProfile): UsableWeight | Refused {
  const { reading, settled } = moment;
  if (moment.state !== 'live' || reading === null) return no('scale_no_signal', { state: moment.state });
  if (reading.status !== 'ok') return no(WHY[reading.status] ?? 'scale_not_weighing', { status: reading.status });
  if (moment.ageMs > profile.ageLimitMs) return no('weight_stale', { seconds: Math.round(moment.ageMs / 1000) });
  if (settled.pressAgain) return no('weight_press_again', { value: reading.value ?? '', unit: reading.unit ?? '' });
  if (!settled.stable || settled.rule === null) return no('weight_not_stable');
  if (moment.isBooked) return no('weight_already_taken');
  const unit = reading.unit === null ? null : massUnitOf(reading.unit);
  const mass = unit === null || reading.value === null ? null : toGrams(reading.value, unit);
  if (reading.value === null || unit === null || mass === null) return no('scale_unit_unknown', { unit: reading.unit ?? '' });
  return { value: reading.value, unit, mass, rule: settled.rule };
}

/** The weight that may be booked now, or why not: above zero, with its tare within the capacity, and goods not below the minimum load. */
export function usableWeight(moment: Moment, profile: ScaleProfile, use: WeightUse = 'goods'): UsableWeight | Refused {
  const shown = shownWeight(moment, profile);
  if ('refused' in shown) return shown;
  const grams = shown.mass.wholeGrams;
  if (grams <= 0) return no('weight_not_positive', { grams });
  const load = grams + tareOnScale(moment.reading);
  if (profile.capacityGrams !== null && load > profile.capacityGrams) return no('weight_above_capacity', { grams: load, capacity: profile.capacityGrams });
  const minimum = use === 'goods' ? minimumLoad(profile) : null;
  if (minimum !== null && grams < minimum) return no('weight_below_minimum', { grams, minimum });
  return shown;
}

/** What the scale itself has taken off the weight it shows, where its frames say it: the platform carries that too. */
function tareOnScale(reading: Reading | null): number {
  const unit = reading?.unit === null || reading === null ? null : massUnitOf(reading.unit);
  if (reading === null || reading.net === false || reading.tare === null || unit === null) return 0;
  return Math.max(0, toGrams(reading.tare, unit)?.wholeGrams ?? 0);
}

function no(refused: TakeRefusal, params: Refused['params'] = {}): Refused {
  return { refused, params };
}
