import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dueDuties } from '../../../electron/core/jobs/duties.ts';
import type { TestStation } from '../../support/station.ts';
import { fridayMorning, testStation } from '../../support/station.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { workedStation } from '../tampering/books.ts';

let station: TestStation;
beforeEach(async () => {
  station = await testStation();
});
afterEach(async () => {
  await station.close();
});

const hour = 3_600_000;
const rows = (sql: string): unknown[] => station.core.station.db.file.prepare(sql).all();

test('the first event of a new business day seals where the day before ended', async () => {
  await workedStation(station);
  const end = await station.must(await station.as('manager'), 'system.head', {});
  expect(rows('SELECT * FROM seal')).toEqual([]);
  station.clock.forward(20 * hour);
  await workedStation(station);
  expect(rows('SELECT device, seq, hash, business_date FROM seal')).toEqual([{ device: end.device, seq: end.seq, hash: end.hash, business_date: '2026-11-21' }]);
  expect(await station.must(await station.as('manager'), 'system.verify', { full: true })).toMatchObject({ ok: true });
});

test('sealing by hand seals the head once', async () => {
  const manager = await station.as('manager');
  const head = await station.must(manager, 'system.head', {});
  expect(await station.must(manager, 'system.seal', {})).toMatchObject({ seq: head.seq, hash: head.hash });
  expect(await station.call(manager, 'system.seal', {})).toMatchObject({ ok: false, refusal: { code: 'nothing_to_seal' } });
});

test('a backup is made, listed and proved; a changed one is told by name', async () => {
  const manager = await station.as('manager');
  const made = await station.must(manager, 'backup.create', {});
  expect(await station.must(manager, 'backup.list', {})).toMatchObject({ rows: [{ name: made.name, verified: true }] });
  expect(await station.must(manager, 'backup.verify', { file: made.name })).toMatchObject({ ok: true, documents: 3 });
  expect(await station.must(manager, 'system.status', {})).toMatchObject({ backup: { state: 'ok', ageHours: 0 } });
  const path = join(station.folder, 'backups', made.name);
  const bytes = readFileSync(path);
  bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(await station.must(manager, 'backup.verify', { file: made.name })).toMatchObject({ ok: false, why: 'content_changed' });
  expect(await station.must(manager, 'backup.verify', { file: 'nothing.sqlite' })).toMatchObject({ ok: false, why: 'manifest_missing' });
});

test('a tick makes the backup and the full check that are due, and nothing twice', async () => {
  const { watch } = station.core.station.live;
  station.clock.forward(hour);
  await watch.tick();
  expect(rows('SELECT count(*) AS n FROM backup_note')).toEqual([{ n: 1 }]);
  expect(watch.lastCheck).toMatchObject({ verdict: { ok: true } });
  await watch.tick();
  expect(rows('SELECT count(*) AS n FROM backup_note')).toEqual([{ n: 1 }]);
  expect(await station.must(await station.as('manager'), 'system.status', {})).toMatchObject({ books: { state: 'ok' }, backup: { state: 'ok' } });
});

test('a backup just made is never thinned out, however many were made in its second or after a clock set back', async () => {
  const manager = await station.as('manager');
  for (let made = 0; made < 6; made += 1) {
    const { name } = await station.must(manager, 'backup.create', {});
    expect(await station.must(manager, 'backup.verify', { file: name })).toMatchObject({ ok: true });
  }
  station.clock.forward(-3_600_000);
  const { name } = await station.must(manager, 'backup.create', {});
  expect(await station.must(manager, 'backup.verify', { file: name })).toMatchObject({ ok: true });
});

test('old backups are thinned out, and the newest of each day stays', async () => {
  const manager = await station.as('manager');
  for (let day = 0; day < 3; day += 1) {
    await station.must(manager, 'backup.create', {});
    station.clock.forward(hour);
    await station.must(manager, 'backup.create', {});
    station.clock.forward(23 * hour);
  }
  const { rows: kept } = await station.must(manager, 'backup.list', {});
  expect(kept).toHaveLength(3);
  expect(readdirSync(join(station.folder, 'backups')).filter((name) => name.endsWith('.sqlite'))).toHaveLength(3);
});

