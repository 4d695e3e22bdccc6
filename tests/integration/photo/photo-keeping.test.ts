import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restoreBackup } from '../../../electron/core/platform/backup-restore.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { keepPhoto } from '../../../electron/core/services/photo/photo-files.ts';
import { databaseName } from '../../../electron/core/start.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { testStation } from '../../support/station.ts';
import type { TestStation } from '../../support/station.ts';
import { refusedWith } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
const leftovers: string[] = [];
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  manager = await station.as('manager');
});
afterEach(async () => {
  await station.close();
  for (const folder of leftovers.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const jpeg = (word: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(word), Buffer.alloc(500, 7), Buffer.from([0xff, 0xd9])]);
const fileOf = (id: string, place = station.folder): string => join(place, 'photos', `${id}.sealed`);
const spoil = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};

/** Posts a ticket with pictures; its number and the ids of the pictures. */
async function posted(words: readonly string[]): Promise<{ number: string; ids: string[] }> {
  const member = await givenMember(station, clerk, `张${words.join('')}`);
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  const totalFen = Math.round((goods.priceE4.get(grade) ?? 0) * 10_000 / 100_000);
  const ticket = plainTicket(station, { memberId: member.id, productId: goods.productId, grade, grossGrams: 10_000, tareGrams: 0, totalFen });
  const ids: string[] = [];
  for (const word of words) ids.push((await station.must(clerk, 'photo.take', { draftId: ticket.draftId, step: 'weigh', jpeg: jpeg(word).toString('base64') })).id);
  return { number: (await station.must(clerk, 'ticket.post', ticket)).number, ids };
}

/** The power fails when the file is whole and its row not yet written. */
async function orphan(word: string): Promise<string> {
  const ulid = station.core.station.ids.ulid();
  const { keys } = station.core.station;
  if (keys === null) throw new Error('no key');
  await keepPhoto(station.folder, keys.fields, ulid, jpeg(word));
  return ulid;
}
const aside = async () => (await station.must(manager, 'photo.aside', {})).rows;

test('a picture that lost its row to a power cut is found at the next start, set aside with a note, and opens as it was taken', async () => {
  const { ids } = await posted(['一']);
  const waiting = await station.must(clerk, 'photo.take', { draftId: station.core.station.ids.ulid(), step: 'grade', jpeg: jpeg('二').toString('base64') });
  const takenAt = station.clock.now();
  const lost = await orphan('三');
  expect(await aside()).toEqual([]);
  station.clock.forward(60_000);
  for (const start of [1, 2]) {
    await station.reopen();
    manager = await station.as('manager');
    await expect.poll(aside, { message: `start ${String(start)}` }).toMatchObject([{ id: lost, takenAt, foundAt: takenAt + 60_000 }]);
  }
  expect(await station.must(manager, 'photo.get', { id: lost })).toEqual({ state: 'whole', jpeg: jpeg('三').toString('base64') });
  expect([...ids, waiting.id, lost].every((id) => existsSync(fileOf(id)))).toBe(true);
  expect((await station.must(manager, 'audit.list', {})).rows.filter(({ op }) => op === 'photo.setAside')).toMatchObject([{ code: lost, user: null }]);
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});

test('a picture set aside that was changed since is said to be', async () => {
  const lost = await orphan('一');
  await station.reopen();
  await expect.poll(aside).toHaveLength(1);
  spoil(fileOf(lost));
  expect(await station.must(manager, 'photo.get', { id: lost })).toMatchObject({ state: 'changed' });
});

test('a picture set aside goes only when a manager says so, and that stands in the record', async () => {
  const lost = await orphan('一');
  await station.reopen();
  await expect.poll(aside).toHaveLength(1);
  expect(await station.call(clerk, 'photo.dropAside', { id: lost })).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  expect(await station.call(manager, 'photo.dropAside', { id: station.core.station.ids.ulid() })).toMatchObject(refusedWith('photo_unknown'));
  await station.must(manager, 'photo.dropAside', { id: lost });
  expect(await aside()).toEqual([]);
  await expect.poll(() => existsSync(fileOf(lost))).toBe(false);
  expect((await station.must(manager, 'audit.list', {})).rows.filter(({ op, outcome }) => op === 'photo.dropAside' && outcome === 'ok')).toMatchObject([{ code: null }, { code: lost }]);
});

test('the check of a backup names every ticket whose picture is missing or changed in it', async () => {
  const { number, ids: [missing = '', changed = '', whole = ''] } = await posted(['一', '二', '三']);
  const { name } = await station.must(manager, 'backup.create', {});
  const { folder } = await station.must(manager, 'backup.list', {});
  expect(await station.must(manager, 'backup.verify', { file: name })).toMatchObject({ ok: true, photos: 3, photoFlaws: [] });
  rmSync(fileOf(missing, folder));
  spoil(fileOf(changed, folder));
  expect(existsSync(fileOf(whole, folder))).toBe(true);
  const verdict = await station.must(manager, 'backup.verify', { file: name });
  expect(verdict).toMatchObject({ ok: false, why: 'photos_flawed', photos: 3, documents: expect.any(Number) });
  expect(verdict.photoFlaws.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([{ number, id: missing, flaw: 'missing' }, { number, id: changed, flaw: 'changed' }]);
});

test('the next backup puts right what was spoilt beside the one before, and says when the station itself has lost a picture', async () => {
  const { ids: [spoilt = '', lost = ''] } = await posted(['一', '二']);
  await station.must(manager, 'backup.create', {});
  const { folder } = await station.must(manager, 'backup.list', {});
  spoil(fileOf(spoilt, folder));
  // Of two backups of the same moment only one is kept.
  station.clock.forward(1_000);
  const second = await station.must(manager, 'backup.create', {});
  expect(second.verified).toBe(true);
  expect(await station.must(manager, 'backup.verify', { file: second.name })).toMatchObject({ ok: true });
  rmSync(fileOf(lost));
  rmSync(fileOf(lost, folder));
  expect((await station.must(manager, 'backup.create', {})).verified).toBe(false);
});

test('a restore brings the pictures back; one that is spoilt in the backup comes whole from the folder before, and what no place has is said', async () => {
  const { number, ids: [good = '', spoilt = '', gone = ''] } = await posted(['一', '二', '三']);
  const { name } = await station.must(manager, 'backup.create', {});
  const { folder } = await station.must(manager, 'backup.list', {});
  rmSync(fileOf(good));
  spoil(fileOf(spoilt, folder));
  rmSync(fileOf(gone));
  rmSync(fileOf(gone, folder));
  await station.core.stop();
  const outcome = await restoreBackup({ backup: join(folder, name), dataFolder: station.folder, databaseName, kind: 'live', now: station.clock.now(), carryOver: ['backups'] });
  if (!outcome.ok) throw new Error(outcome.why);
  leftovers.push(outcome.keptFolder ?? '');
  expect(outcome.photoFlaws).toEqual([{ number, id: gone, flaw: 'missing' }]);
  await station.reopen();
  clerk = await station.as('clerk');
  expect(await station.must(clerk, 'photo.get', { id: good })).toMatchObject({ state: 'whole' });
  expect(await station.must(clerk, 'photo.get', { id: spoilt })).toMatchObject({ state: 'whole' });
});

test('pictures of deliveries after the backup come back with nobody to hold them, and are set aside', async () => {
  const { ids: [before = ''] } = await posted(['一']);
  const { name } = await station.must(manager, 'backup.create', {});
  const { folder } = await station.must(manager, 'backup.list', {});
  const { ids: [after = ''] } = await posted(['二']);
  // A later backup into the same folder brings its pictures there.
  copyFileSync(fileOf(after), fileOf(after, folder));
  await station.core.stop();
  const outcome = await restoreBackup({ backup: join(folder, name), dataFolder: station.folder, databaseName, kind: 'live', now: station.clock.now(), carryOver: ['backups'] });
  if (!outcome.ok) throw new Error(outcome.why);
  leftovers.push(outcome.keptFolder ?? '');
  await station.reopen();
  manager = await station.as('manager');
  await expect.poll(async () => (await aside()).map(({ id }) => id)).toEqual([after]);
  expect(readdirSync(join(station.folder, 'photos')).toSorted()).toEqual([`${before}.sealed`, `${after}.sealed`].toSorted());
});
