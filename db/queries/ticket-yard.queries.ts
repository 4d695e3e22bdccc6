import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

export const returnRows = query<{ documentId: number }>()((k, slot) =>
  k.selectFrom('ticket_return').select(['grams', 'reason']).where('document_id', '=', slot('documentId')).orderBy('ordinal'));
export const paperOf = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_paper').select(['page', 'written_at as writtenAt', 'late_reason as lateReason']).where('document_id', '=', slot('documentId')));

/** The ticket that already stands for a page of the paper book or a paper slip, reversed ones not counted. */
export const ticketOfPage = textQuery<{ page: string }, { number: string }>((slot) => sql`
  SELECT d.number FROM ticket_paper p JOIN document d ON d.id = p.document_id LEFT JOIN document r ON r.reverses_id = d.id WHERE p.page = ${slot('page')} AND r.id IS NULL LIMIT 1`);

/**
 * Net grams of a member's last deliveries of a product as one JSON list, newest first (a row for each costs more than finding it); reversed
 * ones, their reversals (whose grams are negative) and carts of several households are not counted.
 */
export const lastDeliveries = textQuery<{ memberUlid: string; productUlid: string; limit: number }, { netGrams: string }>((slot) => sql`
  SELECT json_group_array(grams) AS netGrams FROM (SELECT t.net_g AS grams FROM ticket_owner o CROSS JOIN ticket t ON t.document_id = o.document_id
    LEFT JOIN document r ON r.reverses_id = o.document_id
  WHERE o.member_id = (SELECT id FROM member WHERE ulid = ${slot('memberUlid')}) AND o.owner_no = 1 AND t.product_id = (SELECT id FROM product WHERE ulid = ${slot('productUlid')})
    AND t.net_g > 0 AND r.id IS NULL AND NOT EXISTS (SELECT 1 FROM ticket_owner more WHERE more.document_id = o.document_id AND more.owner_no = 2) ORDER BY o.document_id DESC LIMIT ${slot('limit')})`);
