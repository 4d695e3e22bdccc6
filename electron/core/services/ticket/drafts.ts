import { draftByUlid, draftGone, draftsOfDesk, dropDraft, keepDraftGone, putDraft, ticketOfDraft } from '../../../../db/queries/ticket.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';

/** A ticket of 200 baskets needs about 40 kB; more is no ticket. */
const largestDraft = 256_000;

export function listDrafts({ db, station }: QueryContext): OutputOf<'draft.list'> {
  const rows = draftsOfDesk.all(db, { desk: station.device?.deskLetter ?? '' });
  return { rows: rows.map((row) => ({ ...row, state: row.state as 'open' | 'held' | 'yard', payload: JSON.parse(row.payload) as Record<string, unknown> })) };
}

/**
 * Keeps a half-entered ticket as it stands. A save that arrives late (an older revision, or after the draft was thrown away) changes
 * nothing; the stored revision, or the one of the save where none is stored, is the answer.
 */
export function saveDraft(context: CommandContext, input: ParsedInputOf<'draft.save'>): { revision: number } {
  const payload = JSON.stringify(input.payload);
  if (payload.length > largestDraft) refuse('draft_too_large');
  const posted = ticketOfDraft.first(context.tx, { draft: input.id });
  if (posted) refuse('draft_posted', { number: posted.number });
  if (draftGone.first(context.tx, { ulid: input.id })) return { revision: input.revision };
  putDraft.run(context.tx, {
    ulid: input.id, desk: context.station.device?.deskLetter ?? refuse('setup_needed'), userId: signedIn(context).rowId, state: input.state, label: input.label, payload, revision: input.revision, at: context.now,
  });
  return { revision: draftByUlid.one(context.tx, { ulid: input.id }).revision };
}

/** Throws a half-entered ticket away for good. */
export function discardDraft(context: CommandContext, input: { id: string }): Record<string, never> {
  dropDraft.run(context.tx, { ulid: input.id });
  keepDraftGone.run(context.tx, { ulid: input.id, at: context.now });
  return {};
}
