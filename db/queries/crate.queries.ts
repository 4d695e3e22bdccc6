import { sql } from 'kysely';
import { command, query, textQuery } from '../sql.ts';

interface BalanceRow { memberId: string; memberCode: string; memberName: string; containerId: string; nameZh: string; nameEn: string; count: number; depositFen: number }
/** What each member has of the cooperative's crates; settled balances are left out unless one member is asked for. */
export const crateBalances = textQuery<{ memberUlid: string | null }, BalanceRow>((slot) => sql`
  SELECT m.ulid AS memberId, m.code AS memberCode, m.name AS memberName, c.ulid AS containerId, c.name_zh AS nameZh, c.name_en AS nameEn, b.count, b.deposit_fen AS depositFen
  FROM crate_balance b JOIN member m ON m.id = b.member_id JOIN container c ON c.id = b.container_id
  WHERE (b.count <> 0 OR b.deposit_fen <> 0) AND (${slot('memberUlid')} IS NULL OR m.ulid = ${slot('memberUlid')}) ORDER BY m.code, c.id`);

interface HistoryRow { documentId: string; number: string; businessDate: string; at: number; nameZh: string; nameEn: string; outCount: number; inCount: number; depositFen: number; reason: string; by: string; own: number; reversedBy: string | null }
export const crateHistory = textQuery<{ memberUlid: string }, HistoryRow>((slot) => sql`
  SELECT d.ulid AS documentId, d.number, d.business_date AS businessDate, d.posted_at AS at, c.name_zh AS nameZh, c.name_en AS nameEn, l.out_count AS outCount, l.in_count AS inCount, l.deposit_fen AS depositFen, l.reason, u.name AS by,
    d.type = 'crate_move' AND d.reverses_id IS NULL AS own, (SELECT r.number FROM document r WHERE r.reverses_id = d.id) AS reversedBy
  FROM crate_line l JOIN member m ON m.id = l.member_id JOIN container c ON c.id = l.container_id JOIN document d ON d.id = l.document_id JOIN user u ON u.id = d.posted_by
  WHERE m.ulid = ${slot('memberUlid')} ORDER BY d.id DESC, l.line_no LIMIT 500`);

/**
 * Crates that on a day have been out since before another day, by member and kind. What came back settles the oldest first: overdue is what a
 * member has less what went out since then; a reversal undoes what went out on the day of its original. Rebuilt from the slips, so that a day in the past shows what it was.
 */
export const overdueCrates = textQuery<{ day: string; since: string }, { memberId: string; containerId: string; overdue: number }>((slot) => sql`
  SELECT m.ulid AS memberId, c.ulid AS containerId, sum(l.out_count - l.in_count) - sum(CASE WHEN coalesce(o.business_date, d.business_date) >= ${slot('since')} THEN l.out_count ELSE 0 END) AS overdue
  FROM crate_line l JOIN document d ON d.id = l.document_id JOIN member m ON m.id = l.member_id JOIN container c ON c.id = l.container_id LEFT JOIN document o ON o.id = d.reverses_id
  WHERE d.business_date <= ${slot('day')} GROUP BY l.member_id, l.container_id HAVING overdue > 0`);

export const crateLines = query<{ documentId: number }>()((k, slot) => k.selectFrom('crate_line').selectAll().where('document_id', '=', slot('documentId')).orderBy('line_no'));
interface NamedLine { nameZh: string; nameEn: string; inCount: number; outCount: number; depositFen: number; reason: string }
export const namedCrateLines = textQuery<{ documentId: number }, NamedLine>((slot) => sql`
  SELECT c.name_zh AS nameZh, c.name_en AS nameEn, l.in_count AS inCount, l.out_count AS outCount, l.deposit_fen AS depositFen, l.reason
  FROM crate_line l JOIN container c ON c.id = l.container_id WHERE l.document_id = ${slot('documentId')} ORDER BY l.line_no`);

/** Crates that a document brought back (`back` 1), or that went out under it (`back` -1), and of which the books know fewer than none with the member; `count` is how many fewer. */
export const cratesBelowNone = textQuery<{ documentId: number; back: number }, { nameZh: string; nameEn: string; count: number }>((slot) => sql`
  SELECT c.name_zh AS nameZh, c.name_en AS nameEn, -b.count AS count
  FROM crate_line l JOIN crate_balance b ON b.member_id = l.member_id AND b.container_id = l.container_id JOIN container c ON c.id = l.container_id
  WHERE l.document_id = ${slot('documentId')} AND (l.in_count - l.out_count) * ${slot('back')} > 0 AND b.count < 0 ORDER BY l.line_no`);

export const crateBalanceOf = query<{ memberId: number; containerId: number }>()((k, slot) =>
  k.selectFrom('crate_balance').select(['count', 'deposit_fen as depositFen']).where('member_id', '=', slot('memberId')).where('container_id', '=', slot('containerId')));
/** Moves a member's balance: crates out count up, crates in count down. */
export const shiftCrates = command<{ memberId: number; containerId: number; count: number; depositFen: number }>()((k, slot) =>
  k.insertInto('crate_balance').values({ member_id: slot('memberId'), container_id: slot('containerId'), count: slot('count'), deposit_fen: slot('depositFen') })
    .onConflict((oc) => oc.columns(['member_id', 'container_id']).doUpdateSet((eb) => ({ count: eb('crate_balance.count', '+', slot('count')), deposit_fen: eb('crate_balance.deposit_fen', '+', slot('depositFen')) }))));

/** The member a crate paper is about. */
export const crateMemberOf = textQuery<{ documentId: number }, { ulid: string; code: string; name: string; houseGroup: string | null }>((slot) => sql`
  SELECT m.ulid, m.code, m.name, m.house_group AS houseGroup FROM crate_line l JOIN member m ON m.id = l.member_id WHERE l.document_id = ${slot('documentId')} ORDER BY l.line_no LIMIT 1`);

/** Balances rebuilt from all comings and goings against those kept. */
export const crateDifferences = textQuery<object, { member: string; rebuilt: number; kept: number }>(() => sql`
  WITH moved AS (
    SELECT member_id, container_id, out_count - in_count AS count, deposit_fen FROM crate_line
    UNION ALL SELECT member_id, container_id, 0, 0 FROM crate_balance),
  rebuilt AS (SELECT member_id, container_id, sum(count) AS count, sum(deposit_fen) AS deposit_fen FROM moved GROUP BY member_id, container_id)
  SELECT m.code AS member, r.count AS rebuilt, coalesce(b.count, 0) AS kept FROM rebuilt r JOIN member m ON m.id = r.member_id
    LEFT JOIN crate_balance b ON b.member_id = r.member_id AND b.container_id = r.container_id
  WHERE r.count <> coalesce(b.count, 0) OR r.deposit_fen <> coalesce(b.deposit_fen, 0)`);
