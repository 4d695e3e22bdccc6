import { afterEach, expect, test } from 'vitest';
import { recomputeRunDigest } from '../../../electron/core/services/settlement/run-digest.ts';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { moneyFaults } from '../../support/money-books.ts';
import { givenCash, givenSeller, givenTicket, takeBack } from '../../support/payables.ts';
import { goTo, sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { fridayMorning, testStation } from '../../support/station.ts';

let station: TestStation;
afterEach(async () => {
  await station.close();
});

const approval = () => station.approval('manager');
const stateOf = async (id: string): Promise<string> => (await station.must(sessionOf(station, 'accountant'), 'settlement.batch', { id })).state;

test('a batch goes from open over calculated, reviewed and approved to partly paid and paid', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  const inCash = givenSeller(station, 'M1');
  const byBank = givenSeller(station, 'M2', { channel: 'bank', account: '6217000000001234567' });
  givenTicket(station, inCash, [12_345, 55]);
  givenTicket(station, byBank, [70_000]);
  const { cashBoxId } = givenCash(station, 50_000);
  const id = await calculatedBatch(station, accountant);
  expect(await stateOf(id)).toBe('calculated');
  await approvedBatch(station, accountant, id);
  const batch = await station.must(accountant, 'settlement.batch', { id });
  expect(batch).toMatchObject({ state: 'approved', approvedBy: '王站长', grossFen: 82_400, paidFen: 82_400, payees: 2 });
  expect(batch.settlements.map((row) => row.number)).toEqual(['GZ01A-S-2026-000001', 'GZ01A-S-2026-000002']);
  const cash = await station.must(accountant, 'settlement.pay', { id, method: 'cash', cashBoxId }, { approval: approval() });
  expect(cash).toMatchObject({ lines: 1, totalFen: 12_400 });
  expect(await stateOf(id)).toBe('partly_paid');
  expect(await station.call(accountant, 'settlement.pay', { id, method: 'cash', cashBoxId }, { approval: approval() })).toMatchObject({ refusal: { code: 'nothing_to_pay' } });
  await station.must(accountant, 'settlement.pay', { id, method: 'bank', cashBoxId: null }, { approval: approval() });
  expect(await stateOf(id)).toBe('paid');
  expect(await station.call(accountant, 'settlement.pay', { id, method: 'bank', cashBoxId: null }, { approval: approval() })).toMatchObject({ refusal: { code: 'batch_state' } });
  expect(moneyFaults(station)).toEqual([]);
  expect(await station.must(accountant, 'system.verify', { full: true })).toMatchObject({ ok: true });
});

test('the event of a run proves its rows: the digest can be computed again from them', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  for (const code of ['M1', 'M2', 'M3']) givenTicket(station, givenSeller(station, code), [10_001, 77]);
  await approvedBatch(station, accountant, await calculatedBatch(station, accountant));
  const { file } = station.core.station.db;
  const run = file.prepare("SELECT r.id, e.doc_hash AS hash FROM settlement_run r JOIN event e ON e.doc_id = r.ulid AND e.doc_type = 'run'").get() as { id: number; hash: string };
  expect(recomputeRunDigest(station.core.station.db, run.id)).toBe(run.hash);
  file.exec('DROP TRIGGER settlement_line_no_update');
  file.exec('UPDATE settlement_line SET amount_fen = amount_fen + 1 WHERE line_no = 2 AND settlement_id = (SELECT min(id) FROM settlement)');
  expect(recomputeRunDigest(station.core.station.db, run.id)).not.toBe(run.hash);
});

test('calculating again gives the same figures, and nobody is claimed twice', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  for (const code of ['M1', 'M2', 'M3']) givenTicket(station, givenSeller(station, code), [10_001, 77, 31]);
  const id = await calculatedBatch(station, accountant);
  const figures = async () => (await station.must(accountant, 'settlement.batch', { id })).settlements.map(({ payeeName, grossFen, recoveredFen, paidFen, tickets }) => ({ payeeName, grossFen, recoveredFen, paidFen, tickets }));
  const before = await figures();
  await station.must(accountant, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  expect(await figures()).toEqual(before);
  expect(before).toHaveLength(3);
  expect(station.core.station.db.file.prepare('SELECT count(*) AS n FROM settlement').get()).toEqual({ n: 3 });
  expect(moneyFaults(station)).toEqual([]);
});

