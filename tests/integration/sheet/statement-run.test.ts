import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { OutputOf } from '../../../electron/contract/operations.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { quietHost } from '../../support/quiet-host.ts';
import { testStation, type TestStation } from '../../support/station.ts';

const members = 12;
/** The numbers of the statements that the printing window was given, in its order. */
const drawn: string[] = [];
/** Marks of copies that it was given to draw. */
const marks: string[] = [];
let hasWindow = true;
let failsAt: string | null = null;
/** Called while a page is on the printing window. */
let meanwhile: (() => Promise<void>) | null = null;
/** Where the person wants the file; null: they think better of it. */
let chosen: string | null = null;
let station: TestStation;
let office: Session;
let batchId = '';

/** A real PDF that names its statement, or what marks a copy; a statement of the seventh takes two pages. */
async function draw(html: string): Promise<Uint8Array> {
  const number = /[A-Z0-9]+-S-\d{4}-\d{6}/.exec(html)?.[0];
  await wait(5);
  if (!hasWindow || number === failsAt) throw new Error('no window');
  if (number === undefined) marks.push(html);
  else drawn.push(number);
  await meanwhile?.();
  const pdf = await PDFDocument.create();
  const pages = number?.endsWith('7') === true ? 2 : 1;
  for (let page = 0; page < pages; page += 1) pdf.addPage([595, 842]).drawText(number ?? `COPY-${/副本 (\d+)/.exec(html)?.[1] ?? '?'}`, { x: 10, y: number === undefined ? 800 : 50, size: 10 });
  return pdf.save();
}

const folder = mkdtempSync(join(tmpdir(), 'statements-'));

