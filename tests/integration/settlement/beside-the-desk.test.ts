import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstBudgetLines } from '../../../electron/core/services/settlement/chunk-budget.ts';
import type { GivenTicket, Seller } from '../../support/payables.ts';
import { addSeller, addTicket, givenCash, inTransaction, takeBack } from '../../support/payables.ts';
import { approvedBatch } from '../../support/batch-steps.ts';
import { assertSoundBooks } from '../../support/money-books.ts';
import { sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

const sellersInAll = 60;
let station: TestStation;
let given: Array<{ seller: Seller; tickets: GivenTicket[] }>;
let batchId: string;

beforeEach(async () => {
  station = await testStation();
  given = inTransaction(station, (context) => Array.from({ length: sellersInAll }, (_, index) => {
    const seller = addSeller(context, `M${String(index).padStart(3, '0')}`);
    return { seller, tickets: [1, 2].map((nth) => addTicket(context, seller, Array.from({ length: 25 }, (_unused, line) => 1_000 * nth + index + line))) };
  }));
  const accountant = sessionOf(station, 'accountant');
  ({ id: batchId } = await station.must(accountant, 'settlement.createBatch', { title: '旬结', dateFrom: '2026-11-20', dateTo: '2026-11-20', productId: null, capBp: 5_000 }));
  await station.must(accountant, 'settlement.calculate', { id: batchId });
});
afterEach(async () => {
  assertSoundBooks(station);
  await station.close();
});

const rows = (sql: string): number => (station.core.station.db.file.prepare(sql).get() as { n: number }).n;

/** Waits until the run has written some chunks and has more to write. */
async function halfWay(): Promise<void> {
  while (rows('SELECT count(*) AS n FROM run_chunk') === 0) await nextTurn();
  expect(rows("SELECT count(*) AS n FROM settlement_run WHERE state = 'calculating'")).toBe(1);
}

const idle = () => station.core.station.live.settlementRuns.idle();
const batch = () => station.must(sessionOf(station, 'accountant'), 'settlement.batch', { id: batchId });

test('the desk pays a ticket while a run is under way, and neither takes the other\'s', async () => {
  await halfWay();
  const { cashBoxId } = givenCash(station, 10_000_000);
  const last = given.at(-1);
  const paid = await station.must(sessionOf(station, 'clerk'), 'settlement.payNow', { ticketId: last?.tickets[0]?.id ?? '', cashBoxId });
  expect(paid.paidFen).toBe(last?.tickets[0]?.fen);
  await idle();
  const total = given.flatMap(({ tickets }) => tickets).reduce((sum, ticket) => sum + ticket.fen, 0);
  expect(await batch()).toMatchObject({ state: 'calculated', grossFen: total - paid.grossFen, payees: sellersInAll });
  await approvedBatch(station, sessionOf(station, 'accountant'), batchId);
});

test('a reversal in the middle of a run stops it; the next calculation leaves the ticket out', async () => {
  await halfWay();
  const [first] = given;
  if (!first?.tickets[0]) throw new Error('no ticket');
  takeBack(station, first.seller, first.tickets[0]);
  await idle();
  expect((await batch()).state).toBe('stale');
  await station.must(sessionOf(station, 'accountant'), 'settlement.calculate', { id: batchId });
  await idle();
  const total = given.flatMap(({ tickets }) => tickets).reduce((sum, ticket) => sum + ticket.fen, 0);
  expect(await batch()).toMatchObject({ state: 'calculated', grossFen: total - first.tickets[0].fen });
});

test('a run stopped half-way goes on after a restart and comes to the same figures', async () => {
  await halfWay();
  expect(rows('SELECT count(*) AS n FROM settlement')).toBeLessThan(sellersInAll);
  await station.reopen();
  await idle();
  const total = given.flatMap(({ tickets }) => tickets).reduce((sum, ticket) => sum + ticket.fen, 0);
  expect(await batch()).toMatchObject({ state: 'calculated', grossFen: total, payees: sellersInAll });
});

test('a run cancelled half-way leaves nothing behind', async () => {
  await halfWay();
  await station.must(sessionOf(station, 'accountant'), 'settlement.cancelRun', { id: batchId });
  await idle();
  expect(rows('SELECT (SELECT count(*) FROM settlement) + (SELECT count(*) FROM settlement_line) + (SELECT count(*) FROM claim) + (SELECT count(*) FROM run_chunk) AS n')).toBe(0);
  expect((await batch()).state).toBe('cancelled');
});

test('a run that follows one taken away begins as carefully as the first', async () => {
  await idle();
  await station.must(sessionOf(station, 'accountant'), 'settlement.cancelRun', { id: batchId });
  await idle();
  await station.must(sessionOf(station, 'accountant'), 'settlement.calculate', { id: batchId });
  await halfWay();
  // Every seller has fifty lines, and payees are taken whole.
  expect(rows('SELECT settlements AS n FROM run_chunk ORDER BY chunk_no LIMIT 1')).toBeLessThanOrEqual(firstBudgetLines / 50);
  await idle();
  expect(await batch()).toMatchObject({ state: 'calculated', payees: sellersInAll });
});
