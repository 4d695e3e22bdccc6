import type { ReadHandle } from '../../../../db/connection.ts';
import type { StoredBookEntry } from '../../../../db/queries/scale-book.queries.ts';
import { bookEntries, bookEntryCount, lastBookEntries } from '../../../../db/queries/scale-book.queries.ts';
import { settingValue } from '../../../../db/queries/setting.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { BookEntryRow, ScaleBookState } from '../../../contract/scale-book.ts';
import { bookRulesSchema } from '../../../contract/scale-book.ts';
import type { ScaleProfile } from '../../../contract/scale-profile.ts';
import type { BookEntry, BookRules, BookState } from '../../../domain/scale-book.ts';
import { bookState, usualBookRules } from '../../../domain/scale-book.ts';
import { minimumLoad } from '../../../domain/scale-limits.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';
import { scaleProfiles } from '../scale-profiles.ts';

const rulesKey = 'scale.book_rules';

/** What the manager set for the books of all scales. */
export function bookRules(db: ReadHandle): BookRules {
  const row = settingValue.first(db, { key: rulesKey });
  return row ? bookRulesSchema.parse(JSON.parse(row.value)) : usualBookRules;
}

export function saveBookRules(context: CommandContext, rules: BookRules): Record<string, never> {
  const fields = { key: rulesKey, value: JSON.stringify(rules) };
  const kept = settingValue.first(context.tx, { key: rulesKey });
  if (kept) reviseMaster(context, 'setting', kept.ulid, fields);
  else createMaster(context, 'setting', fields);
  return {};
}

const toEntry = (row: StoredBookEntry): BookEntry => ({ kind: row.kind, order: row.rowId, date: row.businessDate, passed: row.passed === null ? null : row.passed === 1, dueOn: row.dueOn });

/** The state of a scale on a business day, by its book as it stood at the end of that day. */
export const bookStateOn = (db: ReadHandle, scaleId: string, day: string): BookState => bookState(lastBookEntries.all(db, { scaleId, day }).map(toEntry), day, bookRules(db));

export function toBookRow({ rowId: _rowId, value, unit, port, protocol, stableRule, raw, readAt, clock, simulated, ...row }: StoredBookEntry): BookEntryRow {
  const isRead = value !== null && unit !== null && port !== null && protocol !== null && stableRule !== null && raw !== null && readAt !== null && clock !== null;
  return {
    ...row, accuracyClass: row.accuracyClass as BookEntryRow['accuracyClass'], typed: row.typed === 1, passed: row.passed === null ? null : row.passed === 1,
    errorGrams: row.shownGrams === null || row.nominalGrams === null ? null : row.shownGrams - row.nominalGrams,
    reading: isRead ? { value, unit, port, protocol, stableRule, raw: JSON.parse(raw) as string[], at: readAt, clock, simulated: simulated === 1 } : null,
  };
}

function stateRow(db: ReadHandle, profile: ScaleProfile, day: string, rules: BookRules): ScaleBookState {
  const entries = lastBookEntries.all(db, { scaleId: profile.id, day });
  const lastOf = (kind: StoredBookEntry['kind']): BookEntryRow | null => {
    const row = entries.find((entry) => entry.kind === kind);
    return row ? toBookRow(row) : null;
  };
  const state = bookState(entries.map(toEntry), day, rules);
  return {
    ...state, blocks: [...state.blocks], scaleId: profile.id, scaleName: profile.name, intervalGrams: profile.intervalGrams, capacityGrams: profile.capacityGrams, minimumGrams: minimumLoad(profile),
    lastZero: lastOf('zero_check'), lastTest: lastOf('test_weight'), certificate: lastOf('certificate'),
  };
}

/** How it stands with every scale of the station today. In training the book is kept and nothing is enforced. */
export function bookStates({ db, station, businessDate }: QueryContext): OutputOf<'scale_book.state'> {
  const rules = bookRules(db);
  return { enforced: station.kind === 'live', rules, rows: scaleProfiles(db, station.kind).map((profile) => stateRow(db, profile, businessDate, rules)) };
}

/** Entries of the books by filter, newest first. */
export function listBook({ db }: QueryContext, { limit, offset, ...input }: ParsedInputOf<'scale_book.list'>): OutputOf<'scale_book.list'> {
  const filter = { scaleId: input.scaleId ?? null, kind: input.kind ?? null, from: input.from ?? null, to: input.to ?? null };
  return { total: bookEntryCount.one(db, filter).n, rows: bookEntries.all(db, { ...filter, limit, offset }).map(toBookRow) };
}
