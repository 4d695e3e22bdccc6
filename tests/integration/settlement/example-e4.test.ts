import { afterEach, expect, test } from 'vitest';
import { givenCash, givenSeller, givenTicket } from '../../support/payables.ts';
import { goTo, sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { handClock, testStation } from '../../support/station.ts';

let station: TestStation | null = null;
afterEach(async () => {
  await station?.close();
  station = null;
});

const at = (month: number, day: number): number => Date.UTC(2026, month - 1, day, 2, 0, 0);

/** The member of example E4: seedlings, fertiliser and an advance on account, then 5,238.47 yuan of produce. */
async function memberOfE4() {
  const clock = handClock(at(3, 20));
  station = await testStation({ clock });
  const clerk = sessionOf(station, 'clerk');
  const approval = station.approval('accountant');
  const seller = givenSeller(station, 'M0001');
  const { cashBoxId } = givenCash(station, 1_000_000);
  const seedlings = await station.must(clerk, 'debt.inputCredit', { memberId: seller.id, goods: '苗木', amountFen: 64_000, consent: '签字' }, { approval: station.approval('manager') });
  goTo(station, at(4, 2));
  const fertiliser = await station.must(clerk, 'debt.inputCredit', { memberId: seller.id, goods: '化肥', amountFen: 138_650, consent: '签字' }, { approval: station.approval('manager') });
  goTo(station, at(5, 10));
  const advance = await station.must(clerk, 'debt.advance', { memberId: seller.id, cashBoxId, amountFen: 200_000, consent: '签字' }, { approval });
  goTo(station, at(6, 1));
  const ticket = givenTicket(station, seller, [500_000, 23_847]);
  return { station, seller, cashBoxId, ticket, documents: [seedlings.number, fertiliser.number, advance.number], approval };
}

const expectedRecoveries = (numbers: readonly string[]) => [
  { number: numbers[0], kind: 'input_credit', fen: 64_000, leftFen: 0 }, { number: numbers[1], kind: 'input_credit', fen: 138_650, leftFen: 0 }, { number: numbers[2], kind: 'cash_advance', fen: 59_273, leftFen: 140_727 },
];

test('5,238.47 with seedlings, fertiliser and an advance under a cap of one half pays 2,619.24 and leaves 1,407.27 of the advance', async () => {
  const { station: at, seller, cashBoxId, documents, approval } = await memberOfE4();
  const accountant = sessionOf(at, 'accountant');
  const quoted = await at.must(accountant, 'settlement.quote', { memberId: seller.id });
  expect(quoted).toMatchObject({ grossFen: 523_847, recoveredFen: 261_923, paidFen: 261_924, recoveries: expectedRecoveries(documents) });
  const paid = await at.must(accountant, 'settlement.payNow', { memberId: seller.id, cashBoxId, expectedPaidFen: 261_924 }, { approval: at.approval('manager') });
  expect(paid).toMatchObject({ grossFen: 523_847, recoveredFen: 261_923, paidFen: 261_924, awaitingCountersign: false, settlementNumber: 'GZ01A-S-2026-000001', payoutNumber: 'GZ01A-P-2026-000001' });
  const settlement = await at.must(accountant, 'settlement.get', { id: paid.settlementId });
  expect(settlement).toMatchObject({ paidWords: '贰仟陆佰壹拾玖元贰角肆分', tickets: 1, lines: [{ amountFen: 500_000 }, { amountFen: 23_847 }] });
  expect(settlement.recoveries.map((row) => row.leftFen)).toEqual([0, 0, 140_727]);
  expect(await at.must(accountant, 'debt.list', {})).toMatchObject({ totalLeftFen: 140_727, rows: [{ number: documents[2], originalFen: 200_000, leftFen: 140_727 }] });
  expect((await at.must(accountant, 'cash.boxes', {})).rows[0]).toMatchObject({ balanceFen: 1_000_000 - 200_000 - 261_924, spentTodayFen: 261_924 });
  expect(approval.user).toBe('li');
});

test('the member current account of E4 ends with the advance still open', async () => {
  const { station: at, seller, cashBoxId } = await memberOfE4();
  await at.must(sessionOf(at, 'accountant'), 'settlement.payNow', { memberId: seller.id, cashBoxId }, { approval: at.approval('manager') });
  const sums = at.core.station.db.file.prepare("SELECT a.code, sum(j.debit_fen - j.credit_fen) AS fen FROM journal_line j JOIN account a ON a.id = j.account_id WHERE a.code = '114' GROUP BY a.code").all();
  expect(sums).toEqual([{ code: '114', fen: 140_727 }]);
});

test('an advance older than the goods on credit still waits behind them', async () => {
  station = await testStation({ clock: handClock(at(3, 20)) });
  const clerk = sessionOf(station, 'clerk');
  const approval = station.approval('accountant');
  const seller = givenSeller(station, 'M0001');
  const { cashBoxId } = givenCash(station, 1_000_000);
  await station.must(clerk, 'debt.advance', { memberId: seller.id, cashBoxId, amountFen: 200_000, consent: '签字' }, { approval });
  goTo(station, at(4, 2));
  const seedlings = await station.must(clerk, 'debt.inputCredit', { memberId: seller.id, goods: '苗木', amountFen: 64_000, consent: '签字' }, { approval: station.approval('manager') });
  givenTicket(station, seller, [100_000]);
  const { recoveries, paidFen } = await station.must(clerk, 'settlement.quote', { memberId: seller.id });
  expect(recoveries).toMatchObject([{ number: seedlings.number, fen: 50_000, leftFen: 14_000 }]);
  expect(paidFen).toBe(50_000);
});

test('a batch gives the same figures as paying at once', async () => {
  const { station: at, documents } = await memberOfE4();
  const accountant = sessionOf(at, 'accountant');
  const { id } = await at.must(accountant, 'settlement.createBatch', { title: '上半年', dateFrom: '2026-01-01', dateTo: '2026-06-01', productId: null, capBp: 5_000 });
  await at.must(accountant, 'settlement.calculate', { id });
  await at.core.station.live.settlementRuns.idle();
  const batch = await at.must(accountant, 'settlement.batch', { id });
  expect(batch).toMatchObject({ state: 'calculated', payees: 1, grossFen: 523_847, recoveredFen: 261_923, paidFen: 261_924, progress: null });
  const [settlement] = batch.settlements;
  expect(settlement).toMatchObject({ number: null, grossFen: 523_847 });
  expect(await at.must(accountant, 'debt.list', {})).toMatchObject({ totalLeftFen: 64_000 + 138_650 + 200_000 });
  expect(documents).toHaveLength(3);
});
