import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

/** Net grams of lines inside the quota, over all versions of a contract; a reversed ticket gives its grams back. */
const delivered = sql`coalesce((SELECT sum(l.net_g) FROM farm_contract v JOIN ticket_line_terms u ON u.contract_id = v.document_id
    JOIN ticket_line l ON l.document_id = u.document_id AND l.line_no = u.line_no AND l.quota_part = 'contract'
  WHERE v.series_id = c.series_id AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = u.document_id)), 0)`;
/** A contract is never edited: the newest version of its series is the one that counts. */
const newest = sql`c.document_id = (SELECT max(x.document_id) FROM farm_contract x WHERE x.series_id = c.series_id)`;
/** The version that was the newest at a moment; before any was written down it is the first, because a contract may be typed in late. */
const heldAt = (at: unknown) => sql`c.document_id = coalesce((SELECT max(x.document_id) FROM farm_contract x JOIN document y ON y.id = x.document_id WHERE x.series_id = c.series_id AND y.posted_at <= ${at}), c.series_id)`;
/** All versions fill one quota: the newest says how much it is. */
const quotaOfSeries = sql`(SELECT x.quota_g FROM farm_contract x WHERE x.series_id = c.series_id ORDER BY x.document_id DESC LIMIT 1)`;

interface PricingContract { rowId: number; contractId: string; ownerId: string; grade: string | null; floorE4: number; quotaGrams: number; deliveredGrams: number }
/** Contracts of some members (row ids as a JSON list) for a product in the version of a moment, that hold on its day and were not ended by then, the one that ends first in front. */
export const contractsForPricing = textQuery<{ members: string; productId: number; day: string; at: number }, PricingContract>((slot) => sql`
  SELECT c.document_id AS rowId, d.ulid AS contractId, m.ulid AS ownerId, c.grade, c.floor_e4 AS floorE4, ${quotaOfSeries} AS quotaGrams, ${delivered} AS deliveredGrams
  FROM farm_contract c JOIN document d ON d.id = c.document_id JOIN member m ON m.id = c.member_id
  WHERE c.member_id IN (SELECT value FROM json_each(${slot('members')})) AND c.product_id = ${slot('productId')} AND ${slot('day')} BETWEEN c.valid_from AND c.valid_to AND ${heldAt(slot('at'))}
    AND NOT EXISTS (SELECT 1 FROM farm_contract z JOIN transition e ON e.document_id = z.document_id WHERE z.series_id = c.series_id AND e.state = 'closed' AND e.at <= ${slot('at')})
  ORDER BY c.valid_to, c.document_id`);

interface PricingPremium { ownerId: string; certificateRowId: number; certificateId: string; kind: string; number: string; premiumRowId: number; premiumId: string; premiumE4: number }
/** What the valid certificates of some members add to the price of a product at a moment. */
export const premiumsForPricing = textQuery<{ members: string; productId: number; day: string; at: number }, PricingPremium>((slot) => sql`
  SELECT m.ulid AS ownerId, k.id AS certificateRowId, k.ulid AS certificateId, k.kind, k.number, x.id AS premiumRowId, x.ulid AS premiumId, x.premium_e4 AS premiumE4
  FROM member_certificate k JOIN member m ON m.id = k.member_id
    JOIN price_premium x ON x.id = (SELECT y.id FROM price_premium y WHERE y.product_id = ${slot('productId')} AND y.kind = k.kind AND y.effective_from <= ${slot('at')} ORDER BY y.effective_from DESC, y.id DESC LIMIT 1)
  WHERE k.member_id IN (SELECT value FROM json_each(${slot('members')})) AND k.active = 1 AND (k.product_id IS NULL OR k.product_id = ${slot('productId')})
    AND ${slot('day')} BETWEEN k.valid_from AND k.valid_to AND x.premium_e4 > 0
  ORDER BY k.id`);

