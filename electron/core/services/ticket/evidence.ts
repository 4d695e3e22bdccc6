import type { ReadHandle } from '../../../../db/connection.ts';
import { documentByUlid } from '../../../../db/queries/books.queries.ts';
import { settingVersions } from '../../../../db/queries/scale-book.queries.ts';
import { settingValue } from '../../../../db/queries/setting.queries.ts';
import { detailWeighings, readingById } from '../../../../db/queries/ticket-detail.queries.ts';
import { ticketHead } from '../../../../db/queries/ticket-list.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { scaleProfileSchema } from '../../../contract/scale-profile.ts';
import type { DecoderConfig, ScaleProfile } from '../../../contract/scale-profile.ts';
import type { Recheck } from '../../devices/scale/recheck-frames.ts';
import { recheckFrames } from '../../devices/scale/recheck-frames.ts';
import { parseJson } from '../../platform/json-text.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { scalesKey, startingProfiles } from '../scale-profiles.ts';

type ReadingRow = NonNullable<ReturnType<typeof readingById.first>>;

/** One weight of a ticket with its reading, the settings its decoder had, and what the frames say now. */
export interface CheckedReading {
  readonly basketNo: number;
  readonly part: 'gross' | 'tare';
  readonly row: ReadingRow;
  readonly config: DecoderConfig;
  readonly recheck: Recheck;
}

/** The scales as they were set up at a moment: a decoder reads old frames with the settings of their day. */
function profilesAt({ db, station }: QueryContext, at: number): readonly ScaleProfile[] {
  const kept = settingValue.first(db, { key: scalesKey });
  const version = kept ? settingVersions.first(db, { ulid: kept.ulid, at }) : undefined;
  const setting = version ? parseJson(version.payload) : undefined;
  if (typeof setting !== 'object' || setting === null || !('value' in setting) || typeof setting.value !== 'string') return startingProfiles(station.kind);
  return scaleProfileSchema.array().parse(JSON.parse(setting.value));
}

function check(context: QueryContext, basketNo: number, part: CheckedReading['part'], row: ReadingRow): CheckedReading {
  const config = profilesAt(context, row.at).find((profile) => profile.id === row.scale_id)?.config ?? {};
  return { basketNo, part, row, config, recheck: recheckFrames(row.protocol, config, JSON.parse(row.raw) as string[], row) };
}

const partsOf = (db: ReadHandle, weighing: { readonly grossReadingId: number | null; readonly tareReadingId: number | null }): ReadonlyArray<readonly ['gross' | 'tare', ReadingRow]> =>
  ([['gross', weighing.grossReadingId], ['tare', weighing.tareReadingId]] as const).flatMap(([part, id]) => {
    const row = id === null ? undefined : readingById.first(db, { id });
    return row ? [[part, row] as const] : [];
  });

/** Row id of the ticket whose goods were weighed: a reversal shows its original's. Refuses `ticket_unknown`. */
export function weighedTicket(db: ReadHandle, ulid: string): number {
  if (!ticketHead.first(db, { ulid })) refuse('ticket_unknown');
  const document = documentByUlid.one(db, { ulid });
  return document.reverses_id ?? document.id;
}

/** Every weight of the ticket that came from a scale, its frames decoded again. */
export function checkReadings(context: QueryContext, documentId: number): CheckedReading[] {
  return detailWeighings.all(context.db, { documentId }).flatMap((weighing) => partsOf(context.db, weighing).map(([part, row]) => check(context, weighing.basketNo, part, row)));
}

/** What the frames of each weight say now. Refuses `ticket_unknown`. */
export function ticketEvidence(context: QueryContext, ulid: string): OutputOf<'ticket.evidence'> {
  return {
    rows: checkReadings(context, weighedTicket(context.db, ulid)).map(({ basketNo, part, row, recheck }) => ({
      readingId: row.ulid, basketNo, part, outcome: recheck.outcome, value: recheck.read?.value ?? null, unit: recheck.read?.unit ?? null, grams: recheck.read?.grams ?? null,
    })),
  };
}
