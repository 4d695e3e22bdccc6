import { setRunState } from '../../../../db/queries/settlement.queries.ts';
import { claimOf, dropClaim } from '../../../../db/queries/settlement-run.queries.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { addTransition } from '../books/documents.ts';
import { batchOf } from './batch-state.ts';

/** Marks a run that is not posted as stale: its figures no longer hold, and its batch must be calculated again. */
export function markStale(context: CommandContext, run: { readonly runId: number; readonly runState: string; readonly batchId: number }, reason: string): void {
  if (run.runState !== 'calculating' && run.runState !== 'calculated') return;
  setRunState.run(context.tx, { id: run.runId, state: 'stale' });
  addTransition(context, batchOf(context.tx, run.batchId), 'stale', reason);
}

/**
 * Lets go of payables that a reversal takes back. A claim of a run that is not posted is dropped and the run marked stale; payables
 * of a posted run are returned as `settled`: for them the caller books a correction.
 */
export function dropClaims(context: CommandContext, payableIds: readonly number[]): { readonly settled: number[] } {
  const settled: number[] = [];
  for (const payableId of payableIds) {
    const claim = claimOf.first(context.tx, { payableId });
    if (!claim) continue;
    if (claim.posted === 1) {
      settled.push(payableId);
      continue;
    }
    dropClaim.run(context.tx, { payableId });
    markStale(context, claim, 'reversal');
  }
  return { settled };
}
