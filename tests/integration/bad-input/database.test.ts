import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import faultsEn from '../../../resources/locales/en/fault.json' with { type: 'json' };
import faultsZh from '../../../resources/locales/zh/fault.json' with { type: 'json' };
import type { FaultCode } from '../../../electron/core/platform/fault.ts';
import { startCore } from '../../../electron/core/start.ts';
import { CommandLineStation } from '../../support/command-line.ts';
import { programs, projectRoot } from '../../support/programs.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { workedStation } from '../tampering/books.ts';

let station: TestStation;
beforeEach(async () => {
  station = await testStation();
});
afterEach(() => station.close());

const database = (): string => join(station.folder, 'station.sqlite');
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const save = { key: 'receipt.mask_name', value: true } as const;

/** What opening the folder again says; each of these codes has a plain sentence in both languages. */
async function faultOnOpening(kind: 'live' | 'training' = 'live'): Promise<string> {
  const { paths, host, clock } = station.core.station;
  try {
    await (await startCore({ paths, host, clock, kind })).stop();
    return 'opened';
  } catch (error) {
    const code = (error as { code: FaultCode }).code;
    for (const faults of [faultsZh, faultsEn]) expect(Object.values(faults[code]).every((words) => words.length > 5)).toBe(true);
    return code;
  }
}

test('a database that another process holds is a fault in words, nothing is half written, and the same step goes through afterwards', async () => {
  const manager = await station.as('manager');
  const holder = spawn(process.execPath, ['-e', `
    const Database = require('better-sqlite3'); const file = new Database(${JSON.stringify(database())});
    file.exec('BEGIN IMMEDIATE'); console.log('held'); process.stdin.on('data', () => process.exit(0));`], { cwd: resolve(import.meta.dirname, '../../..') });
  await new Promise((done) => holder.stdout.once('data', done));
  const commandId = station.core.station.ids.ulid();
  const refused = await station.call(manager, 'setting.save', save, { commandId });
  expect(refused).toMatchObject({ ok: false, fault: { code: 'database_locked' } });
  expect((await station.must(manager, 'setting.get', {})).values).not.toHaveProperty('receipt.mask_name');
  holder.stdin.write('go\n');
  await new Promise((done) => holder.once('close', done));
  expect(await station.call(manager, 'setting.save', save, { commandId })).toMatchObject({ ok: true });
}, 30_000);

test('a file whose beginning is rubbish is found corrupt and left as it is', async () => {
  await station.core.stop();
  writeFileSync(database(), Buffer.alloc(200_000, 'x'));
  const before = hashOf(database());
  expect(await faultOnOpening()).toBe('database_corrupt');
  expect(hashOf(database())).toBe(before);
  writeFileSync(database(), '');
});

test('a damaged page inside the file is named by the check', async () => {
  await workedStation(station);
  await station.core.stop();
  const bytes = readFileSync(database());
  for (let page = 20; page < 60; page += 1) bytes.fill(0x5a, page * 4096, page * 4096 + 900);
  writeFileSync(database(), bytes);
  const opened = await station.reopen().then(() => 'opened', (error: { code: string }) => error.code);
  if (opened === 'opened') {
    const verdict = await station.core.station.live.watch.verify(true, 'zh');
    expect(verdict).toMatchObject({ ok: false });
    expect(verdict.findings.map((finding) => finding.kind)).toContain('pages_damaged');
  } else expect(opened).toBe('database_corrupt');
});

test('a database from the future is refused and not touched', async () => {
  await station.core.stop();
  const file = new Database(database());
  file.pragma('journal_mode = DELETE');
  file.pragma('user_version = 999');
  file.close();
  const rows = (): unknown => {
    const again = new Database(database(), { readonly: true });
    const answer = [again.pragma('user_version', { simple: true }), again.prepare('SELECT count(*) AS n FROM event').get()];
    again.close();
    return answer;
  };
  const before = rows();
  expect(await faultOnOpening()).toBe('database_from_future');
  expect(rows()).toEqual(before);
});

test('real books opened as training books are refused', async () => {
  await station.core.stop();
  expect(await faultOnOpening('training')).toBe('folder_kind');
});

test('a second core in the same folder is refused', async () => {
  expect(await faultOnOpening()).toBe('folder_in_use');
});

