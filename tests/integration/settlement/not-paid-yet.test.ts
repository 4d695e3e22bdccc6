import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { givenMember } from '../../support/intake.ts';
import { moneyFaults } from '../../support/money-books.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, scaled, ticketForm, typed } from '../../support/tickets.ts';
import { givenTill } from '../../support/till.ts';

let station: TestStation;
let clerk: Session;
let office: Session;
let cashBoxId: string;
let productId: string;
beforeEach(async () => {
  station = await testStation();
  ({ clerk, office, cashBoxId, productId } = await givenTill(station));
});
afterEach(() => station.close());

const second = () => ({ approval: station.approval('manager') });
const bring = async (memberId: string, grossGrams: number) => await station.must(clerk, 'ticket.post', ticketForm(station, {
  productId, owners: [{ memberId, share: 1 }], baskets: [scaled(station, grossGrams)], parts: [part('G1')], expectedTotalFen: grossGrams / 10,
}));
const pay = async (id: string) => await station.call(office, 'settlement.pay', { id, method: 'cash', cashBoxId }, second());
const balance = async (): Promise<number | undefined> => (await station.must(clerk, 'cash.boxes', {})).rows[0]?.balanceFen;

test('who gave goods back after the approval is held back and named, the others are paid, and the money comes right by the next settlement', async () => {
  const [zhang, li] = [(await givenMember(station, clerk, '张三')).id, (await givenMember(station, clerk, '李四')).id];
  const wrong = await bring(zhang, 60_000);
  await bring(zhang, 12_000);
  await bring(li, 5_000);
  const id = await calculatedBatch(station, office);
  await approvedBatch(station, office, id);
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错' }, second());
  expect(await pay(id)).toMatchObject({ ok: true, data: { lines: 1, totalFen: 500, heldBack: [{ payeeName: '张三', ticketNumber: wrong.number, paidFen: 7_200 }] } });
  expect((await station.must(office, 'settlement.batch', { id })).heldBack).toMatchObject([{ payeeName: '张三', ticketNumber: wrong.number }]);
  expect(await pay(id)).toMatchObject({ refusal: { code: 'payment_held_back', params: { name: '张三', number: wrong.number } } });
  expect(await balance()).toBe(1_000_000 - 500);
  await bring(zhang, 80_000);
  const next = await calculatedBatch(station, office);
  expect(await pay(id)).toMatchObject({ refusal: { code: 'payment_held_back' } });
  await approvedBatch(station, office, next);
  expect(await pay(id)).toMatchObject({ ok: true, data: { totalFen: 7_200, heldBack: [] } });
  expect(await pay(next)).toMatchObject({ ok: true, data: { totalFen: 2_000 } });
  // Of 60.00 + 12.00 + 80.00 brought and 60.00 given back, 92.00 are paid, once.
  expect(await balance()).toBe(1_000_000 - 500 - 9_200);
  expect(moneyFaults(station)).toEqual([]);
  expect((await station.must(office, 'system.verify', { full: true })).findings).toEqual([]);
});

test('a ticket that nobody has countersigned is left for a later batch and named; the others of the same person are settled', async () => {
  const li = (await givenMember(station, clerk, '李四')).id;
  const ticket = await station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId: li, share: 1 }], baskets: [typed(40_000)], parts: [part('G1')], expectedTotalFen: 4_000 }));
  const { id: alone } = await station.must(office, 'settlement.createBatch', { title: '只有待签', dateFrom: '2026-01-01', dateTo: '2026-11-20', productId: null, capBp: 5_000 });
  expect(await station.call(office, 'settlement.calculate', { id: alone })).toMatchObject({ refusal: { code: 'ticket_waits', params: { number: ticket.number } } });
  await bring(li, 6_000);
  const first = await calculatedBatch(station, office);
  expect(await station.must(office, 'settlement.batch', { id: first })).toMatchObject({ paidFen: 600, waiting: [{ ticketNumber: ticket.number, payeeName: '李四', owedFen: 4_000 }] });
  await station.must(await station.as('manager'), 'countersign.sign', { documentId: ticket.id });
  await approvedBatch(station, office, first);
  expect(await pay(first)).toMatchObject({ ok: true, data: { totalFen: 600 } });
  const next = await calculatedBatch(station, office);
  expect(await station.must(office, 'settlement.batch', { id: next })).toMatchObject({ paidFen: 4_000, waiting: [] });
  await approvedBatch(station, office, next);
  expect(await pay(next)).toMatchObject({ ok: true, data: { totalFen: 4_000 } });
  expect(moneyFaults(station)).toEqual([]);
});

