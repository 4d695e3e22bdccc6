import { crateBalanceOf } from '../../../../db/queries/crate.queries.ts';
import { containerByUlid, ownerOf } from '../../../../db/queries/ticket.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { sumFen, yuanText } from '../../../domain/money.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { openDocument } from '../books/documents.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { findContainer } from '../ticket/masters-of-ticket.ts';
import type { CrateRow } from './crate-rows.ts';
import { writeCrates } from './crate-rows.ts';

type Input = ParsedInputOf<'crate.move'>;

/** Only crates that the cooperative owns have a balance; a kind that is no longer lent may still come back. Refuses `container_unknown`, `container_not_returnable`. */
export function findCrate(context: CommandContext, containerId: string, goesOut = true) {
  const container = goesOut ? findContainer(context.tx, containerId) : containerByUlid.first(context.tx, { ulid: containerId }) ?? refuse('container_unknown');
  return container.returnable === 1 ? container : refuse('container_not_returnable', { name: container.name_zh });
}

function toRow(context: CommandContext, memberRowId: number, reason: Input['reason'], line: Input['lines'][number]): CrateRow {
  const container = findCrate(context, line.containerId, line.outCount > 0);
  const { count, depositFen: left } = crateBalanceOf.first(context.tx, { memberId: memberRowId, containerId: container.id }) ?? { count: 0, depositFen: 0 };
  if (left + line.depositFen < 0) refuse('deposit_more_than_left', { left: yuanText(left) });
  if (reason === 'lost' && line.depositFen > 0) refuse('deposit_of_lost');
  const isBelow = line.inCount > line.outCount && count + line.outCount - line.inCount < 0;
  // More may come back than the books know of, where a second person has seen them; nobody loses what nobody had, and no count is below nothing.
  if (isBelow && (reason === 'lost' || reason === 'count' || context.approver === null)) refuse('crates_more_than_out', { name: container.name_zh, count: Math.max(0, count) });
  return { memberRowId, containerRowId: container.id, outCount: line.outCount, inCount: line.inCount, depositFen: line.depositFen, reason };
}

/**
 * Lends crates to a member or takes them back, as a document with its slip. A deposit is noted, not booked: the money lies apart, and a
 * second person has counted it; so has one seen crates that are written off or counted anew, and more crates than were out. What was left
 * for lost crates may be kept (below zero, as what is given back). Who has left may still bring crates back. Refuses what the contract lists under `crate.move`.
 */
export function moveCrates(context: CommandContext, input: Input): OutputOf<'crate.move'> {
  const member = ownerOf.first(context.tx, { memberUlid: input.memberId }) ?? refuse('member_unknown');
  const isTakingAlong = input.lines.some((line) => line.outCount > 0);
  if (member.status !== 'active' && isTakingAlong) refuse('member_left', { name: member.name });
  if (new Set(input.lines.map((line) => line.containerId)).size !== input.lines.length) refuse('container_twice');
  if (input.lines.every((line) => line.outCount === 0 && line.inCount === 0 && line.depositFen === 0)) refuse('crates_nothing_moved');
  if (input.lines.some((line) => line.depositFen !== 0) && context.approver === null) refuse('deposit_needs_second');
  if ((input.reason === 'lost' || input.reason === 'count') && context.approver === null) refuse('approval_required', { permission: 'approve.money' });
  const rows = input.lines.map((line) => toRow(context, member.memberRowId, input.reason, line));
  const document = openDocument(context, { type: 'crate_move' });
  writeCrates(context, document, rows);
  document.seal({ payload: {
    member: member.memberId, out: rows.reduce((sum, row) => sum + row.outCount, 0), in: rows.reduce((sum, row) => sum + row.inCount, 0), depositFen: sumFen(rows.map((row) => row.depositFen)),
  } });
  const jobs = queueFirstPapers(context, { documentId: document.id, paper: 'crate_slip', lotIds: [] });
  return { id: document.ulid, number: document.number, jobs };
}
