import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { fridayMorning, testStation } from '../../support/station.ts';
import { workedStation } from '../tampering/books.ts';

const day = 86_400_000;
let station: TestStation;
beforeEach(async () => {
  station = await testStation();
  station.clock.forward(60_000);
});
afterEach(() => station.close());

async function postedTicket(): Promise<string> {
  const clerk = await station.as('clerk');
  const { id: memberId } = await givenMember(station, clerk, '张三');
  const { productId, grades, priceE4 } = await givenGoods(station, clerk);
  const grade = grades[0] ?? '';
  const totalFen = Math.round((10_000 * (priceE4.get(grade) ?? 0)) / 100_000);
  return (await station.must(clerk, 'ticket.post', plainTicket(station, { memberId, productId, grade, grossGrams: 10_000, tareGrams: 0, totalFen }))).id;
}

test('while the clock is stopped a reversal is refused too: it would carry a wrong day for ever', async () => {
  const id = await postedTicket();
  station.clock.setComputerTime(fridayMorning - 3 * day);
  const clerk = await station.as('clerk');
  expect(await station.call(clerk, 'ticket.reverse', { id, reason: '称错' }, { approval: station.approval('manager') })).toMatchObject({ refusal: { code: 'clock_stopped' } });
});

test('a clock a year ahead stays stopped over a restart although a member was added meanwhile', async () => {
  await postedTicket();
  await station.core.stop();
  station.clock.forward(365 * day);
  await station.reopen();
  await givenMember(station, await station.as('clerk'), '李四');
  expect((await station.must(await station.as('clerk'), 'session.state', {})).phase).toBe('clock_stopped');
  await station.reopen();
  expect((await station.must(await station.as('clerk'), 'session.state', {})).phase).toBe('clock_stopped');
});

test('a clock that was wrong for a while and is set right again needs no confirmation after a restart', async () => {
  await postedTicket();
  await station.core.stop();
  station.clock.forward(365 * day);
  await station.reopen();
  await givenMember(station, await station.as('clerk'), '李四');
  await station.core.stop();
  station.clock.setComputerTime(fridayMorning + 120_000);
  await station.reopen();
  expect((await station.must(await station.as('clerk'), 'session.state', {})).phase).toBe('ready');
  await workedStation(station);
  expect((await station.must(await station.as('manager'), 'system.verify', { full: true })).findings).toEqual([]);
});

test('a date that waits to be confirmed after a rest still waits after a restart, whatever was written meanwhile', async () => {
  await station.core.stop();
  station.clock.forward(9 * day);
  await station.reopen();
  await givenMember(station, await station.as('clerk'), '李四');
  await station.reopen();
  const clerk = await station.as('clerk');
  expect((await station.must(clerk, 'session.state', {})).phase).toBe('clock_confirm');
  await station.must(clerk, 'session.confirmDate', { businessDate: '2026-11-29' });
  expect((await station.must(clerk, 'session.state', {})).phase).toBe('ready');
  await station.reopen();
  expect((await station.must(await station.as('clerk'), 'session.state', {})).phase).toBe('ready');
});

test('a clock correction that could not be written leaves the clock stopped', async () => {
  await postedTicket();
  const manager = await station.as('manager');
  station.clock.setComputerTime(fridayMorning - 3 * day);
  const { db } = station.core.station;
  db.file.exec("CREATE TRIGGER disk_is_full BEFORE INSERT ON clock_correction BEGIN SELECT RAISE(ABORT, 'no room'); END");
  expect(await station.call(manager, 'session.correctClock', { reason: '电池没电' }, { approval: station.approval('accountant') })).toMatchObject({ ok: false });
  db.file.exec('DROP TRIGGER disk_is_full');
  expect((await station.must(manager, 'session.state', {})).phase).toBe('clock_stopped');
});

test('a run left unfinished waits in a folder found on another computer until its new life has begun', async () => {
  await postedTicket();
  const accountant = await station.as('accountant');
  const { id } = await station.must(accountant, 'settlement.createBatch', { title: '十一月', dateFrom: '2026-11-01', dateTo: '2026-11-20', productId: null, capBp: 5_000 });
  await station.must(accountant, 'settlement.calculate', { id });
  await moved(id);
}, 20_000);

/** Puts the run back to its beginning, as a stop in the middle leaves it, and opens the folder on a computer that does not know it. */
async function moved(batch: string): Promise<void> {
  await station.core.station.live.settlementRuns.idle();
  const { db, device } = station.core.station;
  const before = db.file.prepare('SELECT max(seq) AS seq FROM event WHERE device = ?').get(device?.ulid) as { seq: number };
  const accountant = await station.as('accountant');
  await station.must(accountant, 'settlement.cancelRun', { id: batch });
  await station.core.station.live.settlementRuns.idle();
  await station.core.station.live.settlementRuns.stop();
  await station.must(accountant, 'settlement.calculate', { id: batch });
  const last = db.file.prepare('SELECT max(seq) AS seq FROM event WHERE device = ?').get(device?.ulid) as { seq: number };
  expect(last.seq).toBeGreaterThan(before.seq);
  await station.core.stop();
  rmSync(station.config, { recursive: true, force: true });
  await station.reopen();
  expect(station.core.station.pendingIncarnation?.cause).toBe('moved');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await station.core.station.live.settlementRuns.idle();
  expect(station.core.station.db.file.prepare('SELECT max(seq) AS seq FROM event WHERE device = ?').get(device?.ulid)).toEqual(last);
}

test('a draft that was thrown away does not come back with a save that arrives late', async () => {
  const clerk = await station.as('clerk');
  const draft = (revision: number, id: string) => ({ id, revision, state: 'open' as const, label: '张三', payload: {} });
  const [gone, kept] = [station.core.station.ids.ulid(), station.core.station.ids.ulid()];
  for (const id of [gone, kept]) await station.must(clerk, 'draft.save', draft(1, id));
  await station.must(clerk, 'draft.discard', { id: gone });
  await station.must(clerk, 'draft.discard', { id: gone });
  await station.must(clerk, 'draft.save', draft(2, gone));
  await station.must(clerk, 'draft.save', draft(2, kept));
  expect((await station.must(clerk, 'draft.list', {})).rows.map(({ id, revision }) => ({ id, revision }))).toEqual([{ id: kept, revision: 2 }]);
});
