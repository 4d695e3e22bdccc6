import { setImmediate as nextTurn } from 'node:timers/promises';
import { payeesDone } from '../../../../db/queries/settlement.queries.ts';
import { runById, runsWithWork } from '../../../../db/queries/settlement-run.queries.ts';
import type { Station } from '../../station.ts';
import { batchOf, stateOf } from './batch-state.ts';
import { firstBudgetLines, nextBudget } from './chunk-budget.ts';
import { clearingSteps, runSteps } from './run-steps.ts';
import type { Step } from './run-steps.ts';

/** After a failure the run is tried again, each time after twice as long. */
const retryMs = { first: 5_000, longest: 300_000 } as const;

export interface SettlementRuns {
  /** Looks for runs with work left and goes through them in small steps. */
  wake(): void;
  /** Resolves when no run has work left, or the work failed and waits for its next try. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Goes through the settlement runs of a folder one after the other; runs left unfinished by an earlier start are taken up again. */
export function startSettlementRuns(station: Station): SettlementRuns {
  let going: Promise<void> | null = null;
  let isStopping = false;
  let retry: NodeJS.Timeout | null = null;
  let retryAfterMs: number = retryMs.first;

  function tell(runId: number, done: number): void {
    const run = runById.one(station.db, { id: runId });
    const batch = batchOf(station.db, run.document_id);
    station.emit('settlement.progress', { batchId: batch.ulid, runId: run.ulid, done: Math.min(done, run.payees), total: run.payees, state: stateOf(batch) });
  }

  async function walk(runId: number, step: (lineBudget: number) => Step, tellDone: boolean): Promise<void> {
    let done = tellDone ? payeesDone.one(station.db, { runId }).n : 0;
    // Each walk learns for itself: taking a run away costs a fifth of calculating it, and what is learned there would hold the desk in the next run's first chunk.
    let budget = firstBudgetLines;
    for (;;) {
      if (isStopping) return;
      const did = step(budget);
      budget = nextBudget(budget, did);
      done += did.payees;
      if (tellDone) tell(runId, done);
      if (did.done) return;
      await nextTurn();
    }
  }

  async function goThrough(): Promise<void> {
    try {
      for (;;) {
        const [next] = runsWithWork.all(station.db, {});
        if (!next || isStopping) return;
        const isCalculation = next.state === 'calculating';
        await walk(next.id, isCalculation ? runSteps(station, next.id) : clearingSteps(station, next.id), isCalculation);
        retryAfterMs = retryMs.first;
        if (!isStopping) station.emit('changed', { op: 'settlement.calculate' });
      }
    } catch (error) {
      station.log.error({ err: error }, 'a settlement run was interrupted; it goes on where its last chunk ended');
      if (!isStopping) retry = setTimeout(wake, retryAfterMs).unref();
      retryAfterMs = Math.min(retryMs.longest, retryAfterMs * 2);
    } finally {
      going = null;
    }
  }

  function wake(): void {
    if (retry) clearTimeout(retry);
    retry = null;
    // A folder that has not begun its life on this computer must not lengthen the chain of another.
    if (station.pendingIncarnation !== null) return;
    if (!isStopping) going ??= nextTurn().then(goThrough);
  }

  if (runsWithWork.all(station.db, {}).length > 0) wake();
  return {
    wake,
    async idle() {
      await going;
    },
    async stop() {
      isStopping = true;
      if (retry) clearTimeout(retry);
      await going;
    },
  };
}
