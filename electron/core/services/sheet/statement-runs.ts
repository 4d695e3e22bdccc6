import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SheetLanguage } from '../../../contract/sheet.ts';
import type { StatementCounts } from '../../../contract/statement-run.ts';
import { businessDate } from '../../../domain/business-date.ts';
import { Fault } from '../../platform/fault.ts';
import type { TaskContext } from '../../rpc/handler.ts';
import { asFault } from '../../rpc/outcome.ts';
import { refuse, Refusal } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';
import { drawFirst } from './draw-first.ts';
import type { StatementBatch, StatementRow } from './statement-list.ts';

/** A printer's window or a disk that fails this often in a row will not do better at the next page. */
const mostFaultsInARow = 3;
/** How long the page in hand may take when the program ends; the next run draws it. */
const graceMs = 3_000;

export interface StatementFailure extends StatementRow { readonly kind: 'refusal' | 'fault'; readonly code: string }

/** Long work on the statements of one batch: drawing them, or writing them into a file. */
interface Run { readonly batch: StatementBatch; readonly language: SheetLanguage; state: StatementCounts['state']; done: number; readonly total: number; failures: StatementFailure[]; readonly cancelling: AbortController; ended: Promise<unknown> }

/** What the writer of a file is told and tells. */
export interface WritingRun { readonly signal: AbortSignal; readonly tell: (done: number) => void }

export interface DrawingPlan { readonly todo: readonly StatementRow[]; readonly drawn: number }

export interface StatementRuns {
  /** Draws these statements of a batch, of which so many are drawn; resolves once the first page is kept or nothing is left. Throws the fault that kept every page from being drawn. Refuses `statements_busy` while something else is under way. */
  start(context: TaskContext, batch: StatementBatch, language: SheetLanguage, plan: DrawingPlan): Promise<void>;
  /** Does long work on this many drawn statements; answers what it answers. Refuses `statements_busy` while something is under way. */
  write<T>(batch: StatementBatch, language: SheetLanguage, total: number, work: (run: WritingRun) => Promise<T>): Promise<T>;
  /** Ends the run: drawing after the page in hand, writing at once. Refuses `statements_not_running`. */
  cancel(batch: StatementBatch, language: SheetLanguage): Promise<void>;
  /** The run under way or the last one, of this batch in this language. */
  of(batchId: string, language: SheetLanguage): { readonly state: StatementCounts['state']; readonly failures: readonly StatementFailure[] } | null;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
  /** Ends what is under way; a window that does not answer is not waited for longer than a few seconds. */
  stop(): Promise<void>;
}

/** A run lasts many minutes: each page is drawn and kept at its own time. */
function atThisMoment(context: TaskContext): TaskContext {
  const now = context.station.clock.now();
  const moment = { now, businessDate: businessDate(now) };
  return { ...context, ...moment, transact: (work) => context.transact((command) => work({ ...command, ...moment })) };
}

const isUnderWay = ({ state }: Run): boolean => state === 'drawing' || state === 'writing';

/**
 * Works on the statements of a batch, one after the other, while the desk works. What was drawn is known from the kept sheets alone, so a run
 * that was cut off needs no repair: the next one draws what is missing.
 */
