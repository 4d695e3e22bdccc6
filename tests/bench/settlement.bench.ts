import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { testStation } from '../support/station.ts';
import type { TestStation } from '../support/station.ts';
import { median, row, timed } from './measure.ts';
import type { BenchRow } from './measure.ts';
import { seasonDay, seedSeason } from './season.ts';

const members = 1_000;
const tickets = 100_000;
const blocks = 5;
const bound = 3;
const connection = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'wal_autocheckpoint = 0', 'cache_size = -16000', 'temp_store = MEMORY', 'recursive_triggers = ON'];

/** What a season's settlement costs: the figures in all their steps, and the approval with the PIN of the second person. */
async function settleAll(station: TestStation): Promise<number> {
  const accountant = await station.as('accountant');
  const { id } = await station.must(accountant, 'settlement.createBatch', { title: '全季', dateFrom: '2026-01-01', dateTo: seasonDay, productId: null, capBp: 5_000 });
  let ms = await timed(async () => {
    await station.must(accountant, 'settlement.calculate', { id });
    await station.core.station.live.settlementRuns.idle();
  });
  await station.must(accountant, 'settlement.review', { id });
  ms += await timed(() => station.must(accountant, 'settlement.approve', { id }, { approval: station.approval('manager') }));
  return ms;
}

/** The floor: one durable transaction that sums what each payee is owed and writes the same settlements, lines and claims. */
function bareSettlement(path: string): number {
  const file = new Database(path);
  for (const pragma of connection) file.pragma(pragma);
  const user = (file.prepare('SELECT min(id) AS id FROM user').get() as { id: number }).id;
  const batch = (file.prepare("SELECT min(id) AS id FROM document").get() as { id: number }).id;
  const run = file.prepare(`INSERT INTO settlement_run (ulid, document_id, state, started_at, started_by, next_chunk, last_payee_id, payees) VALUES ('floor', ${batch}, 'calculating', 0, ${user}, 0, 0, ${members})`);
  const sums = file.prepare("SELECT payee_id, member_id, party_kind, count(*) AS tickets, sum(amount_fen) AS fen FROM payable WHERE business_date BETWEEN '2026-01-01' AND ? GROUP BY payee_id, member_id, party_kind ORDER BY payee_id");
  const settlement = file.prepare('INSERT INTO settlement (ulid, run_id, ordinal, payee_id, member_id, party_kind, tickets, gross_fen, recovered_fen, paid_fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)');
  const lines = file.prepare(`INSERT INTO settlement_line (settlement_id, line_no, run_id, payable_id, amount_fen)
    SELECT s.id, row_number() OVER (PARTITION BY s.id ORDER BY p.id), s.run_id, p.id, p.amount_fen FROM settlement s CROSS JOIN payable p INDEXED BY payable_by_payee WHERE s.run_id = ? AND p.payee_id = s.payee_id`);
  const claims = file.prepare('INSERT INTO claim (payable_id, run_id, settlement_id) SELECT payable_id, run_id, settlement_id FROM settlement_line WHERE run_id = ?');
  const start = process.hrtime.bigint();
  file.exec('BEGIN IMMEDIATE');
  const runId = run.run().lastInsertRowid;
  (sums.all(seasonDay) as Array<{ payee_id: number; member_id: number; party_kind: string; tickets: number; fen: number }>).forEach((owed, index) => {
    settlement.run(`floor-${String(index).padStart(20, '0')}`, runId, index + 1, owed.payee_id, owed.member_id, owed.party_kind, owed.tickets, owed.fen, owed.fen);
  });
  const written = lines.run(runId).changes;
  if (written !== tickets || claims.run(runId).changes !== tickets) throw new Error('the floor left rows out');
  file.exec('COMMIT');
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  file.close();
  return ms;
}

/** Settling a season of 100,000 tickets in a batch against a bare transaction; each block starts from the same file. */
export async function benchSettlement(): Promise<BenchRow[]> {
  const station = await testStation({ checkReplies: false, worker: resolve(import.meta.dirname, '../../out/main/worker.cjs') });
  const folder = mkdtempSync(join(tmpdir(), 'station-season-'));
  try {
    seedSeason(station, members, tickets);
    const path = station.core.station.db.file.name;
    await station.core.stop();
    const season = join(folder, 'season.sqlite');
    copyFileSync(path, season);
    const costs: number[] = [];
    const floors: number[] = [];
    for (let block = 0; block < blocks; block += 1) {
      await station.core.stop();
      copyFileSync(season, path);
      await station.reopen();
      costs.push(await settleAll(station));
      const floor = join(folder, `floor-${block}.sqlite`);
      copyFileSync(season, floor);
      floors.push(bareSettlement(floor));
      rmSync(floor);
    }
    return [row(`settling ${tickets} tickets of ${members} members`, median(costs), median(floors), bound, 'ms')];
  } finally {
    await station.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
