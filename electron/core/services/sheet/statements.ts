import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { StatementCounts } from '../../../contract/statement-run.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { QueryContext, TaskContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { findKept } from './keep-sheet.ts';
import { checkRight } from './print-sheet.ts';
import { isDrawn, statementBatch, statementForm, type StatementBatch } from './statement-list.ts';

type Input = ParsedInputOf<'sheet.statements'>;

function batchFor(context: QueryContext, { batchId }: Input): StatementBatch {
  checkRight(context, 'statement');
  return statementBatch(context.station, context.db, batchId);
}

function countsOf({ station, db }: QueryContext, batch: StatementBatch, { language }: Input): StatementCounts {
  const run = station.live.statementRuns.of(batch.id, language);
  const done = batch.rows.filter((row) => isDrawn(db, language, row)).length;
  return { state: run?.state ?? 'idle', done, total: batch.rows.length, failed: run?.failures.length ?? 0 };
}

/** How far the statements of a batch are; for a window that opens in the middle too. */
export function readStatements(context: QueryContext, input: Input): OutputOf<'sheet.statements'> {
  const batch = batchFor(context, input);
  return { ...countsOf(context, batch, input), failures: [...context.station.live.statementRuns.of(batch.id, input.language)?.failures ?? []] };
}

export async function drawStatements(context: TaskContext, input: Input): Promise<StatementCounts> {
  const batch = batchFor(context, input);
  await context.station.live.statementRuns.start(context, batch, input.language);
  return countsOf(context, batch, input);
}

export async function cancelStatements(context: TaskContext, input: Input): Promise<StatementCounts> {
  const batch = batchFor(context, input);
  await context.station.live.statementRuns.cancel(batch, input.language);
  return countsOf(context, batch, input);
}

/** Puts the kept originals one behind the other on a worker thread. Refuses `statements_none` while nothing is drawn. */
export async function statementsFile(context: TaskContext, input: Input): Promise<OutputOf<'sheet.statementsFile'>> {
  const { station, db } = context;
  const batch = batchFor(context, input);
  const pdfs: Uint8Array[] = [];
  for (const row of batch.rows) {
    const kept = findKept(station, db, statementForm(input.language), { subject: row.number, data: null, ofDocument: true });
    if (kept !== null) pdfs.push(kept.pdf);
    await nextTurn();
  }
  if (pdfs.length === 0) refuse('statements_none', { number: batch.number });
  const merged = await station.live.workers.run('sheet.mergePdfs', { pdfs });
  // The originals leave once more with every such file: who took them is written down.
  context.transact(({ tx }) => writeAudit(tx, { at: context.now, userId: signedIn(context).rowId, op: 'sheet.statementsFile', outcome: 'ok', code: batch.number, commandId: context.commandId, correlationId: null }));
  const pdf = Buffer.from(merged.pdf);
  const name = `statements ${batch.number}.pdf`;
  return { pdf: pdf.toString('base64'), name: station.kind === 'training' && !name.includes('LX-') ? `LX-${name}` : name, sha256: sha256Hex(pdf), statements: pdfs.length, pages: merged.pages };
}
