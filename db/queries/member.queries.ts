import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

const row = sql`m.ulid AS id, m.code, m.name, m.nickname, m.house_group AS houseGroup, m.kind, m.status, m.phone_masked AS phoneMasked, m.version`;
export interface MemberListed { id: string; code: string; name: string; nickname: string | null; houseGroup: string | null; kind: 'member' | 'non_member'; status: 'active' | 'left'; phoneMasked: string | null; version: number }

export interface MemberFilter { readonly text: string | null; readonly phone: string | null; readonly tail: string | null; readonly kind: string | null; readonly status: string | null; readonly group: string | null }

/** `text` is lower case; it may be the start of a code, of pinyin or initials, or any part of name, nickname and house group. */
const found = (slot: (name: 'text' | 'phone' | 'tail') => unknown) => sql`
  (${slot('text')} IS NULL OR m.name LIKE '%' || ${slot('text')} || '%' OR m.nickname LIKE '%' || ${slot('text')} || '%' OR m.house_group LIKE '%' || ${slot('text')} || '%'
    OR m.code LIKE '%' || ${slot('text')} || '%' OR m.pinyin LIKE ${slot('text')} || '%' OR m.initials LIKE ${slot('text')} || '%' OR m.phone_hash = ${slot('phone')} OR m.phone_tail_hash = ${slot('tail')} OR m.resident_tail_hash = ${slot('tail')})`;

/** Exact beginnings first, then anything; active before left, then by code. */
const order = (slot: (name: 'text') => unknown) => sql`
  ORDER BY m.status = 'left', CASE WHEN m.name = ${slot('text')} OR m.code = ${slot('text')} THEN 0 WHEN m.name LIKE ${slot('text')} || '%' THEN 1 WHEN m.initials = ${slot('text')} THEN 2
    WHEN m.initials LIKE ${slot('text')} || '%' THEN 3 WHEN m.pinyin LIKE ${slot('text')} || '%' THEN 4 ELSE 5 END, m.code`;

export const memberSearch = textQuery<{ text: string; phone: string | null; tail: string | null; limit: number }, MemberListed>((slot) => sql`
  SELECT ${row} FROM member m WHERE ${found(slot as never)} ${order(slot as never)} LIMIT ${slot('limit')}`);

const filtered = (slot: (name: keyof MemberFilter) => unknown) => sql`
  WHERE ${found(slot as never)} AND (${slot('kind')} IS NULL OR m.kind = ${slot('kind')}) AND (${slot('status')} IS NULL OR m.status = ${slot('status')}) AND (${slot('group')} IS NULL OR m.house_group = ${slot('group')})`;

export const memberList = textQuery<MemberFilter & { limit: number; offset: number }, MemberListed>((slot) => sql`
  SELECT ${row} FROM member m ${filtered(slot as never)} ${order(slot as never)} LIMIT ${slot('limit')} OFFSET ${slot('offset')}`);
export const memberCount = textQuery<MemberFilter, { total: number }>((slot) => sql`SELECT count(*) AS total FROM member m ${filtered(slot as never)}`);

export const houseGroups = query<object>()((k) => k.selectFrom('member').select('house_group as name').distinct().where('house_group', 'is not', null).orderBy('house_group'));
export const memberByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('member').selectAll().where('ulid', '=', slot('ulid')));
export const memberByResident = query<{ hash: string }>()((k, slot) => k.selectFrom('member').select(['ulid', 'code', 'name']).where('resident_hash', '=', slot('hash')));
/** Likely the same person: same name and birth date, or same phone. */
export const memberAlike = textQuery<{ name: string; birth: string | null; phone: string | null; ulid: string }, { code: string; name: string }>((slot) => sql`
  SELECT code, name FROM member WHERE ulid <> ${slot('ulid')} AND status = 'active'
    AND ((phone_hash IS NOT NULL AND phone_hash = ${slot('phone')}) OR (name = ${slot('name')} AND (${slot('birth')} IS NULL OR birth_date IS NULL OR birth_date = ${slot('birth')}))) ORDER BY code LIMIT 1`);
export const highestCode = textQuery<{ prefix: string }, { last: number | null }>((slot) => sql`
  SELECT max(CAST(substr(code, length(${slot('prefix')}) + 1) AS INTEGER)) AS last FROM member WHERE code LIKE ${slot('prefix')} || '%'`);

export const payeeOfMember = query<{ memberId: number }>()((k, slot) => k.selectFrom('payee').selectAll().where('member_id', '=', slot('memberId')).orderBy('id').limit(1));
export const accountsOfPayee = query<{ payeeId: number }>()((k, slot) => k.selectFrom('payee_account').selectAll().where('payee_id', '=', slot('payeeId')).orderBy('id'));

interface Sums { unsettledFen: number; deliveredGrams: number; tickets: number }
export const memberSums = textQuery<{ memberId: number }, Sums>((slot) => sql`
  SELECT coalesce(sum(CASE WHEN rp.run_id IS NULL THEN y.amount_fen END), 0) AS unsettledFen, coalesce(sum(y.settlement_g), 0) AS deliveredGrams, count(DISTINCT y.document_id) AS tickets
  FROM payable y LEFT JOIN payable_void v ON v.payable_id = y.id LEFT JOIN claim c ON c.payable_id = y.id LEFT JOIN run_posted rp ON rp.run_id = c.run_id
  WHERE y.member_id = ${slot('memberId')} AND v.payable_id IS NULL`);

interface OpenItem { documentId: string; number: string; kind: 'cash_advance' | 'input_credit'; businessDate: string; originalFen: number; leftFen: number }
export const openItemsOfMember = textQuery<{ memberId: number }, OpenItem>((slot) => sql`
  SELECT d.ulid AS documentId, d.number, i.kind, i.business_date AS businessDate, i.original_fen AS originalFen, i.left_fen AS leftFen
  FROM open_item i JOIN document d ON d.id = i.document_id WHERE i.member_id = ${slot('memberId')} ORDER BY i.business_date, i.document_id`);
