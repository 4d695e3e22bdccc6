import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { approvedBatch } from '../../support/batch-steps.ts';
import { givenMember } from '../../support/intake.ts';
import { moneyFaults } from '../../support/money-books.ts';
import { givenCash } from '../../support/payables.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, scaled, ticketForm } from '../../support/tickets.ts';

const codes = ['SWPO-ZY', 'KIWI-XW'] as const;
let station: TestStation;
let clerk: Session;
let office: Session;
let member = '';
const products = new Map<string, string>();
beforeAll(async () => {
  station = await testStation();
  [clerk, office] = [await station.as('clerk'), await station.as('accountant')];
  member = (await givenMember(station, clerk, '张三')).id;
  for (const code of codes) {
    products.set(code, (await productOf(station, clerk, code)).id);
    await publish(station, products.get(code) ?? '', { G1: 40_000 });
  }
});
afterAll(() => station.close());

const deliver = (code: (typeof codes)[number], grams: number) => station.must(clerk, 'ticket.post', ticketForm(station, {
  productId: products.get(code) ?? '', owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, grams)], parts: [part('G1')], expectedTotalFen: grams * 0.4,
}));

test('a batch of one product leaves the other to be paid, but takes off what was paid too much for it', async () => {
  const { cashBoxId } = givenCash(station, 100_000);
  const wrong = await deliver('KIWI-XW', 10_000);
  await station.must(clerk, 'settlement.payNow', { ticketId: wrong.id, cashBoxId });
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错' }, { approval: station.approval('manager') });
  const kiwi = await deliver('KIWI-XW', 50_000);
  const sweet = await deliver('SWPO-ZY', 20_000);
  const { id } = await station.must(office, 'settlement.createBatch', { title: '红薯', dateFrom: '2026-11-20', dateTo: '2026-11-20', productId: products.get('SWPO-ZY') ?? '', capBp: 5_000 });
  await station.must(office, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  const batch = await station.must(office, 'settlement.batch', { id });
  expect(batch).toMatchObject({ payees: 1, grossFen: 4_000 });
  const { lines } = await station.must(office, 'settlement.get', { id: batch.settlements[0]?.id ?? '' });
  expect(lines.map((line) => line.amountFen).toSorted((a, b) => a - b)).toEqual([-4_000, 8_000]);
  await approvedBatch(station, office, id);
  const owners = async (ticketId: string) => (await station.must(office, 'ticket.get', { id: ticketId })).ownerParts.map((part) => part.state);
  expect([await owners(sweet.id), await owners(kiwi.id)]).toEqual([['settled'], ['open']]);
  expect(moneyFaults(station)).toEqual([]);
});
