import Database from 'better-sqlite3';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openForWriting } from '../../db/connection.ts';
import type { WriteConnection } from '../../db/connection.ts';
import { migrate, migrations } from '../../db/migrate.ts';
import type { Migration } from '../../db/migrate.ts';
import { startCore } from '../../electron/core/start.ts';
import { programs } from '../support/programs.ts';
import { quietHost } from '../support/quiet-host.ts';
import { handClock } from '../support/station.ts';

let folder = '';
let db: WriteConnection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'station-migration-'));
  db = openForWriting(join(folder, 'station.sqlite'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const newest = migrations.at(-1)?.number ?? 0;
const version = (): unknown => db.file.pragma('user_version', { simple: true });
const schema = (): unknown[] => db.file.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
const kindOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as { kind?: string }).kind ?? String(error);
  }
};

test('the steps are numbered from 1 without a gap', () => {
  expect(migrations.map((step) => step.number)).toEqual(migrations.map((_, index) => index + 1));
});

test('a new file is brought to the newest shape, and a second run does nothing', () => {
  expect(migrate(db)).toEqual({ from: 0, to: newest });
  expect(version()).toBe(newest);
  const before = schema();
  expect(migrate(db, () => expect.unreachable('nothing is due'))).toEqual({ from: newest, to: newest });
  expect(schema()).toEqual(before);
});

test('every table is STRICT', () => {
  migrate(db);
  const loose = db.file.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND type = 'table' AND name NOT LIKE 'sqlite_%'").all();
  expect(loose).toEqual([]);
});

test('the tables of the code are the tables of the file: every column, its type and whether it may be empty', () => {
  migrate(db);
  const source = readFileSync(resolve(import.meta.dirname, '../../db/schema.ts'), 'utf8');
  const rows = new Map([...source.matchAll(/export interface (\w+Row) \{\n([\s\S]*?)\n\}/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
  const tables = [...(/export interface Tables \{\n([\s\S]*?)\n\}/.exec(source)?.[1] ?? '').matchAll(/(\w+): (\w+);/g)];
  const sqlType: Readonly<Record<string, string>> = { string: 'TEXT', number: 'INTEGER', Uint8Array: 'BLOB' };
  const inCode = tables.map(([, table = '', row = '']) => ({
    table,
    columns: [...(rows.get(row) ?? '').matchAll(/(\w+): (?:Generated<(\w+)>|(\w+)( \| null)?);/g)].map(([, name, generated, plain, nullable]) => `${name} ${sqlType[generated ?? plain ?? '']}${nullable ? ' or empty' : ''}`).sort(),
  }));
  const names = (db.file.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'").all() as Array<{ name: string }>).map((row) => row.name);
  const inFile = names.map((table) => ({
    table,
    columns: (db.file.prepare('SELECT name, type, "notnull" AS filled, pk FROM pragma_table_info(?)').all(table) as Array<{ name: string; type: string; filled: number; pk: number }>)
      .map((column) => `${column.name} ${column.type}${column.filled === 0 && column.pk === 0 ? ' or empty' : ''}`).sort(),
  }));
  const byName = (one: { table: string }, other: { table: string }): number => (one.table < other.table ? -1 : 1);
  expect(inCode.length).toBeGreaterThan(50);
  expect(inCode.sort(byName)).toEqual(inFile.sort(byName));
});

test('a step that fails leaves the old file as it was, with its rows, and says which step', () => {
  migrate(db);
  db.file.exec("INSERT INTO folder (id, ulid, kind, created_at) VALUES (1, '01JFOLDER', 'live', 0)");
  const before = schema();
  const broken: Migration = { number: newest + 1, name: 'broken', sql: 'CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; UPDATE folder SET created_at = 5; INSERT INTO nowhere VALUES (1);' };
  let copies = 0;
  expect(kindOf(() => migrate(db, () => (copies += 1), [...migrations, broken]))).toBe('migration_failed');
  expect(copies).toBe(1);
  expect(version()).toBe(newest);
  expect(schema()).toEqual(before);
  expect(db.file.prepare('SELECT created_at FROM folder').get()).toEqual({ created_at: 0 });
  expect(migrate(db)).toEqual({ from: newest, to: newest });
});

test('when a later step fails the steps before it stay, each whole', () => {
  const good: Migration = { number: newest + 1, name: 'good', sql: 'CREATE TABLE whole (id INTEGER PRIMARY KEY) STRICT;' };
  const broken: Migration = { number: newest + 2, name: 'broken', sql: 'CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; SELECT nonsense;' };
  expect(kindOf(() => migrate(db, undefined, [...migrations, good, broken]))).toBe('migration_failed');
  expect(version()).toBe(newest + 1);
  expect(db.file.prepare("SELECT name FROM sqlite_master WHERE name IN ('whole', 'half')").all()).toEqual([{ name: 'whole' }]);
});

test('a file of a newer program and a file of another program are refused and stay untouched', () => {
  migrate(db);
  db.file.pragma(`user_version = ${newest + 1}`);
  expect(kindOf(() => migrate(db))).toBe('from_future');
  expect(version()).toBe(newest + 1);
  const foreign = openForWriting(join(folder, 'foreign.sqlite'));
  foreign.file.exec('CREATE TABLE recipes (id INTEGER PRIMARY KEY)');
  expect(kindOf(() => migrate(foreign))).toBe('not_a_database');
  expect(foreign.file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()).toEqual([{ name: 'recipes' }]);
  foreign.close();
});

test('before the shape of a folder changes a whole copy of the old file lies in its backups', async () => {
  const data = join(folder, 'data');
  const clock = handClock();
  const paths = { data, config: join(folder, 'config'), resources: resolve(import.meta.dirname, '../../resources'), worker: programs().worker };
  await (await startCore({ paths, kind: 'live', host: quietHost, clock })).stop();
  const old = new Database(join(data, 'station.sqlite'));
  // The last steps are undone by hand, as if the file came from the program before.
  for (const { name } of old.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as Array<{ name: string }>) old.exec(`DROP TRIGGER "${name}"`);
  const guards = migrations.find((step) => step.name === 'guards');
  const later = migrations.filter((step) => step.number > (guards?.number ?? 0)).flatMap((step) => [...step.sql.matchAll(/CREATE TABLE (\w+)/g)].map((match) => match[1] ?? ''));
  for (const table of later.toReversed()) old.exec(`DROP TABLE ${table}`);
  old.pragma(`user_version = ${(guards?.number ?? 1) - 1}`);
  old.close();
  const core = await startCore({ paths, kind: 'live', host: quietHost, clock }).catch((error: unknown) => error);
  const copy = readdirSync(join(data, 'backups')).find((name) => name.startsWith('before-shape-change-')) ?? '';
  const kept = new Database(join(data, 'backups', copy), { readonly: true });
  expect(kept.pragma('user_version', { simple: true })).toBe((guards?.number ?? 1) - 1);
  expect(kept.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(kept.prepare('SELECT count(*) AS n FROM folder').get()).toEqual({ n: 1 });
  kept.close();
  if (core instanceof Error) throw core;
  await (core as Awaited<ReturnType<typeof startCore>>).stop();
});
