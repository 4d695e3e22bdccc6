import type { ReadHandle } from './connection.ts';
import { openForWriting } from './connection.ts';
import { migrate, migrations } from './migrate.ts';

interface SchemaObject { readonly type: string; readonly name: string; readonly sql: string }

const listSchema = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name";

/** SQLite's own look at the pages; null when it has no complaint. */
export function pageComplaint(db: ReadHandle): string | null {
  const said = db.file.pragma('quick_check(1)', { simple: true });
  return said === 'ok' ? null : String(said);
}

/** Tables that hold a reference to a row that is not there. */
export function brokenReferences(db: ReadHandle): string[] {
  const rows = db.file.prepare('SELECT DISTINCT "table" AS name FROM pragma_foreign_key_check').all() as Array<{ name: string }>;
  return rows.map((row) => row.name);
}

/** Tables, indexes and guarding triggers that are missing, changed or foreign, compared with what the migrations build. */
export function schemaDifferences(db: ReadHandle): string[] {
  const found = new Map((db.file.prepare(listSchema).all() as SchemaObject[]).map((row) => [`${row.type} ${row.name}`, row.sql]));
  const wanted = new Map(expectedSchema().map((row) => [`${row.type} ${row.name}`, row.sql]));
  const names = [...wanted.keys()].filter((name) => found.get(name) !== wanted.get(name));
  return [...names, ...[...found.keys()].filter((name) => !wanted.has(name))];
}

let expected: readonly SchemaObject[] | null = null;

/** What a new file of this version looks like, built once in memory. */
function expectedSchema(): readonly SchemaObject[] {
  if (expected) return expected;
  const fresh = openForWriting(':memory:');
  migrate(fresh, () => undefined, migrations);
  expected = fresh.file.prepare(listSchema).all() as SchemaObject[];
  fresh.close();
  return expected;
}
