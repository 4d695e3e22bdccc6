import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { givenMember } from '../../support/intake.ts';
import { findingsOfCopy, workedStation } from './books.ts';

let station: TestStation;
/** A station where money has moved: float, advance, credit, a payment on the spot, a batch approved and paid, and one only calculated. */
beforeAll(async () => {
  station = await testStation();
  await workedStation(station);
  const accountant = await station.as('accountant');
  const consent = { approval: station.approval('manager') };
  const cashBoxId = (await station.must(accountant, 'cash.boxes', {})).rows[0]?.id ?? '';
  await station.must(accountant, 'cash.float', { cashBoxId, direction: 'in', amountFen: 90_000_000, note: '备用金' }, consent);
  const memberId = (await station.must(accountant, 'member.list', {})).rows[0]?.id ?? (await givenMember(station, accountant, '吴秀英')).id;
  await station.must(accountant, 'debt.advance', { memberId, cashBoxId, amountFen: 5_000, consent: '本人签字' }, consent);
  await station.must(accountant, 'debt.inputCredit', { memberId, goods: '化肥两袋', amountFen: 8_000, consent: '本人签字' }, consent);
  await station.must(accountant, 'settlement.payNow', { memberId, cashBoxId }, consent);
  await workedStation(station);
  const batch = await calculatedBatch(station, accountant);
  await approvedBatch(station, accountant, batch);
  await station.must(accountant, 'settlement.pay', { id: batch, method: 'cash', cashBoxId }, consent);
  await workedStation(station);
  await calculatedBatch(station, accountant);
});
afterAll(() => station.close());

test('books in which money has moved in every way are found good', async () => {
  const verdict = await station.must(await station.as('manager'), 'system.verify', { full: true });
  expect(verdict.findings).toEqual([]);
  expect(verdict.ok).toBe(true);
});

test.each([
  ['UPDATE settlement_line SET amount_fen = amount_fen + 1 WHERE run_id = (SELECT min(run_id) FROM run_posted)', ['run_changed', 'settlement_differs']],
  ['UPDATE settlement_recovery SET amount_fen = amount_fen + 1 WHERE run_id = (SELECT min(run_id) FROM run_posted)', ['run_changed', 'settlement_differs', 'open_item_differs']],
  ["UPDATE settlement_run SET state = 'calculated' WHERE state = 'posted'", ['run_state_differs']],
  ["UPDATE run_posted SET digest = digest || 'x'", ['run_changed']],
  ['UPDATE run_posted SET settlements = settlements + 1 WHERE run_id = (SELECT max(run_id) FROM run_posted)', ['run_changed', 'run_differs', 'counter_differs']],
  ['DELETE FROM run_posted WHERE run_id = (SELECT min(run_id) FROM run_posted)', ['event_without_row', 'number_gap']],
  ['UPDATE open_item SET left_fen = left_fen + 1 WHERE left_fen < original_fen', ['open_item_differs']],
  ['DELETE FROM claim WHERE payable_id = (SELECT min(payable_id) FROM claim)', ['claim_differs']],
  ['DELETE FROM payout_claim', ['payout_claim_differs']],
  ['UPDATE cash_balance SET balance_fen = balance_fen + 100', ['cash_differs']],
  ['UPDATE payout_line SET amount_fen = amount_fen + 1', ['document_changed']],
  ["UPDATE transition SET approved_by = NULL WHERE state = 'approved'", ['transition_changed']],
])('in the money of the station, what "%s" did is named', (sql, expected) => {
  expect(findingsOfCopy(station, sql)).toEqual(expect.arrayContaining(expected));
});
