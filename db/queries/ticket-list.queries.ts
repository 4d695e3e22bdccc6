import { sql } from 'kysely';
import type { Slots } from '../sql.ts';
import { textQuery } from '../sql.ts';

/** Filters of the ticket list; null means no filter. `text` is matched against number, member name and code. */
export interface TicketFilter {
  readonly from: string | null;
  readonly to: string | null;
  readonly product: string | null;
  readonly member: string | null;
  readonly text: string | null;
  readonly paid: 'yes' | 'no' | null;
  readonly only: 'typed' | 'overridden' | 'paper' | 'reversed' | null;
}

const from = sql`
  FROM document d
  JOIN ticket t ON t.document_id = d.id
  JOIN ticket_owner o ON o.document_id = d.id AND o.owner_no = 1
  JOIN member m ON m.id = o.member_id
  JOIN product p ON p.id = t.product_id
  JOIN user u ON u.id = d.posted_by
  LEFT JOIN document r ON r.reverses_id = d.id
  LEFT JOIN document b ON b.id = d.reverses_id
  LEFT JOIN ticket_paper w ON w.document_id = coalesce(d.reverses_id, d.id)`;

/** How far a ticket's payables are settled: counts of open, claimed by a running and by a posted run, and void; a delivery refused whole has none. */
const paid = sql<string>`
  CASE
    WHEN r.id IS NOT NULL OR d.reverses_id IS NOT NULL THEN 'reversed'
    ELSE (SELECT CASE
        WHEN count(*) = 0 THEN 'nothing'
        WHEN sum(rp.run_id IS NOT NULL) = count(*) THEN 'yes'
        WHEN sum(rp.run_id IS NOT NULL) > 0 THEN 'partly'
        WHEN sum(c.run_id IS NOT NULL) > 0 THEN 'in_run'
        ELSE 'no' END
      FROM payable y LEFT JOIN claim c ON c.payable_id = y.id LEFT JOIN run_posted rp ON rp.run_id = c.run_id
      WHERE y.document_id = d.id AND y.kind = 'line')
  END`;

const where = (slot: Slots<TicketFilter>) => sql`
  WHERE d.type = 'ticket'
    AND (${slot('from')} IS NULL OR d.business_date >= ${slot('from')})
    AND (${slot('to')} IS NULL OR d.business_date <= ${slot('to')})
    AND (${slot('product')} IS NULL OR p.ulid = ${slot('product')})
    AND (${slot('member')} IS NULL OR EXISTS (SELECT 1 FROM ticket_owner x JOIN member xm ON xm.id = x.member_id WHERE x.document_id = d.id AND xm.ulid = ${slot('member')}))
    AND (${slot('text')} IS NULL OR d.number LIKE '%' || ${slot('text')} || '%' OR m.name LIKE '%' || ${slot('text')} || '%' OR m.code LIKE '%' || ${slot('text')} || '%')
    AND (${slot('paid')} IS NULL OR CASE ${slot('paid')} WHEN 'yes' THEN ${paid} = 'yes' ELSE ${paid} IN ('no', 'partly', 'in_run') END)
    AND (${slot('only')} IS NULL OR (${slot('only')} = 'typed' AND t.typed = 1) OR (${slot('only')} = 'overridden' AND t.overridden = 1)
      OR (${slot('only')} = 'paper' AND w.written_at IS NOT NULL) OR (${slot('only')} = 'reversed' AND (r.id IS NOT NULL OR d.reverses_id IS NOT NULL)))`;

export interface ListedTicket {
  id: string; rowId: number; number: string; reverses: string | null; reversedBy: string | null; businessDate: string; postedAt: number;
  memberId: string; memberCode: string; memberName: string; owners: number; partyKind: 'member' | 'non_member'; productId: string; productNameZh: string; productNameEn: string;
  grades: string; baskets: number; grossGrams: number; tareGrams: number; netGrams: number; returnedGrams: number; settlementGrams: number; totalFen: number; mode: 'outright' | 'consignment';
  typed: number; overridden: number; fromPaper: number; paid: 'nothing' | 'no' | 'partly' | 'in_run' | 'yes' | 'reversed'; awaiting: number; postedBy: string;
}

const columns = sql`
  d.ulid AS id, d.id AS rowId, d.number, b.number AS reverses, r.number AS reversedBy, d.business_date AS businessDate, d.posted_at AS postedAt,
  m.ulid AS memberId, m.code AS memberCode, m.name AS memberName, (SELECT count(*) FROM ticket_owner oo WHERE oo.document_id = d.id) AS owners, t.party_kind AS partyKind,
  p.ulid AS productId, p.name_zh AS productNameZh, p.name_en AS productNameEn,
  coalesce((SELECT group_concat(l.grade, '+') FROM (SELECT grade FROM ticket_line WHERE document_id = coalesce(d.reverses_id, d.id) GROUP BY grade ORDER BY min(line_no)) l), '') AS grades,
  t.baskets, t.gross_g AS grossGrams, t.tare_g AS tareGrams, t.net_g AS netGrams, t.returned_g AS returnedGrams, t.settlement_g AS settlementGrams, t.total_fen AS totalFen, t.mode,
  t.typed, t.overridden, w.written_at IS NOT NULL AS fromPaper, ${paid} AS paid, EXISTS (SELECT 1 FROM countersign s WHERE s.document_id = d.id) AS awaiting, u.name AS postedBy`;

export const ticketList = textQuery<TicketFilter & { limit: number; offset: number }, ListedTicket>((slot) =>
  sql`SELECT ${columns} ${from} ${where(slot)} ORDER BY d.id DESC LIMIT ${slot('limit')} OFFSET ${slot('offset')}`);

interface TicketSums { total: number; baskets: number; grossGrams: number; netGrams: number; settlementGrams: number; outrightFen: number; consignedFen: number }

/** Totals over all rows the filter finds; reversals count negative, so a reversed ticket adds nothing. */
export const ticketSums = textQuery<TicketFilter, TicketSums>((slot) => sql`
  SELECT count(*) AS total, coalesce(sum(CASE WHEN d.reverses_id IS NULL THEN t.baskets ELSE -t.baskets END), 0) AS baskets, coalesce(sum(t.gross_g), 0) AS grossGrams,
    coalesce(sum(t.net_g), 0) AS netGrams, coalesce(sum(t.settlement_g), 0) AS settlementGrams, 
    coalesce(sum(t.total_fen) FILTER (WHERE t.mode = 'outright'), 0) AS outrightFen, coalesce(sum(t.total_fen) FILTER (WHERE t.mode = 'consignment'), 0) AS consignedFen ${from} ${where(slot)}`);

export const ticketHead = textQuery<{ ulid: string }, ListedTicket>((slot) => sql`SELECT ${columns} ${from} WHERE d.type = 'ticket' AND d.ulid = ${slot('ulid')}`);
