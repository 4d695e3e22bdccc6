import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

export interface DayGoodsRow { productZh: string; productEn: string; grade: string; schemeDefinition: string | null; mode: 'outright' | 'consignment'; lines: number; netGrams: number; settlementGrams: number; amountFen: number }
/** Priced lines of a day by product, grade and way of buying; the lines of a ticket reversed on the day are taken off, whatever day it is of. */
export const dayGoods = textQuery<{ day: string }, DayGoodsRow>((slot) => sql`
  SELECT p.name_zh AS productZh, p.name_en AS productEn, l.grade, s.definition AS schemeDefinition, l.mode, sum(CASE WHEN d.reverses_id IS NULL THEN 1 ELSE -1 END) AS lines,
    sum(CASE WHEN d.reverses_id IS NULL THEN l.net_g ELSE -l.net_g END) AS netGrams, sum(CASE WHEN d.reverses_id IS NULL THEN l.settlement_g ELSE -l.settlement_g END) AS settlementGrams,
    sum(CASE WHEN d.reverses_id IS NULL THEN l.amount_fen ELSE -l.amount_fen END) AS amountFen
  FROM document d JOIN ticket t ON t.document_id = d.id JOIN ticket_line l ON l.document_id = coalesce(d.reverses_id, d.id) JOIN product p ON p.id = l.product_id LEFT JOIN scheme s ON s.id = t.scheme_id
  WHERE d.type = 'ticket' AND d.business_date = ${slot('day')} GROUP BY p.id, l.grade, l.mode, t.scheme_id ORDER BY p.code, l.mode DESC, l.grade`);

export interface DayTicketRow {
  at: number; number: string; seller: string; owners: number; productZh: string; productEn: string; netGrams: number; settlementGrams: number; totalFen: number;
  typed: number; overridden: number; fromPaper: number; reverses: number; reversed: number;
}
/** Every ticket and reversal of a day in the order they were posted. */
export const dayTickets = textQuery<{ day: string }, DayTicketRow>((slot) => sql`
  SELECT d.posted_at AS at, d.number, (SELECT m.name FROM ticket_owner o JOIN member m ON m.id = o.member_id WHERE o.document_id = d.id ORDER BY o.owner_no LIMIT 1) AS seller,
    (SELECT count(*) FROM ticket_owner o WHERE o.document_id = d.id) AS owners, p.name_zh AS productZh, p.name_en AS productEn, t.net_g AS netGrams, t.settlement_g AS settlementGrams, t.total_fen AS totalFen,
    t.typed, t.overridden, EXISTS (SELECT 1 FROM ticket_paper w WHERE w.document_id = d.id) AS fromPaper, d.reverses_id IS NOT NULL AS reverses, EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) AS reversed
  FROM document d JOIN ticket t ON t.document_id = d.id JOIN product p ON p.id = t.product_id WHERE d.type = 'ticket' AND d.business_date = ${slot('day')} ORDER BY d.id`);

export interface DayVoidRow { at: number; number: string; original: string; replacedBy: string | null; reason: string | null; by: string; approvedBy: string | null; totalFen: number }
export const dayVoids = textQuery<{ day: string }, DayVoidRow>((slot) => sql`
  SELECT d.posted_at AS at, d.number, o.number AS original, (SELECT n.number FROM document n WHERE n.replaces_id = o.id ORDER BY n.id LIMIT 1) AS replacedBy, d.reason, u.name AS "by", a.name AS approvedBy, t.total_fen AS totalFen
  FROM document d JOIN document o ON o.id = d.reverses_id JOIN ticket t ON t.document_id = d.id JOIN user u ON u.id = d.posted_by LEFT JOIN user a ON a.id = d.approved_by
  WHERE d.type = 'ticket' AND d.business_date = ${slot('day')} ORDER BY d.id`);

/** Baskets whose weight was typed, those of tickets reversed since included: the paper says what people did. */
export const dayTyped = textQuery<{ day: string }, { number: string; basketNo: number; grossGrams: number; reason: string; by: string }>((slot) => sql`
  SELECT d.number, w.basket_no AS basketNo, w.gross_g AS grossGrams, w.typed_reason AS reason, u.name AS "by"
  FROM document d JOIN weighing w ON w.document_id = d.id JOIN user u ON u.id = w.typed_by WHERE d.type = 'ticket' AND d.business_date = ${slot('day')} AND w.typed = 1 ORDER BY d.id, w.basket_no`);

/** The cash boxes over a day: what was in them before, and what came and went for which purpose, in fen; outgoing money is negative. */
export const dayBoxes = textQuery<{ day: string }, { name: string; openingFen: number; inFen: number; paidFen: number; advancedFen: number; otherFen: number }>((slot) => sql`
  SELECT b.name, coalesce(sum(CASE WHEN d.business_date < ${slot('day')} THEN l.amount_fen END), 0) AS openingFen,
    coalesce(sum(CASE WHEN d.business_date = ${slot('day')} AND l.purpose = 'float_in' THEN l.amount_fen END), 0) AS inFen,
    coalesce(sum(CASE WHEN d.business_date = ${slot('day')} AND l.purpose = 'payout' THEN l.amount_fen END), 0) AS paidFen,
    coalesce(sum(CASE WHEN d.business_date = ${slot('day')} AND l.purpose = 'advance' THEN l.amount_fen END), 0) AS advancedFen,
    coalesce(sum(CASE WHEN d.business_date = ${slot('day')} AND l.purpose IN ('float_out', 'repayment', 'difference', 'reversal') THEN l.amount_fen END), 0) AS otherFen
  FROM cash_box b LEFT JOIN cash_line l ON l.cash_box_id = b.id LEFT JOIN document d ON d.id = l.document_id GROUP BY b.id ORDER BY b.id`);

export const dayPayouts = textQuery<{ day: string }, { number: string; method: 'cash' | 'bank'; lines: number; totalFen: number; by: string; approvedBy: string | null }>((slot) => sql`
  SELECT d.number, p.method, p.lines, p.total_fen AS totalFen, u.name AS "by", a.name AS approvedBy
  FROM document d JOIN payout p ON p.document_id = d.id JOIN user u ON u.id = d.posted_by LEFT JOIN user a ON a.id = d.approved_by WHERE d.business_date = ${slot('day')} ORDER BY d.id`);

/** The last event of a device before a moment. */
export const headBefore = query<{ device: string; before: number }>()((k, slot) =>
  k.selectFrom('event').select(['seq', 'hash as head']).where('device', '=', slot('device')).where('at', '<', slot('before')).orderBy('seq', 'desc').limit(1));

/** Documents posted until a day that still wait for a second person. */
export const waitingUntil = textQuery<{ day: string }, { number: string; by: string; amountFen: number }>((slot) => sql`
  SELECT d.number, u.name AS "by", coalesce((SELECT total_fen FROM ticket t WHERE t.document_id = d.id), (SELECT total_fen FROM payout p WHERE p.document_id = d.id),
      (SELECT amount_fen FROM debt b WHERE b.document_id = d.id), (SELECT sum(amount_fen) FROM cash_line l WHERE l.document_id = d.id), 0) AS amountFen
  FROM countersign c JOIN document d ON d.id = c.document_id JOIN user u ON u.id = c.requested_by WHERE d.business_date <= ${slot('day')} ORDER BY d.id`);
