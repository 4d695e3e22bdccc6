import { command, query } from '../sql.ts';

/** The claim on a payable, with whether its run is posted. */
export const claimOf = query<{ payableId: number }>()((k, slot) =>
  k.selectFrom('claim').leftJoin('run_posted', 'run_posted.run_id', 'claim.run_id')
    .select(['claim.run_id as runId', 'run_posted.run_id as postedRunId']).where('claim.payable_id', '=', slot('payableId')));
export const dropClaim = command<{ payableId: number }>()((k, slot) => k.deleteFrom('claim').where('payable_id', '=', slot('payableId')));
export const markRunStale = command<{ runId: number }>()((k, slot) =>
  k.updateTable('settlement_run').set({ state: 'stale' }).where('id', '=', slot('runId')).where('state', 'in', ['calculating', 'calculated']));
