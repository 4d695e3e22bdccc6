import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

export interface VoucherDebt { readonly kind: 'cash_advance' | 'input_credit'; readonly memberUlid: string; readonly memberId: number; readonly amountFen: number; readonly goods: string | null; readonly consent: string }
/** The debt a document made, and whose it is. */
export const debtOfDocument = textQuery<{ documentId: number }, VoucherDebt>((slot) => sql<VoucherDebt>`
  SELECT b.kind, m.ulid AS "memberUlid", m.id AS "memberId", b.amount_fen AS "amountFen", b.goods, b.consent FROM debt b JOIN member m ON m.id = b.member_id WHERE b.document_id = ${slot('documentId')}`);

/** The money a document moved in a cash box; below zero it went out. */
export const cashOfDocument = query<{ documentId: number }>()((k, slot) => k.selectFrom('cash_line').select(['amount_fen as amountFen', 'note']).where('document_id', '=', slot('documentId')).orderBy('line_no').limit(1));

export interface PaidSettlement { readonly settlementId: number; readonly memberUlid: string; readonly memberId: number; readonly grossFen: number; readonly paidFen: number }
/** What a payout paid in cash, one row a settlement; none where it went by bank. */
export const cashPaidByPayout = textQuery<{ documentId: number }, PaidSettlement>((slot) => sql<PaidSettlement>`
  SELECT s.id AS "settlementId", m.ulid AS "memberUlid", m.id AS "memberId", s.gross_fen AS "grossFen", l.amount_fen AS "paidFen"
  FROM payout p JOIN payout_line l ON l.document_id = p.document_id JOIN settlement s ON s.id = l.settlement_id JOIN member m ON m.id = s.member_id
  WHERE p.document_id = ${slot('documentId')} AND p.method = 'cash' ORDER BY l.line_no`);

/** The debt that a repayment went to, and whose it is. */
export const debtPaidOn = textQuery<{ documentId: number }, { number: string; memberUlid: string; memberId: number }>((slot) => sql`
  SELECT d.number, m.ulid AS "memberUlid", m.id AS "memberId" FROM debt b JOIN document d ON d.id = b.document_id JOIN member m ON m.id = b.member_id WHERE b.document_id = ${slot('documentId')}`);
/** The payment that came back, and by which payout it had gone. */
export const paymentReturned = textQuery<{ documentId: number }, { memberUlid: string; payoutNumber: string; amountFen: number }>((slot) => sql`
  SELECT m.ulid AS "memberUlid", d.number AS "payoutNumber", r.amount_fen AS "amountFen"
  FROM payout_return r JOIN document d ON d.id = r.payout_id JOIN settlement s ON s.id = r.settlement_id JOIN member m ON m.id = s.member_id WHERE r.document_id = ${slot('documentId')}`);
