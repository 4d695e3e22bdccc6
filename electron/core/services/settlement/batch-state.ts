import type { ReadHandle } from '../../../../db/connection.ts';
import type { BatchHead } from '../../../../db/queries/settlement.queries.ts';
import { batchById, batchByUlid } from '../../../../db/queries/settlement.queries.ts';
import type { RunScope } from '../../../../db/queries/settlement-run.queries.ts';
import { anyWaiting } from '../../../../db/queries/settlement-run.queries.ts';
import type { BatchRow } from '../../../contract/settlement.ts';
import { refuse } from '../../rpc/refusal.ts';

/** What a batch settles, as the books stand: tickets that nobody has countersigned stay for a later one. */
export const scopeOf = (db: ReadHandle, batch: Pick<RunScope, 'mode' | 'dateFrom' | 'dateTo' | 'productId'>): RunScope =>
  ({ mode: batch.mode, dateFrom: batch.dateFrom, dateTo: batch.dateTo, productId: batch.productId, ticketId: null, memberId: null, leaveWaiting: anyWaiting.one(db, {}).any });

type BatchState = BatchRow['state'];

/** Where a batch stands: its last transition, save that a run under way goes before it. */
export const stateOf = (batch: BatchHead): BatchState => (batch.runState === 'calculating' ? 'calculating' : batch.state as BatchState);

export const findBatch = (db: ReadHandle, ulid: string): BatchHead => batchByUlid.first(db, { ulid }) ?? refuse('batch_unknown');
export const batchOf = (db: ReadHandle, id: number): BatchHead => batchById.one(db, { id });

/** Refuses `batch_state`, naming the state, unless the batch stands in one of these. */
export function requireState(batch: BatchHead, allowed: readonly BatchState[]): void {
  const state = stateOf(batch);
  if (!allowed.includes(state)) refuse('batch_state', { state, number: batch.number });
}

/** The run a batch counts on; a batch that was never calculated is a bug where this is asked. */
export function runOf(batch: BatchHead): { readonly id: number; readonly ulid: string } {
  if (batch.runId === null || batch.runUlid === null) throw new Error(`batch ${batch.number} has no run`);
  return { id: batch.runId, ulid: batch.runUlid };
}
