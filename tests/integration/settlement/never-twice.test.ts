import { afterEach, beforeEach, expect, test } from 'vitest';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { assertSoundBooks } from '../../support/money-books.ts';
import type { Seller } from '../../support/payables.ts';
import { givenCash, givenSeller, givenTicket } from '../../support/payables.ts';
import { sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
let seller: Seller;
let cashBoxId: string;
beforeEach(async () => {
  station = await testStation();
  seller = givenSeller(station, 'M1');
  ({ cashBoxId } = givenCash(station, 1_000_000));
});
afterEach(async () => {
  assertSoundBooks(station);
  await station.close();
});

const paidOut = (): number => (station.core.station.db.file.prepare('SELECT coalesce(sum(total_fen), 0) AS n FROM payout').get() as { n: number }).n;

test('the same payment sent twice is answered twice and paid once', async () => {
  givenTicket(station, seller, [12_000]);
  const clerk = sessionOf(station, 'clerk');
  const commandId = station.core.station.ids.ulid();
  const [first, again] = await Promise.all([
    station.must(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId }, { commandId }), station.must(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId }, { commandId }),
  ]);
  expect(again).toEqual(first);
  expect(await station.must(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId }, { commandId })).toEqual(first);
  expect(paidOut()).toBe(12_000);
});

test('two payments of the same tickets with ids of their own: the second finds nothing', async () => {
  givenTicket(station, seller, [12_000]);
  const clerk = sessionOf(station, 'clerk');
  const answers = await Promise.all([station.call(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId }), station.call(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId })]);
  expect(answers.map((answer) => answer.ok)).toEqual([true, false]);
  expect(answers[1]).toMatchObject({ refusal: { code: 'nothing_to_settle' } });
  expect(paidOut()).toBe(12_000);
});

test('what a run has claimed is not paid beside it', async () => {
  const ticket = givenTicket(station, seller, [12_000]);
  const id = await calculatedBatch(station, sessionOf(station, 'accountant'));
  const later = givenTicket(station, seller, [500]);
  const clerk = sessionOf(station, 'clerk');
  expect(await station.call(clerk, 'settlement.payNow', { ticketId: ticket.id, cashBoxId })).toMatchObject({ refusal: { code: 'nothing_to_settle' } });
  expect(await station.must(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId })).toMatchObject({ paidFen: 500 });
  await approvedBatch(station, sessionOf(station, 'accountant'), id);
  expect(await station.call(clerk, 'settlement.payNow', { ticketId: later.id, cashBoxId })).toMatchObject({ refusal: { code: 'nothing_to_settle' } });
});

test('of two batches over the same days the first takes the payables, the second finds nothing', async () => {
  givenTicket(station, seller, [12_000]);
  const accountant = sessionOf(station, 'accountant');
  const plan = { title: '旬结', dateFrom: '2026-11-11', dateTo: '2026-11-20', productId: null, capBp: 5_000 };
  const [one, two] = [await station.must(accountant, 'settlement.createBatch', plan), await station.must(accountant, 'settlement.createBatch', plan)];
  const begun = await Promise.all([station.call(accountant, 'settlement.calculate', { id: one.id }), station.call(accountant, 'settlement.calculate', { id: two.id })]);
  // The second may come while the first is under way, or find that the first has taken everything.
  expect(begun.some((answer) => answer.ok)).toBe(true);
  await station.core.station.live.settlementRuns.idle();
  const sums = await Promise.all([one, two].map(async ({ id }) => (await station.must(accountant, 'settlement.batch', { id })).grossFen));
  expect(sums.toSorted((a, b) => a - b)).toEqual([0, 12_000]);
  const left = sums[0] === 0 ? one.id : two.id;
  expect(await station.call(accountant, 'settlement.calculate', { id: left })).toMatchObject({ refusal: { code: 'nothing_to_settle' } });
});

test('a batch is not calculated a second time while it runs', async () => {
  givenTicket(station, seller, [12_000]);
  const accountant = sessionOf(station, 'accountant');
  const { id } = await station.must(accountant, 'settlement.createBatch', { title: '旬结', dateFrom: '2026-11-11', dateTo: '2026-11-20', productId: null, capBp: 5_000 });
  const answers = await Promise.all([station.call(accountant, 'settlement.calculate', { id }), station.call(accountant, 'settlement.calculate', { id })]);
  expect(answers.filter((answer) => answer.ok).length).toBeGreaterThanOrEqual(1);
  await station.core.station.live.settlementRuns.idle();
  expect(await station.must(accountant, 'settlement.batch', { id })).toMatchObject({ state: 'calculated', grossFen: 12_000, payees: 1 });
});

test('a debt recovered by one settlement makes another run that counted on it stale', async () => {
  const accountant = sessionOf(station, 'accountant');
  await station.must(sessionOf(station, 'clerk'), 'debt.inputCredit', { memberId: seller.id, goods: '化肥', amountFen: 30_000, consent: '签字' }, { approval: station.approval('manager') });
  givenTicket(station, seller, [20_000]);
  const id = await calculatedBatch(station, accountant);
  await station.must(accountant, 'settlement.review', { id });
  givenTicket(station, seller, [50_000]);
  expect(await station.must(accountant, 'settlement.payNow', { memberId: seller.id, cashBoxId }, { approval: station.approval('manager') })).toMatchObject({ recoveredFen: 25_000, paidFen: 25_000 });
  expect(await station.call(accountant, 'settlement.approve', { id }, { approval: station.approval('manager') })).toMatchObject({ refusal: { code: 'batch_state', params: { state: 'stale' } } });
  await station.must(accountant, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  expect(await station.must(accountant, 'settlement.batch', { id })).toMatchObject({ recoveredFen: 5_000, paidFen: 15_000 });
  await approvedBatch(station, accountant, id);
  expect((await station.must(accountant, 'debt.list', {})).totalLeftFen).toBe(0);
});
