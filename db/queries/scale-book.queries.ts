import { sql } from 'kysely';
import type { BookEntryKind } from '../../electron/domain/scale-book.ts';
import type { Slots } from '../sql.ts';
import { query, textQuery } from '../sql.ts';

/** One entry of the book with its document and, where something was read, the reading. */
export interface StoredBookEntry {
  rowId: number; id: string; number: string; scaleId: string; scaleName: string; kind: BookEntryKind; businessDate: string; at: number; by: string; approvedBy: string | null; reason: string | null;
  nominalGrams: number | null; shownGrams: number | null; toleranceGrams: number | null; intervalGrams: number | null; typed: number | null; passed: number | null;
  certificateNo: string | null; issuedBy: string | null; accuracyClass: string | null; verifiedOn: string | null; dueOn: string | null;
  value: string | null; unit: string | null; port: string | null; protocol: string | null; stableRule: string | null; raw: string | null; readAt: number | null; clock: string | null; simulated: number | null;
}

const columns = sql`
  SELECT d.id AS rowId, d.ulid AS id, d.number, e.scale_id AS scaleId, e.scale_name AS scaleName, e.kind, d.business_date AS businessDate, d.posted_at AS at, u.name AS "by", a.name AS approvedBy, d.reason,
    e.nominal_g AS nominalGrams, e.shown_g AS shownGrams, e.tolerance_g AS toleranceGrams, e.interval_g AS intervalGrams, e.typed, e.passed,
    e.certificate_no AS certificateNo, e.issued_by AS issuedBy, e.accuracy_class AS accuracyClass, e.verified_on AS verifiedOn, e.due_on AS dueOn,
    r.value, r.unit, r.port, r.protocol, r.stable_rule AS stableRule, r.raw, r.at AS readAt, r.clock, r.simulated
  FROM scale_book_entry e JOIN document d ON d.id = e.document_id JOIN user u ON u.id = d.posted_by LEFT JOIN user a ON a.id = d.approved_by
    LEFT JOIN scale_book_reading r ON r.document_id = e.document_id`;

/** The last entry of each kind of one scale, written until a business day (included): all that its state depends on. */
export const lastBookEntries = textQuery<{ scaleId: string; day: string }, StoredBookEntry>((slot) => sql`
  ${columns} WHERE e.document_id IN (
    SELECT max(x.document_id) FROM scale_book_entry x JOIN document dx ON dx.id = x.document_id WHERE x.scale_id = ${slot('scaleId')} AND dx.business_date <= ${slot('day')} GROUP BY x.kind)`);

/** The heaviest test weight that has failed since the last good one; null where none has. */
export const heaviestFailed = textQuery<{ scaleId: string }, { grams: number | null }>((slot) => sql`
  SELECT max(nominal_g) AS grams FROM scale_book_entry WHERE scale_id = ${slot('scaleId')} AND kind = 'test_weight' AND passed = 0
    AND document_id > (SELECT coalesce(max(document_id), 0) FROM scale_book_entry WHERE scale_id = ${slot('scaleId')} AND kind = 'test_weight' AND passed = 1)`);

/** Filters of the book; null means no filter. */
export interface BookFilter { readonly scaleId: string | null; readonly kind: string | null; readonly from: string | null; readonly to: string | null }

const where = (slot: Slots<BookFilter>) => sql`
  WHERE (${slot('scaleId')} IS NULL OR e.scale_id = ${slot('scaleId')}) AND (${slot('kind')} IS NULL OR e.kind = ${slot('kind')})
    AND (${slot('from')} IS NULL OR d.business_date >= ${slot('from')}) AND (${slot('to')} IS NULL OR d.business_date <= ${slot('to')})`;

/** Entries, newest first. */
export const bookEntries = textQuery<BookFilter & { limit: number; offset: number }, StoredBookEntry>((slot) => sql`
  ${columns} ${where(slot)} ORDER BY d.id DESC LIMIT ${slot('limit')} OFFSET ${slot('offset')}`);

export const bookEntryCount = textQuery<BookFilter, { n: number }>((slot) => sql`
  SELECT count(*) AS n FROM scale_book_entry e JOIN document d ON d.id = e.document_id ${where(slot)}`);

/** The scales as they were set up, newest version first: which settings a decoder had when a reading was taken. */
export const settingVersions = query<{ ulid: string; at: number }>()((k, slot) =>
  k.selectFrom('master_version').select('payload').where('entity', '=', 'setting').where('entity_ulid', '=', slot('ulid')).where('at', '<=', slot('at')).orderBy('version', 'desc').limit(1));