test('who brings nothing more is paid what is left of a held-back settlement, once, and the books stay as they are', async () => {
  const zhang = (await givenMember(station, clerk, '张三')).id;
  const wrong = await bring(zhang, 60_000);
  await bring(zhang, 12_000);
  await bring(zhang, 90_000);
  const id = await calculatedBatch(station, office);
  await approvedBatch(station, office, id);
  const [settlement] = (await station.must(office, 'settlement.batch', { id })).settlements;
  const release = async (extra = second()) => await station.call(office, 'settlement.release', { id: settlement?.id ?? '', reason: '以后不来卖了' }, extra);
  expect(await release()).toMatchObject({ refusal: { code: 'not_held_back' } });
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错' }, second());
  expect(await station.call(office, 'settlement.release', { id: settlement?.id ?? '', reason: '以后不来卖了' })).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await release()).toMatchObject({ ok: true, data: { amountFen: 16_200 } });
  expect(await release()).toMatchObject({ refusal: { code: 'batch_state' } });
  expect(await station.must(office, 'settlement.batch', { id })).toMatchObject({ state: 'paid', heldBack: [], settlements: [{ released: true, payoutId: null }] });
  expect(await pay(id)).toMatchObject({ refusal: { code: 'batch_state' } });
  expect(await station.must(office, 'member.get', { id: zhang })).toMatchObject({ unsettledFen: 10_200 });
  expect(moneyFaults(station)).toEqual([]);
  const next = await calculatedBatch(station, office);
  await approvedBatch(station, office, next);
  expect(await pay(next)).toMatchObject({ ok: true, data: { totalFen: 10_200 } });
  expect(await balance()).toBe(1_000_000 - 10_200);
  const [paid] = (await station.must(office, 'settlement.batch', { id: next })).settlements;
  expect((await station.must(office, 'settlement.get', { id: paid?.id ?? '' })).lines.map(({ kind, amountFen }) => [kind, amountFen])).toEqual(expect.arrayContaining([['released', 16_200], ['correction', -6_000]]));
  expect(moneyFaults(station)).toEqual([]);
  expect((await station.must(office, 'system.verify', { full: true })).findings).toEqual([]);
});

test('who must give back more than the period brought is left out by name and sums, and settled once enough came', async () => {
  const zhang = (await givenMember(station, clerk, '张三')).id;
  const wrong = await bring(zhang, 60_000);
  const first = await calculatedBatch(station, office);
  await approvedBatch(station, office, first);
  expect(await pay(first)).toMatchObject({ ok: true });
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错' }, second());
  await bring(zhang, 20_000);
  const id = await calculatedBatch(station, office);
  expect(await station.must(office, 'settlement.batch', { id })).toMatchObject({ payees: 0, leftOut: [{ payeeName: '张三', owedFen: 2_000, takenBackFen: 6_000 }] });
  await station.must(office, 'settlement.review', { id });
  expect(await station.call(office, 'settlement.approve', { id }, second())).toMatchObject({ refusal: { code: 'all_left_out', params: { name: '张三', owed: '20.00', takenBack: '60.00' } } });
  await bring(zhang, 50_000);
  await station.must(office, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  expect(await station.must(office, 'settlement.batch', { id })).toMatchObject({ payees: 1, paidFen: 1_000, leftOut: [] });
});
