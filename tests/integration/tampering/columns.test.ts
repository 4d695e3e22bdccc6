import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photoFolder } from '../../../electron/core/platform/photo-folder.ts';
import { verifyBooks } from '../../../electron/core/services/system/verify/verify-books.ts';
import type { TestStation } from '../../support/station.ts';
import { wholeBooks } from './whole-books.ts';

const all = '*';
/** What the check does not protect, and why that may be so. Everything else in the file is named when one value of it is changed. */
const notProtected: readonly { readonly table: string; readonly columns: typeof all | readonly string[]; readonly because: string }[] = [
  ...['cooperative', 'desk', 'setting', 'container', 'payee_account', 'grade_machine', 'grade_word', 'master_version', 'transition', 'ticket_photo', 'seal'].map((table) =>
    ({ table, columns: ['id'], because: 'a row number that nothing points at: the row is known by its ULID, its document and place, or its event' })),
  { table: 'kept_paper', columns: ['id'], because: 'what is kept beside a paper points at it, and the paper is signed together with that' },
  { table: 'countersign', columns: ['op'], because: 'words for the list of what waits; which document waits, since when and for whom is rebuilt' },
  { table: 'run_chunk', columns: ['chunk_no'], because: 'the order is proved by the digest of the run, the number itself is not' },
  { table: 'settlement_run', columns: ['started_at', 'next_chunk', 'last_payee_id', 'payees'], because: 'how far the work had come; what it posted is in run_posted' },
  { table: 'audit', columns: all, because: 'the list of what was done beside the books; it moves no value, and the answer says that it is not checked' },
  { table: 'command_log', columns: all, because: 'stored replies, so that a command sent twice is done once' },
  { table: 'pin_attempt', columns: all, because: 'failed sign-ins' },
  { table: 'reading_again', columns: all, because: 'which weights were taken of one load while it stood; asked before posting, and the readings of a posted ticket are sealed with it' },
  { table: 'draft', columns: all, because: 'what is not posted yet' }, { table: 'draft_gone', columns: all, because: 'drafts thrown away' },
  { table: 'queue_number', columns: all, because: 'who waits in the yard today' }, { table: 'queue_slip', columns: all, because: 'which job printed a queue number' },
  { table: 'machine_proposal', columns: all, because: 'waits beside the goods; what was used stands on the ticket' },
  { table: 'photo', columns: all, because: 'pictures beside a draft; what a posted ticket holds of its pictures is sealed in ticket_photo' },
  { table: 'photo_aside', columns: all, because: 'files found in the folder that no row knows' },
  { table: 'backup_note', columns: all, because: 'the list of backups; each backup proves itself' },
  { table: 'outbox', columns: all, because: 'what waits for the network' },
  { table: 'print_job', columns: ['ulid', 'paper', 'locale', 'layout_version', 'copy_no', 'printer_id', 'state', 'attempts', 'last_error', 'created_at', 'next_at', 'sent_at', 'bytes'], because: 'the queue of the printers; what was drawn is signed' },
  { table: 'label_order', columns: ['code', 'first_no', 'count', 'copies', 'receiver', 'phone_masked', 'address', 'contents'], because: 'what was asked to be drawn; the label as it was drawn is signed' },
  { table: 'print_doubt', columns: all, because: 'jobs of the queue that perhaps came out' }, { table: 'printer_pause', columns: all, because: 'a switch of the queue' },
  { table: 'sheet_job', columns: all, because: 'which job of the queue prints which sheet' },
  { table: 'sheet_copy', columns: all, because: 'bytes on their way to a printer; the kept page they were made of is signed' },
];

let station: TestStation;
let file: Database.Database;
beforeAll(async () => {
  station = await wholeBooks();
  const copy = join(station.folder, 'copy.sqlite');
  station.core.station.db.file.prepare('VACUUM INTO ?').run(copy);
  file = new Database(copy);
  for (const pragma of ['journal_mode = MEMORY', 'synchronous = OFF', 'foreign_keys = OFF', 'ignore_check_constraints = ON']) file.pragma(pragma);
  // A person with a database tool takes the guards away first; that alone is a finding, and not the one looked for here.
  for (const { name } of rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'")) file.exec(`DROP TRIGGER "${name}"`);
}, 60_000);
afterAll(async () => {
  file.close();
  await station.close();
});

const rows = <T>(sql: string): T[] => file.prepare(sql).all() as T[];
interface Column { readonly name: string; readonly type: string; readonly pk: number }
const tables = (): string[] => rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").map(({ name }) => name);
const columnsOf = (table: string): Column[] => rows<Column>(`SELECT name, type, pk FROM pragma_table_info('${table}')`);
const isFree = (table: string, column: string): boolean => notProtected.some((free) => free.table === table && (free.columns === all || free.columns.includes(column)));

const another: Readonly<Record<string, (column: string) => string>> = {
  TEXT: (column) => `coalesce("${column}", '') || 'x'`, BLOB: (column) => `CAST("${column}" || x'00' AS BLOB)`, INTEGER: (column) => `coalesce("${column}", 0) + 100000`,
};
/** One value of one row becomes another one. */
function change(table: string, { name, type }: Column): void {
  const key = columnsOf(table).filter(({ pk }) => pk > 0).map((column) => `"${column.name}"`).join();
  const { changes } = file.prepare(`UPDATE "${table}" SET "${name}" = ${another[type]?.(name) ?? ''} WHERE (${key}) = (SELECT ${key} FROM "${table}" ORDER BY ${key} LIMIT 1)`).run();
  if (changes !== 1) throw new Error(`no row in ${table}`);
}

const findings = (): string[] => verifyBooks({ file }, { full: true, known: [], locale: 'zh', photos: photoFolder(station.folder) }).findings.map(({ kind }) => kind).filter((kind) => kind !== 'schema_differs');
function findingsAfter(work: () => void): string[] {
  file.exec('BEGIN');
  try {
    work();
    return findings();
  } finally {
    file.exec('ROLLBACK');
  }
}

test('the books are found good, and every table that the check protects holds a row that can be changed', () => {
  expect(findings()).toEqual([]);
  const empty = tables().filter((table) => rows<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)[0]?.n === 0);
  expect(empty.filter((table) => columnsOf(table).some(({ name }) => !isFree(table, name)))).toEqual([]);
});

