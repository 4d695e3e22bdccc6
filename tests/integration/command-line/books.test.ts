import Database from 'better-sqlite3';
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandLineStation } from '../../support/command-line.ts';

let station: CommandLineStation;
beforeEach(async () => {
  station = new CommandLineStation();
  await station.found();
}, 60_000);
afterEach(() => station.remove());

const database = (): string => join(station.data, 'station.sqlite');
const dataOf = (line: Record<string, unknown> | undefined): Record<string, unknown> => (line?.['data'] ?? {}) as Record<string, unknown>;

test('db verify says yes with exit code 0, and names the changed row with exit code 1', async () => {
  const good = await station.run(['db', 'verify', '--data', station.data]);
  expect(good).toMatchObject({ code: 0, lines: [{ ok: true }] });
  expect(good.lines[0]?.['firstBad']).toBeUndefined();
  const file = new Database(database());
  file.exec("DROP TRIGGER document_no_update; UPDATE document SET reason = 'x' WHERE id = 2");
  file.close();
  const bad = await station.run(['db', 'verify', '--data', station.data]);
  expect(bad).toMatchObject({ code: 1, lines: [{ ok: false, firstBad: { why: 'document_changed' } }] });
  expect(bad.stderr).toContain('过账以后被改过');
});

test('db verify names an older copy of the file, and a file that is no database', async () => {
  const old = join(station.folder, 'old.sqlite');
  copyFileSync(database(), old);
  await station.run(['call', 'setting.save', '{"key":"receipt.mask_name","value":true}', '--as', 'zhanzhang'], { pin: '2580' });
  for (const ending of ['-wal', '-shm']) rmSync(database() + ending, { force: true });
  copyFileSync(old, database());
  expect(await station.run(['db', 'verify'])).toMatchObject({ code: 1, lines: [{ ok: false, firstBad: { why: 'older_than_note' } }] });
  writeFileSync(database(), 'this is not a database, it is a letter to the cooperative'.repeat(100));
  expect(await station.run(['db', 'verify'])).toMatchObject({ code: 1, lines: [{ ok: false, findings: [{ kind: 'pages_damaged' }] }] });
  rmSync(database());
  expect(await station.run(['db', 'verify'])).toMatchObject({ code: 2, lines: [{ ok: false, fault: { code: 'file_unreadable' } }] });
});

test('a backup is made, proved and put back; the former folder is kept and the next person begins the new life', async () => {
  const made = await station.run(['backup', 'create']);
  const file = String(dataOf(made.lines[0])['file']);
  expect(made).toMatchObject({ code: 0, lines: [{ ok: true, data: { verified: true } }] });
  expect(await station.run(['backup', 'verify', '--file', file])).toMatchObject({ code: 0 });
  const restored = await station.run(['backup', 'restore', '--from', file]);
  expect(restored).toMatchObject({ code: 0, lines: [{ ok: true, data: { incarnation: null } }] });
  expect(readdirSync(String(dataOf(restored.lines[0])['keptFolder']))).toContain('station.sqlite');
  expect(await station.run(['call', 'system.head', '{}', '--as', 'siban'], { pin: '3690' })).toMatchObject({ code: 0 });
  const again = await station.run(['backup', 'restore', '--file', basename(file), '--as', 'zhanzhang'], { pin: '2580' });
  expect(again).toMatchObject({ code: 0, lines: [{ ok: true, data: { incarnation: { deskLetter: 'C' } } }] });
  expect(await station.run(['db', 'verify'])).toMatchObject({ code: 0 });
}, 60_000);

test('a damaged backup is refused with its flaw, and nothing is exchanged', async () => {
  const file = String(dataOf((await station.run(['backup', 'create'])).lines[0])['file']);
  const bytes = readFileSync(file);
  bytes[10_000] = (bytes[10_000] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect(await station.run(['backup', 'verify', '--file', file])).toMatchObject({ code: 1, lines: [{ refusal: { code: 'backup_invalid', params: { why: 'content_changed' } } }] });
  expect(await station.run(['backup', 'restore', '--file', file])).toMatchObject({ code: 1, lines: [{ refusal: { params: { why: 'content_changed' } } }] });
  expect(readdirSync(station.folder).filter((name) => name.includes('before-restore'))).toEqual([]);
});

test('on another computer the printed recovery code opens the restored books', async () => {
  const renewed = await station.run(['call', '--stdin'], { stdin: JSON.stringify({ op: 'recovery.newCode', input: {}, as: { user: 'zhanzhang', pin: '2580' }, approval: { user: 'kuaiji', pin: '1470' } }) });
  const code = String(dataOf(renewed.lines[0])['recoveryCode']);
  const file = String(dataOf((await station.run(['backup', 'create'])).lines[0])['file']);
  const elsewhere = join(station.folder, 'elsewhere');
  const data = join(station.folder, 'new-data');
  const wrong = await station.run(['backup', 'restore', '--file', file, '--data', data, '--as', 'zhanzhang', '--recovery-code-stdin'], { pin: '2580', config: elsewhere, stdin: 'AAAA-BBBB\n' });
  expect(wrong).toMatchObject({ code: 1, lines: [{ refusal: { code: 'recovery_code_mistyped' } }] });
  const right = await station.run(['backup', 'restore', '--file', file, '--data', data, '--as', 'zhanzhang', '--recovery-code-stdin'], { pin: '2580', config: elsewhere, stdin: `${code}\n` });
  expect(right).toMatchObject({ code: 0, lines: [{ ok: true, data: { incarnation: { deskLetter: 'B' } } }] });
  expect(await station.run(['db', 'verify', '--data', data], { config: elsewhere })).toMatchObject({ code: 0 });
}, 60_000);

test('without the key file the questions that need no protected field are still answered', async () => {
  const head = (): Promise<unknown> => station.run(['call', 'system.head', '{}', '--as', 'siban'], { pin: '3690' });
  const before = await head();
  rmSync(join(station.config, 'keys'), { recursive: true });
  expect(before).toMatchObject({ code: 0, lines: [{ ok: true, data: { keyId: expect.stringMatching(/^\w{8,}$/) } }] });
  expect(await head()).toEqual(before);
  expect(await station.run(['call', 'session.state', '{}'])).toMatchObject({ lines: [{ data: { keyProtection: 'none' } }] });
});
