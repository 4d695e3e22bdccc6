import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { lineAmountFen } from '../../electron/domain/line-amount.ts';
import type { InputOf } from '../../electron/contract/operations.ts';
import { givenGoods, givenMember, plainTicket } from '../support/intake.ts';
import { testStation } from '../support/station.ts';
import { interleaved, row } from './measure.ts';
import type { BenchRow } from './measure.ts';

/** Enough of them that the median comes from a program that has worked for a while, as it has on a day of buying. */
const blocks = 60;
const perBlock = 20;
const bound = 2.5;

/** Tables a posted ticket writes rows into; `number_counter` and `stock` change by an upsert that the floor repeats. */
const tables = ['document', 'transition', 'event', 'command_log', 'audit', 'ticket', 'ticket_owner', 'weighing', 'lot', 'ticket_line', 'payable', 'movement', 'journal_line', 'print_job', 'stock'] as const;

type Row = Record<string, string | number | null>;
type Batch = ReadonlyArray<ReadonlyArray<{ readonly table: string; readonly row: Row }>>;

/** What one ticket left in the tables, in an order that foreign keys accept. */
function rowsOf(file: Database.Database, ticket: { id: number; ulid: string; commandId: string }): Array<{ table: string; row: Row }> {
  const select: Record<string, [string, string | number]> = {
    document: ['id = ?', ticket.id], event: ['doc_id = ?', ticket.ulid], command_log: ['command_id = ?', ticket.commandId], audit: ['command_id = ?', ticket.commandId],
    stock: ['lot_id IN (SELECT id FROM lot WHERE document_id = ?)', ticket.id],
  };
  return tables.flatMap((table) => {
    const [where, value] = select[table] ?? ['document_id = ?', ticket.id];
    return (file.prepare(`SELECT * FROM ${table} WHERE ${where}`).all(value) as Row[]).map((found) => ({ table, row: found }));
  });
}

/** The floor: the same rows into the same tables with statements prepared once and values ready, one durable transaction a ticket. */
function floorInserter(file: Database.Database): (batch: Batch) => void {
  const prepared = new Map<string, Database.Statement>();
  const insert = ({ table, row: values }: { table: string; row: Row }): void => {
    let statement = prepared.get(table);
    if (!statement) {
      const columns = Object.keys(values);
      statement = file.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`);
      prepared.set(table, statement);
    }
    statement.run(...Object.values(values));
  };
  const counter = file.prepare("INSERT INTO number_counter (desk, kind, year, last) VALUES ('A', 'ticket', 2026, 1) ON CONFLICT DO UPDATE SET last = last + 1");
  const begin = file.prepare('BEGIN IMMEDIATE');
  const commit = file.prepare('COMMIT');
  return (batch) => {
    for (const ticket of batch) {
      begin.run();
      for (const values of ticket) insert(values);
      counter.run();
      commit.run();
    }
  };
}

/** Posting a ticket through the dispatcher against bare inserts of the same rows. */
export async function benchTicketPost(): Promise<BenchRow[]> {
  const station = await testStation({ checkReplies: false });
  const copyFolder = mkdtempSync(join(tmpdir(), 'station-floor-'));
  try {
    const clerk = await station.as('clerk');
    const member = await givenMember(station, clerk, '杨通明');
    const { productId, grades, priceE4 } = await givenGoods(station, clerk);
    const grade = grades[0] ?? '';
    const totalFen = lineAmountFen(22_550, priceE4.get(grade) ?? 0);
    const { file } = station.core.station.db;
    const inputs = Array.from({ length: blocks * perBlock }, () => ({
      commandId: station.core.station.ids.ulid(), input: plainTicket(station, { memberId: member.id, productId, grade, grossGrams: 23_450, tareGrams: 900, totalFen }) satisfies InputOf<'ticket.post'>,
    }));
    station.core.station.db.checkpoint();
    copyFileSync(file.name, join(copyFolder, 'floor.sqlite'));
    const floorFile = new Database(join(copyFolder, 'floor.sqlite'));
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'wal_autocheckpoint = 0', 'cache_size = -16000', 'temp_store = MEMORY', 'recursive_triggers = ON']) floorFile.pragma(pragma);
    const insertFloor = floorInserter(floorFile);
    const ready: Batch[] = [];
    const figures = await interleaved(blocks, async (block) => {
      for (const { commandId, input } of inputs.slice(block * perBlock, (block + 1) * perBlock)) await station.must(clerk, 'ticket.post', input, { commandId });
    }, (block) => insertFloor(ready[block] ?? []), (block) => {
      ready[block] = inputs.slice(block * perBlock, (block + 1) * perBlock).map(({ commandId, input }) => {
        const ticket = file.prepare('SELECT d.id, d.ulid FROM ticket t JOIN document d ON d.id = t.document_id WHERE t.draft_ulid = ?').get(input.draftId) as { id: number; ulid: string };
        return rowsOf(file, { ...ticket, commandId });
      });
    });
    floorFile.close();
    return [row('posting a ticket', figures.value / perBlock, figures.floor / perBlock, bound, 'ms')];
  } finally {
    await station.close();
    rmSync(copyFolder, { recursive: true, force: true });
  }
}