test('a reversal during a run drops the claim and the batch must be calculated again', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  const seller = givenSeller(station, 'M1');
  const wrong = givenTicket(station, seller, [40_000]);
  givenTicket(station, seller, [60_000]);
  const id = await calculatedBatch(station, accountant);
  await station.must(accountant, 'settlement.review', { id });
  takeBack(station, seller, wrong);
  expect(await stateOf(id)).toBe('stale');
  expect(await station.call(accountant, 'settlement.approve', { id }, { approval: approval() })).toMatchObject({ refusal: { code: 'batch_state', params: { state: 'stale' } } });
  await station.must(accountant, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  expect(await station.must(accountant, 'settlement.batch', { id })).toMatchObject({ state: 'calculated', grossFen: 60_000 });
  await approvedBatch(station, accountant, id);
  expect(moneyFaults(station)).toEqual([]);
});

test('what is taken back after payment is taken off the next settlement, before the cap counts', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  const seller = givenSeller(station, 'M1');
  const wrong = givenTicket(station, seller, [40_000]);
  await approvedBatch(station, accountant, await calculatedBatch(station, accountant));
  takeBack(station, seller, wrong);
  await station.must(sessionOf(station, 'clerk'), 'debt.inputCredit', { memberId: seller.id, goods: '地膜', amountFen: 90_000, consent: '签字' }, { approval: station.approval('manager') });
  givenTicket(station, seller, [100_000]);
  const id = await calculatedBatch(station, accountant);
  const batch = await station.must(accountant, 'settlement.batch', { id });
  // 1,000.00 owed, 400.00 taken back, half of 1,000.00 recovered, 100.00 left to pay.
  expect(batch).toMatchObject({ grossFen: 60_000, recoveredFen: 50_000, paidFen: 10_000 });
  await approvedBatch(station, accountant, id);
  expect(moneyFaults(station)).toEqual([]);
  expect(await station.must(accountant, 'system.verify', { full: true })).toMatchObject({ ok: true });
});

test('what is taken back is taken off the next settlement even when its day lies before the period', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  const seller = givenSeller(station, 'M1');
  const wrong = givenTicket(station, seller, [40_000]);
  await approvedBatch(station, accountant, await calculatedBatch(station, accountant));
  takeBack(station, seller, wrong);
  goTo(station, fridayMorning + 24 * 3_600_000);
  givenTicket(station, seller, [100_000]);
  const id = await calculatedBatch(station, accountant, { dateFrom: '2026-11-21', dateTo: '2026-11-21' });
  expect(await station.must(accountant, 'settlement.batch', { id })).toMatchObject({ grossFen: 60_000, paidFen: 60_000 });
});

test('a payee with more taken back than owed waits for the next settlement', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  const seller = givenSeller(station, 'M1');
  const other = givenSeller(station, 'M2');
  const wrong = givenTicket(station, seller, [40_000]);
  await approvedBatch(station, accountant, await calculatedBatch(station, accountant));
  takeBack(station, seller, wrong);
  const today = givenTicket(station, seller, [30_000]);
  givenTicket(station, other, [5_000]);
  const { cashBoxId } = givenCash(station, 100_000);
  expect(await station.call(accountant, 'settlement.payNow', { ticketId: today.id, cashBoxId }, { approval: approval() })).toMatchObject({ refusal: { code: 'negative_settlement' } });
  const id = await calculatedBatch(station, accountant);
  expect(await station.must(accountant, 'settlement.batch', { id })).toMatchObject({ grossFen: 5_000, payees: 1 });
  expect((await station.must(accountant, 'settlement.unsettled', {})).rows).toMatchObject([{ memberCode: 'M1', fen: -10_000 }]);
});

