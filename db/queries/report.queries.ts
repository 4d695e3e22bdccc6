import { sql } from 'kysely';
import { textQuery } from '../sql.ts';

interface DayHead { tickets: number; reversed: number; members: number; netGrams: number; outrightFen: number; consignedFen: number; typed: number; overridden: number }
/** Figures of one business day; a ticket and its reversal cancel out, and money for goods bought and on consignment is kept apart. */
export const dayHead = textQuery<{ day: string }, DayHead>((slot) => sql`
  SELECT coalesce(sum(d.reverses_id IS NULL), 0) AS tickets, coalesce(sum(d.reverses_id IS NOT NULL), 0) AS reversed, coalesce(sum(t.net_g), 0) AS netGrams, coalesce(sum(t.total_fen) FILTER (WHERE t.mode = 'outright'), 0) AS outrightFen,
    coalesce(sum(t.total_fen) FILTER (WHERE t.mode = 'consignment'), 0) AS consignedFen,
    coalesce(sum(t.typed = 1 AND d.reverses_id IS NULL), 0) AS typed, coalesce(sum(t.overridden = 1 AND d.reverses_id IS NULL), 0) AS overridden,
    (SELECT count(DISTINCT o.member_id) FROM ticket_owner o JOIN document x ON x.id = o.document_id WHERE x.type = 'ticket' AND x.business_date = ${slot('day')}) AS members
  FROM document d JOIN ticket t ON t.document_id = d.id WHERE d.type = 'ticket' AND d.business_date = ${slot('day')}`);

interface DayProduct { productId: string; nameZh: string; nameEn: string; mode: 'outright' | 'consignment'; tickets: number; netGrams: number; totalFen: number }
export const dayProducts = textQuery<{ day: string }, DayProduct>((slot) => sql`
  SELECT p.ulid AS productId, p.name_zh AS nameZh, p.name_en AS nameEn, t.mode, sum(d.reverses_id IS NULL) AS tickets, sum(t.net_g) AS netGrams, sum(t.total_fen) AS totalFen
  FROM document d JOIN ticket t ON t.document_id = d.id JOIN product p ON p.id = t.product_id WHERE d.type = 'ticket' AND d.business_date = ${slot('day')} GROUP BY p.id, t.mode ORDER BY totalFen DESC`);

/** Hours are counted in Asia/Shanghai. */
export const dayHours = textQuery<{ day: string }, { hour: number; productId: string; netGrams: number }>((slot) => sql`
  SELECT (d.posted_at / 3600000 + 8) % 24 AS hour, p.ulid AS productId, sum(t.net_g) AS netGrams
  FROM document d JOIN ticket t ON t.document_id = d.id JOIN product p ON p.id = t.product_id WHERE d.type = 'ticket' AND d.business_date = ${slot('day')} GROUP BY hour, p.id ORDER BY hour`);

export const recentDays = textQuery<{ from: string; day: string }, { date: string; netGrams: number; outrightFen: number; consignedFen: number }>((slot) => sql`
  SELECT d.business_date AS date, sum(t.net_g) AS netGrams, coalesce(sum(t.total_fen) FILTER (WHERE t.mode = 'outright'), 0) AS outrightFen,
    coalesce(sum(t.total_fen) FILTER (WHERE t.mode = 'consignment'), 0) AS consignedFen FROM document d JOIN ticket t ON t.document_id = d.id
  WHERE d.type = 'ticket' AND d.business_date BETWEEN ${slot('from')} AND ${slot('day')} GROUP BY d.business_date ORDER BY d.business_date`);

export const dayPaid = textQuery<{ day: string }, { fen: number }>((slot) => sql`
  SELECT coalesce(sum(p.total_fen), 0) AS fen FROM payout p JOIN document d ON d.id = p.document_id WHERE d.business_date = ${slot('day')}`);

/** Copies made on a day, of whatever day the document is. */
export const dayReprints = textQuery<{ from: number; to: number }, { n: number }>((slot) => sql`
  SELECT count(*) AS n FROM print_job j WHERE j.copy_no > 0 AND j.created_at >= ${slot('from')} AND j.created_at < ${slot('to')}`);

/** What was sent back on a day, and how many tickets came out of the paper book, without those reversed since; what was sent back with a reversed ticket cancels out. */
export const dayYard = textQuery<{ day: string }, { returnedGrams: number; fromPaper: number }>((slot) => sql`
  SELECT coalesce(sum(t.returned_g), 0) AS returnedGrams, 
    count(CASE WHEN NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) THEN p.written_at END) AS fromPaper
  FROM document d JOIN ticket t ON t.document_id = d.id LEFT JOIN ticket_paper p ON p.document_id = d.id
  WHERE d.type = 'ticket' AND d.business_date = ${slot('day')}`);
