import { documentByUlid, reversalOf } from '../../../../db/queries/books.queries.ts';
import { crateBalanceOf, crateLines, crateMemberOf } from '../../../../db/queries/crate.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { sumFen, yuanText } from '../../../domain/money.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { addTransition, openDocument } from '../books/documents.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { mirrorCrates } from './crate-rows.ts';

type Line = ReturnType<typeof crateLines.all>[number];

/** What has come back or gone out since may stand on this line: crates that are back already cannot be unlent, and money given back cannot be untaken. */
function refuseMovedOn(context: CommandContext, line: Line): void {
  const now = crateBalanceOf.first(context.tx, { memberId: line.member_id, containerId: line.container_id }) ?? { count: 0, depositFen: 0 };
  const shift = line.in_count - line.out_count;
  if (shift < 0 && now.count + shift < 0) refuse('crates_moved_on', { count: line.out_count - line.in_count, left: now.count });
  if (line.deposit_fen > 0 && now.depositFen - line.deposit_fen < 0) refuse('deposit_moved_on', { deposit: yuanText(line.deposit_fen), left: yuanText(now.depositFen) });
}

/**
 * Takes back a crate slip of its own in full: lent, returned, lost or counted, with a reason and a second person who has counted crates and
 * deposit. The slip stays; its mirror carries its number with -R, dated today, and what is right is then written anew. Crates that moved
 * with a ticket are reversed with the ticket. Refuses `crate_move_unknown`, `crate_move_reversed`, `reversal_of_reversal`, and what later
 * slips already stand on (`crates_moved_on`, `deposit_moved_on`): those are taken back first.
 */
export function reverseCrates(context: CommandContext, input: ParsedInputOf<'crate.reverse'>): OutputOf<'crate.reverse'> {
  const original = documentByUlid.first(context.tx, { ulid: input.id });
  if (!original || original.type !== 'crate_move') refuse('crate_move_unknown');
  if (original.reverses_id !== null) refuse('reversal_of_reversal');
  const before = reversalOf.first(context.tx, { id: original.id });
  if (before) refuse('crate_move_reversed', { number: before.number });
  const lines = crateLines.all(context.tx, { documentId: original.id });
  for (const line of lines) refuseMovedOn(context, line);
  const document = openDocument(context, { type: 'crate_move', reverses: original, reason: input.reason });
  mirrorCrates(context, document, original.id);
  document.seal({ payload: { reverses: original.number, reason: input.reason, member: crateMemberOf.one(context.tx, { documentId: original.id }).ulid, depositFen: -sumFen(lines.map((line) => line.deposit_fen)) } });
  addTransition(context, original, 'reversed', input.reason);
  const jobs = queueFirstPapers(context, { documentId: document.id, paper: 'crate_slip', lotIds: [] });
  return { id: document.ulid, number: document.number, jobs };
}
