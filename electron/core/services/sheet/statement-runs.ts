import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SheetLanguage } from '../../../contract/sheet.ts';
import type { StatementCounts } from '../../../contract/statement-run.ts';
import { businessDate } from '../../../domain/business-date.ts';
import type { TaskContext } from '../../rpc/handler.ts';
import { asFault } from '../../rpc/outcome.ts';
import { refuse, Refusal } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';
import { drawFirst } from './print-sheet.ts';
import { isDrawn, type StatementBatch, type StatementRow } from './statement-list.ts';

/** A printer's window or a disk that fails this often in a row will not do better at the next page. */
const mostFaultsInARow = 3;

export interface StatementFailure extends StatementRow { readonly code: string }

interface Run { readonly batch: StatementBatch; readonly language: SheetLanguage; state: StatementCounts['state']; done: number; readonly failures: StatementFailure[]; isCancelled: boolean; ended: Promise<void> }

export interface StatementRuns {
  /** Starts drawing what is not drawn; resolves once the first page is kept or nothing is left. Throws the fault that kept every page from being drawn. Refuses `statements_busy` while another batch is drawn. */
  start(context: TaskContext, batch: StatementBatch, language: SheetLanguage): Promise<void>;
  /** Ends the run after the page in hand. Refuses `statements_not_running`. */
  cancel(batch: StatementBatch, language: SheetLanguage): Promise<void>;
  /** The run under way or the last one, of this batch in this language. */
  of(batchId: string, language: SheetLanguage): { readonly state: StatementCounts['state']; readonly failures: readonly StatementFailure[] } | null;
  /** Resolves when nothing is drawn any more. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** A run lasts many minutes: each page is drawn and kept at its own time. */
function atThisMoment(context: TaskContext): TaskContext {
  const now = context.station.clock.now();
  const moment = { now, businessDate: businessDate(now) };
  return { ...context, ...moment, transact: (work) => context.transact((command) => work({ ...command, ...moment })) };
}

/**
 * Draws the statements of a batch one after the other while the desk works. What was drawn is known from the kept sheets alone, so a run that was
 * cut off needs no repair: the next one draws what is missing.
 */
export function startStatementRuns(station: Station): StatementRuns {
  let last: Run | null = null;
  let isStopping = false;

  const tell = ({ batch, language, state, done, failures }: Run): void => station.emit('sheet.progress', { batchId: batch.id, language, state, done, total: batch.rows.length, failed: failures.length });
  const isOf = (run: Run, batchId: string, language: SheetLanguage): boolean => run.batch.id === batchId && run.language === language;

  /** Null when the page is kept; else why not. A bug in one page is logged and does not take the others with it. */
  async function drawOne(context: TaskContext, language: SheetLanguage, row: StatementRow): Promise<{ readonly code: string; readonly error: unknown; readonly isFault: boolean } | null> {
    try {
      await drawFirst(atThisMoment(context), { kind: 'statement', settlementId: row.settlementId, language });
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
      if (run.isCancelled || isStopping) break;
      const failed = await drawOne(context, run.language, row);
      if (failed === null) { run.done += 1; drawn += 1; } else run.failures.push({ ...row, code: failed.code });
      faults = failed?.isFault === true ? faults + 1 : 0;
      lastFault = failed?.isFault === true ? failed.error : lastFault;
      if (faults === mostFaultsInARow) { run.state = 'stopped'; break; }
      if (drawn > 0) onFirst();
      tell(run);
      await nextTurn();
    }
    if (run.state === 'drawing') run.state = 'idle';
    if (isStopping) return;
    tell(run);
    station.emit('changed', { op: 'sheet.drawStatements' });
    if (drawn === 0 && lastFault !== null) throw lastFault;
  }

  return {
    async start(context, batch, language) {
      if (last?.state === 'drawing') {
        if (!isOf(last, batch.id, language)) refuse('statements_busy', { number: last.batch.number });
        return;
      }
      const todo = batch.rows.filter((row) => !isDrawn(context.db, language, row));
      const run: Run = { batch, language, state: 'drawing', done: batch.rows.length - todo.length, failures: [], isCancelled: false, ended: Promise.resolve() };
      last = run;
      await new Promise<void>((resolve, reject) => {
        run.ended = goThrough(run, context, todo, resolve).then(resolve, reject);
      });
    },
    async cancel(batch, language) {
      if (last?.state !== 'drawing' || !isOf(last, batch.id, language)) return refuse('statements_not_running');
      last.isCancelled = true;
      await last.ended;
    },
    of: (batchId, language) => (last !== null && isOf(last, batchId, language) ? last : null),
    async idle() {
      await last?.ended;
    },
    async stop() {
      isStopping = true;
      await last?.ended;
    },
  };
}
