import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { givenMember } from '../../support/intake.ts';
import { moneyFaults } from '../../support/money-books.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, refusedWith, scaled, ticketForm } from '../../support/tickets.ts';
import { givenTill } from '../../support/till.ts';

let station: TestStation;
let clerk: Session;
let office: Session;
let cashBoxId: string;
let productId: string;
let zhang: string;
beforeEach(async () => {
  station = await testStation();
  ({ clerk, office, cashBoxId, productId } = await givenTill(station));
  zhang = (await givenMember(station, clerk, '张三')).id;
});
afterEach(() => station.close());

const second = () => ({ approval: station.approval('manager') });
const balance = async (): Promise<number> => (await station.must(clerk, 'cash.boxes', {})).rows[0]?.balanceFen ?? 0;
const bring = async (grossGrams: number) => await station.must(clerk, 'ticket.post', ticketForm(station, {
  productId, owners: [{ memberId: zhang, share: 1 }], baskets: [scaled(station, grossGrams)], parts: [part('G1')], expectedTotalFen: grossGrams / 10,
}));
const advance = async (amountFen: number) => await station.must(clerk, 'debt.advance', { memberId: zhang, cashBoxId, amountFen, consent: '同意' }, second());
const credit = async (amountFen: number) => await station.must(clerk, 'debt.inputCredit', { memberId: zhang, goods: '复合肥', amountFen, consent: '同意' }, second());
const reverse = async (id: string, extra: { approval?: ReturnType<TestStation['approval']> } = second()) => await station.call(clerk, 'cash.reverse', { id, reason: '金额记错了' }, extra);
const owed = async (): Promise<number> => (await station.must(clerk, 'debt.list', {})).totalLeftFen;
const booksAreSound = async (): Promise<void> => {
  expect(moneyFaults(station)).toEqual([]);
  expect((await station.must(office, 'system.verify', { full: true })).findings).toEqual([]);
};

test('a mistyped float, advance or credit is taken back once, by two people; cash, debt and journal stand as before it', async () => {
  const float = await station.must(clerk, 'cash.float', { cashBoxId, direction: 'in', amountFen: 50_000, note: '备用金' }, second());
  const [lent, sold] = [await advance(20_000), await credit(6_000)];
  expect([await balance(), await owed()]).toEqual([1_030_000, 26_000]);
  expect(await reverse(lent.id, {})).toMatchObject(refusedWith('approval_required'));
  for (const { id, number } of [float, lent, sold]) {
    expect(await reverse(id)).toMatchObject({ ok: true, data: { number: `${number}-R` } });
    expect(await reverse(id)).toMatchObject({ refusal: { code: 'money_reversed', params: { number: `${number}-R` } } });
  }
  expect([await balance(), await owed()]).toEqual([1_000_000, 0]);
  const back = station.core.station.db.file.prepare("SELECT ulid FROM document WHERE number = ?").get(`${lent.number}-R`) as { ulid: string };
  expect(await reverse(back.ulid)).toMatchObject(refusedWith('reversal_of_reversal'));
  const ticket = await bring(10_000);
  expect(await reverse(ticket.id)).toMatchObject(refusedWith('money_unknown'));
  await booksAreSound();
});

test('a float that is no longer in the box cannot be taken back, and nothing is booked', async () => {
  const float = await station.must(clerk, 'cash.float', { cashBoxId, direction: 'in', amountFen: 5_000, note: '备用金' }, second());
  await advance(1_003_000);
  expect(await reverse(float.id)).toMatchObject({ refusal: { code: 'cash_short', params: { available: '20.00', needed: '50.00' } } });
  expect(await balance()).toBe(2_000);
  await booksAreSound();
});

