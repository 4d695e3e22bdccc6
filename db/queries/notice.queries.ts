import { sql } from 'kysely';
import { textQuery } from '../sql.ts';

export interface NoticePersonRow {
  code: string; name: string; houseGroup: string | null; partyKind: 'member' | 'non_member'; phoneMasked: string | null; residentMasked: string | null; accountMasked: string | null;
  tickets: number; settlementGrams: number; amountFen: number; recoveredFen: number; paidFen: number; openFen: number;
}
/**
 * Per person, in grams and fen: what was brought in a period and how much of it no settlement holds yet, what was kept back for debts by the
 * settlements of the period, and what was paid out in it. Void payables do not count, and money released from a settlement counts as open, not as brought again; who came as a member and as none has a row for each.
 */
export const noticePeople = textQuery<{ from: string; to: string }, NoticePersonRow>((slot) => sql`
  WITH part AS (
    SELECT y.member_id, y.party_kind, CASE WHEN y.kind = 'line' THEN y.document_id END AS ticket, y.settlement_g AS grams, CASE WHEN y.kind <> 'released' THEN y.amount_fen ELSE 0 END AS fen, 0 AS recovered, 0 AS paid, CASE WHEN rp.run_id IS NULL THEN y.amount_fen ELSE 0 END AS open
    FROM payable y LEFT JOIN payable_void v ON v.payable_id = y.id LEFT JOIN claim c ON c.payable_id = y.id LEFT JOIN run_posted rp ON rp.run_id = c.run_id
    WHERE v.payable_id IS NULL AND y.business_date BETWEEN ${slot('from')} AND ${slot('to')}
    UNION ALL SELECT s.member_id, s.party_kind, NULL, 0, 0, s.recovered_fen, 0, 0 FROM settlement s JOIN run_posted rp ON rp.run_id = s.run_id WHERE rp.business_date BETWEEN ${slot('from')} AND ${slot('to')}
    UNION ALL SELECT s.member_id, s.party_kind, NULL, 0, 0, 0, l.amount_fen, 0 FROM payout_line l JOIN document d ON d.id = l.document_id JOIN settlement s ON s.id = l.settlement_id WHERE d.business_date BETWEEN ${slot('from')} AND ${slot('to')}
    UNION ALL SELECT s.member_id, s.party_kind, NULL, 0, 0, 0, -l.amount_fen, 0 FROM payout_return l JOIN document d ON d.id = l.document_id JOIN settlement s ON s.id = l.settlement_id WHERE d.business_date BETWEEN ${slot('from')} AND ${slot('to')})
  SELECT m.code, m.name, m.house_group AS houseGroup, part.party_kind AS partyKind, m.phone_masked AS phoneMasked, m.resident_masked AS residentMasked,
    (SELECT a.account_masked FROM payee p JOIN payee_account a ON a.payee_id = p.id WHERE p.member_id = m.id AND p.channel = 'bank' AND a.active = 1 ORDER BY a.id DESC LIMIT 1) AS accountMasked,
    count(DISTINCT part.ticket) AS tickets, sum(part.grams) AS settlementGrams, sum(part.fen) AS amountFen, sum(part.recovered) AS recoveredFen, sum(part.paid) AS paidFen, sum(part.open) AS openFen
  FROM part JOIN member m ON m.id = part.member_id GROUP BY m.id, part.party_kind ORDER BY m.code`);

export interface NoticePriceRow { productZh: string; productEn: string; grade: string; schemeDefinition: string | null; priceE4: number; priceSheet: string; from: string; to: string; settlementGrams: number; amountFen: number }
/** The prices that were paid in a period, with the days and the weight at each; tickets reversed by now are left out. */
export const noticePrices = textQuery<{ from: string; to: string }, NoticePriceRow>((slot) => sql`
  SELECT p.name_zh AS productZh, p.name_en AS productEn, l.grade, s.definition AS schemeDefinition, l.price_e4 AS priceE4, sheet.number AS priceSheet, min(d.business_date) AS "from", max(d.business_date) AS "to",
    sum(l.settlement_g) AS settlementGrams, sum(l.amount_fen) AS amountFen
  FROM document d JOIN ticket t ON t.document_id = d.id JOIN ticket_line l ON l.document_id = d.id JOIN product p ON p.id = l.product_id JOIN price pr ON pr.id = l.price_id JOIN document sheet ON sheet.id = pr.document_id
    LEFT JOIN scheme s ON s.id = t.scheme_id
  WHERE d.type = 'ticket' AND d.business_date BETWEEN ${slot('from')} AND ${slot('to')} AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) AND +d.reverses_id IS NULL
  GROUP BY p.id, l.grade, l.price_e4, sheet.id ORDER BY p.code, l.grade, "from", l.price_e4`);

export const noticePayouts = textQuery<{ from: string; to: string }, { number: string; date: string; method: 'cash' | 'bank'; lines: number; totalFen: number }>((slot) => sql`
  SELECT d.number, d.business_date AS date, p.method, p.lines, p.total_fen AS totalFen FROM payout p JOIN document d ON d.id = p.document_id
  WHERE d.business_date BETWEEN ${slot('from')} AND ${slot('to')} ORDER BY d.id`);
