import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { StatementCounts } from '../../../contract/statement-run.ts';
import type { QueryContext, TaskContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { checkRight } from './print-sheet.ts';
import { drawnStatements, statementBatch, type StatementBatch } from './statement-list.ts';

type Input = ParsedInputOf<'sheet.statements'>;

/** The batch whose statements are meant. Refuses `sheet_not_permitted`, `batch_unknown`, `statements_not_posted`. */
export function batchFor(context: QueryContext, { batchId }: Input): StatementBatch {
  checkRight(context, 'statement');
  return statementBatch(context.station, context.db, batchId);
}

/** How far the statements of a batch are; for a window that opens in the middle too. */
export function readStatements(context: QueryContext, input: Input): OutputOf<'sheet.statements'> {
  const { db, station } = context;
  const batch = batchFor(context, input);
  const run = station.live.statementRuns.of(batch.id, input.language);
  const drawn = [...drawnStatements(db, batch, input.language).values()];
  return {
    state: run?.state ?? 'idle', done: drawn.length, total: batch.rows.length, failed: run?.failures.length ?? 0,
    printed: drawn.filter(({ prints }) => prints > 0).length, failures: [...run?.failures ?? []],
  };
}

const countsOf = (context: QueryContext, input: Input): StatementCounts => {
  const { printed: _printed, failures: _failures, ...counts } = readStatements(context, input);
  return counts;
};

export async function drawStatements(context: TaskContext, input: ParsedInputOf<'sheet.drawStatements'>): Promise<StatementCounts> {
  const batch = batchFor(context, input);
  const drawn = drawnStatements(context.db, batch, input.language);
  const wanted = input.settlementId === undefined ? batch.rows : batch.rows.filter(({ settlementId }) => settlementId === input.settlementId);
  if (wanted.length === 0) refuse('settlement_unknown');
  await context.station.live.statementRuns.start(context, batch, input.language, { todo: wanted.filter(({ number }) => !drawn.has(number)), drawn: drawn.size });
  return countsOf(context, input);
}

export async function cancelStatements(context: TaskContext, input: Input): Promise<StatementCounts> {
  const batch = batchFor(context, input);
  await context.station.live.statementRuns.cancel(batch, input.language);
  return countsOf(context, input);
}
