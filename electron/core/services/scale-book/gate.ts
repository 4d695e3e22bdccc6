import type { ReadHandle } from '../../../../db/connection.ts';
import { businessDate } from '../../../domain/business-date.ts';
import { minimumLoad } from '../../../domain/scale-limits.ts';
import type { BookBlock } from '../../../domain/scale-book.ts';
import type { BaseContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { scaleProfiles } from '../scale-profiles.ts';
import { bookStateOn } from './book.ts';

type Gate = Pick<BaseContext, 'station' | 'businessDate'>;

/** What was found out later speaks against every weight that is not posted yet; the other two only against weights of their own day. */
const later: ReadonlySet<BookBlock> = new Set(['scale_withdrawn', 'test_weight_failed']);

function refuseFirst(blocks: readonly BookBlock[], scale: string, dueOn: string | null): void {
  const [first] = blocks;
  if (first !== undefined) refuse(first, { scale, day: dueOn ?? '' });
}

/**
 * Lets a weight be taken only from a scale whose book allows it today. Refuses `scale_withdrawn`, `test_weight_failed`, `verification_overdue`,
 * `zero_check_missing`. In training nothing is refused.
 */
export function passBook({ station, businessDate: day }: Gate, db: ReadHandle, scale: { readonly id: string; readonly name: string }): void {
  if (station.kind === 'training') return;
  const state = bookStateOn(db, scale.id, day);
  refuseFirst(state.blocks, scale.name, state.dueOn);
}

/** A reading as a ticket is about to stand on it. */
interface ReadingOfScale { readonly scale_id: string; readonly scale_name: string; readonly grams: number; readonly at: number }

/** The day a reading was taken must have allowed it, and nothing may have been found out since. */
function passReading({ businessDate: day }: Gate, db: ReadHandle, reading: ReadingOfScale): void {
  const takenOn = businessDate(reading.at);
  const then = bookStateOn(db, reading.scale_id, takenOn);
  refuseFirst(then.blocks, reading.scale_name, then.dueOn);
  if (takenOn === day) return;
  const now = bookStateOn(db, reading.scale_id, day);
  refuseFirst(now.blocks.filter((block) => later.has(block)), reading.scale_name, now.dueOn);
}

/** Goods below the minimum load of their scale are not bought by it. */
function passMinimumLoad({ station }: Gate, db: ReadHandle, goods: readonly ReadingOfScale[]): void {
  const minima = new Map(scaleProfiles(db, station.kind).map((profile) => [profile.id, minimumLoad(profile)]));
  for (const reading of goods) {
    const minimum = minima.get(reading.scale_id) ?? null;
    if (minimum !== null && reading.grams < minimum) refuse('weight_below_minimum', { scale: reading.scale_name, grams: reading.grams, minimum });
  }
}

/**
 * Asks the books once more before a ticket stands on readings: each scale and day once. Refuses as {@link passBook}, and goods below the minimum
 * load with `weight_below_minimum`.
 */
export function passScales(gate: Gate, db: ReadHandle, readings: { readonly goods: readonly ReadingOfScale[]; readonly all: readonly ReadingOfScale[] }): void {
  passMinimumLoad(gate, db, readings.goods);
  if (gate.station.kind === 'training') return;
  const days = new Map(readings.all.map((reading) => [`${reading.scale_id} ${businessDate(reading.at)}`, reading]));
  for (const reading of days.values()) passReading(gate, db, reading);
}
