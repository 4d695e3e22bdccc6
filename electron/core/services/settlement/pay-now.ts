import { insertRow } from '../../../../db/insert.ts';
import { spentOnDay } from '../../../../db/queries/cash.queries.ts';
import { debtorByUlid } from '../../../../db/queries/debt.queries.ts';
import { settingValue } from '../../../../db/queries/setting.queries.ts';
import { runTotals, settlementsOfRun } from '../../../../db/queries/settlement.queries.ts';
import type { RunScope } from '../../../../db/queries/settlement-run.queries.ts';
import { payeesOfMemberDay, payeesOfTicket } from '../../../../db/queries/settlement-run.queries.ts';
import { recoveriesOfRun, ticketForPayment, ticketsOfRun, waitingTicketOfRun } from '../../../../db/queries/settlement-report.queries.ts';
import type { ReadHandle } from '../../../../db/connection.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { mayRole } from '../../../contract/permission.ts';
import { yuanText } from '../../../domain/money.ts';
import { DEFAULT_CAP_BP } from '../../../domain/settlement.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { addTransition, openDocument } from '../books/documents.ts';
import { findCashBox } from '../cash/boxes.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { newRun } from './batches.ts';
import { calculateChunk } from './calculation.ts';
import { settlementNumber } from './numbers.ts';
import { payOut } from './payout.ts';
import { postRun } from './post-run.ts';
import { requireSettlementRole } from './role.ts';

interface Asked { readonly scope: RunScope; readonly payees: readonly number[]; readonly title: string; readonly allOfToday: boolean }

/**
 * What is to be paid: one ticket of any day, or all of today's tickets of one member. Exactly one of the two is named. Goods on
 * consignment are paid after their sale, by a batch of their own, never from the till (`paid_after_sale`).
 */
function whatIsAsked({ db, businessDate }: QueryContext, input: { readonly memberId?: string | undefined; readonly ticketId?: string | undefined }): Asked {
  if ((input.memberId === undefined) === (input.ticketId === undefined)) refuse('one_of_member_or_ticket');
  const scope = { mode: 'outright', dateFrom: businessDate, dateTo: businessDate, productId: null, ticketId: null, memberId: null, leaveWaiting: 0 } as const;
  if (input.ticketId !== undefined) {
    const ticket = ticketForPayment.first(db, { ulid: input.ticketId }) ?? refuse('ticket_unknown');
    if (ticket.mode !== 'outright') refuse('paid_after_sale');
    const payees = payeesOfTicket.all(db, { ticketId: ticket.id }).map((row) => row.payeeId);
    return { scope: { ...scope, dateFrom: ticket.businessDate, ticketId: ticket.id }, payees, title: ticket.number, allOfToday: ticket.businessDate === businessDate };
  }
  const member = debtorByUlid.first(db, { ulid: input.memberId ?? '' }) ?? refuse('member_unknown');
  const payees = payeesOfMemberDay.all(db, { memberId: member.memberRowId, day: businessDate }).map((row) => row.payeeId);
  return { scope: { ...scope, memberId: member.memberRowId }, payees, title: `${member.code} ${businessDate}`, allOfToday: true };
}

function usualCap(db: ReadHandle): number {
  const stored: unknown = JSON.parse(settingValue.first(db, { key: 'settlement.cap_bp' })?.value ?? 'null');
  return typeof stored === 'number' && Number.isInteger(stored) && stored >= 0 && stored <= 10_000 ? stored : DEFAULT_CAP_BP;
}

/** The share of a settlement that debts may take. At the desk alone it is the usual one: a clerk may not let a member off without a second person. */
function capFor(context: CommandContext, wished: number | undefined): number {
  const usual = usualCap(context.tx);
  const mayChoose = context.approver !== null || mayRole(signedIn(context).role, 'settlement.write');
  if (wished !== undefined && wished !== usual && !mayChoose) refuse('approval_required', { permission: 'approve.money' });
  return wished ?? usual;
}

/** Calculates the settlements at once under a batch of their own. Refuses `nothing_to_settle`, `negative_settlement`. */
function settleNow(context: CommandContext, asked: Asked, capBp: number): { readonly batch: { id: number; ulid: string; number: string; type: string }; readonly run: { id: number; ulid: string } } {
  const document = openDocument(context, { type: 'settlement_batch' });
  document.add('settlement_batch', {
    document_id: document.id, title: asked.title, mode: asked.scope.mode, date_from: asked.scope.dateFrom, date_to: asked.scope.dateTo, product_id: null, payee_id: asked.payees[0] ?? null, ticket_id: asked.scope.ticketId, cap_bp: capBp,
  });
  document.seal({ state: 'open', payload: { title: asked.title, capBp } });
  const run = newRun(context, document.id, asked.payees.length);
  const chunks = asked.payees.map((payee) => calculateChunk(context, { id: run.id, capBp }, asked.scope, { afterPayee: payee - 1, lastPayee: payee }));
  if (chunks.some((chunk) => chunk.negative > 0)) refuse('negative_settlement');
  if (chunks.every((chunk) => chunk.settlements === 0)) refuse('nothing_to_settle');
  return { batch: { id: document.id, ulid: document.ulid, number: document.number, type: 'settlement_batch' }, run };
}