test('a cancelled batch lets its payables go and may be calculated again', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  givenTicket(station, givenSeller(station, 'M1'), [40_000]);
  const id = await calculatedBatch(station, accountant);
  expect((await station.must(accountant, 'settlement.unsettled', {})).outrightFen).toBe(0);
  await station.must(accountant, 'settlement.cancelRun', { id });
  await station.core.station.live.settlementRuns.idle();
  expect(await station.must(accountant, 'settlement.batch', { id })).toMatchObject({ state: 'cancelled', grossFen: 0, settlements: [] });
  expect((await station.must(accountant, 'settlement.unsettled', {})).outrightFen).toBe(40_000);
  expect(station.core.station.db.file.prepare('SELECT (SELECT count(*) FROM settlement) + (SELECT count(*) FROM claim) + (SELECT count(*) FROM run_chunk) AS n').get()).toEqual({ n: 0 });
  await station.must(accountant, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  expect(await stateOf(id)).toBe('calculated');
});

test('a run left unfinished by a stop goes on at the next start', async () => {
  station = await testStation();
  for (let index = 0; index < 30; index += 1) givenTicket(station, givenSeller(station, `M${index}`), [1_000 + index]);
  const { id } = await station.must(sessionOf(station, 'accountant'), 'settlement.createBatch', { title: '停电', dateFrom: '2026-11-20', dateTo: '2026-11-20', productId: null, capBp: 5_000 });
  await station.must(sessionOf(station, 'accountant'), 'settlement.calculate', { id });
  await station.reopen();
  await station.core.station.live.settlementRuns.idle();
  const batch = await station.must(sessionOf(station, 'accountant'), 'settlement.batch', { id });
  expect(batch).toMatchObject({ state: 'calculated', payees: 30, grossFen: 30 * 1_000 + (29 * 30) / 2 });
  expect(moneyFaults(station)).toEqual([]);
});

test('a batch of another computer is refused until this one takes the role, with a second person', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  expect(await station.call(accountant, 'settlement.takeRole', { reason: '换机' }, { approval: approval() })).toMatchObject({ refusal: { code: 'role_held' } });
  const { device } = station.core.station;
  Object.assign(station.core.station, { device: device && { ...device, ulid: station.core.station.ids.ulid(), deskLetter: 'B' } });
  const plan = { title: 'x', dateFrom: '2026-11-01', dateTo: '2026-11-20', productId: null, capBp: 5_000 };
  expect(await station.call(accountant, 'settlement.createBatch', plan)).toMatchObject({ refusal: { code: 'settlement_role_elsewhere' } });
  expect(await station.call(accountant, 'settlement.takeRole', { reason: '换机' })).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await station.must(accountant, 'settlement.takeRole', { reason: '换机' }, { approval: approval() })).toMatchObject({ number: 'GZ01B-V-2026-000001' });
  expect(await station.must(accountant, 'settlement.createBatch', plan)).toMatchObject({ number: 'GZ01B-B-2026-000001' });
});

test('a period that ends before it begins, or after today, is refused', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  for (const [dateFrom, dateTo] of [['2026-11-20', '2026-11-19'], ['2026-11-01', '2026-11-21'], ['2026-02-30', '2026-11-01']] as const) {
    expect(await station.call(accountant, 'settlement.createBatch', { title: 'x', dateFrom, dateTo, productId: null, capBp: 5_000 })).toMatchObject({ refusal: { code: 'period_invalid' } });
  }
});

test('bank payment without an account pays nobody', async () => {
  station = await testStation();
  const accountant = sessionOf(station, 'accountant');
  givenTicket(station, givenSeller(station, 'M1', { channel: 'bank' }), [40_000]);
  const id = await calculatedBatch(station, accountant);
  await approvedBatch(station, accountant, id);
  expect(await station.call(accountant, 'settlement.pay', { id, method: 'bank', cashBoxId: null }, { approval: approval() })).toMatchObject({ refusal: { code: 'account_missing', params: { name: '社员M1' } } });
  expect(await stateOf(id)).toBe('approved');
});
