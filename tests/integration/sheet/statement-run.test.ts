import { setTimeout as wait } from 'node:timers/promises';
import { execFileSync } from 'node:child_process';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { quietHost } from '../../support/quiet-host.ts';
import { testStation, type TestStation } from '../../support/station.ts';

const members = 12;
/** The numbers of the statements that the printing window was given, in its order. */
const drawn: string[] = [];
let hasWindow = true;
let failsAt: string | null = null;
/** Called while a page is on the printing window. */
let meanwhile: (() => Promise<void>) | null = null;
let station: TestStation;
let office: Session;
let batchId = '';

/** A real PDF of one page that names its statement. */
async function draw(html: string): Promise<Uint8Array> {
  const number = /[A-Z0-9]+-S-\d{4}-\d{6}/.exec(html)?.[0] ?? '?';
  await wait(5);
  if (!hasWindow || number === failsAt) throw new Error('no window');
  drawn.push(number);
  await meanwhile?.();
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 100]).drawText(number, { x: 10, y: 50, size: 10 });
  return pdf.save();
}

beforeAll(async () => {
  station = await testStation({ host: { ...quietHost, htmlToPdf: draw } });
  const clerk = await station.as('clerk');
  office = await station.as('accountant');
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  for (let at = 0; at < members; at += 1) {
    const seller = await givenMember(station, clerk, `欧阳第${at}`);
    station.clock.forward(60_000);
    const grossGrams = 20_000 + at * 500;
    await station.must(clerk, 'ticket.post', plainTicket(station, { memberId: seller.id, productId: goods.productId, grade, grossGrams, tareGrams: 1_500, totalFen: lineAmountFen(grossGrams - 1_500, goods.priceE4.get(grade) ?? 0) }));
  }
  batchId = await calculatedBatch(station, office);
}, 120_000);
afterAll(() => station.close());

const order = () => ({ batchId, language: 'zh' as const });
const counts = () => station.must(office, 'sheet.statements', order());
const start = () => station.must(office, 'sheet.drawStatements', order());
const idle = () => station.core.station.live.statementRuns.idle();
const rows = (sql: string): unknown[] => station.core.station.db.file.prepare(sql).all();
const numbersInMemberOrder = async (): Promise<string[]> =>
  (await station.must(office, 'settlement.batch', { id: batchId })).settlements.toSorted((a, b) => (a.memberCode < b.memberCode ? -1 : 1)).map(({ number }) => number ?? '');
function textOf(base64: string): string[] {
  return execFileSync('pdftotext', ['-', '-'], { input: Buffer.from(base64, 'base64'), encoding: 'utf8' }).split(/\s+/).filter((word) => word !== '');
}

test('a batch that is not approved has no statements to draw, and a clerk may not draw them', async () => {
  expect(await station.call(office, 'sheet.drawStatements', order())).toMatchObject({ ok: false, refusal: { code: 'statements_not_posted' } });
  await approvedBatch(station, office, batchId);
  expect(await station.call(await station.as('clerk'), 'sheet.drawStatements', order())).toMatchObject({ ok: false, refusal: { code: 'sheet_not_permitted' } });
  expect(await station.call(office, 'sheet.statementsFile', order())).toMatchObject({ ok: false, refusal: { code: 'statements_none' } });
});

test('where no window can draw, the run says so after three pages and nothing is kept', async () => {
  hasWindow = false;
  expect(await station.call(office, 'sheet.drawStatements', order())).toMatchObject({ ok: false, fault: { code: 'window_missing' } });
  hasWindow = true;
  expect(await counts()).toMatchObject({ state: 'stopped', done: 0, total: members, failed: 3 });
  expect(rows('SELECT id FROM sheet')).toEqual([]);
});

test('cancelled in the middle, what is drawn stays; a second press while it runs begins nothing', async () => {
  let cancelling: Promise<unknown> | null = null;
  meanwhile = async () => {
    if (drawn.length === 2) expect(await start()).toMatchObject({ state: 'drawing', total: members });
    if (drawn.length === 4) cancelling = station.must(office, 'sheet.cancelStatements', order());
  };
  await start();
  await idle();
  meanwhile = null;
  expect(await cancelling).toMatchObject({ state: 'idle', done: 4, failed: 0 });
  expect(drawn).toEqual((await numbersInMemberOrder()).slice(0, 4));
  expect(await station.call(office, 'sheet.cancelStatements', order())).toMatchObject({ ok: false, refusal: { code: 'statements_not_running' } });
  expect(await station.must(office, 'sheet.statementsFile', order())).toMatchObject({ statements: 4, pages: 4 });
});

test('the desk is answered while statements are drawn', async () => {
  let answered = 0;
  meanwhile = async () => {
    meanwhile = null;
    await station.must(office, 'settlement.batches', {});
    answered += 1;
    failsAt = (await numbersInMemberOrder())[6] ?? null;
  };
  await start();
  await idle();
  expect(answered).toBe(1);
});

test('one that could not be drawn is named, and the others are drawn', async () => {
  expect(await counts()).toMatchObject({ state: 'idle', done: members - 1, total: members, failures: [{ number: failsAt, code: 'window_missing' }] });
});

test('after core was stopped and started the rest is drawn, each statement once in all', async () => {
  await station.reopen();
  office = await station.as('accountant');
  expect(await counts()).toMatchObject({ state: 'idle', done: members - 1, failures: [] });
  failsAt = null;
  expect(await start()).toMatchObject({ done: members });
  await idle();
  expect(drawn.toSorted()).toEqual((await numbersInMemberOrder()).toSorted());
  await start();
  expect(drawn.length).toBe(members);
  expect(rows('SELECT count(*) AS n, max(copy_no) AS copy FROM sheet_print')).toEqual([{ n: members, copy: 0 }]);
  expect(rows("SELECT count(*) AS n FROM audit WHERE op = 'sheet.print' AND code = 'statement' AND outcome = 'ok'")).toEqual([{ n: members }]);
});

test('the one file holds every statement in the order of the member codes, and a single print afterwards is a copy', async () => {
  const file = await station.must(office, 'sheet.statementsFile', order());
  expect(file).toMatchObject({ statements: members, pages: members });
  expect(textOf(file.pdf)).toEqual(await numbersInMemberOrder());
  const taken = () => rows("SELECT user_id AS person, code FROM audit WHERE op = 'sheet.statementsFile' AND outcome = 'ok'");
  const before = taken();
  await station.must(office, 'sheet.statementsFile', order());
  expect(taken(), 'who took the originals once more is written down').toEqual([...before, before[0]]);
  expect(before[0]).toEqual({ person: expect.any(Number), code: expect.stringContaining('-B-') });
  const [first] = (await station.must(office, 'settlement.batch', { id: batchId })).settlements;
  expect(await station.must(office, 'sheet.print', { order: { kind: 'statement', settlementId: first?.id ?? '', language: 'zh' } })).toMatchObject({ copyNo: 1 });
});
