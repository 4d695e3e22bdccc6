import { afterEach, beforeEach, expect, test } from 'vitest';
import { assertSoundBooks } from '../../support/money-books.ts';
import type { Seller } from '../../support/payables.ts';
import { addTicket, givenCash, givenSeller, givenTicket, inTransaction } from '../../support/payables.ts';
import { goTo, sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { fridayMorning, testStation } from '../../support/station.ts';

let station: TestStation;
let seller: Seller;
beforeEach(async () => {
  station = await testStation();
  seller = givenSeller(station, 'M1');
});
afterEach(async () => {
  assertSoundBooks(station);
  await station.close();
});

test('the clerk alone pays today\'s tickets up to the day limit, and the payout waits for a second person', async () => {
  givenTicket(station, seller, [24_500]);
  const { cashBoxId } = givenCash(station, 100_000);
  const paid = await station.must(sessionOf(station, 'clerk'), 'settlement.payNow', { memberId: seller.id, cashBoxId });
  expect(paid).toMatchObject({ paidFen: 24_500, awaitingCountersign: true });
  const rows = station.core.station.db.file.prepare('SELECT d.number, c.op, c.due_date AS due, t.state FROM countersign c JOIN document d ON d.id = c.document_id JOIN transition t ON t.document_id = d.id').all();
  expect(rows).toEqual([{ number: paid.payoutNumber, op: 'settlement.payNow', due: '2026-11-20', state: 'awaiting_countersign' }]);
});

test('past the day limit of the box, or for a ticket of another day, the clerk needs a second person', async () => {
  const yesterday = givenTicket(station, seller, [100]);
  const { cashBoxId } = givenCash(station, 2_000_000);
  const clerk = sessionOf(station, 'clerk');
  goTo(station, fridayMorning + 24 * 3_600_000);
  expect(await station.call(clerk, 'settlement.payNow', { ticketId: yesterday.id, cashBoxId })).toMatchObject({ refusal: { code: 'approval_required' } });
  givenTicket(station, seller, [499_999]);
  expect(await station.must(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId })).toMatchObject({ paidFen: 499_999 });
  givenTicket(station, seller, [1]);
  // The limit itself may be reached.
  expect(await station.must(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId })).toMatchObject({ paidFen: 1 });
  givenTicket(station, seller, [2]);
  expect(await station.call(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId })).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await station.must(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId }, { approval: station.approval('accountant') })).toMatchObject({ paidFen: 2, awaitingCountersign: false });
  expect(await station.must(clerk, 'settlement.payNow', { ticketId: yesterday.id, cashBoxId }, { approval: station.approval('accountant') })).toMatchObject({ paidFen: 100 });
});

test('an advance booked back frees the day limit on its own day only, so yesterday\'s mistake lets a clerk pay out no more alone today', async () => {
  const { cashBoxId } = givenCash(station, 2_000_000);
  const clerk = sessionOf(station, 'clerk');
  const second = { approval: station.approval('accountant') };
  const lend = async () => (await station.must(clerk, 'debt.advance', { memberId: seller.id, cashBoxId, amountFen: 300_000, consent: '签字' }, second)).id;
  const takeBack = async (id: string) => await station.must(clerk, 'cash.reverse', { id, reason: '金额记错了' }, second);
  const spent = async (): Promise<number | undefined> => (await station.must(clerk, 'cash.boxes', {})).rows[0]?.spentTodayFen;
  const old = await lend();
  const typo = await lend();
  await takeBack(typo);
  expect(await spent()).toBe(300_000);
  goTo(station, fridayMorning + 24 * 3_600_000);
  await takeBack(old);
  expect(await spent()).toBe(0);
  givenTicket(station, seller, [500_001]);
  expect(await station.call(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId })).toMatchObject({ refusal: { code: 'approval_required', params: { limit: '5000.00', spent: '0.00' } } });
});

test('short cash pays nothing and says how much there is', async () => {
  givenTicket(station, seller, [24_500]);
  const { cashBoxId } = givenCash(station, 24_499);
  const before = station.core.station.db.file.prepare('SELECT count(*) AS n FROM event').get();
  expect(await station.call(sessionOf(station, 'clerk'), 'settlement.payNow', { memberId: seller.id, cashBoxId })).toMatchObject({ refusal: { code: 'cash_short', params: { available: '244.99', needed: '245.00' } } });
  expect(station.core.station.db.file.prepare('SELECT count(*) AS n FROM event').get()).toEqual(before);
});

test('an amount that changed since the preview is refused, and a preview leaves no trace', async () => {
  givenTicket(station, seller, [24_500]);
  const { cashBoxId } = givenCash(station, 100_000);
  const clerk = sessionOf(station, 'clerk');
  const trace = () => station.core.station.db.file.prepare('SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM claim) AS claims, (SELECT count(*) FROM settlement_run) AS runs').get();
  const before = trace();
  const quoted = await station.must(clerk, 'settlement.quote', { memberId: seller.id });
  expect(quoted).toMatchObject({ paidFen: 24_500, tickets: [{ businessDate: '2026-11-20', fen: 24_500 }] });
  expect(trace()).toEqual(before);
  givenTicket(station, seller, [100]);
  expect(await station.call(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId, expectedPaidFen: quoted.paidFen })).toMatchObject({ refusal: { code: 'amount_changed', params: { expected: '245.00', now: '246.00' } } });
});

