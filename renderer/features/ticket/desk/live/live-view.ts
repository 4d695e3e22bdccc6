import type { LiveWeight } from '../../../../../electron/contract/scale.ts';
import { toGrams, type Grams } from '../../../../../electron/domain/mass.ts';
import type { WeightView } from '../../../../ui/weigh/weight-view.ts';

/** What a scale shows, and when this window heard it (milliseconds of its own steady clock). */
export interface HeardWeight {
  readonly live: LiveWeight;
  readonly heardAt: number;
}

const gramsOf = (live: LiveWeight): Grams | null => (live.grams === null ? null : toGrams(live.grams, 'g')?.wholeGrams ?? null);

/** How old the figure is: what core said, and the time since. */
export const ageOf = ({ live, heardAt }: HeardWeight, now: number): number => (live.ageMs ?? 0) + Math.max(0, now - heardAt);

function viewOfStatus(live: LiveWeight, grams: Grams | null): WeightView {
  switch (live.status) {
    case 'overload': return { kind: 'overload' };
    case 'underload': return { kind: 'underload' };
    case 'ok': return grams === null ? { kind: 'garbled' } : { kind: 'live', grams, stable: live.stable, ...(live.pressAgain ? { pressAgain: true } : {}) };
    case 'unstable': return grams === null ? { kind: 'waiting' } : { kind: 'live', grams, stable: false };
    case 'busy': case 'not_ready': case 'incomplete': case null: return { kind: 'waiting' };
    default: return { kind: 'garbled' };
  }
}

/**
 * What the big display says of a scale. A figure older than the limit of the scale is stale, whatever the scale last said: when core or
 * the cable is gone nothing more arrives, and the last weight must not go on looking like the present one.
 */
export function weightViewOf(heard: HeardWeight | null, now: number, ageLimitMs: number): WeightView {
  if (heard === null) return { kind: 'absent' };
  const { live } = heard;
  if (live.state === 'unplugged') return { kind: 'unplugged' };
  if (live.state === 'access_denied' || live.state === 'wrong_settings') return { kind: 'garbled' };
  const grams = gramsOf(live);
  const age = ageOf(heard, now);
  if (live.state === 'no_signal' || age > ageLimitMs) {
    return grams === null ? { kind: 'waiting' } : { kind: 'stale', grams, ageSeconds: Math.max(1, Math.round(age / 1000)) };
  }
  return live.state === 'connecting' && grams === null ? { kind: 'waiting' } : viewOfStatus(live, grams);
}
