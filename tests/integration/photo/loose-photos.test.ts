import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { photoIsHeld } from '../../../db/queries/photo.queries.ts';
import { forgetLater } from '../../../electron/core/services/photo/let-go.ts';
import { startLoosePhotoSearch } from '../../../electron/core/services/photo/loose-photos.ts';
import { testStation } from '../../support/station.ts';
import type { TestStation } from '../../support/station.ts';

let station: TestStation;
afterEach(() => station.close());

const pictures = 20_000;
const lostEvery = 2_000;

/** A season of pictures, tiny ones; every two thousandth lost its row. Returns the ids of those. */
function givenSeason(): string[] {
  const { db, ids } = station.core.station;
  const folder = join(station.folder, 'photos');
  mkdirSync(folder, { recursive: true });
  const insert = db.file.prepare("INSERT INTO photo (ulid, draft_ulid, step, taken_at, taken_by, device, bytes, sha256, file_sha256) VALUES (?, ?, 'weigh', 1, 1, 'd', 1, 'a', 'b')");
  const all = Array.from({ length: pictures }, () => ids.ulid());
  for (const ulid of all) writeFileSync(join(folder, `${ulid}.sealed`), 'x');
  db.transact(() => all.filter((_, at) => at % lostEvery !== 7).forEach((ulid) => insert.run(ulid, ids.ulid())));
  writeFileSync(join(folder, 'readme.txt'), 'no picture');
  return all.filter((_, at) => at % lostEvery === 7);
}

test('core answers while twenty thousand pictures are still looked through; those that lost their row are found all the same, and one taken meanwhile is not', async () => {
  station = await testStation();
  const lost = givenSeason();
  station.clock.forward(60_000);
  await station.reopen();
  const manager = await station.as('manager');
  const aside = async () => (await station.must(manager, 'photo.aside', {})).rows.map(({ id }) => id);
  expect(await aside(), 'the first answer does not wait').not.toHaveLength(lost.length);
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 0xff, 0xd9]).toString('base64');
  // The computer's clock goes back while pictures are taken and let go; neither is one that a power cut left behind.
  station.clock.setComputerTime(station.clock.now() - 30 * 60_000);
  const taken = async () => (await station.must(manager, 'photo.take', { draftId: station.core.station.ids.ulid(), step: 'grade', jpeg })).id;
  const kept = await taken();
  await station.must(manager, 'photo.discard', { id: await taken() });
  await expect.poll(async () => (await aside()).toSorted()).toEqual(lost.toSorted());
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await aside()).not.toContain(kept);
  expect((await station.must(manager, 'audit.list', { limit: 200 })).rows.filter(({ op }) => op === 'photo.setAside').map(({ code }) => code).toSorted()).toEqual(lost.toSorted());
});

test('no picture is looked for where none was ever taken, and a stop in the middle of the search is a quiet one', async () => {
  station = await testStation();
  await station.reopen();
  givenSeason();
  await station.reopen();
  await station.core.stop();
  rmSync(join(station.folder, 'photos'), { recursive: true });
  await station.reopen();
  expect((await station.must(await station.as('manager'), 'photo.aside', {})).rows.length).toBeLessThanOrEqual(pictures / lostEvery);
});

test('a picture of this run whose row is still being written, or whose file is just being deleted, is none that lost its row; the next start tells', async () => {
  station = await testStation();
  const running = station.core.station;
  const folder = join(station.folder, 'photos');
  mkdirSync(folder);
  const manager = await station.as('manager');
  const aside = async () => (await station.must(manager, 'photo.aside', {})).rows.map(({ id }) => id);
  const leaving = running.ids.ulid();
  // A folder cannot be deleted as a file, so that it is on its way out for good.
  mkdirSync(join(folder, `${leaving}.sealed`));
  forgetLater(running, leaving);
  const search = startLoosePhotoSearch(running, false);
  station.clock.setComputerTime(station.clock.now() - 30 * 60_000);
  const unwritten = running.ids.ulid();
  writeFileSync(join(folder, `${unwritten}.sealed`), 'x');
  await search.over;
  expect(await aside()).toEqual([]);
  await startLoosePhotoSearch(running, false).over;
  expect(await aside()).toEqual([unwritten]);
});

test('whether a picture is held is looked up by an index in all three places', async () => {
  station = await testStation();
  const plan = station.core.station.db.file.prepare(`EXPLAIN QUERY PLAN ${photoIsHeld.sql}`).all('a', 'a', 'a') as Array<{ detail: string }>;
  expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
});
