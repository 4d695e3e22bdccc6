import type { ReadHandle } from '../../../../db/connection.ts';
import { documentById } from '../../../../db/queries/books.queries.ts';
import { firstTransition, readingsOfDocument, rowsOfDocument } from '../../../../db/queries/digest.queries.ts';
import { digestOf } from '../../platform/digest.ts';
import { documentTables, tablesWithRowId } from './document-tables.ts';

/** Computes a document's digest from the rows as they stand now; `db verify` compares it with the event. Null for an unknown id. */
export function digestOfDocument(db: ReadHandle, documentId: number): string | null {
  const rows = rowsOfWholeDocument(db, documentId);
  return rows === null ? null : digestOf(rows);
}

/** All rows a document's digest covers, by table, as they stand now; null for an unknown id. */
export function rowsOfWholeDocument(db: ReadHandle, documentId: number): Readonly<Record<string, object[]>> | null {
  const head = documentById.first(db, { id: documentId });
  if (!head) return null;
  const rows: Record<string, object[]> = { document: [head] };
  for (const table of documentTables[head.type as keyof typeof documentTables] ?? []) {
    const found = rowsOfDocument(db, table, documentId);
    if (found.length > 0) rows[table] = tablesWithRowId.has(table) ? found : found.map(withoutRowId);
  }
  const readings = head.type === 'ticket' ? readingsOfDocument.all(db, { documentId }) : [];
  if (readings.length > 0) rows.reading = readings;
  rows.transition = firstTransition.all(db, { documentId }).map(withoutRowId);
  return rows;
}

export function withoutRowId(row: object): object {
  const { id: _id, ...rest } = row as { id?: number };
  return rest;
}
