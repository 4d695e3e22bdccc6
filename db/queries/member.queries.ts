import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

export interface MemberIndexed {
  id: string; code: string; name: string; nickname: string | null; houseGroup: string | null; kind: 'member' | 'non_member'; status: 'active' | 'left'; phoneMasked: string | null; version: number;
  pinyin: string; initials: string; phoneHash: string | null; phoneTail: string | null; residentTail: string | null;
}

/** How far members and versions of masters have come; both are read by key. */
export const memberMarks = textQuery<object, { lastMember: number; lastVersion: number }>(() => sql`
  SELECT coalesce((SELECT max(id) FROM member), 0) AS lastMember, coalesce((SELECT max(id) FROM master_version), 0) AS lastVersion`);

/** Members added or saved since the marks. */
export const membersSince = textQuery<{ member: number; version: number }, MemberIndexed>((slot) => sql`
  SELECT m.ulid AS id, m.code, m.name, m.nickname, m.house_group AS houseGroup, m.kind, m.status, m.phone_masked AS phoneMasked, m.version,
    m.pinyin, m.initials, m.phone_hash AS phoneHash, m.phone_tail_hash AS phoneTail, m.resident_tail_hash AS residentTail
  FROM member m WHERE m.id > ${slot('member')}
    OR m.ulid IN (SELECT v.entity_ulid FROM master_version v WHERE v.id > ${slot('version')} AND v.entity = 'member')`);

export const houseGroups = query<object>()((k) => k.selectFrom('member').select('house_group as name').distinct().where('house_group', 'is not', null).orderBy('house_group'));
export const memberByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('member').selectAll().where('ulid', '=', slot('ulid')));
/** Another person with this resident id, whoever has left included. */
export const memberByResident = query<{ hash: string; ulid: string }>()((k, slot) =>
  k.selectFrom('member').select(['code', 'name']).where('resident_hash', '=', slot('hash')).where('ulid', '<>', slot('ulid')).limit(1));

interface Likeness { name: string; birth: string | null; phone: string | null; resident: string | null; ulid: string }
/** Likely the same person: same phone, or same name where neither birth dates nor resident ids tell two people apart. */
export const memberAlike = textQuery<Likeness, { code: string; name: string; houseGroup: string | null }>((slot) => sql`
  SELECT code, name, house_group AS houseGroup FROM member WHERE ulid <> ${slot('ulid')} AND status = 'active'
    AND ((phone_hash = ${slot('phone')})
      OR (name = ${slot('name')} AND (${slot('birth')} IS NULL OR birth_date IS NULL OR birth_date = ${slot('birth')}) AND (${slot('resident')} IS NULL OR resident_hash IS NULL)))
  ORDER BY code LIMIT 1`);
/** The highest number given so far under a code letter. */
export const highestCode = textQuery<{ letter: string }, { last: number | null }>((slot) => sql`
  SELECT max(CAST(substr(code, 2) AS INTEGER)) AS last FROM member WHERE code >= ${slot('letter')} AND code < ${slot('letter')} || ':'`);

export const payeeOfMember = query<{ memberId: number }>()((k, slot) => k.selectFrom('payee').selectAll().where('member_id', '=', slot('memberId')).orderBy('id').limit(1));
export const accountsOfPayee = query<{ payeeId: number }>()((k, slot) => k.selectFrom('payee_account').selectAll().where('payee_id', '=', slot('payeeId')).orderBy('id'));

interface Sums { unsettledFen: number; consignedFen: number; deliveredGrams: number; tickets: number }
/** What a member brought and what is not yet settled; a ticket reversed after its settlement counts with its correction, that is nothing. */
export const memberSums = textQuery<{ memberId: number }, Sums>((slot) => sql`
  SELECT coalesce(sum(CASE WHEN rp.run_id IS NULL AND coalesce(t.mode, b.mode, 'outright') = 'outright' THEN y.amount_fen END), 0) AS unsettledFen,
    coalesce(sum(CASE WHEN rp.run_id IS NULL AND coalesce(t.mode, b.mode) = 'consignment' THEN y.amount_fen END), 0) AS consignedFen, coalesce(sum(y.settlement_g), 0) AS deliveredGrams,
    count(DISTINCT CASE WHEN y.kind = 'line' AND r.id IS NULL THEN y.document_id END) AS tickets
  FROM payable y LEFT JOIN payable_void v ON v.payable_id = y.id LEFT JOIN claim c ON c.payable_id = y.id LEFT JOIN run_posted rp ON rp.run_id = c.run_id
    LEFT JOIN document r ON r.reverses_id = y.document_id LEFT JOIN ticket t ON t.document_id = y.document_id
    LEFT JOIN settlement_release e ON e.document_id = y.document_id LEFT JOIN settlement_batch b ON b.document_id = e.batch_id
  WHERE y.payee_id IN (SELECT id FROM payee WHERE member_id = ${slot('memberId')}) AND v.payable_id IS NULL`);

/** What is still to be taken back from a member, in fen: debts with something left, and corrections that no posted settlement has taken. */
export const toBeTakenBack = textQuery<{ memberId: number }, { debtFen: number; correctionFen: number }>((slot) => sql`
  SELECT coalesce((SELECT sum(left_fen) FROM open_item WHERE payee_id IN (SELECT id FROM payee WHERE member_id = ${slot('memberId')})), 0) AS "debtFen",
    coalesce((SELECT sum(-p.amount_fen) FROM payable p LEFT JOIN payable_void v ON v.payable_id = p.id LEFT JOIN claim c ON c.payable_id = p.id LEFT JOIN run_posted r ON r.run_id = c.run_id
      WHERE p.payee_id IN (SELECT id FROM payee WHERE member_id = ${slot('memberId')}) AND p.amount_fen < 0 AND v.payable_id IS NULL AND r.run_id IS NULL), 0) AS "correctionFen"`);

interface OpenItem { documentId: string; number: string; kind: 'cash_advance' | 'input_credit'; businessDate: string; originalFen: number; leftFen: number }
export const openItemsOfMember = textQuery<{ memberId: number }, OpenItem>((slot) => sql`
  SELECT d.ulid AS documentId, d.number, i.kind, i.business_date AS businessDate, i.original_fen AS originalFen, i.left_fen AS leftFen
  FROM open_item i JOIN document d ON d.id = i.document_id WHERE i.member_id = ${slot('memberId')} AND i.left_fen > 0 ORDER BY i.business_date, i.document_id`);
/** The moments at which a payee's channel or an account was saved, with what it was. */
export const payeeChanges = textQuery<{ payee: string; payeeId: number }, { at: number; field: 'channel' | 'account'; payload: string }>((slot) => sql`
  SELECT v.at, 'channel' AS field, v.payload FROM master_version v WHERE v.entity = 'payee' AND v.entity_ulid = ${slot('payee')}
  UNION ALL SELECT v.at, 'account', v.payload FROM payee_account a JOIN master_version v ON v.entity = 'payee_account' AND v.entity_ulid = a.ulid WHERE a.payee_id = ${slot('payeeId')}
  ORDER BY 1`);
