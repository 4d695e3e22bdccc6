import type { WriteHandle } from '../connection.ts';
import type { FullRow } from '../insert.ts';
import type { Command } from '../sql.ts';
import { command } from '../sql.ts';

/** Tables of master data: append-only versions in `master_version`, the current row here. */
export const masterTables = ['cooperative', 'station', 'desk', 'user', 'member', 'payee', 'payee_account', 'product', 'scheme', 'container', 'place', 'cash_box', 'setting', 'grade_word', 'sample', 'member_certificate', 'grade_machine'] as const;
export type MasterTable = (typeof masterTables)[number];

const updates = new Map<string, Command<Record<string, unknown>>>();

/** Replaces the current row of a master record by its ULID; returns the rows changed (one, or none when it is unknown). */
export function updateMaster<T extends MasterTable>(tx: WriteHandle, table: T, row: FullRow<T>): number {
  const columns = Object.keys(row).filter((column) => column !== 'ulid');
  const key = `${table}(${columns.join()})`;
  let statement = updates.get(key);
  if (!statement) {
    statement = command<Record<string, unknown>>()((k, slot) =>
      k.updateTable(table as 'setting').set(Object.fromEntries(columns.map((column) => [column, slot(column)]))).where('ulid', '=', slot('ulid') as string));
    updates.set(key, statement);
  }
  return statement.run(tx, row as unknown as Record<string, unknown>);
}
