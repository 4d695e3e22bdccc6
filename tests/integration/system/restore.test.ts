import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restoreBackup } from '../../../electron/core/platform/backup-restore.ts';
import { systemIds } from '../../../electron/core/platform/ids.ts';
import { newSession } from '../../../electron/core/rpc/session.ts';
import { databaseName, startCore } from '../../../electron/core/start.ts';
import type { Core } from '../../../electron/core/start.ts';
import type { TestStation } from '../../support/station.ts';
import { people, testStation } from '../../support/station.ts';
import { quietHost } from '../../support/quiet-host.ts';
import { workedStation } from '../tampering/books.ts';

let station: TestStation;
const leftovers: string[] = [];
beforeEach(async () => {
  station = await testStation();
});
afterEach(async () => {
  await station.close();
  for (const folder of leftovers.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function backUp(): Promise<string> {
  const made = await station.must(await station.as('manager'), 'backup.create', {});
  return join(station.folder, 'backups', made.name);
}

async function restore(backup: string): Promise<void> {
  await station.core.stop();
  const outcome = await restoreBackup({ backup, dataFolder: station.folder, databaseName, kind: 'live', now: station.clock.now(), carryOver: ['backups'] });
  if (!outcome.ok) throw new Error(outcome.why);
  leftovers.push(outcome.keptFolder ?? '');
  station.clock.forward(1_000);
  await station.reopen();
}

const numbers = (core: Core): string[] => (core.station.db.file.prepare('SELECT number FROM document ORDER BY id').all() as Array<{ number: string }>).map((row) => row.number);

test('a restored station begins a new life with the first person who signs in: new device, next desk letter, its birth names backup and old head', async () => {
  await workedStation(station);
  const before = await station.must(await station.as('manager'), 'system.head', {});
  const backup = await backUp();
  await workedStation(station);
  await restore(backup);
  expect(station.core.station.pendingIncarnation?.cause).toBe('restored');
  const clerk = await station.as('clerk');
  const after = await station.must(clerk, 'system.head', {});
  expect(after.device).not.toBe(before.device);
  expect(after.publicKey).not.toBe(before.publicKey);
  const birth = station.core.station.db.file.prepare('SELECT i.*, d.number, u.login FROM incarnation i JOIN document d ON d.id = i.document_id JOIN user u ON u.id = d.posted_by ORDER BY d.id DESC LIMIT 1').get();
  expect(birth).toMatchObject({ cause: 'restored', backup_name: backup.split('/').at(-1), previous_device: before.device, previous_seq: before.seq, previous_hash: before.hash, number: 'GZ01B-V-2026-000001', login: people.clerk.login });
  const verdict = await station.must(clerk, 'system.verify', { full: true });
  expect(verdict.findings).toEqual([]);
});

test('what was put aside before goes on at the desk of the restored folder', async () => {
  const id = station.core.station.ids.ulid();
  await station.must(await station.as('clerk'), 'draft.save', { id, revision: 1, state: 'held', label: '张三 红薯', payload: {} });
  await restore(await backUp());
  const clerk = await station.as('clerk');
  expect((await station.must(clerk, 'draft.list', {})).rows).toMatchObject([{ id, state: 'held', label: '张三 红薯' }]);
  expect((await station.must(clerk, 'system.verify', { full: true })).findings).toEqual([]);
});

test('the settlement role stays behind and must be taken again by two people', async () => {
  const backup = await backUp();
  await restore(backup);
  const accountant = await station.as('accountant');
  const batch = { title: '十一月', dateFrom: '2026-11-01', dateTo: '2026-11-20', productId: null, capBp: 5_000 };
  expect(await station.call(accountant, 'settlement.createBatch', batch)).toMatchObject({ ok: false, refusal: { code: 'settlement_role_elsewhere' } });
  await station.must(accountant, 'settlement.takeRole', { reason: '恢复备份' }, { approval: station.approval('manager') });
  expect(await station.call(accountant, 'settlement.createBatch', batch)).toMatchObject({ ok: true });
});

test('nothing is posted before somebody has signed in', async () => {
  await restore(await backUp());
  expect(await station.call(newSession('cli'), 'system.seal', {})).toMatchObject({ ok: false, refusal: { code: 'incarnation_due', params: { cause: 'restored' } } });
});

test('a backup restored twice gives no number twice', async () => {
  const backup = await backUp();
  await restore(backup);
  await workedStation(station);
  const first = numbers(station.core);
  await restore(backup);
  await workedStation(station);
  const second = numbers(station.core);
  const common = second.filter((number) => first.includes(number));
  expect(common.every((number) => number.startsWith('GZ01A-'))).toBe(true);
  expect(second.some((number) => number.startsWith('GZ01C-T-'))).toBe(true);
});

test('a restore long after the backup does not wait for the clock to be confirmed, and tickets do', async () => {
  const backup = await backUp();
  station.clock.forward(60 * 24 * 3_600_000);
  await restore(backup);
  const manager = await station.as('manager');
  expect(station.core.station.pendingIncarnation).toBeNull();
  expect(await station.must(manager, 'session.state', {})).toMatchObject({ phase: 'clock_stopped' });
});

test('a folder copied to another computer is found moved: questions are answered, changes wait for the recovery code', async () => {
  const { recoveryCode } = await station.must(await station.as('manager'), 'recovery.newCode', {}, { approval: station.approval('accountant') });
  await station.core.stop();
  const folder = mkdtempSync(join(tmpdir(), 'station-copy-'));
  const config = mkdtempSync(join(tmpdir(), 'station-elsewhere-'));
  leftovers.push(folder, config);
  cpSync(station.folder, folder, { recursive: true });
  const { paths } = station.core.station;
  const open = (): Promise<Core> => startCore({ paths: { ...paths, data: folder, config }, kind: 'live', host: quietHost, clock: station.clock, checkReplies: true });
  const ids = systemIds(station.clock);
  let core = await open();
  await core.stop();
  core = await open();
  const session = newSession('desk');
  const call = (op: string, input: unknown) => core.dispatcher.call(session, { op, input, commandId: ids.ulid() });
  expect(await call('session.signIn', { user: people.manager.login, pin: people.manager.pin })).toMatchObject({ ok: true });
  expect(await call('member.list', {})).toMatchObject({ ok: true });
  expect(await call('system.seal', {})).toMatchObject({ ok: false, refusal: { code: 'incarnation_due', params: { cause: 'moved' } } });
  expect(await call('recovery.enter', { code: recoveryCode.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) })).toMatchObject({ ok: false, refusal: { code: 'recovery_code_mistyped', params: { group: 1 } } });
  expect(await call('recovery.enter', { code: recoveryCode })).toMatchObject({ ok: true });
  expect(core.station.device?.deskLetter).toBe('B');
  expect(core.station.keys?.fields.keyId).toBeDefined();
  expect(await call('system.seal', {})).toMatchObject({ ok: true });
  expect(await call('system.verify', { full: true })).toMatchObject({ ok: true, data: { ok: true } });
  await core.stop();
});
