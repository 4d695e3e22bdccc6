import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';
import { modeOfGoods } from './goods-mode.ts';

interface Ages { readonly dateTo: string; readonly today: string; readonly day7: string; readonly day30: string }

const open = (slot: <K extends keyof Ages>(name: K) => Ages[K]) => sql`
  FROM payable p WHERE p.business_date <= ${slot('dateTo')}
    AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.payable_id = p.id) AND NOT EXISTS (SELECT 1 FROM payable_void v WHERE v.payable_id = p.id)`;

interface UnsettledRow {
  readonly payeeId: string; readonly memberId: string; readonly memberCode: string; readonly name: string; readonly partyKind: 'member' | 'non_member'; readonly channel: 'cash' | 'bank';
  readonly mode: 'outright' | 'consignment'; readonly tickets: number; readonly oldest: string; readonly fen: number; readonly owedFen: number;
}
/** What each payee is owed for goods bought and for goods on consignment and nobody has claimed, with what they owe themselves. Reads every payable: meant for a worker thread. */
export const unsettledByPayee = textQuery<Ages, UnsettledRow>((slot) => sql<UnsettledRow>`
  SELECT y.ulid AS "payeeId", m.ulid AS "memberId", m.code AS "memberCode", y.name, o.party AS "partyKind", y.channel, o.mode, o.tickets, o.oldest, o.fen,
    coalesce((SELECT sum(left_fen) FROM open_item i WHERE i.payee_id = o.payee AND i.party_kind = o.party), 0) AS "owedFen"
  FROM (SELECT p.payee_id AS payee, p.party_kind AS party, ${modeOfGoods} AS mode, count(DISTINCT p.document_id) AS tickets, min(p.business_date) AS oldest, sum(p.amount_fen) AS fen ${open(slot)} GROUP BY p.payee_id, p.party_kind, 3) o
    JOIN payee y ON y.id = o.payee JOIN member m ON m.id = y.member_id ORDER BY o.oldest, m.code, o.mode DESC`);
/** The same money by age. */
export const unsettledByAge = textQuery<Ages, { bucket: 'today' | 'to_7' | 'to_30' | 'over_30'; mode: 'outright' | 'consignment'; fen: number; tickets: number }>((slot) => sql`
  SELECT CASE WHEN p.business_date >= ${slot('today')} THEN 'today' WHEN p.business_date >= ${slot('day7')} THEN 'to_7' WHEN p.business_date >= ${slot('day30')} THEN 'to_30' ELSE 'over_30' END AS bucket, ${modeOfGoods} AS mode,
    sum(p.amount_fen) AS fen, count(DISTINCT p.document_id) AS tickets ${open(slot)} GROUP BY 1, 2`);

interface QuoteTicket { readonly number: string; readonly businessDate: string; readonly fen: number }
/** The tickets behind a run's settlements, with what of each is in it. */
export const ticketsOfRun = textQuery<{ runId: number }, QuoteTicket>((slot) => sql<QuoteTicket>`
  SELECT d.number, p.business_date AS "businessDate", sum(l.amount_fen) AS fen FROM settlement s CROSS JOIN settlement_line l ON l.settlement_id = s.id JOIN payable p ON p.id = l.payable_id JOIN document d ON d.id = p.document_id
  WHERE s.run_id = ${slot('runId')} GROUP BY p.document_id ORDER BY p.business_date, p.document_id`);
export const recoveriesOfRun = textQuery<{ runId: number }, { number: string; kind: 'cash_advance' | 'input_credit'; fen: number; leftFen: number }>((slot) => sql`
  SELECT d.number, o.kind, r.amount_fen AS fen, r.left_fen AS "leftFen" FROM settlement s CROSS JOIN settlement_recovery r ON r.settlement_id = s.id JOIN open_item o ON o.document_id = r.open_item_id JOIN document d ON d.id = o.document_id
  WHERE s.run_id = ${slot('runId')} ORDER BY s.ordinal, r.ordinal`);

/** The first ticket of a run that still waits for its second person (a typed weight, other terms of deduction). Looked for from what waits, which is little. */
export const waitingTicketOfRun = textQuery<{ runId: number }, { number: string }>((slot) => sql`
  SELECT d.number FROM countersign w CROSS JOIN document d ON d.id = w.document_id CROSS JOIN payable p ON p.document_id = d.id CROSS JOIN claim c ON c.payable_id = p.id
  WHERE c.run_id = ${slot('runId')} ORDER BY d.id LIMIT 1`);

export const ticketForPayment = query<{ ulid: string }>()((k, slot) =>
  k.selectFrom('document').innerJoin('ticket', 'ticket.document_id', 'document.id').select(['id', 'number', 'business_date as businessDate', 'mode']).where('ulid', '=', slot('ulid')).where('type', '=', 'ticket').where('reverses_id', 'is', null));