export interface ListedContract {
  rowId: number; seriesId: number; id: string; number: string; replaces: string | null; memberId: string; memberCode: string; memberName: string; productId: string; productNameZh: string; productNameEn: string; tradedUnit: 'kg' | 'jin';
  grade: string | null; validFrom: string; validTo: string; quotaGrams: number; deliveredGrams: number; floorE4: number; paperNo: string | null; signedOn: string; note: string | null; endedAt: number | null; endedReason: string | null; by: string; at: number;
}
const listed = sql`
  SELECT d.id AS rowId, c.series_id AS seriesId, d.ulid AS id, d.number, before.number AS replaces, m.ulid AS memberId, m.code AS memberCode, m.name AS memberName,
    p.ulid AS productId, p.name_zh AS productNameZh, p.name_en AS productNameEn, p.traded_unit AS tradedUnit, c.grade, c.valid_from AS validFrom, c.valid_to AS validTo,
    c.quota_g AS quotaGrams, ${delivered} AS deliveredGrams, c.floor_e4 AS floorE4, c.paper_no AS paperNo, c.signed_on AS signedOn, c.note, e.at AS endedAt, e.reason AS endedReason, u.name AS by, d.posted_at AS at
  FROM farm_contract c JOIN document d ON d.id = c.document_id JOIN member m ON m.id = c.member_id JOIN product p ON p.id = c.product_id JOIN user u ON u.id = d.posted_by
    LEFT JOIN document before ON before.id = d.replaces_id LEFT JOIN transition e ON e.document_id = d.id AND e.state = 'closed'`;

/** The newest version of every contract, of one member only where one is named; the one that ends last in front. */
export const contractList = textQuery<{ memberUlid: string | null }, ListedContract>((slot) => sql`
  ${listed} WHERE ${newest} AND (${slot('memberUlid')} IS NULL OR m.ulid = ${slot('memberUlid')}) ORDER BY c.valid_to DESC, d.id DESC LIMIT 500`);
export const contractByUlid = textQuery<{ ulid: string }, ListedContract>((slot) => sql`${listed} WHERE d.ulid = ${slot('ulid')}`);
/** All versions of a contract, the newest first. */
export const contractVersions = textQuery<{ seriesId: number }, ListedContract>((slot) => sql`${listed} WHERE c.series_id = ${slot('seriesId')} ORDER BY d.id DESC`);

interface Delivery { ticketId: string; number: string; businessDate: string; grams: number; priceE4: number; inside: number; reversed: number }
/** The lines behind what was delivered, newest first; goods beyond the quota and reversed tickets are named as such. */
export const contractDeliveries = textQuery<{ seriesId: number }, Delivery>((slot) => sql`
  SELECT d.ulid AS ticketId, d.number, d.business_date AS businessDate, l.net_g AS grams, l.price_e4 AS priceE4, l.quota_part = 'contract' AS inside, EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) AS reversed
  FROM farm_contract v JOIN ticket_line_terms u ON u.contract_id = v.document_id JOIN ticket_line l ON l.document_id = u.document_id AND l.line_no = u.line_no JOIN document d ON d.id = u.document_id
  WHERE v.series_id = ${slot('seriesId')} ORDER BY d.id DESC, l.line_no LIMIT 500`);

interface Certificate { id: string; version: number; memberId: string; productId: string | null; kind: string; number: string; validFrom: string; validTo: string; active: number }
export const certificatesOf = textQuery<{ memberUlid: string }, Certificate>((slot) => sql`
  SELECT k.ulid AS id, k.version, m.ulid AS memberId, p.ulid AS productId, k.kind, k.number, k.valid_from AS validFrom, k.valid_to AS validTo, k.active
  FROM member_certificate k JOIN member m ON m.id = k.member_id LEFT JOIN product p ON p.id = k.product_id WHERE m.ulid = ${slot('memberUlid')} ORDER BY k.active DESC, k.valid_to DESC, k.id`);
export const certificateByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('member_certificate').selectAll().where('ulid', '=', slot('ulid')));

interface LineTermsRow { lineNo: number; quotaPart: 'board' | 'contract'; boardE4: number; baseE4: number; contractNumber: string | null; contractId: string | null; floorE4: number | null; certificateKind: 'green' | 'organic' | 'gi' | 'gap' | null; certificateNo: string | null; premiumE4: number }
/** How the prices of a ticket's lines came about, for the lines that do not follow the board alone. */
export const detailTerms = textQuery<{ documentId: number }, LineTermsRow>((slot) => sql`
  SELECT u.line_no AS lineNo, l.quota_part AS quotaPart, u.board_e4 AS boardE4, u.base_e4 AS baseE4, k.number AS contractNumber, k.ulid AS contractId, u.floor_e4 AS floorE4,
    u.certificate_kind AS certificateKind, u.certificate_no AS certificateNo, u.premium_e4 AS premiumE4
  FROM ticket_line_terms u JOIN ticket_line l ON l.document_id = u.document_id AND l.line_no = u.line_no LEFT JOIN document k ON k.id = u.contract_id
  WHERE u.document_id = ${slot('documentId')} ORDER BY u.line_no`);
