import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { counts } from '../../support/counts.ts';
import { assertSoundBooks, moneyFaults } from '../../support/money-books.ts';
import { givenSeller } from '../../support/payables.ts';
import { goTo, sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { fridayMorning, testStation } from '../../support/station.ts';

let station: TestStation;
let cashBoxId: string;
beforeEach(async () => {
  station = await testStation();
  cashBoxId = (await station.must(sessionOf(station, 'clerk'), 'cash.boxes', {})).rows[0]?.id ?? '';
});
afterEach(async () => {
  assertSoundBooks(station);
  await station.close();
});

const float = (direction: 'in' | 'out', amountFen: number) =>
  station.call(sessionOf(station, 'clerk'), 'cash.float', { cashBoxId, direction, amountFen, note: '备用金' }, { approval: station.approval('accountant') });

test('float goes in and out with a second person, and the book shows every step', async () => {
  expect(await station.call(sessionOf(station, 'clerk'), 'cash.float', { cashBoxId, direction: 'in', amountFen: 1, note: 'x' })).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await float('in', 500_000)).toMatchObject({ ok: true, data: { balanceFen: 500_000, number: 'GZ01A-Q-2026-000001' } });
  goTo(station, fridayMorning + 24 * 3_600_000);
  expect(await float('out', 120_050)).toMatchObject({ ok: true, data: { balanceFen: 379_950 } });
  const clerk = sessionOf(station, 'clerk');
  expect(await station.must(clerk, 'cash.book', { cashBoxId })).toMatchObject({
    openingFen: 0, closingFen: 379_950, rows: [{ purpose: 'float_in', amountFen: 500_000, balanceFen: 500_000, user: '张司磅', approvedBy: '李会计' }, { purpose: 'float_out', amountFen: -120_050, balanceFen: 379_950 }],
  });
  expect(await station.must(clerk, 'cash.book', { cashBoxId, from: '2026-11-21', to: '2026-11-21' })).toMatchObject({ openingFen: 500_000, closingFen: 379_950, rows: [{ purpose: 'float_out' }] });
  expect(await station.call(clerk, 'cash.book', { cashBoxId: station.core.station.ids.ulid() })).toMatchObject({ refusal: { code: 'cash_box_unknown' } });
});

test('an empty box gives nothing, not even the first time', async () => {
  expect(await float('out', 1)).toMatchObject({ refusal: { code: 'cash_short', params: { available: '0.00', needed: '0.01' } } });
  const seller = givenSeller(station, 'M1');
  const advance = await station.call(sessionOf(station, 'clerk'), 'debt.advance', { memberId: seller.id, cashBoxId, amountFen: 100, consent: '签字' }, { approval: station.approval('accountant') });
  expect(advance).toMatchObject({ refusal: { code: 'cash_short' } });
  expect(await station.must(sessionOf(station, 'clerk'), 'debt.list', {})).toEqual({ totalLeftFen: 0, rows: [] });
});

test('an advance to somebody unknown is refused', async () => {
  await float('in', 1_000);
  const call = station.call(sessionOf(station, 'clerk'), 'debt.advance', { memberId: station.core.station.ids.ulid(), cashBoxId, amountFen: 100, consent: '签字' }, { approval: station.approval('accountant') });
  expect(await call).toMatchObject({ refusal: { code: 'member_unknown' } });
});

test('goods on credit are a debt like an advance: a clerk alone cannot put one on a member, of any size', async () => {
  const seller = givenSeller(station, 'M7');
  const credit = { memberId: seller.id, goods: '化肥', amountFen: 99_999_900, consent: '签字' };
  expect(await station.call(sessionOf(station, 'clerk'), 'debt.inputCredit', credit)).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await station.call(sessionOf(station, 'clerk'), 'debt.inputCredit', credit, { approval: station.approval('accountant') })).toMatchObject({ ok: true });
});

test('whatever is moved in whatever order, cash is the sum of what was accepted and never below zero', async () => {
  let expected = 0;
  const move = fc.record({ direction: fc.constantFrom('in' as const, 'out' as const), amountFen: fc.integer({ min: 1, max: 10_000 }) });
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 6 }), async (moves) => {
    for (const { direction, amountFen } of moves) {
      const answer = await float(direction, amountFen);
      const wanted = expected + (direction === 'in' ? amountFen : -amountFen);
      expect(answer.ok).toBe(wanted >= 0);
      if (answer.ok) expect(answer.data.balanceFen).toBe(expected = wanted);
    }
    expect(moneyFaults(station)).toEqual([]);
  }), { numRuns: counts.slowPropertyRuns });
});