test('what is due follows the clock: the morning after, the evening of a worked day, the quiet hour', () => {
  const at = fridayMorning;
  const rested = { now: at, lastBackupAt: null, lastEventAt: null, lastFullCheckAt: null };
  expect(dueDuties(rested)).toEqual([]);
  const worked = { now: at, lastBackupAt: at - hour, lastEventAt: at - 60_000, lastFullCheckAt: at - hour };
  expect(dueDuties(worked)).toEqual([]);
  expect(dueDuties({ ...worked, lastBackupAt: at - 25 * hour })).toEqual(['backup']);
  expect(dueDuties({ ...worked, lastBackupAt: at - 25 * hour, lastEventAt: at - 26 * hour })).toEqual([]);
  const evening = at + 10 * hour;
  expect(dueDuties({ now: evening, lastBackupAt: at, lastEventAt: evening - 10 * 60_000, lastFullCheckAt: at })).toEqual([]);
  expect(dueDuties({ now: evening, lastBackupAt: at, lastEventAt: evening - hour, lastFullCheckAt: at })).toEqual(['backup']);
  const night = at + 17 * hour + 30 * 60_000;
  expect(dueDuties({ now: night, lastBackupAt: night - hour, lastEventAt: night - 6 * hour, lastFullCheckAt: night - 22 * hour })).toEqual(['full_check']);
});

test('settings are kept as versions, read back, and the audit list shows who did what', async () => {
  const manager = await station.as('manager');
  await station.must(manager, 'setting.save', { key: 'receipt.mask_name', value: true });
  await station.must(manager, 'setting.save', { key: 'receipt.mask_name', value: false });
  expect((await station.must(manager, 'setting.get', {})).values['receipt.mask_name']).toBe(false);
  expect(rows("SELECT version FROM master_version WHERE entity = 'setting' ORDER BY id DESC LIMIT 1")).toEqual([{ version: 2 }]);
  expect(await station.call(await station.as('clerk'), 'setting.save', { key: 'receipt.mask_name', value: true })).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  const { rows: lines } = await station.must(manager, 'audit.list', { outcome: 'refused' });
  expect(lines[0]).toMatchObject({ op: 'setting.save', code: 'not_permitted', user: '张司磅' });
});

test('a question that has no answer is no event; that somebody may not ask it is one', async () => {
  const refused = (): unknown[] => rows("SELECT op, code FROM audit WHERE outcome = 'refused' ORDER BY id");
  const before = refused();
  const nobody = { id: station.core.station.ids.ulid() };
  expect(await station.call(await station.as('manager'), 'settlement.get', nobody)).toMatchObject({ refusal: { code: 'settlement_unknown' } });
  expect(refused()).toEqual(before);
  expect(await station.call(await station.as('clerk'), 'settlement.get', nobody)).toMatchObject({ refusal: { code: 'not_permitted' } });
  expect(refused()).toEqual([...before, { op: 'settlement.get', code: 'not_permitted' }]);
});

test('a document that waits for a second person is countersigned by another, once', async () => {
  const clerk = await station.as('clerk');
  const manager = await station.as('manager');
  const member = await givenMember(station, clerk, '陈大山');
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  const ticket = plainTicket(station, { memberId: member.id, productId: goods.productId, grade, grossGrams: 10_000, tareGrams: 0, totalFen: (goods.priceE4.get(grade) ?? 0) / 10 });
  const posted = await station.must(clerk, 'ticket.post', ticket);
  station.core.station.db.transact((tx) => tx.file.prepare("INSERT INTO countersign (document_id, op, requested_by, due_date) SELECT d.id, 'ticket.post', d.posted_by, d.business_date FROM document d WHERE d.ulid = ?").run(posted.id));
  const { rows: waiting } = await station.must(manager, 'countersign.list', {});
  expect(waiting).toMatchObject([{ documentId: posted.id, number: posted.number, requestedBy: '张司磅', amountFen: ticket.expectedTotalFen }]);
  expect(await station.call(clerk, 'countersign.sign', { documentId: posted.id })).toMatchObject({ ok: false });
  await station.must(manager, 'countersign.sign', { documentId: posted.id });
  expect(await station.call(manager, 'countersign.sign', { documentId: posted.id })).toMatchObject({ ok: false, refusal: { code: 'nothing_to_countersign' } });
  expect(rows('SELECT state FROM transition ORDER BY id DESC LIMIT 1')).toEqual([{ state: 'countersigned' }]);
});