/**
 * Money leaves without a second person only for today's tickets, none of which waits for its own second person, and up to the day limit
 * of the box; it is countersigned at close. Nobody is paid by a weight that only the one who typed it has seen.
 */
function mustWaitForSecond(context: CommandContext, asked: Asked, limit: { readonly runId: number; readonly boxId: number; readonly dayLimitFen: number }, paidFen: number): boolean {
  if (context.approver !== null) return false;
  const spent = spentOnDay.one(context.tx, { cashBoxId: limit.boxId, day: context.businessDate }).fen;
  const waiting = waitingTicketOfRun.first(context.tx, { runId: limit.runId });
  if (waiting) refuse('approval_required', { permission: 'approve.money', number: waiting.number });
  if (!asked.allOfToday || spent + paidFen > limit.dayLimitFen) refuse('approval_required', { permission: 'approve.money', limit: yuanText(limit.dayLimitFen), spent: yuanText(spent) });
  return true;
}

/**
 * Settles and pays one ticket or today's tickets of a member from a cash box, in one transaction, with a voucher to sign. Refuses what the contract lists
 * under `settlement.payNow`, and `approval_required` where a second person may not be left out.
 */
export function payNow(context: CommandContext, input: ParsedInputOf<'settlement.payNow'>): OutputOf<'settlement.payNow'> {
  requireSettlementRole(context);
  const box = findCashBox(context.tx, input.cashBoxId);
  const asked = whatIsAsked(context, input);
  const { batch, run } = settleNow(context, asked, capFor(context, input.capBp));
  const totals = runTotals.one(context.tx, { runId: run.id });
  if (input.expectedPaidFen !== undefined && input.expectedPaidFen !== totals.paidFen) refuse('amount_changed', { expected: yuanText(input.expectedPaidFen), now: yuanText(totals.paidFen) });
  const waits = mustWaitForSecond(context, asked, { runId: run.id, boxId: box.id, dayLimitFen: box.dayLimitFen }, totals.paidFen);
  postRun(context, batch, run);
  if (!waits) addTransition(context, batch, 'approved');
  const due = settlementsOfRun.all(context.tx, { runId: run.id });
  const { document } = payOut(context, { batchId: batch.id, method: 'cash', box, due, state: waits ? 'awaiting_countersign' : 'posted' });
  if (waits) insertRow(context.tx, 'countersign', { document_id: document.id, op: 'settlement.payNow', requested_by: signedIn(context).rowId, due_date: context.businessDate });
  addTransition(context, batch, 'paid');
  if (due.length === 1) queueFirstPapers(context, { documentId: document.id, paper: 'voucher', lotIds: [] });
  const [first] = due;
  if (!first) throw new Error('a payment without a settlement');
  return {
    batchId: batch.ulid, settlementId: first.ulid, settlementNumber: settlementNumber(context.station, first) ?? '', payoutId: document.ulid, payoutNumber: document.number,
    grossFen: totals.grossFen, recoveredFen: totals.recoveredFen, paidFen: totals.paidFen, awaitingCountersign: waits,
  };
}

/** Carries the answer out of a transaction that must leave no trace. */
class Previewed extends Error {
  readonly answer: OutputOf<'settlement.quote'>;
  constructor(answer: OutputOf<'settlement.quote'>) {
    super('preview');
    this.answer = answer;
  }
}

/** What `payNow` would do: the same calculation in a transaction that is always rolled back, so the preview cannot differ from the payment. */
export function quote(context: QueryContext, input: ParsedInputOf<'settlement.quote'>): OutputOf<'settlement.quote'> {
  const asked = whatIsAsked(context, input);
  try {
    context.station.db.transact((tx) => {
      const { run } = settleNow({ ...context, tx, db: tx, afterCommit: () => undefined }, asked, input.capBp ?? usualCap(tx));
      const { grossFen, recoveredFen, paidFen } = runTotals.one(tx, { runId: run.id });
      throw new Previewed({ grossFen, recoveredFen, paidFen, tickets: ticketsOfRun.all(tx, { runId: run.id }), recoveries: recoveriesOfRun.all(tx, { runId: run.id }) });
    });
  } catch (error) {
    if (error instanceof Previewed) return error.answer;
    throw error;
  }
  throw new Error('a preview came back without an answer');
}
