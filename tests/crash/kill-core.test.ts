import { afterAll, expect, test } from 'vitest';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { counts } from '../support/counts.ts';
import { DeskDriver } from './desk-driver.ts';
import { KillableCore } from './killable-core.ts';
import { dice } from './seeded.ts';

const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 31);
const core = new KillableCore();
afterAll(async () => {
  await core.kill();
  core.remove();
});

const rows = (sql: string): Array<Record<string, unknown>> => {
  const file = new Database(join(core.data, 'station.sqlite'), { readonly: true });
  try {
    return file.prepare(sql).all() as Array<Record<string, unknown>>;
  } finally {
    file.close();
  }
};

test(`nothing acknowledged is lost and nothing stands twice over ${counts.crashKills} kills (seed ${seed})`, async () => {
  process.stdout.write(`crash seed ${seed}\n`);
  const random = dice(seed);
  const driver = new DeskDriver(core, random);
  await core.start();
  await driver.begin();
  for (let kill = 0; kill < counts.crashKills; kill += 1) {
    const working = driver.workUntilDeath();
    await new Promise((done) => setTimeout(done, random.below(700)));
    await core.kill();
    await working;
    await core.start();
    await driver.signIn();
    await driver.askAgain();
  }

  for (const { command, reply } of driver.acknowledged.slice(-200)) {
    expect(await core.call(command.as, command.op, command.input as never, command.commandId, command.approval)).toEqual(reply);
  }
  const verdict = await core.call('wang', 'system.verify', { full: true }, ulid());
  expect(verdict).toMatchObject({ ok: true, data: { ok: true, findings: [] } });
  await core.kill();

  const posted = driver.acknowledged.filter(({ command }) => command.op === 'ticket.post').length;
  expect(posted).toBeGreaterThan(counts.crashKills);
  expect(rows("SELECT count(*) AS n FROM ticket t JOIN document d ON d.id = t.document_id WHERE d.reverses_id IS NULL")).toEqual([{ n: posted }]);
  expect(rows("SELECT count(*) AS n, max(CAST(substr(number, -6) AS INTEGER)) AS last FROM document WHERE type = 'ticket' AND reverses_id IS NULL")).toEqual([{ n: posted, last: posted }]);
  expect(rows('SELECT draft_ulid FROM ticket t JOIN document d ON d.id = t.document_id WHERE d.reverses_id IS NULL GROUP BY draft_ulid HAVING count(*) > 1')).toEqual([]);
  // What was said to be reversed, posted for payment and paid is there, once each and to the fen; and enough of it was done under the kills.
  const said = <Data>(op: string): Data[] => driver.acknowledged.filter(({ command }) => command.op === op).map(({ reply }) => (reply as { data: Data }).data);
  const [reversals, batchesPaid, paidNow] = [said('ticket.reverse'), said<{ totalFen: number }>('settlement.pay'), said<{ paidFen: number }>('settlement.payNow')];
  const paidFen = [...batchesPaid.map(({ totalFen }) => totalFen), ...paidNow.map((paid) => paid.paidFen)].reduce((sum, fen) => sum + fen, 0);
  expect(rows("SELECT count(*) AS n FROM document WHERE type = 'ticket' AND reverses_id IS NOT NULL")).toEqual([{ n: reversals.length }]);
  expect(rows('SELECT count(*) AS n, coalesce(sum(total_fen), 0) AS fen FROM payout')).toEqual([{ n: batchesPaid.length + paidNow.length, fen: paidFen }]);
  expect(rows('SELECT count(*) AS n FROM run_posted')).toEqual([{ n: said('settlement.approve').length + paidNow.length }]);
  const [moneyBack, returned, repaid] = [said('cash.reverse'), said<{ amountFen: number }>('settlement.returnPayment'), said('debt.repay')];
  expect(rows("SELECT count(*) AS n FROM document WHERE type IN ('cash_movement', 'cash_advance', 'input_credit', 'debt_repayment') AND reverses_id IS NOT NULL")).toEqual([{ n: moneyBack.length }]);
  expect(rows('SELECT count(*) AS n, coalesce(sum(amount_fen), 0) AS fen FROM payout_return')).toEqual([{ n: returned.length, fen: returned.reduce((sum, { amountFen }) => sum + amountFen, 0) }]);
  expect(rows("SELECT count(*) AS n FROM document WHERE type = 'debt_repayment' AND reverses_id IS NULL")).toEqual([{ n: repaid.length }]);
  expect(rows('SELECT balance_fen - (SELECT sum(amount_fen) FROM cash_line l WHERE l.cash_box_id = b.cash_box_id) AS difference FROM cash_balance b')).toEqual([{ difference: 0 }]);
  expect([moneyBack.length, returned.length + repaid.length].filter((done) => done === 0)).toEqual([]);
  const tenth = counts.crashKills / 10;
  expect([reversals.length, batchesPaid.length, paidNow.length].filter((done) => done < tenth)).toEqual([]);
  expect(rows('SELECT coalesce(sum(debit_fen - credit_fen), 0) AS difference FROM journal_line')).toEqual([{ difference: 0 }]);
  expect(rows('SELECT p.settlement_id FROM payout_line p GROUP BY p.settlement_id HAVING count(*) - (SELECT count(*) FROM payout_return r WHERE r.settlement_id = p.settlement_id) > 1')).toEqual([]);

  const kept = new Map(rows('SELECT ulid, revision FROM draft').map((row) => [row.ulid, Number(row.revision)]));
  const lost = [...driver.yard.drafts.values()].filter((draft) => (kept.get(draft.id) ?? 0) < draft.revision);
  expect(lost).toEqual([]);
  expect(driver.yard.drafts.size).toBeGreaterThan(0);
  expect(rows("SELECT count(*) AS n FROM draft d JOIN ticket t ON t.draft_ulid = d.ulid")).toEqual([{ n: 0 }]);
  expect(Number(rows("SELECT count(*) AS n FROM weighing WHERE pass = 'gross_then_tare' AND gross_g > 900000")[0]?.n)).toBeGreaterThan(0);
  // Goods of two owners stand whole: a payable for each, and together the ticket.
  const parts = rows("SELECT t.total_fen AS total, sum(p.amount_fen) AS fen, count(*) AS owners FROM ticket t JOIN document d ON d.id = t.document_id JOIN payable p ON p.document_id = d.id WHERE d.reverses_id IS NULL GROUP BY d.id");
  expect(parts.filter((ticket) => ticket.owners === 2).length).toBeGreaterThan(0);
  expect(parts.filter((ticket) => ticket.total !== ticket.fen)).toEqual([]);
  // The numbers of arrival begin anew each day, and the run may last beyond midnight.
  const drawn = rows('SELECT count(*) AS n, count(DISTINCT number) AS numbers, max(number) AS last FROM queue_number GROUP BY business_date');
  expect(drawn.filter((day) => day.n !== day.numbers || day.n !== day.last)).toEqual([]);
  expect(drawn.reduce((sum, day) => sum + Number(day.n), 0)).toBe(driver.yard.numbers.length);
}, 20 * 60_000);