beforeAll(async () => {
  station = await testStation({ host: { ...quietHost, htmlToPdf: draw, chooseFile: () => Promise.resolve(chosen) } });
  office = await station.as('accountant');
  batchId = await batchOfAll();
}, 120_000);
afterAll(async () => {
  await station.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A delivery of each of as many new sellers, calculated as one batch. */
async function batchOfAll(): Promise<string> {
  const clerk = await station.as('clerk');
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  for (let at = 0; at < members; at += 1) {
    const seller = await givenMember(station, clerk, `欧阳第${at}`);
    station.clock.forward(60_000);
    const grossGrams = 20_000 + at * 500;
    await station.must(clerk, 'ticket.post', plainTicket(station, { memberId: seller.id, productId: goods.productId, grade, grossGrams, tareGrams: 1_500, totalFen: lineAmountFen(grossGrams - 1_500, goods.priceE4.get(grade) ?? 0) }));
  }
  return calculatedBatch(station, office);
}

/** Another batch, whose statements have never left the house. */
async function freshBatch(): Promise<string> {
  const id = await batchOfAll();
  await approvedBatch(station, office, id);
  return id;
}

const order = () => ({ batchId, language: 'zh' as const });
const counts = () => station.must(office, 'sheet.statements', order());
const start = () => station.must(office, 'sheet.drawStatements', order());
const idle = () => station.core.station.live.statementRuns.idle();
const rows = (sql: string): unknown[] => station.core.station.db.file.prepare(sql).all();
const numbersInMemberOrder = async (): Promise<string[]> =>
  (await station.must(office, 'settlement.batch', { id: batchId })).settlements.toSorted((a, b) => (a.memberCode < b.memberCode ? -1 : 1)).map(({ number }) => number ?? '');
/** Keeps the statements as one file and reads back what stands on each of its pages. */
async function kept(name: string): Promise<{ readonly answer: OutputOf<'sheet.statementsFile'>; readonly pages: string[][] }> {
  chosen = join(folder, name);
  const answer = await station.must(office, 'sheet.statementsFile', order());
  const pages = execFileSync('pdftotext', [chosen, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  return { answer, pages: pages.map((page) => page.split(/\s+/).filter((word) => word !== '')) };
}
/** The numbers of the statements, once for each of their pages. */
const pagesInOrder = async (): Promise<string[]> => (await numbersInMemberOrder()).flatMap((number) => (number.endsWith('7') ? [number, number] : [number]));
const audited = (op: string): unknown[] => rows(`SELECT user_id AS person, code FROM audit WHERE op = '${op}' AND outcome = 'ok' AND code IS NOT NULL`);

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

test('stopping does not wait for a printing window that hangs, and the next run draws the page', async () => {
  let asked = 0;
  meanwhile = () => {
    asked += 1;
    return new Promise(() => undefined);
  };
  void station.call(office, 'sheet.drawStatements', order());
  await expect.poll(() => asked).toBe(1);
  const began = performance.now();
  await station.reopen();
  expect(performance.now() - began).toBeLessThan(8_000);
  office = await station.as('accountant');
  meanwhile = null;
  drawn.length = 0;
  expect(await counts()).toMatchObject({ state: 'idle', done: 0 });
}, 15_000);

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

test('one of them alone is tried again, and the reason of another stays', async () => {
  const failed = (await counts()).failures;
  expect(await station.call(office, 'sheet.drawStatements', { ...order(), settlementId: batchId })).toMatchObject({ ok: false, refusal: { code: 'settlement_unknown' } });
  expect(await station.call(office, 'sheet.drawStatements', { ...order(), settlementId: failed[0]?.settlementId ?? '' })).toMatchObject({ ok: false, fault: { code: 'window_missing' } });
  expect(await counts()).toMatchObject({ done: members - 1, failures: failed });
  failsAt = null;
  expect(await station.must(office, 'sheet.drawStatements', { ...order(), settlementId: failed[0]?.settlementId ?? '' })).toMatchObject({ done: members, failed: 0 });
  await idle();
  expect(drawn.at(-1)).toBe(failed[0]?.number);
});

test('after core was stopped and started nothing is drawn a second time, and nothing has left the house yet', async () => {
  await station.reopen();
  office = await station.as('accountant');
  expect(await counts()).toMatchObject({ state: 'idle', done: members, printed: 0, failures: [] });
  await start();
  expect(drawn.toSorted()).toEqual((await numbersInMemberOrder()).toSorted());
  expect(rows('SELECT count(*) AS sheets FROM sheet')).toEqual([{ sheets: members }]);
  expect(rows('SELECT * FROM sheet_print')).toEqual([]);
  expect(audited('sheet.drawStatements').length).toBe(members);
});

test('a file that cannot be written, or that nobody wants, counts nothing as printed', async () => {
  chosen = null;
  expect(await station.must(office, 'sheet.statementsFile', order())).toEqual({ savedTo: null, statements: 0, copies: 0, pages: 0 });
  chosen = join(folder, 'no such folder', 'statements.pdf');
  expect(await station.call(office, 'sheet.statementsFile', order())).toMatchObject({ ok: false, fault: { code: 'file_unwritable' } });
  chosen = join(folder, 'a folder.pdf');
  mkdirSync(chosen);
  expect(await station.call(office, 'sheet.statementsFile', order())).toMatchObject({ ok: false, fault: { code: 'file_unwritable' } });
  expect(readdirSync(folder)).toEqual(['a folder.pdf']);
  expect(rows('SELECT * FROM sheet_print')).toEqual([]);
  expect((await counts()).state).toBe('idle');
});

test('the first file holds the originals in the order of the member codes, every later one copies that say so on each page', async () => {
  const first = await kept('first.pdf');
  expect(first.answer).toEqual({ savedTo: join(folder, 'first.pdf'), statements: members, copies: 0, pages: (await pagesInOrder()).length });
  expect(first.pages).toEqual((await pagesInOrder()).map((number) => [number]));
  expect(await counts()).toMatchObject({ printed: members });
  const second = await kept('second.pdf');
  expect(second.answer).toMatchObject({ statements: members, copies: members });
  expect(second.pages).toEqual((await pagesInOrder()).map((number) => ['COPY-1', number]));
  for (const piece of ['副本 第1次', '李会计', '2026-11-20']) expect(marks.at(-1)).toContain(piece);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(audited('sheet.statementsFile')).toEqual([0, 1].map(() => ({ person: expect.any(Number), code: expect.stringContaining('-B-') })));
});

test('a statement is an original once, whichever way it leaves: a single print and the file know of each other', async () => {
  const [first] = (await station.must(office, 'settlement.batch', { id: batchId })).settlements;
  const single = { order: { kind: 'statement', settlementId: first?.id ?? '', language: 'zh' } } as const;
  expect(await station.must(office, 'sheet.preview', single)).toMatchObject({ copyNo: 2 });
  expect(await station.must(office, 'sheet.print', single)).toMatchObject({ copyNo: 2 });
  const third = await kept('third.pdf');
  expect(third.pages.filter(([mark]) => mark === 'COPY-3').map(([, number]) => number)).toEqual([first?.number]);
  expect(third.pages.filter(([mark]) => mark === 'COPY-2').length).toBe(third.pages.length - 1);
  expect(rows('SELECT count(*) AS n, count(DISTINCT sheet_id) AS sheets, max(copy_no) AS most FROM sheet_print')).toEqual([{ n: 3 * members + 1, sheets: members, most: 3 }]);
});

test('statements that left in one language are copies in another', async () => {
  const inEnglish = { batchId, language: 'en' as const };
  await station.must(office, 'sheet.drawStatements', inEnglish);
  await idle();
  expect(await station.must(office, 'sheet.statements', inEnglish)).toMatchObject({ done: members, printed: members });
  chosen = join(folder, 'copies in english.pdf');
  expect(await station.must(office, 'sheet.statementsFile', inEnglish)).toMatchObject({ statements: members, copies: members });
});

test('a drawn statement that is printed alone leaves as the original without being drawn again, and the file marks it', async () => {
  const fresh = await freshBatch();
  const inEnglish = { batchId: fresh, language: 'en' as const };
  await station.must(office, 'sheet.drawStatements', inEnglish);
  await idle();
  const pages = drawn.length;
  const [first] = (await station.must(office, 'settlement.batch', { id: fresh })).settlements;
  expect(await station.must(office, 'sheet.print', { order: { kind: 'statement', settlementId: first?.id ?? '', language: 'en' } })).toMatchObject({ copyNo: 0 });
  expect(drawn.length).toBe(pages);
  chosen = join(folder, 'english.pdf');
  expect(await station.must(office, 'sheet.statementsFile', inEnglish)).toMatchObject({ statements: members, copies: 1 });
});

test('one that is printed while the file is written is a copy in it; a file that is given up leaves nothing', async () => {
  const fresh = await freshBatch();
  const inBoth = { batchId: fresh, language: 'both' as const };
  await station.must(office, 'sheet.drawStatements', inBoth);
  await idle();
  const [first, second] = (await station.must(office, 'settlement.batch', { id: fresh })).settlements;
  const print = (settlementId = '') => station.must(office, 'sheet.print', { order: { kind: 'statement', settlementId, language: 'both' } });
  await print(first?.id);
  chosen = join(folder, 'both.pdf');
  // The mark of the first is on the printing window, and the second is printed beside it.
  meanwhile = async () => {
    meanwhile = null;
    expect(await station.call(office, 'sheet.drawStatements', inBoth)).toMatchObject({ ok: false, refusal: { code: 'statements_busy' } });
    expect(await print(second?.id)).toMatchObject({ copyNo: 0 });
  };
  expect(await station.must(office, 'sheet.statementsFile', inBoth)).toMatchObject({ statements: members, copies: 2 });
  const printed = rows('SELECT count(*) AS n FROM sheet_print');
  chosen = join(folder, 'given-up.pdf');
  let cancelling: Promise<unknown> | null = null;
  meanwhile = () => {
    cancelling ??= station.must(office, 'sheet.cancelStatements', inBoth);
    return Promise.resolve();
  };
  expect(await station.must(office, 'sheet.statementsFile', inBoth)).toMatchObject({ savedTo: null });
  meanwhile = null;
  await cancelling;
  expect([existsSync(chosen), rows('SELECT count(*) AS n FROM sheet_print')]).toEqual([false, printed]);
});
