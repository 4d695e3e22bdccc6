import type { ReadHandle } from '../../../../db/connection.ts';
import { drawnBetween, type DrawnRow } from '../../../../db/queries/sheet.queries.ts';
import { settlementsOfRun } from '../../../../db/queries/settlement.queries.ts';
import type { SheetLanguage } from '../../../contract/sheet.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';
import { findBatch } from '../settlement/batch-state.ts';
import { settlementNumber } from '../settlement/numbers.ts';
import type { SheetForm } from './keep-sheet.ts';

export interface StatementRow { readonly settlementId: string; readonly number: string; readonly memberCode: string; readonly payeeName: string }
export interface StatementBatch { readonly id: string; readonly number: string; readonly rows: readonly StatementRow[] }

export const statementForm = (language: SheetLanguage): SheetForm => ({ kind: 'statement', language, size: 'A4' });

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Statements in the order they are handed out: by the code of the member, then by number. */
export const inMemberOrder = (rows: readonly StatementRow[]): StatementRow[] => rows.toSorted((left, right) => byText(left.memberCode, right.memberCode) || byText(left.number, right.number));

/** Every statement of a batch, in the order of the member codes. Refuses `batch_unknown`, and a batch whose settlements have no numbers yet (`statements_not_posted`). */
export function statementBatch(station: Station, db: ReadHandle, batchId: string): StatementBatch {
  const batch = findBatch(db, batchId);
  const rows = batch.runId === null ? [] : settlementsOfRun.all(db, { runId: batch.runId }).map((row): StatementRow => ({
    settlementId: row.ulid, number: settlementNumber(station, row) ?? refuse('statements_not_posted', { number: batch.number }), memberCode: row.memberCode, payeeName: row.payeeName,
  }));
  if (rows.length === 0) refuse('statements_not_posted', { number: batch.number });
  return { id: batch.ulid, number: batch.number, rows: inMemberOrder(rows) };
}

/** The drawn statements of a batch in this language by their numbers, asked for at once: the numbers of a batch follow each other. */
export function drawnStatements(db: ReadHandle, { rows }: StatementBatch, language: SheetLanguage): ReadonlyMap<string, DrawnRow> {
  const numbers = rows.map(({ number }) => number).toSorted(byText);
  const wanted = new Set(numbers);
  const drawn = drawnBetween.all(db, { ...statementForm(language), from: numbers[0] ?? '', to: numbers.at(-1) ?? '' });
  return new Map(drawn.filter(({ subject }) => wanted.has(subject)).map((row) => [row.subject, row]));
}
