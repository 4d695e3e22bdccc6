import { sql } from 'kysely';
import { command, query, textQuery } from '../sql.ts';

export const cashBoxByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('cash_box').select(['id', 'ulid', 'name', 'day_limit_fen as dayLimitFen']).where('ulid', '=', slot('ulid')));

/**
 * Money handed to people from a box on one day: payouts and advances, without what was taken back to the bank. An advance of the same day that
 * was booked back counts no more; one of an earlier day leaves this day's sum as it is.
 */
export const spentOnDay = textQuery<{ cashBoxId: number; day: string }, { fen: number }>((slot) => sql`
  SELECT -coalesce(sum(l.amount_fen), 0) AS fen FROM document d CROSS JOIN cash_line l ON l.document_id = d.id
  WHERE d.type IN ('payout', 'cash_advance') AND d.business_date = ${slot('day')} AND l.cash_box_id = ${slot('cashBoxId')} AND l.purpose IN ('payout', 'advance', 'reversal')
    AND (d.reverses_id IS NULL OR (SELECT o.business_date FROM document o WHERE o.id = d.reverses_id) = d.business_date)`);

export const cashBoxes = textQuery<object, { rowId: number; id: string; name: string; dayLimitFen: number; balanceFen: number }>(() => sql`
  SELECT c.id AS "rowId", c.ulid AS id, c.name, c.day_limit_fen AS "dayLimitFen", coalesce(b.balance_fen, 0) AS "balanceFen" FROM cash_box c LEFT JOIN cash_balance b ON b.cash_box_id = c.id ORDER BY c.id`);

export const cashBalance = query<{ cashBoxId: number }>()((k, slot) => k.selectFrom('cash_balance').select('balance_fen as balanceFen').where('cash_box_id', '=', slot('cashBoxId')));
export const openBalance = command<{ cashBoxId: number }>()((k, slot) =>
  k.insertInto('cash_balance').values({ cash_box_id: slot('cashBoxId'), balance_fen: 0 }).onConflict((oc) => oc.doNothing()));
/** Moves the balance of a box; a balance below zero is refused by the table. */
export const shiftBalance = command<{ cashBoxId: number; fen: number }>()((k, slot) =>
  k.updateTable('cash_balance').set((eb) => ({ balance_fen: eb('balance_fen', '+', slot('fen')) })).where('cash_box_id', '=', slot('cashBoxId')));

export const cashBefore = textQuery<{ cashBoxId: number; day: string }, { fen: number }>((slot) => sql`
  SELECT coalesce(sum(l.amount_fen), 0) AS fen FROM cash_line l JOIN document d ON d.id = l.document_id WHERE l.cash_box_id = ${slot('cashBoxId')} AND d.business_date < ${slot('day')}`);
interface CashBookRow { readonly documentId: string; readonly number: string; readonly at: number; readonly purpose: string; readonly note: string | null; readonly amountFen: number; readonly user: string; readonly approvedBy: string | null }
export const cashBook = textQuery<{ cashBoxId: number; from: string; to: string }, CashBookRow>((slot) => sql<CashBookRow>`
  SELECT d.ulid AS "documentId", d.number, d.posted_at AS at, l.purpose, l.note, l.amount_fen AS "amountFen", u.name AS user,
    (SELECT a.name FROM transition x JOIN user a ON a.id = coalesce(x.approved_by, CASE x.state WHEN 'countersigned' THEN x.user_id END) WHERE x.document_id = d.id ORDER BY x.ordinal DESC LIMIT 1) AS "approvedBy"
  FROM cash_line l JOIN document d ON d.id = l.document_id JOIN user u ON u.id = d.posted_by
  WHERE l.cash_box_id = ${slot('cashBoxId')} AND d.business_date BETWEEN ${slot('from')} AND ${slot('to')} ORDER BY d.id, l.line_no`);
/** What a document moved, box by box. */
export const cashLinesOf = textQuery<{ documentId: number }, { boxUlid: string; amountFen: number }>((slot) => sql`
  SELECT b.ulid AS "boxUlid", l.amount_fen AS "amountFen" FROM cash_line l JOIN cash_box b ON b.id = l.cash_box_id WHERE l.document_id = ${slot('documentId')} ORDER BY l.line_no`);
