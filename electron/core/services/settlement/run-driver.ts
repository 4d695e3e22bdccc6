import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { payeesDone } from '../../../../db/queries/settlement.queries.ts';
import { runById, runsWithWork } from '../../../../db/queries/settlement-run.queries.ts';
import type { Station } from '../../station.ts';
import { batchOf, stateOf } from './batch-state.ts';
import { clearingSteps, runSteps } from './run-steps.ts';
import type { Step } from './run-steps.ts';

/** A chunk aims at half of what the desk may be held (50 ms), so that a slow moment of the disk stays within it. */
const aimMs = 24;
const firstBudget = 800;
const budgetBounds = { least: 50, most: 6_000 } as const;
/** After a failure the run is tried again, each time after twice as long. */
const retryMs = { first: 5_000, longest: 300_000 } as const;

export interface SettlementRuns {
  /** Looks for runs with work left and goes through them in small steps. */
  wake(): void;
  /** Resolves when no run has work left, or the work failed and waits for its next try. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Scales the number of lines of a chunk by how long the last one took. */
function nextBudget(budget: number, took: { readonly lines: number; readonly ms: number }): number {
  if (took.lines < budget / 4) return budget;
  const wanted = Math.floor(took.lines * Math.min(2, Math.max(0.25, aimMs / Math.max(took.ms, 0.5))));
  return Math.min(budgetBounds.most, Math.max(budgetBounds.least, wanted));
}

/** Goes through the settlement runs of a folder one after the other; runs left unfinished by an earlier start are taken up again. */
export function startSettlementRuns(station: Station): SettlementRuns {
  let going: Promise<void> | null = null;
  let isStopping = false;
  let retry: NodeJS.Timeout | null = null;
  let retryAfterMs: number = retryMs.first;
  let budget = firstBudget;

  function tell(runId: number, done: number): void {
    const run = runById.one(station.db, { id: runId });
    const batch = batchOf(station.db, run.document_id);
    station.emit('settlement.progress', { batchId: batch.ulid, runId: run.ulid, done: Math.min(done, run.payees), total: run.payees, state: stateOf(batch) });
  }

  async function walk(runId: number, step: (lineBudget: number) => Step, tellDone: boolean): Promise<void> {
    let done = tellDone ? payeesDone.one(station.db, { runId }).n : 0;
    for (;;) {
      if (isStopping) return;
      const began = performance.now();
      const { payees, lines, done: isDone } = step(budget);
      budget = nextBudget(budget, { lines, ms: performance.now() - began });
      done += payees;
      if (tellDone) tell(runId, done);
      if (isDone) return;
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
