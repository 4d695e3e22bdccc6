import type { Generated, Insertable } from 'kysely';
import type { WriteHandle } from './connection.ts';
import type { Tables } from './schema.ts';
import type { Command } from './sql.ts';
import { command } from './sql.ts';

type GeneratedKeys<T> = { [K in keyof T]: T[K] extends Generated<unknown> ? K : never }[keyof T];

/** Every column of a table but the row id the database gives; nulls are written out, so that a row's digest never depends on what was left out. */
export type FullRow<T extends keyof Tables> = { readonly [K in Exclude<keyof Tables[T], GeneratedKeys<Tables[T]>>]: Tables[T][K] };

interface KnownInsert {
  readonly columns: readonly string[];
  readonly statement: Command<Record<string, unknown>>;
}

/** Statements by table; a table is written with one or two sets of columns. */
const inserts = new Map<keyof Tables, KnownInsert[]>();

function insertFor(table: keyof Tables, row: object): Command<Record<string, unknown>> {
  const columns = Object.keys(row);
  const known = inserts.get(table) ?? [];
  for (const { columns: those, statement } of known) {
    if (those.length === columns.length && those.every((column, index) => column === columns[index])) return statement;
  }
  const statement = command<Record<string, unknown>>()((k, slot) =>
    k.insertInto(table).values(Object.fromEntries(columns.map((column) => [column, slot(column)])) as Insertable<Tables[typeof table]>));
  inserts.set(table, [...known, { columns, statement }]);
  return statement;
}

/** Inserts one whole row and returns its row id. Throws what the table's checks refuse. */
export function insertRow<T extends keyof Tables>(tx: WriteHandle, table: T, row: FullRow<T>): number {
  return insertFor(table, row).insert(tx, row as unknown as Record<string, unknown>);
}
