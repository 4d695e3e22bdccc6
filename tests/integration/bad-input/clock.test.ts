import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestStation } from '../../support/station.ts';
import { fridayMorning, testStation } from '../../support/station.ts';
import { workedStation } from '../tampering/books.ts';

let station: TestStation;
beforeEach(async () => {
  station = await testStation();
  station.clock.forward(60_000);
  await workedStation(station);
});
afterEach(() => station.close());

const hour = 3_600_000;
const day = 24 * hour;

/** Numbering stands still, and the seal, which takes no number, goes on. */
async function stopped(finding: string): Promise<void> {
  const manager = await station.as('manager');
  expect(await station.must(manager, 'session.state', {})).toMatchObject({ phase: 'clock_stopped' });
  expect(await station.must(manager, 'system.status', {})).toMatchObject({ clock: { state: 'trouble', finding } });
  await expect(workedStation(station)).rejects.toThrow(/clock_stopped/);
}

async function confirm(): Promise<void> {
  const manager = await station.as('manager');
  expect(await station.call(manager, 'session.correctClock', { reason: '看过手机' })).toMatchObject({ ok: false, refusal: { code: 'approval_required' } });
  await station.must(manager, 'session.correctClock', { reason: '看过手机' }, { approval: station.approval('accountant') });
  await workedStation(station);
}

test('a clock behind the last event stops the numbers until two people have confirmed it', async () => {
  station.clock.setComputerTime(fridayMorning + 30_000);
  await station.reopen();
  await stopped('behind');
  await confirm();
  expect(await station.must(await station.as('manager'), 'system.verify', { full: true })).toMatchObject({ ok: true });
});

test('a clock set back and confirmed is not found behind again at the next start, although older events carry later times', async () => {
  station.clock.setComputerTime(fridayMorning + 30_000);
  await station.reopen();
  await confirm();
  station.clock.forward(10_000);
  const { latest } = station.core.station.db.file.prepare('SELECT max(at) AS latest FROM event').get() as { latest: number };
  expect(station.clock.now()).toBeLessThan(latest);
  await station.reopen();
  expect(await station.must(await station.as('manager'), 'session.state', {})).toMatchObject({ phase: 'ready' });
});

test('a clock a year ahead stops the numbers', async () => {
  await station.core.stop();
  station.clock.forward(365 * day);
  await station.reopen();
  await stopped('far_future');
  await confirm();
});

test('a clock that jumps while the program runs stops the numbers', async () => {
  station.clock.setComputerTime(station.clock.now() + 3 * hour);
  await stopped('jumped');
  await confirm();
});

test('after some days of rest the first person confirms the date, and a wrong date is not taken', async () => {
  station.clock.forward(5 * day);
  await station.reopen();
  const clerk = await station.as('clerk');
  expect(await station.must(clerk, 'session.state', {})).toMatchObject({ phase: 'clock_confirm', businessDate: '2026-11-25' });
  expect(await station.call(clerk, 'session.confirmDate', { businessDate: '2026-11-24' })).toMatchObject({ ok: false, refusal: { code: 'date_differs' } });
  await station.must(clerk, 'session.confirmDate', { businessDate: '2026-11-25' });
  await workedStation(station);
});
