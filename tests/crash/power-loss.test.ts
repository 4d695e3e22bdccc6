import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { durabilityOf, openForWriting } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { eventCount } from '../../db/queries/verify.queries.ts';
import { verifyBooks } from '../../electron/core/services/system/verify/verify-books.ts';
import { CommandLineStation } from '../support/command-line.ts';
import { counts } from '../support/counts.ts';
import { programs, projectRoot } from '../support/programs.ts';
import type { TestStation } from '../support/station.ts';
import { testStation } from '../support/station.ts';
import { workedStation } from '../integration/tampering/books.ts';
import { dice } from './seeded.ts';

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 31);

let station: TestStation;
beforeEach(async () => {
  station = await testStation();
});
afterEach(() => station.close());

test('every live connection of core is in WAL mode and waits for the disk: the one that writes, and that of each worker thread', async () => {
  const promise = { journalMode: 'wal', synchronous: 2, foreignKeys: 1 };
  expect(durabilityOf(station.core.station.db)).toEqual({ ...promise, isReadOnly: false });
  const { workers } = station.core.station.live;
  // The second thread starts only while the first is busy.
  const asked = await Promise.all([workers.run('system.durability', {}), workers.run('system.durability', {})]);
  expect(asked.map(({ thread: _thread, ...durability }) => durability)).toEqual([{ ...promise, isReadOnly: true }, { ...promise, isReadOnly: true }]);
  expect(new Set([0, ...asked.map(({ thread }) => thread)]).size).toBe(3);
});

test(`after a loss of power the books open and the chain verifies up to a prefix (${counts.powerLossCuts} cuts, seed ${seed})`, async () => {
  const random = dice(seed);
  const database = join(station.folder, 'station.sqlite');
  station.core.station.db.checkpoint();
  await workedStation(station);
  await workedStation(station);
  const all = eventCount.one(station.core.station.db, {}).n;
  const folder = mkdtempSync(join(tmpdir(), 'station-cut-'));
  copyFileSync(database, join(folder, 'whole.sqlite'));
  const wal = readFileSync(`${database}-wal`);
  const seen = new Set<number>();
  for (let cut = 0; cut < counts.powerLossCuts; cut += 1) {
    const place = join(folder, String(cut));
    mkdirSync(place);
    const copy = join(place, 'station.sqlite');
    copyFileSync(join(folder, 'whole.sqlite'), copy);
    // The disk may have written rubbish behind the last sector that it finished.
    const kept = wal.subarray(0, random.below(wal.length + 1));
    writeFileSync(`${copy}-wal`, Buffer.concat([kept, Buffer.from(Array.from({ length: random.below(6_000) }, () => random.below(256)))]));
    const db = openForWriting(copy);
    expect(migrate(db).from).toBeGreaterThan(0);
    const verdict = verifyBooks(db, { full: true, known: [], locale: 'en', photos: '' });
    expect(verdict.findings, `seed ${seed}, cut ${cut}`).toEqual([]);
    expect(verdict.events).toBeLessThanOrEqual(all);
    seen.add(verdict.events);
    db.close();
    rmSync(place, { recursive: true });
  }
  expect(seen.size).toBeGreaterThan(1);
  rmSync(folder, { recursive: true });
});

const strace = spawnSync('strace', ['-f', '-e', 'trace=fsync', 'true']);
const whyNoStrace = strace.error ? 'strace is not installed' : strace.status === 0 ? null : 'strace may not trace here';

test.skipIf(whyNoStrace !== null)(`the system is asked for at least one data sync per acknowledged command${whyNoStrace === null ? '' : ` (skipped: ${whyNoStrace})`}`, async () => {
  const books = new CommandLineStation();
  await books.found();
  const trace = join(books.folder, 'trace.txt');
  const commands = 25;
  const lines = Array.from({ length: commands }, (_, index) => JSON.stringify({ op: 'setting.save', input: { key: 'cooperative.motto', value: `第 ${index} 句` }, ...(index === 0 ? { as: { user: 'zhanzhang', pin: '2580' } } : {}) }));
  const run = spawnSync('strace', ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath, ...programs().commandLine, 'call', '--stdin'], {
    input: lines.join('\n'), encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1', STATION_DATA: books.data, STATION_CONFIG_DIR: books.config, STATION_RESOURCES: join(projectRoot, 'resources') },
  });
  const acknowledged = run.stdout.split('\n').filter((line) => line.startsWith('{"ok":true')).length;
  const syncs = readFileSync(trace, 'utf8').split('\n').filter((line) => /f(data)?sync\(\d+<[^>]*station\.sqlite-wal>/.test(line)).length;
  expect(acknowledged).toBe(commands);
  expect(syncs).toBeGreaterThanOrEqual(acknowledged);
  books.remove();
}, 90_000);
