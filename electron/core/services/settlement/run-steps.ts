import { performance } from 'node:perf_hooks';
import type { ReadHandle } from '../../../../db/connection.ts';
import { setRunState } from '../../../../db/queries/settlement.queries.ts';
import { nextPayees, runById, scopeOfBatch } from '../../../../db/queries/settlement-run.queries.ts';
import type { Station } from '../../station.ts';
import { addTransition } from '../books/documents.ts';
import { batchOf, scopeOf } from './batch-state.ts';
import { calculateChunk } from './calculation.ts';
import { clearSome } from './clearing.ts';
import { transactForRun } from './run-context.ts';

/** What one step did, and how long before its commit; `done` ends the run's work. */
export interface Step { readonly payees: number; readonly lines: number; readonly workedMs: number; readonly done: boolean }
const ended: Step = { payees: 0, lines: 0, workedMs: 0, done: true };

interface Plan { readonly payees: ReadonlyArray<{ readonly payeeId: number; readonly lines: number }> }
const payeesAhead = 400;

/** The payees of the next chunk: whole payees, as many as stay within the budget of lines, and one at least. */
function takeWithin(plan: Plan['payees'], lineBudget: number): Plan['payees'] {
  let lines = 0;
  const end = plan.findIndex((payee, index) => {
    lines += payee.lines;
    return index > 0 && lines > lineBudget;
  });
  return end < 0 ? plan : plan.slice(0, end);
}

/** Walks through a run in steps. The list of payees ahead is read once for many chunks; a run that another transaction stopped ends. */
export function runSteps(station: Station, runId: number): (lineBudget: number) => Step {
  const db: ReadHandle = station.db;
  const { document_id: batchId, started_by: startedBy } = runById.one(db, { id: runId });
  const { capBp, ...scope } = scopeOfBatch.one(db, { batchId });
  let ahead: Plan['payees'] = [];
  return (lineBudget) => {
    if (ahead.length === 0) ahead = nextPayees.all(db, { afterPayee: runById.one(db, { id: runId }).last_payee_id, dateFrom: scope.dateFrom, dateTo: scope.dateTo, limit: payeesAhead });
    const payees = takeWithin(ahead, lineBudget);
    ahead = ahead.slice(payees.length);
    return transactForRun(station, startedBy, (context): Step => {
      const began = performance.now();
      const run = runById.one(context.tx, { id: runId });
      if (run.state !== 'calculating') return ended;
      const last = payees.at(-1);
      if (!last) {
        setRunState.run(context.tx, { id: runId, state: 'calculated' });
        addTransition(context, batchOf(context.tx, batchId), 'calculated');
        return ended;
      }
      const { lines } = calculateChunk(context, { id: runId, capBp }, scopeOf(context.tx, scope), { afterPayee: run.last_payee_id, lastPayee: last.payeeId });
      return { payees: payees.length, lines, workedMs: performance.now() - began, done: false };
    });
  };
}

/** Takes a cancelled run away in steps. */
export function clearingSteps(station: Station, runId: number): (lineBudget: number) => Step {
  return (lineBudget) => station.db.transact((tx): Step => {
    const began = performance.now();
    const lines = clearSome(tx, runId, lineBudget);
    return lines === null ? ended : { payees: 0, lines, workedMs: performance.now() - began, done: false };
  });
}