test('a member pays a debt in cash, in part and never more than is left; a mistyped repayment is owed again', async () => {
  const lent = await advance(20_000);
  const repay = async (amountFen: number) => await station.call(clerk, 'debt.repay', { id: lent.id, cashBoxId, amountFen });
  expect(await station.call(clerk, 'debt.repay', { id: station.core.station.ids.ulid(), cashBoxId, amountFen: 1 })).toMatchObject(refusedWith('debt_unknown'));
  const first = await repay(7_500);
  expect(first).toMatchObject({ ok: true, data: { leftFen: 12_500 } });
  expect(await repay(12_501)).toMatchObject({ refusal: { code: 'debt_less', params: { left: '125.00' } } });
  expect([await balance(), await owed()]).toEqual([987_500, 12_500]);
  expect(await reverse(lent.id)).toMatchObject({ refusal: { code: 'debt_partly_taken', params: { taken: '75.00', left: '125.00' } } });
  expect(await reverse(first.ok ? first.data.id : '')).toMatchObject({ ok: true });
  expect([await balance(), await owed()]).toEqual([980_000, 20_000]);
  await repay(20_000);
  await bring(90_000);
  expect(await station.must(office, 'settlement.batch', { id: await calculatedBatch(station, office) })).toMatchObject({ grossFen: 9_000, recoveredFen: 0, paidFen: 9_000 });
  await booksAreSound();
});

test('a batch that counted on a debt must be calculated again after the debt was paid in or taken back', async () => {
  const [lent, sold] = [await advance(3_000), await credit(1_000)];
  await bring(90_000);
  const id = await calculatedBatch(station, office);
  expect(await station.must(office, 'settlement.batch', { id })).toMatchObject({ recoveredFen: 4_000 });
  await station.must(clerk, 'debt.repay', { id: lent.id, cashBoxId, amountFen: 1_000 });
  expect(await station.must(office, 'settlement.batch', { id })).toMatchObject({ state: 'stale' });
  await station.must(office, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  expect(await reverse(sold.id)).toMatchObject({ ok: true });
  expect(await station.must(office, 'settlement.batch', { id })).toMatchObject({ state: 'stale' });
  await station.must(office, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  await approvedBatch(station, office, id);
  expect(await station.must(office, 'settlement.batch', { id })).toMatchObject({ recoveredFen: 2_000, paidFen: 7_000 });
  expect(await reverse(lent.id)).toMatchObject(refusedWith('debt_partly_taken'));
  await booksAreSound();
});

test('money of a paid settlement that came back lies in the box again and is paid once more, never twice', async () => {
  await bring(40_000);
  const id = await calculatedBatch(station, office);
  await approvedBatch(station, office, id);
  const pay = async () => await station.call(office, 'settlement.pay', { id, method: 'cash', cashBoxId }, second());
  const [settlement] = (await station.must(office, 'settlement.batch', { id })).settlements;
  const comesBack = async (extra: { approval?: ReturnType<TestStation['approval']> } = second()) => await station.call(office, 'settlement.returnPayment', { id: settlement?.id ?? '', reason: '人没有来领' }, extra);
  expect(await comesBack()).toMatchObject(refusedWith('not_paid'));
  expect(await pay()).toMatchObject({ ok: true, data: { totalFen: 4_000 } });
  expect(await comesBack({})).toMatchObject(refusedWith('approval_required'));
  expect(await comesBack()).toMatchObject({ ok: true, data: { amountFen: 4_000 } });
  expect(await comesBack()).toMatchObject(refusedWith('not_paid'));
  expect([await balance(), (await station.must(office, 'settlement.batch', { id })).state]).toEqual([1_000_000, 'partly_paid']);
  await booksAreSound();
  expect(await pay()).toMatchObject({ ok: true, data: { totalFen: 4_000 } });
  expect(await pay()).toMatchObject(refusedWith('batch_state'));
  expect(await balance()).toBe(996_000);
  await booksAreSound();
});

test('each of these has a voucher that says what came back and why', async () => {
  const lent = await advance(20_000);
  const repaid = await station.must(clerk, 'debt.repay', { id: lent.id, cashBoxId, amountFen: 500 });
  const sold = await credit(700);
  const back = await station.must(clerk, 'cash.reverse', { id: sold.id, reason: '人选错了' }, second());
  const preview = async (documentId: string): Promise<number> => (await station.must(clerk, 'print.preview', { documentId, paper: 'voucher' })).png.length;
  expect(await preview(repaid.id)).toBeGreaterThan(1_000);
  expect(await preview(back.id)).toBeGreaterThan(1_000);
  const papers = station.core.station.db.file.prepare("SELECT count(*) AS n FROM print_job WHERE paper = 'voucher'").get() as { n: number };
  expect(papers.n).toBe(5);
});
