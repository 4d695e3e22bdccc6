import { draftByUlid, draftGone, draftsOfDesk, dropDraft, keepDraftGone, putDraft, readingByUlid, reversedReading, ticketOfDraft } from '../../../../db/queries/ticket.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { businessDate } from '../../../domain/business-date.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { auditLeftSample } from '../grading/binding-samples.ts';
import { noteMembers } from '../grading/goods-proposals.ts';
import { dropPhotosOf } from '../photo/let-go.ts';

/** A ticket of 200 baskets needs about 40 kB; more is no ticket. */
const largestDraft = 256_000;

/** A draft is kept moments after its weight was taken, now and then after midnight. */
const keptLaterMs = 10 * 60_000;

/** The ids a draft holds as whole words of its JSON text, among them those of its readings. */
export const readingsHeld = (payload: string): ReadonlySet<string> => new Set(payload.match(/(?<=")[0-9A-HJKMNP-TV-Z]{26}(?=")/g));

/**
 * A reading of another day stays in the draft that has held it since its day, and may go back into one that takes the place of its reversed
 * ticket; it gets into no other. Refuses `reading_too_old`.
 */
function refuseOldReadings(context: CommandContext, payload: string, corrects: unknown, stored: string | undefined): void {
  const before = readingsHeld(stored ?? '');
  for (const id of readingsHeld(payload)) {
    const reading = before.has(id) ? undefined : readingByUlid.first(context.tx, { ulid: id });
    if (reading === undefined || context.now - reading.at <= keptLaterMs) continue;
    if (typeof corrects === 'string' && reversedReading.first(context.tx, { ticket: corrects, readingId: reading.id })) continue;
    const day = businessDate(reading.at);
    if (day !== context.businessDate) refuse('reading_too_old', { day });
  }
}

export function listDrafts({ db, station }: QueryContext): OutputOf<'draft.list'> {
  const rows = draftsOfDesk.all(db, { desk: station.device?.deskLetter ?? '' });
  return { rows: rows.map((row) => ({ ...row, state: row.state as 'open' | 'held' | 'yard', payload: JSON.parse(row.payload) as Record<string, unknown> })) };
}

/**
 * Keeps a half-entered ticket as it stands. A save that arrives late (an older revision, or after the draft was thrown away) changes
 * nothing; the stored revision, or the one of the save where none is stored, is the answer. Refuses what the contract lists under `draft.save`.
 */
export function saveDraft(context: CommandContext, input: ParsedInputOf<'draft.save'>): { revision: number } {
  const payload = JSON.stringify(input.payload);
  if (payload.length > largestDraft) refuse('draft_too_large');
  const posted = ticketOfDraft.first(context.tx, { draft: input.id });
  if (posted) refuse('draft_posted', { number: posted.number });
  if (draftGone.first(context.tx, { ulid: input.id })) return { revision: input.revision };
  refuseOldReadings(context, payload, input.payload['corrects'], draftByUlid.first(context.tx, { ulid: input.id })?.payload);
  putDraft.run(context.tx, {
    ulid: input.id, desk: context.station.device?.deskLetter ?? refuse('setup_needed'), userId: signedIn(context).rowId, state: input.state, label: input.label, payload, revision: input.revision, at: context.now,
  });
  noteMembers(context, input.id, input.payload);
  return { revision: draftByUlid.one(context.tx, { ulid: input.id }).revision };
}

/** Throws a half-entered ticket away for good, with the pictures taken beside it. What a machine said of its goods and a sample of them stay with the goods; that a sample was left is in the audit. */
export function discardDraft(context: CommandContext, input: { id: string }): Record<string, never> {
  auditLeftSample(context, input.id);
  dropDraft.run(context.tx, { ulid: input.id });
  dropPhotosOf(context, input.id);
  keepDraftGone.run(context.tx, { ulid: input.id, at: context.now });
  return {};
}
