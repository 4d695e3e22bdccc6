import type { ReadHandle } from '../connection.ts';
import type { Tables } from '../schema.ts';
import type { Query } from '../sql.ts';
import { query } from '../sql.ts';

const primaryKeys: Readonly<Record<string, readonly string[]>> = {
  ticket_owner: ['owner_no'], weighing: ['basket_no'], weighing_grade: ['basket_no'], ticket_measure: ['attribute'], ticket_measure_note: ['attribute'], ticket_line: ['line_no'], ticket_deduction: ['line_no', 'ordinal'], ticket_line_terms: ['line_no'], ticket_deduction_terms: ['line_no'], ticket_discount: ['line_no', 'ordinal'],
  ticket_photo: ['ordinal'], payable: ['id'], payable_void: ['payable_id'], lot: ['id'], price: ['id'], price_premium: ['id'], movement: ['ordinal'], journal_line: ['line_no'], cash_line: ['line_no'], payout_line: ['line_no'],
};

const selects = new Map<string, Query<{ documentId: number }, object>>();

/** All rows of one table that belong to a document, in the order they were written (ascending key). */
export function rowsOfDocument(db: ReadHandle, table: keyof Tables, documentId: number): object[] {
  let statement = selects.get(table);
  if (!statement) {
    statement = query<{ documentId: number }>()((k, slot) => {
      const rows = k.selectFrom(table as 'ticket').selectAll().where('document_id', '=', slot('documentId'));
      return (primaryKeys[table] ?? []).reduce((ordered, column) => ordered.orderBy(column as 'document_id'), rows);
    }) as Query<{ documentId: number }, object>;
    selects.set(table, statement);
  }
  return statement.all(db, { documentId });
}

export const firstTransition = query<{ documentId: number }>()((k, slot) =>
  k.selectFrom('transition').selectAll().where('document_id', '=', slot('documentId')).where('ordinal', '=', 1));

/** The readings behind a ticket's baskets, by basket, gross before tare. */
export const readingsOfDocument = query<{ documentId: number }>()((k, slot) =>
  k.selectFrom('reading')
    .where('id', 'in', (eb) => eb.selectFrom('weighing').select('gross_reading_id as id').where('document_id', '=', slot('documentId')).where('gross_reading_id', 'is not', null)
      .union(eb.selectFrom('weighing').select('tare_reading_id as id').where('document_id', '=', slot('documentId')).where('tare_reading_id', 'is not', null)) as never)
    .selectAll().orderBy('id'));
