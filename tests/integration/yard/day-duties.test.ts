import { afterEach, beforeEach, expect, test } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

const dayMs = 24 * 60 * 60_000;
let station: TestStation;
let clerk: Session;
let manager: Session;
let crateId = '';
let zhang = '';
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  manager = await station.as('manager');
  zhang = (await givenMember(station, clerk, '张三')).id;
  crateId = (await station.must(clerk, 'container.list', {})).rows.find((row) => row.returnable)?.id ?? '';
});
afterEach(() => station.close());

async function nextMorning(days: number): Promise<void> {
  station.clock.forward(days * dayMs);
  [clerk, manager] = [await station.as('clerk'), await station.as('manager')];
  const { businessDate } = await station.must(clerk, 'session.state', {});
  await station.must(clerk, 'session.confirmDate', { businessDate });
}
const move = (memberId: string, outCount: number, inCount: number) => station.must(clerk, 'crate.move', { memberId, reason: outCount > 0 ? 'lent' : 'returned', lines: [{ containerId: crateId, outCount, inCount, depositFen: 0 }] });
const day = (date?: string) => station.must(manager, 'report.day', date === undefined ? {} : { date });

test('crates are overdue when they have been out for more than thirty days; what comes back settles the oldest first', async () => {
  const li = (await givenMember(station, clerk, '李四')).id;
  await move(zhang, 10, 0);
  await move(li, 2, 0);
  await nextMorning(30);
  await move(zhang, 5, 0);
  expect((await day()).overdueCrates).toEqual({ members: 0, crates: 0 });
  await nextMorning(1);
  expect((await day()).overdueCrates).toEqual({ members: 2, crates: 12 });
  await move(zhang, 0, 7);
  await move(li, 0, 2);
  expect((await day()).overdueCrates).toEqual({ members: 1, crates: 3 });
  expect((await station.must(clerk, 'crate.list', {})).rows).toMatchObject([{ memberName: '张三', count: 8, overdue: 3 }]);
  await nextMorning(40);
  expect((await day()).overdueCrates).toEqual({ members: 1, crates: 8 });
  expect((await day('2026-12-20')).overdueCrates, 'the day before, as it was').toEqual({ members: 0, crates: 0 });
});

test('crates that came back too many are nobody’s debt to the day', async () => {
  await station.must(clerk, 'crate.move', { memberId: zhang, reason: 'returned', lines: [{ containerId: crateId, outCount: 0, inCount: 3, depositFen: 0 }] }, { approval: station.approval('accountant') });
  await nextMorning(40);
  expect((await day()).overdueCrates).toEqual({ members: 0, crates: 0 });
});

test('what the book of a scale is owed stands on the day, gone once it is done', async () => {
  await station.must(manager, 'scale.configure', { scales: [scaleProfileSchema.parse({ id: 'big', name: '大秤', port: { kind: 'tcp', host: '127.0.0.1', port: 9 }, protocol: 'st-gs', capacityGrams: 60_000, intervalGrams: 20 })] });
  expect((await day()).scaleDuties).toEqual([{ scale: '大秤', due: 'zero_due' }]);
  await station.must(clerk, 'scale_book.zero', { scaleId: 'big', shown: { kind: 'typed', grams: 0, reason: '秤没有接线' } });
  expect((await day()).scaleDuties).toEqual([{ scale: '大秤', due: 'no_certificate' }]);
  await station.must(manager, 'scale_book.certificate', { scaleId: 'big', certificateNo: 'LZ-1', issuedBy: '县市场监管局', accuracyClass: 'III', verifiedOn: '2025-11-15', dueOn: '2026-12-01' });
  expect((await day()).scaleDuties).toEqual([]);
  await nextMorning(12);
  await station.must(clerk, 'scale_book.zero', { scaleId: 'big', shown: { kind: 'typed', grams: 0, reason: '秤没有接线' } });
  expect((await day()).scaleDuties).toEqual([{ scale: '大秤', due: 'verification_overdue' }]);
  expect((await day('2026-11-22')).scaleDuties, 'a day on which nothing was weighed owes no zero check').toEqual([]);
});

test('zero and tare of a scale are in the record with the scale and what it was told', async () => {
  const clerkCall = await station.call(clerk, 'scale.command', { scaleId: 'none', command: 'zero' });
  expect(clerkCall).toMatchObject({ ok: false, refusal: { code: 'scale_unknown' } });
  const accountant = await station.as('accountant');
  expect(await station.call(accountant, 'scale.command', { scaleId: 'none', command: 'zero' })).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  expect((await station.must(manager, 'audit.list', {})).rows.filter(({ op, outcome }) => op === 'scale.command' && outcome === 'ok')).toEqual([]);
});

test('lost crates and a new count need a second person and stand in the history with their reason', async () => {
  await move(zhang, 10, 0);
  const correct = (reason: 'lost' | 'count', outCount: number, inCount: number) => ({ memberId: zhang, reason, lines: [{ containerId: crateId, outCount, inCount, depositFen: 0 }] });
  expect(await station.call(clerk, 'crate.move', correct('lost', 0, 2))).toMatchObject({ ok: false, refusal: { code: 'approval_required' } });
  await station.must(clerk, 'crate.move', correct('lost', 0, 2), { approval: station.approval('accountant') });
  await station.must(clerk, 'crate.move', correct('count', 1, 0), { approval: station.approval('accountant') });
  expect((await station.must(clerk, 'crate.list', { memberId: zhang })).rows).toMatchObject([{ count: 9 }]);
  expect((await station.must(clerk, 'crate.history', { memberId: zhang })).rows.map(({ reason }) => reason)).toEqual(['count', 'lost', 'lent']);
});
