import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restoreBackup } from '../../../electron/core/platform/backup-restore.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { testStation } from '../../support/station.ts';
import type { TestStation } from '../../support/station.ts';

let station: TestStation;
let clerk: Session;
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
});
afterEach(() => station.close());

/** Bytes with the marks of a JPEG around a word that must never lie on the disk in clear. */
const jpeg = (word = '辣椒三筐', size = 2_000): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(word), Buffer.alloc(size, 7), Buffer.from([0xff, 0xd9])]);
const photoFolder = (): string => join(station.folder, 'photos');

async function posted(pictures: readonly Buffer[]): Promise<{ ticketId: string; draftId: string; photoIds: string[] }> {
  const member = await givenMember(station, clerk, '张三');
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  const totalFen = Math.round((goods.priceE4.get(grade) ?? 0) * 10_000 / 100_000);
  const ticket = plainTicket(station, { memberId: member.id, productId: goods.productId, grade, grossGrams: 10_000, tareGrams: 0, totalFen });
  const photoIds: string[] = [];
  for (const picture of pictures) photoIds.push((await station.must(clerk, 'photo.take', { draftId: ticket.draftId, step: 'weigh', jpeg: picture.toString('base64') })).id);
  const { id } = await station.must(clerk, 'ticket.post', ticket);
  return { ticketId: id, draftId: ticket.draftId, photoIds };
}

const findings = async (): Promise<string[]> => (await station.must(await station.as('manager'), 'system.verify', { full: true })).findings.map(({ kind }) => kind);

test('a picture taken beside the draft stands on the ticket, and opens as it was taken', async () => {
  const { ticketId, photoIds } = await posted([jpeg('一'), jpeg('二')]);
  const ticket = await station.must(clerk, 'ticket.get', { id: ticketId });
  expect(ticket.photos).toMatchObject([{ id: photoIds[0], step: 'weigh', takenBy: '张司磅' }, { id: photoIds[1] }]);
  expect(await station.must(clerk, 'photo.get', { id: photoIds[1] ?? '' })).toEqual({ state: 'whole', jpeg: jpeg('二').toString('base64') });
  expect(await findings()).toEqual([]);
});

test('on the disk the picture is sealed: nothing of it can be read, and its file is closed to others', async () => {
  await posted([jpeg()]);
  const [name = ''] = readdirSync(photoFolder());
  const file = readFileSync(join(photoFolder(), name));
  expect(statSync(join(photoFolder(), name)).mode & 0o077).toBe(0);
  expect(file.includes(Buffer.from('辣椒三筐'))).toBe(false);
  expect(file.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
});

test('a changed or missing file is said on the page and found by the check; the ticket itself still stands', async () => {
  const { ticketId, photoIds } = await posted([jpeg('一'), jpeg('二'), jpeg('三')]);
  const [first = '', second = '', third = ''] = photoIds.map((id) => join(photoFolder(), `${id}.sealed`));
  const bytes = readFileSync(first);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  writeFileSync(first, bytes);
  rmSync(second);
  // A file of another picture in its place is no better.
  writeFileSync(third, readFileSync(first));
  const states: string[] = [];
  for (const id of photoIds) states.push((await station.must(clerk, 'photo.get', { id })).state);
  expect(states).toEqual(['changed', 'missing', 'changed']);
  expect(await findings()).toEqual(['photo_changed', 'photo_missing', 'photo_changed']);
  expect((await station.must(clerk, 'ticket.get', { id: ticketId })).netGrams).toBe(10_000);
});

test('the hash in the books is evidence: a row changed behind the program\'s back breaks the digest of its ticket', async () => {
  await posted([jpeg()]);
  const { file } = station.core.station.db;
  expect(() => file.exec("UPDATE ticket_photo SET sha256 = 'x'")).toThrow(/never changed/);
  file.exec('DROP TRIGGER ticket_photo_no_update');
  file.exec(`UPDATE ticket_photo SET sha256 = '${createHash('sha256').update('another').digest('hex')}'`);
  expect(await findings()).toContain('document_changed');
});

test('what is no JPEG, what is too large and one too many are refused, and leave no file', async () => {
  const draftId = station.core.station.ids.ulid();
  const take = (bytes: Buffer) => station.call(clerk, 'photo.take', { draftId, step: 'grade', jpeg: bytes.toString('base64') });
  for (const bytes of [Buffer.from('GIF89a....'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd9]), jpeg().subarray(0, 500), Buffer.alloc(0)]) expect(await take(bytes)).toMatchObject({ refusal: { code: 'photo_not_jpeg' } });
  expect(await take(jpeg('大', 400_001))).toMatchObject({ refusal: { code: 'photo_too_large' } });
  expect(existsSync(photoFolder())).toBe(false);
  for (let index = 0; index < 8; index += 1) await station.must(clerk, 'photo.take', { draftId, step: 'grade', jpeg: jpeg(String(index)).toString('base64') });
  expect(await take(jpeg('九'))).toMatchObject({ refusal: { code: 'photo_too_many' } });
  expect(readdirSync(photoFolder())).toHaveLength(8);
});

test('a picture can be let go before posting, never after', async () => {
  const draftId = station.core.station.ids.ulid();
  const { id } = await station.must(clerk, 'photo.take', { draftId, step: 'weigh', jpeg: jpeg().toString('base64') });
  await station.must(clerk, 'photo.discard', { id });
  expect((await station.must(clerk, 'photo.list', { draftId })).rows).toEqual([]);
  await expect.poll(() => readdirSync(photoFolder())).toEqual([]);
  const after = await posted([jpeg()]);
  expect(await station.call(clerk, 'photo.discard', { id: after.photoIds[0] ?? '' })).toMatchObject({ refusal: { code: 'draft_posted' } });
  expect(await station.call(clerk, 'photo.take', { draftId: after.draftId, step: 'weigh', jpeg: jpeg().toString('base64') })).toMatchObject({ refusal: { code: 'draft_posted' } });
});

test('a backup takes the pictures along, and a restored folder has them', async () => {
  const { photoIds } = await posted([jpeg()]);
  const manager = await station.as('manager');
  const { name } = await station.must(manager, 'backup.create', {});
  const { folder } = await station.must(manager, 'backup.list', {});
  expect(readdirSync(join(folder, 'photos'))).toEqual([`${photoIds[0] ?? ''}.sealed`]);
  const target = `${station.folder}-restored`;
  expect(await restoreBackup({ backup: join(folder, name), dataFolder: target, databaseName: 'station.sqlite', kind: 'live', now: station.clock.now() })).toMatchObject({ ok: true });
  expect(readFileSync(join(target, 'photos', `${photoIds[0] ?? ''}.sealed`))).toEqual(readFileSync(join(photoFolder(), `${photoIds[0] ?? ''}.sealed`)));
  rmSync(target, { recursive: true });
});
