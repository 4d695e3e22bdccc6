import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

export const allProducts = query<object>()((k) => k.selectFrom('product').selectAll().orderBy('id'));
export const allContainers = query<object>()((k) => k.selectFrom('container').selectAll().orderBy('id'));

interface BoardRow { productId: string; grade: string; quotaPart: 'board' | 'contract'; priceE4: number; effectiveFrom: number; sheetNumber: string; priceId: string }
/** For each product, grade and quota part the price in force: latest effective time, later sheet first. */
export const priceBoard = textQuery<{ at: number }, BoardRow>((slot) => sql`
  SELECT productId, grade, quotaPart, priceE4, effectiveFrom, sheetNumber, priceId FROM (
    SELECT p.ulid AS productId, x.grade, x.quota_part AS quotaPart, x.price_e4 AS priceE4, x.effective_from AS effectiveFrom, d.number AS sheetNumber, x.ulid AS priceId,
      row_number() OVER (PARTITION BY x.product_id, x.grade, x.quota_part ORDER BY x.effective_from DESC, x.id DESC) AS place
    FROM price x JOIN product p ON p.id = x.product_id JOIN document d ON d.id = x.document_id WHERE x.effective_from <= ${slot('at')}) WHERE place = 1 ORDER BY productId, grade`);

/** For each product, grade and quota part the next price that begins within a time, the later sheet first. */
export const nextPrices = textQuery<{ after: number; before: number }, BoardRow>((slot) => sql`
  SELECT productId, grade, quotaPart, priceE4, effectiveFrom, sheetNumber, priceId FROM (
    SELECT p.ulid AS productId, x.grade, x.quota_part AS quotaPart, x.price_e4 AS priceE4, x.effective_from AS effectiveFrom, d.number AS sheetNumber, x.ulid AS priceId,
      row_number() OVER (PARTITION BY x.product_id, x.grade, x.quota_part ORDER BY x.effective_from, x.id DESC) AS place
    FROM price x JOIN product p ON p.id = x.product_id JOIN document d ON d.id = x.document_id WHERE x.effective_from > ${slot('after')} AND x.effective_from < ${slot('before')}) WHERE place = 1 ORDER BY productId, grade`);

interface PremiumRow { productId: string; kind: 'green' | 'organic' | 'gi' | 'gap'; premiumE4: number; effectiveFrom: number; sheetNumber: string }
/** What certified goods get on top at a moment, one row per product and kind of certificate. */
export const premiumBoard = textQuery<{ at: number }, PremiumRow>((slot) => sql`
  SELECT productId, kind, premiumE4, effectiveFrom, sheetNumber FROM (
    SELECT p.ulid AS productId, x.kind, x.premium_e4 AS premiumE4, x.effective_from AS effectiveFrom, d.number AS sheetNumber,
      row_number() OVER (PARTITION BY x.product_id, x.kind ORDER BY x.effective_from DESC, x.id DESC) AS place
    FROM price_premium x JOIN product p ON p.id = x.product_id JOIN document d ON d.id = x.document_id WHERE x.effective_from <= ${slot('at')}) WHERE place = 1 ORDER BY productId, kind`);

/** All premiums that begin after a moment, in the order of their beginning. */
export const nextPremiums = textQuery<{ after: number }, PremiumRow>((slot) => sql`
  SELECT p.ulid AS productId, x.kind, x.premium_e4 AS premiumE4, x.effective_from AS effectiveFrom, d.number AS sheetNumber
  FROM price_premium x JOIN product p ON p.id = x.product_id JOIN document d ON d.id = x.document_id WHERE x.effective_from > ${slot('after')} ORDER BY x.effective_from, x.id`);

interface HistoryRow extends BoardRow { publishedAt: number; publishedBy: string }
export const priceHistory = textQuery<{ product: string }, HistoryRow>((slot) => sql`
  SELECT p.ulid AS productId, x.grade, x.quota_part AS quotaPart, x.price_e4 AS priceE4, x.effective_from AS effectiveFrom, d.number AS sheetNumber, x.ulid AS priceId, d.posted_at AS publishedAt, u.name AS publishedBy
  FROM price x JOIN product p ON p.id = x.product_id JOIN document d ON d.id = x.document_id JOIN user u ON u.id = d.posted_by
  WHERE p.ulid = ${slot('product')} ORDER BY x.effective_from DESC, x.id DESC LIMIT 500`);
