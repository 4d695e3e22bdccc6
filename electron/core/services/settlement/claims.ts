import { claimOf, dropClaim, markRunStale } from '../../../../db/queries/claim.queries.ts';
import type { CommandContext } from '../../rpc/handler.ts';

/**
 * Frees payables whose ticket is being reversed. A claim of an unposted run is dropped and its run marked stale; `settled` names
 * the payables that a posted run has paid or promised: the caller corrects those with a negative payable.
 */
export function dropClaims(context: CommandContext, payableIds: readonly number[]): { readonly settled: readonly number[] } {
  const settled: number[] = [];
  for (const payableId of payableIds) {
    const claim = claimOf.first(context.tx, { payableId });
    if (!claim) continue;
    if (claim.postedRunId !== null) {
      settled.push(payableId);
      continue;
    }
    dropClaim.run(context.tx, { payableId });
    markRunStale.run(context.tx, { runId: claim.runId });
  }
  return { settled };
}