test('every value that may not change is named when it is changed, in every column of every table', () => {
  const columns = tables().flatMap((table) => columnsOf(table).filter(({ name }) => !isFree(table, name)).map((column) => ({ table, column })));
  expect(columns.length).toBeGreaterThan(500);
  const unseen = columns.filter(({ table, column }) => findingsAfter(() => change(table, column)).length === 0);
  expect(unseen.map(({ table, column }) => `${table}.${column.name}`)).toEqual([]);
}, 240_000);

test('the list of what is not protected names only what is there, and the check is content with all of it changed at once', () => {
  for (const { table, columns } of notProtected) expect(columnsOf(table).map(({ name }) => name)).toEqual(columns === all ? expect.arrayContaining([]) : expect.arrayContaining([...columns]));
  expect(notProtected.filter(({ table, columns }) => columnsOf(table).length === 0 || columns.length === 0)).toEqual([]);
  const filled = (table: string): boolean => rows<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)[0]?.n !== 0;
  const free = notProtected.flatMap(({ table, columns }) => (filled(table) ? columnsOf(table).filter(({ name }) => columns === all || columns.includes(name)).map((column) => ({ table, column })) : []));
  // A reference to a row that is not there is named whatever the table; such columns are changed by the test above this list's word.
  const references = new Set(tables().flatMap((table) => rows<{ from: string }>(`SELECT "from" FROM pragma_foreign_key_list('${table}')`).map(({ from }) => `${table}.${from}`)));
  const plain = free.filter(({ table, column }) => !references.has(`${table}.${column.name}`) && !(column.pk > 0 && columnsOf(table).length > 1 && rows(`SELECT 1 FROM sqlite_master WHERE sql LIKE '%REFERENCES ${table} (%'`).length > 0));
  expect(findingsAfter(() => { for (const { table, column } of plain) change(table, column); })).toEqual([]);
  expect(plain.length).toBeGreaterThan(30);
});

test.each([
  ["UPDATE folder SET kind = 'live'", 'folder_differs'],
  ['UPDATE folder SET created_at = created_at + 1', 'folder_differs'],
  ["UPDATE folder SET recovery_wrap = 'x'", 'recovery_wrap_differs'],
  ["UPDATE device SET station_code = 'GZ02'", 'device_differs'],
  ["UPDATE device SET desk_letter = 'B'", 'device_differs'],
  ["UPDATE device SET origin = 'moved'", 'device_differs'],
  ['UPDATE device SET begun_at = begun_at + 1', 'device_differs'],
  ['UPDATE master_version SET at = at + 1 WHERE id = 9', 'master_changed'],
  ['UPDATE master_version SET user_id = (SELECT max(id) FROM user) WHERE id = 9', 'master_changed'],
  ["UPDATE kept_paper SET bytes = CAST(bytes || x'0A' AS BLOB) WHERE id = 1", 'paper_changed'],
  ["UPDATE kept_paper SET bytes = x'31', sha256 = '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b' WHERE sealed = 1", 'paper_changed'],
  ["UPDATE kept_slip SET slip = replace(slip, '公斤', '斤')", 'paper_changed'],
  ['DELETE FROM kept_label WHERE kept_paper_id = (SELECT max(kept_paper_id) FROM kept_label)', 'paper_changed'],
  ["UPDATE sheet SET pdf = CAST(pdf || x'00' AS BLOB)", 'sheet_changed'],
  ['UPDATE sheet_print SET at = at - 86400000', 'sheet_print_changed'],
  ["UPDATE seal SET business_date = '2026-01-01' WHERE id = 1", 'seal_wrong'],
  ["UPDATE open_item SET business_date = '2026-01-01'", 'open_item_differs'],
  ["UPDATE countersign SET due_date = '2027-01-01'", 'countersign_differs'],
  ["UPDATE run_chunk SET digest = replace(digest, '1', '2')", 'run_changed'],
])('what "%s" did is named as what it is, and nothing else is blamed', (sql, kind) => {
  expect(new Set(findingsAfter(() => file.exec(sql)))).toEqual(new Set([kind]));
});

test('papers that were kept without the key carry no signature, and the check says how many it cannot judge', () => {
  const order = { full: true, known: [], locale: 'en', photos: photoFolder(station.folder) } as const;
  const said = (): string => verifyBooks({ file }, order).unknown.join();
  expect(said()).not.toContain('no signature');
  file.exec('BEGIN; UPDATE kept_paper SET signature = NULL WHERE id < 3');
  expect(said()).toContain('2 papers were kept while the key was not at hand and carry no signature');
  file.exec('ROLLBACK');
});