export function startStatementRuns(station: Station): StatementRuns {
  const ending = new AbortController();
  let last: Run | null = null;
  let isStopping = false;

  const tell = ({ batch, language, state, done, total, failures }: Run): void => station.emit('sheet.progress', { batchId: batch.id, language, state, done, total, failed: failures.length });
  const underWay = (): Run | null => (last !== null && isUnderWay(last) ? last : null);
  const failuresOf = (batchId: string, language: SheetLanguage): StatementFailure[] => (last !== null && isOf(last, batchId, language) ? last.failures : []);
  const isOf = (run: Run, batchId: string, language: SheetLanguage): boolean => run.batch.id === batchId && run.language === language;

  function begin(state: 'drawing' | 'writing', batch: StatementBatch, language: SheetLanguage, done: number, total: number, failures: StatementFailure[]): Run {
    if (isStopping) throw new Fault('window_missing', { why: 'stopped' });
    const run: Run = { batch, language, state, done, total, failures, cancelling: new AbortController(), ended: Promise.resolve() };
    last = run;
    tell(run);
    return run;
  }

  function finish(run: Run): void {
    if (isUnderWay(run)) run.state = 'idle';
    if (isStopping) return;
    tell(run);
    station.emit('changed', { op: 'sheet.drawStatements' });
  }

  /** Null when the page is kept; else why not. A bug in one page is logged and does not take the others with it. */
  async function drawOne(context: TaskContext, language: SheetLanguage, row: StatementRow): Promise<{ readonly code: string; readonly error: unknown; readonly isFault: boolean } | null> {
    try {
      await drawFirst(atThisMoment(context), { kind: 'statement', settlementId: row.settlementId, language }, ending.signal);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return { code: error.code, error, isFault: false };
      station.log.error({ err: error, number: row.number }, 'a statement could not be drawn; the others are gone on with');
      return { code: asFault(error)?.code ?? 'internal', error, isFault: true };
    }
  }

  async function goThrough(run: Run, context: TaskContext, todo: readonly StatementRow[], onFirst: () => void): Promise<void> {
    let drawn = 0;
    let faults = 0;
    let lastFault: unknown = null;
    for (const row of todo) {
      if (run.cancelling.signal.aborted || isStopping) break;
      const failed = await drawOne(context, run.language, row);
      if (failed === null) { run.done += 1; drawn += 1; } else run.failures.push({ ...row, kind: failed.isFault ? 'fault' : 'refusal', code: failed.code });
      faults = failed?.isFault === true ? faults + 1 : 0;
      lastFault = failed?.isFault === true ? failed.error : lastFault;
      if (faults === mostFaultsInARow) { run.state = 'stopped'; break; }
      if (drawn > 0) onFirst();
      tell(run);
      await nextTurn();
    }
    finish(run);
    if (drawn === 0 && lastFault !== null && !isStopping) throw lastFault;
  }

  return {
    async start(context, batch, language, { todo, drawn }) {
      const other = underWay();
      if (other !== null) {
        if (other.state === 'writing' || !isOf(other, batch.id, language)) refuse('statements_busy', { number: other.batch.number });
        return;
      }
      const tried = new Set(todo.map(({ settlementId }) => settlementId));
      const failures = failuresOf(batch.id, language).filter(({ settlementId }) => !tried.has(settlementId));
      const run = begin('drawing', batch, language, drawn, batch.rows.length, failures);
      await new Promise<void>((resolve, reject) => {
        run.ended = goThrough(run, context, todo, resolve).then(resolve, reject);
      });
    },
    async write(batch, language, total, work) {
      const other = underWay();
      if (other !== null) refuse('statements_busy', { number: other.batch.number });
      const run = begin('writing', batch, language, 0, total, failuresOf(batch.id, language));
      const working = work({
        signal: AbortSignal.any([run.cancelling.signal, ending.signal]),
        tell(done) {
          run.done = done;
          tell(run);
        },
      }).finally(() => finish(run));
      run.ended = working.catch(() => undefined);
      return working;
    },
    async cancel(batch, language) {
      const run = underWay();
      if (run === null || !isOf(run, batch.id, language)) return refuse('statements_not_running');
      run.cancelling.abort();
      await run.ended;
    },
    of: (batchId, language) => (last !== null && isOf(last, batchId, language) ? last : null),
    async idle() {
      await last?.ended;
    },
    async stop() {
      isStopping = true;
      const timer = setTimeout(() => ending.abort(), graceMs);
      if (last?.state === 'writing') ending.abort();
      await last?.ended;
      clearTimeout(timer);
    },
  };
}