test('exactly one of member and ticket must be named', async () => {
  const ticket = givenTicket(station, seller, [24_500]);
  const clerk = sessionOf(station, 'clerk');
  expect(await station.call(clerk, 'settlement.quote', {})).toMatchObject({ refusal: { code: 'one_of_member_or_ticket' } });
  expect(await station.call(clerk, 'settlement.quote', { memberId: seller.id, ticketId: ticket.id })).toMatchObject({ refusal: { code: 'one_of_member_or_ticket' } });
  expect(await station.call(clerk, 'settlement.quote', { ticketId: station.core.station.ids.ulid() })).toMatchObject({ refusal: { code: 'ticket_unknown' } });
});

test('a settlement as a member leaves a debt made before joining on the other side of the books', async () => {
  const outsider = givenSeller(station, 'N1', { kind: 'non_member' });
  await station.must(sessionOf(station, 'clerk'), 'debt.inputCredit', { memberId: outsider.id, goods: '种子', amountFen: 1_000, consent: '签字' }, { approval: station.approval('manager') });
  givenTicket(station, { ...outsider, kind: 'member' }, [5_000]);
  expect(await station.must(sessionOf(station, 'clerk'), 'settlement.quote', { memberId: outsider.id })).toMatchObject({ recoveredFen: 0, paidFen: 5_000 });
  givenTicket(station, outsider, [3_000]);
  expect(await station.must(sessionOf(station, 'clerk'), 'settlement.quote', { memberId: outsider.id })).toMatchObject({ grossFen: 8_000, recoveredFen: 1_000 });
});

test('a payment that debts take whole hands out nothing and still clears the tickets', async () => {
  const clerk = sessionOf(station, 'clerk');
  await station.must(clerk, 'debt.inputCredit', { memberId: seller.id, goods: '种子', amountFen: 9_000, consent: '签字' }, { approval: station.approval('manager') });
  givenTicket(station, seller, [5_000]);
  const { cashBoxId } = givenCash(station, 1);
  expect(await station.must(sessionOf(station, 'accountant'), 'settlement.payNow', { memberId: seller.id, cashBoxId, capBp: 10_000 })).toMatchObject({ grossFen: 5_000, recoveredFen: 5_000, paidFen: 0 });
  expect((await station.must(clerk, 'debt.list', { memberId: seller.id })).totalLeftFen).toBe(4_000);
  expect(await station.call(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId })).toMatchObject({ refusal: { code: 'nothing_to_settle' } });
});

test('the cap of the station is the one a manager has set', async () => {
  await station.must(sessionOf(station, 'manager'), 'setting.save', { key: 'settlement.cap_bp', value: 2_000 });
  await station.must(sessionOf(station, 'clerk'), 'debt.inputCredit', { memberId: seller.id, goods: '种子', amountFen: 9_000, consent: '签字' }, { approval: station.approval('manager') });
  givenTicket(station, seller, [5_000]);
  expect(await station.must(sessionOf(station, 'clerk'), 'settlement.quote', { memberId: seller.id })).toMatchObject({ recoveredFen: 1_000, paidFen: 4_000 });
});

test('a cap of the whole settlement and one of nothing are caps too; what is no share of it counts as never set', async () => {
  const [manager, clerk] = [sessionOf(station, 'manager'), sessionOf(station, 'clerk')];
  await station.must(clerk, 'debt.inputCredit', { memberId: seller.id, goods: '种子', amountFen: 9_000, consent: '签字' }, { approval: station.approval('accountant') });
  givenTicket(station, seller, [5_000]);
  const recoveredUnder = async (value: number): Promise<number> => {
    await station.must(manager, 'setting.save', { key: 'settlement.cap_bp', value });
    return (await station.must(clerk, 'settlement.quote', { memberId: seller.id })).recoveredFen;
  };
  expect([await recoveredUnder(10_000), await recoveredUnder(0), await recoveredUnder(9_999), await recoveredUnder(10_001), await recoveredUnder(-1)]).toEqual([5_000, 0, 4_999, 2_500, 2_500]);
});

test('paying a member of today leaves out what a neighbour is owed through the same payee', async () => {
  const neighbour = givenSeller(station, 'M2');
  givenTicket(station, seller, [700]);
  inTransaction(station, (context) => addTicket(context, { ...neighbour, payeeRowId: seller.payeeRowId }, [300]));
  const clerk = sessionOf(station, 'clerk');
  expect(await station.must(clerk, 'settlement.quote', { memberId: seller.id })).toMatchObject({ grossFen: 700 });
  expect(await station.must(clerk, 'settlement.quote', { memberId: neighbour.id })).toMatchObject({ grossFen: 300 });
});

test('a ticket of two owners is settled for each and paid in one payout', async () => {
  const other = givenSeller(station, 'M2');
  const ticket = inTransaction(station, (context) => addTicket(context, seller, [700, 300], [seller, other]));
  const { cashBoxId } = givenCash(station, 10_000);
  const clerk = sessionOf(station, 'clerk');
  const paid = await station.must(clerk, 'settlement.payNow', { ticketId: ticket.id, cashBoxId });
  expect(paid).toMatchObject({ grossFen: 1_000, paidFen: 1_000 });
  expect((await station.must(sessionOf(station, 'accountant'), 'settlement.batch', { id: paid.batchId })).settlements.map(({ payeeName, paidFen }) => [payeeName, paidFen])).toEqual([['社员M1', 700], ['社员M2', 300]]);
});