test('a full disk stops the step that needs room and nothing else; with room again the same step goes through', async () => {
  const manager = await station.as('manager');
  const { file } = station.core.station.db;
  const pages = file.pragma('page_count', { simple: true }) as number;
  file.pragma(`max_page_count = ${pages + 2}`);
  const sentences = Array.from({ length: 60 }, (_, index) => `${index} `.padEnd(390, '满'));
  const failed: string[] = [];
  for (const value of sentences) {
    const answer = await station.call(manager, 'setting.save', { key: 'cooperative.motto', value });
    if (!answer.ok && 'fault' in answer) failed.push(answer.fault.code);
  }
  expect(new Set(failed)).toEqual(new Set(['disk_full']));
  file.pragma('max_page_count = 1000000');
  expect(await station.call(manager, 'setting.save', { key: 'cooperative.motto', value: '有地方了' })).toMatchObject({ ok: true });
  expect(await station.must(manager, 'system.verify', { full: true })).toMatchObject({ ok: true, findings: [] });
});

const mayMount = process.platform === 'linux' && spawnSync('unshare', ['-m', 'true']).status === 0;
const whyNoMount = mayMount ? '' : ' (skipped: this user may not mount)';

/** Runs shell words with mounts of its own, which end with it. */
function inOwnMounts(books: CommandLineStation, script: string): { stdout: string; status: number | null } {
  const command = [process.execPath, ...programs().commandLine].join(' ');
  return spawnSync('unshare', ['-m', 'sh', '-c', script.replaceAll('STATION', command).replaceAll('DATA', books.data)], {
    encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1', STATION_DATA: books.data, STATION_CONFIG_DIR: books.config, STATION_RESOURCES: join(projectRoot, 'resources'), STATION_PIN: '2580' },
  });
}

test.skipIf(!mayMount)(`a file that may only be read, and a folder that may only be read, are faults in words${whyNoMount}`, async () => {
  const books = new CommandLineStation();
  await books.found();
  const file = inOwnMounts(books, `mount --bind DATA/station.sqlite DATA/station.sqlite && mount -o remount,ro,bind DATA/station.sqlite && STATION call setting.save '{"key":"receipt.mask_name","value":true}' --as zhanzhang`);
  expect(file.status).toBe(2);
  expect(file.stdout).toContain('"code":"database_read_only"');
  const folder = inOwnMounts(books, `mount --bind DATA DATA && mount -o remount,ro,bind DATA && STATION call session.state '{}'`);
  expect(folder.status).toBe(2);
  expect(folder.stdout).toMatch(/"code":"(database_read_only|file_unwritable)"/);
  expect(await books.run(['db', 'verify'])).toMatchObject({ code: 0 });
  books.remove();
}, 60_000);

test.skipIf(!mayMount)(`on a real small disk the steps that fit are kept and the rest are told "disk full"${whyNoMount}`, async () => {
  const books = new CommandLineStation();
  const lines = Array.from({ length: 400 }, (_, index) => JSON.stringify({ op: 'setting.save', input: { key: 'cooperative.motto', value: `${index} `.padEnd(390, '满') }, as: { user: 'zhanzhang', pin: '2580' } }));
  writeFileSync(join(books.folder, 'lines'), lines.join('\n'));
  const run = inOwnMounts(books, `mkdir -p DATA && mount -t tmpfs -o size=4m tmpfs DATA && STATION call setup.createTraining '{"locale":"zh"}' --training && STATION call --stdin < ${join(books.folder, 'lines')}; echo "worst $?"; STATION db verify`);
  const answers = run.stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { ok: boolean; fault?: { code: string }; events?: number });
  const verdict = answers.at(-1);
  expect(answers.some((answer) => answer.fault?.code === 'disk_full')).toBe(true);
  expect(new Set(answers.flatMap((answer) => answer.fault?.code ?? []))).toEqual(new Set(['disk_full']));
  expect(verdict).toMatchObject({ ok: true });
  // What a founded station begins with, and one event for each step that was acknowledged: nothing lost, nothing half there.
  const other = new CommandLineStation();
  await other.found();
  const { events } = (await other.run(['db', 'verify'])).lines[0] as { events: number };
  const saved = answers.slice(1, -1).filter((answer) => answer.ok).length;
  expect(verdict?.events).toBe(events + saved);
  other.remove();
  books.remove();
}, 90_000);
