import { insertRow } from '../../../../db/insert.ts';
import type { BatchHead } from '../../../../db/queries/settlement.queries.ts';
import { productRowId, runTotals, setRunState } from '../../../../db/queries/settlement.queries.ts';
import { waitingTicketOfRun } from '../../../../db/queries/settlement-report.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { isBusinessDate } from '../../../domain/business-date.ts';
import { yuanText } from '../../../domain/money.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { addTransition, openDocument } from '../books/documents.ts';
import { findBatch, requireState, runOf, scopeOf } from './batch-state.ts';
import { leftOutOf, waitingOf } from './look-back.ts';
import { postRun } from './post-run.ts';
import { requireSettlementRole } from './role.ts';

/** Opens a settlement batch over a period of goods bought outright or of goods on consignment (never both), perhaps of one product. Refuses `period_invalid`, `product_unknown`, `settlement_role_elsewhere`. */
export function createBatch(context: CommandContext, input: ParsedInputOf<'settlement.createBatch'>): OutputOf<'settlement.createBatch'> {
  requireSettlementRole(context);
  if (!isBusinessDate(input.dateFrom) || !isBusinessDate(input.dateTo) || input.dateFrom > input.dateTo || input.dateTo > context.businessDate) refuse('period_invalid', { from: input.dateFrom, to: input.dateTo });
  const productId = input.productId === null ? null : (productRowId.first(context.tx, { ulid: input.productId }) ?? refuse('product_unknown')).id;
  const document = openDocument(context, { type: 'settlement_batch' });
  document.add('settlement_batch', { document_id: document.id, title: input.title, mode: input.mode, date_from: input.dateFrom, date_to: input.dateTo, product_id: productId, payee_id: null, ticket_id: null, cap_bp: input.capBp });
  document.seal({ state: 'open', payload: { mode: input.mode, from: input.dateFrom, to: input.dateTo, capBp: input.capBp } });
  return { id: document.ulid, number: document.number };
}

const mayCalculate = ['open', 'calculated', 'stale', 'reviewed', 'cancelled'] as const;

/** Counts the payees of the batch on a read connection, before the transaction: it may have to look at every payable of the period. */
export async function countPayees({ db, station }: QueryContext, input: { readonly id: string }): Promise<number> {
  const batch = findBatch(db, input.id);
  requireState(batch, mayCalculate);
  return (await station.live.workers.run('settlement.payeesInScope', { ...scopeOf(db, batch), exceptRun: batch.runId })).n;
}

/**
 * Starts a run for the batch; the earlier one, if any, is cancelled and taken away first. Figures follow in small steps. Nobody is paid by a
 * weight that only the one who typed it has seen: such tickets are left out, and where nothing else is to be settled it refuses `ticket_waits`.
 */
export function startRun(context: CommandContext, input: { readonly id: string }, payees: number): OutputOf<'settlement.calculate'> {
  requireSettlementRole(context);
  const batch = findBatch(context.tx, input.id);
  requireState(batch, mayCalculate);
  if (payees === 0) {
    const [waits] = waitingOf(context.tx, batch);
    if (waits) refuse('ticket_waits', { number: waits.ticketNumber });
    refuse('nothing_to_settle', { from: batch.dateFrom, to: batch.dateTo });
  }
  if (batch.runId !== null) setRunState.run(context.tx, { id: batch.runId, state: 'cancelled' });
  const runId = newRun(context, batch.id, payees).ulid;
  context.afterCommit(() => context.station.live.settlementRuns.wake());
  return { runId };
}

/** The row a run begins with. */
export function newRun(context: CommandContext, batchId: number, payees: number): { readonly id: number; readonly ulid: string } {
  const ulid = context.station.ids.ulid();
  const id = insertRow(context.tx, 'settlement_run', {
    ulid, document_id: batchId, state: 'calculating', started_at: context.now, started_by: signedIn(context).rowId, next_chunk: 0, last_payee_id: 0, payees,
  });
  return { id, ulid };
}

/** Gives the figures of a batch up and lets its payables go; the rows are taken away in small steps. */
export function cancelRun(context: CommandContext, input: { readonly id: string }): Record<string, never> {
  const batch = findBatch(context.tx, input.id);
  requireState(batch, ['calculating', 'calculated', 'stale', 'reviewed']);
  setRunState.run(context.tx, { id: runOf(batch).id, state: 'cancelled' });
  addTransition(context, batch, 'cancelled');
  context.afterCommit(() => context.station.live.settlementRuns.wake());
  return {};
}

export function reviewBatch(context: CommandContext, input: { readonly id: string }): Record<string, never> {
  const batch = findBatch(context.tx, input.id);
  requireState(batch, ['calculated']);
  addTransition(context, batch, 'reviewed');
  return {};
}

function refuseEmpty(context: CommandContext, batch: BatchHead): never {
  const [first] = leftOutOf(context.tx, batch);
  return first ? refuse('all_left_out', { name: first.payeeName, owed: yuanText(first.owedFen), takenBack: yuanText(first.takenBackFen) }) : refuse('nothing_to_settle', { from: batch.dateFrom, to: batch.dateTo });
}

/** A second person approves a reviewed batch: its run is posted and counts from now on. */
export function approveBatch(context: CommandContext, input: { readonly id: string }): OutputOf<'settlement.approve'> {
  requireSettlementRole(context);
  const batch = findBatch(context.tx, input.id);
  requireState(batch, ['reviewed']);
  if (batch.runState !== 'calculated') refuse('batch_state', { state: batch.runState, number: batch.number });
  if (runTotals.one(context.tx, { runId: runOf(batch).id }).settlements === 0) refuseEmpty(context, batch);
  // The calculation leaves out what waits; here it is held once more, for this is where money begins to be owed for good.
  const waiting = waitingTicketOfRun.first(context.tx, { runId: runOf(batch).id });
  if (waiting) refuse('ticket_waits', { number: waiting.number });
  const posted = postRun(context, batch, runOf(batch));
  addTransition(context, batch, 'approved');
  if (posted.paid_fen === 0) addTransition(context, batch, 'paid');
  return { settlements: posted.settlements, paidFen: posted.paid_fen };
}
