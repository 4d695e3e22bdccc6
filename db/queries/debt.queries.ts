import { sql } from 'kysely';
import { command, query, textQuery } from '../sql.ts';

/** A member with the payee that debts are booked on: the first active one. */
export const debtorByUlid = query<{ ulid: string }>()((k, slot) =>
  k.selectFrom('member').innerJoin('payee', 'payee.member_id', 'member.id')
    .select(['member.id as memberRowId', 'member.ulid as memberId', 'member.code', 'member.name', 'member.kind', 'member.status', 'payee.id as payeeRowId'])
    .where('member.ulid', '=', slot('ulid')).where('payee.active', '=', 1).orderBy('payee.id').limit(1));

interface DebtView {
  readonly documentId: string; readonly number: string; readonly kind: 'cash_advance' | 'input_credit'; readonly memberId: string; readonly memberCode: string; readonly memberName: string;
  readonly businessDate: string; readonly goods: string | null; readonly originalFen: number; readonly leftFen: number;
}
/** Debts of one member or of all, oldest first; `openOnly` 1 leaves out what is recovered. */
export const debtList = textQuery<{ memberUlid: string | null; openOnly: 0 | 1 }, DebtView>((slot) => sql<DebtView>`
  SELECT d.ulid AS "documentId", d.number, o.kind, m.ulid AS "memberId", m.code AS "memberCode", m.name AS "memberName", o.business_date AS "businessDate", b.goods, o.original_fen AS "originalFen", o.left_fen AS "leftFen"
  FROM open_item o JOIN document d ON d.id = o.document_id JOIN debt b ON b.document_id = o.document_id JOIN member m ON m.id = o.member_id
  WHERE (${slot('memberUlid')} IS NULL OR m.ulid = ${slot('memberUlid')}) AND (${slot('openOnly')} = 0 OR o.left_fen > 0) ORDER BY o.business_date, d.id`);

/** An open item as it stands, with whose it is. */
export const openItem = textQuery<{ documentId: number }, { leftFen: number; originalFen: number; partyKind: 'member' | 'non_member'; memberRowId: number; memberUlid: string; memberName: string }>((slot) => sql`
  SELECT o.left_fen AS "leftFen", o.original_fen AS "originalFen", o.party_kind AS "partyKind", m.id AS "memberRowId", m.ulid AS "memberUlid", m.name AS "memberName"
  FROM open_item o JOIN member m ON m.id = o.member_id WHERE o.document_id = ${slot('documentId')}`);
/** Moves what is left of a debt; less than nothing, or more than it was, is refused by the table. */
export const shiftItem = command<{ documentId: number; fen: number }>()((k, slot) =>
  k.updateTable('open_item').set((eb) => ({ left_fen: eb('left_fen', '+', slot('fen')) })).where('document_id', '=', slot('documentId')));
/** Runs, not yet posted, that counted on an open item. */
export const runsOnItem = textQuery<{ documentId: number }, { runId: number; runState: string; batchId: number }>((slot) => sql`
  SELECT DISTINCT x.run_id AS "runId", r.state AS "runState", r.document_id AS "batchId" FROM settlement_recovery x JOIN settlement_run r ON r.id = x.run_id
  WHERE x.open_item_id = ${slot('documentId')} AND r.state IN ('calculating', 'calculated')`);
export const repaymentOf = query<{ documentId: number }>()((k, slot) => k.selectFrom('debt_repayment').select(['debt_id as debtId', 'amount_fen as amountFen']).where('document_id', '=', slot('documentId')));
