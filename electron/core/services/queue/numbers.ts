import { insertRow } from '../../../../db/insert.ts';
import { firstWaiting, lastQueueNumber, queueById, queueByUlid, serveCalled, setQueueState } from '../../../../db/queries/queue.queries.ts';
import type { QueueListed } from '../../../../db/queries/queue.queries.ts';
import { ownerOf, productByUlid } from '../../../../db/queries/ticket.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { QueueRow } from '../../../contract/queue.ts';
import { queueState } from '../../../contract/queue.ts';
import { queueLabel } from '../../../domain/queue-number.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { trustTheClock } from '../books/documents.ts';
import { queueNumberSlip } from '../printing/queue-papers.ts';

/** A number as the window sees it. */
export function queueRow({ rowId: _rowId, deskLetter, businessDate: _businessDate, state, ...row }: QueueListed): QueueRow {
  return { ...row, label: queueLabel(deskLetter, row.number), state: queueState.parse(state) };
}

function findMember(context: CommandContext, memberId: string | null): number | null {
  if (memberId === null) return null;
  const member = ownerOf.first(context.tx, { memberUlid: memberId }) ?? refuse('member_unknown');
  if (member.status !== 'active') refuse('member_left', { name: member.name });
  return member.memberRowId;
}

function findProduct(context: CommandContext, productId: string | null): number | null {
  if (productId === null) return null;
  const product = productByUlid.first(context.tx, { ulid: productId });
  return product?.active === 1 ? product.id : refuse('product_unknown');
}

/** Draws the next number of the day; it starts anew each morning and leaves no gap. Refuses `member_unknown`, `member_left`, `product_unknown`, and while the clock cannot be trusted. */
export function takeQueueNumber(context: CommandContext, input: ParsedInputOf<'queue.take'>): OutputOf<'queue.take'> {
  const desk = context.station.device?.deskLetter ?? refuse('setup_needed');
  trustTheClock(context);
  const number = (lastQueueNumber.one(context.tx, { day: context.businessDate, desk }).last ?? 0) + 1;
  const ulid = context.station.ids.ulid();
  const id = insertRow(context.tx, 'queue_number', {
    ulid, business_date: context.businessDate, desk_letter: desk, number, member_id: findMember(context, input.memberId), product_id: findProduct(context, input.productId),
    state: 'waiting', taken_at: context.now, taken_by: signedIn(context).rowId, called_at: null, ended_at: null,
  });
  return { id: ulid, label: queueLabel(desk, number), jobId: queueNumberSlip(context, id).jobId };
}

/** Calls the one who waits longest; the one called before is served. Refuses `queue_empty`. */
export function callNext(context: CommandContext): QueueRow {
  const waiting = firstWaiting.first(context.tx, { day: context.businessDate }) ?? refuse('queue_empty');
  serveCalled.run(context.tx, { day: context.businessDate, at: context.now });
  setQueueState.run(context.tx, { id: waiting.id, state: 'called', calledAt: context.now, endedAt: null });
  return queueRow(queueById.one(context.tx, { id: waiting.id }));
}

const numberOfToday = (context: CommandContext, ulid: string): QueueListed => {
  const row = queueByUlid.first(context.tx, { ulid }) ?? refuse('queue_number_unknown');
  return row.businessDate === context.businessDate ? row : refuse('queue_number_of_another_day', { day: row.businessDate });
};

/** The slip of a number of today again, marked as the copy it is. Refuses `queue_number_unknown`, `queue_number_of_another_day`. */
export const printNumberAgain = (context: CommandContext, { id }: ParsedInputOf<'queue.printAgain'>): OutputOf<'queue.printAgain'> => queueNumberSlip(context, numberOfToday(context, id).rowId);

/** Puts a number of today where the clerk wants it. Refuses `queue_number_unknown`, `queue_number_of_another_day`. */
export function moveNumber(context: CommandContext, { id, to }: ParsedInputOf<'queue.move'>): Record<string, never> {
  const row = numberOfToday(context, id);
  if (to === 'called') serveCalled.run(context.tx, { day: context.businessDate, at: context.now });
  setQueueState.run(context.tx, {
    id: row.rowId, state: to, calledAt: to === 'called' ? context.now : to === 'waiting' ? null : row.calledAt, endedAt: to === 'served' || to === 'gone' ? context.now : null,
  });
  return {};
}
