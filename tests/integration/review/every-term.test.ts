import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { everyTerm } from '../tampering/whole-books.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
beforeEach(async () => {
  station = await testStation({ prices: [] });
  [clerk, manager] = [await station.as('clerk'), await station.as('manager')];
});
afterEach(() => station.close());

test('floor, premium, water and discount meet on one delivery of two owners: every line, gram and fen agrees, and a reversal leaves nothing', async () => {
  const id = await everyTerm(station, clerk, manager, (await givenMember(station, clerk, '张三')).id);
  const ticket = await station.must(clerk, 'ticket.get', { id });
  expect(ticket.lines.map((line) => [line.terms?.part ?? null, line.netGrams, line.settlementGrams, line.priceE4, line.amountFen])).toEqual([
    ['inside', 30_000, 29_400, 30_720, 9_032], ['beyond', 20_000, 19_600, 26_880, 5_268], [null, 50_000, 49_000, 24_960, 12_230],
  ]);
  const fens = ticket.ownerParts.map((owner) => owner.amountFen);
  expect(fens.reduce((sum, fen) => sum + fen, 0)).toBe(ticket.totalFen);
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
  await station.must(clerk, 'ticket.reverse', { id, reason: '称错' }, { approval: station.approval('accountant') });
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
  expect((await station.must(clerk, 'contract.list', {})).rows.map((row) => row.deliveredGrams)).toEqual([0]);
  expect(station.core.station.db.file.prepare('SELECT sum(grams) AS grams FROM stock').get()).toEqual({ grams: 0 });
  expect(station.core.station.db.file.prepare("SELECT sum(debit_fen - credit_fen) AS fen FROM journal_line GROUP BY account_id HAVING fen <> 0").all()).toEqual([]);
});
