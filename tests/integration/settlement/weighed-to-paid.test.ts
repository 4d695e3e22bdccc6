import { afterEach, expect, test } from 'vitest';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { assertSoundBooks } from '../../support/money-books.ts';
import { givenCash } from '../../support/payables.ts';
import { sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
afterEach(async () => {
  assertSoundBooks(station);
  await station.close();
});

test('a weighed ticket is paid, reversed, and what was paid is taken off the next one', async () => {
  station = await testStation();
  const [clerk, accountant] = [sessionOf(station, 'clerk'), sessionOf(station, 'accountant')];
  const member = await givenMember(station, clerk, '张三');
  const goods = await givenGoods(station, clerk);
  const [grade = ''] = goods.grades;
  const priceE4 = goods.priceE4.get(grade) ?? 0;
  const { cashBoxId } = givenCash(station, 1_000_000);
  const weigh = async (grams: number) => station.must(clerk, 'ticket.post', plainTicket(station, {
    memberId: member.id, productId: goods.productId, grade, grossGrams: grams, tareGrams: 0, totalFen: lineAmountFen(grams, priceE4),
  }));
  const wrong = await weigh(10_000);
  const first = await station.must(clerk, 'settlement.payNow', { ticketId: wrong.id, cashBoxId });
  expect(first.paidFen).toBe(wrong.totalFen);
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错了' }, { approval: station.approval('accountant') });
  const right = await weigh(25_000);
  expect(await station.must(clerk, 'settlement.quote', { memberId: member.id })).toMatchObject({ grossFen: right.totalFen - wrong.totalFen, paidFen: right.totalFen - wrong.totalFen });
  const second = await station.must(clerk, 'settlement.payNow', { memberId: member.id, cashBoxId });
  const settlement = await station.must(accountant, 'settlement.get', { id: second.settlementId });
  expect(settlement.lines.map(({ kind, amountFen, grade: shown }) => [kind, amountFen, shown])).toEqual([['correction', -wrong.totalFen, grade], ['line', right.totalFen, grade]]);
  expect(await station.must(accountant, 'system.verify', { full: true })).toMatchObject({ ok: true });
});
