import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import reportWords from '../../resources/locales/zh/report.json' with { type: 'json' };
import sheetWords from '../../resources/locales/zh/sheet.json' with { type: 'json' };
import type { InputOf } from '../../electron/contract/operations.ts';
import { businessDate } from '../../electron/domain/business-date.ts';
import { childEnvironment, electronFlags, projectNode, projectRoot, runtimeEnvironment } from '../../resources/tools/runtime.mjs';
import { FIVE_HUNDRED_TEXTS } from '../support/awkward-names.ts';
import { fillBooks, foundBooks, office } from '../support/office-books.ts';
import { codesInPdf } from '../support/page-codes.ts';
import { CoreTalk } from './core-talk.ts';

Object.assign(process.env, runtimeEnvironment());

type Order = InputOf<'sheet.print'>['order'];

const dayMs = 86_400_000;
let app: ElectronApplication;
let page: Page;
let talk: CoreTalk;
let folder: string;
let ticketId = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  const [data, config] = [join(folder, 'data'), join(folder, 'config')];
  mkdirSync(config);
  const books = await foundBooks(data, config, 'zh');
  const { today } = await fillBooks(books);
  ticketId = today[3]?.id ?? '';
  // A name as long and as odd as a form takes must not push anything off the page.
  const accountant = await books.as('accountant');
  const [member] = books.members.slice(3, 4);
  const odd = FIVE_HUNDRED_TEXTS.find((text) => text.length > 60 && !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(text)) ?? '';
  await books.must(accountant, 'debt.inputCredit', { memberId: member?.id ?? '', goods: odd, amountFen: 1_000, consent: '当面同意' }, office.manager);
  await books.core.stop();
  const env = { ...childEnvironment(), STATION_CONFIG_DIR: config, STATION_NODE: projectNode } as Record<string, string>;
  app = await _electron.launch({ args: [...electronFlags, process.env['STATION_TEST_APP'] ?? projectRoot, '--data', data, '--training', '--locale', 'zh'], env });
  page = await app.firstWindow();
  await page.getByRole('button', { name: '李会计' }).click();
  await expect(page.locator('input[type="password"]')).toBeFocused();
  await page.keyboard.type(office.accountant.pin);
  await page.keyboard.press('Enter');
  await expect(page.locator('nav').first()).toBeVisible();
  // The line to core is opened once the desk has come to rest: the screen after the sign-in has its figures.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  talk = new CoreTalk(data, env);
  await talk.ask('session.state', {}, null);
});
test.afterAll(async () => {
  await talk.end();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Draws a sheet in the real window and keeps it as a file. */
async function drawn(order: Order): Promise<string> {
  const { pdf, name } = await talk.ask('sheet.print', { order }, office.accountant);
  const file = join(process.env['SHEETS_SEEN'] ?? folder, `${order.language ?? 'zh'} ${name}`);
  writeFileSync(file, Buffer.from(pdf, 'base64'));
  return file;
}
const wordsOf = (file: string): string => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
const pagesOf = (file: string): number => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);

/** Every font stands in the file, every page is counted, and nothing of the page was cut off at its right edge. */
function checkFile(file: string): string {
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').slice(2).filter((line) => line.trim() !== '');
  expect(fonts.some((line) => line.includes('NotoSansSC'))).toBe(true);
  for (const line of fonts) expect(line).toMatch(/ yes (?:yes|no) (?:yes|no) +\d+ +\d+\s*$/);
  const words = wordsOf(file);
  const count = pagesOf(file);
  for (let number = 1; number <= count; number += 1) expect(words).toContain(`${number}/${count}`);
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  const width = Number(/<page width="([\d.]+)"/.exec(boxes)?.[1]);
  for (const [, right] of boxes.matchAll(/<word [^>]*xMax="([\d.]+)"/g)) expect(Number(right)).toBeLessThan(width - 15);
  return words;
}

test('the day sheet stands before the person as it will be drawn, and is kept as a PDF with the same words', async () => {
  await page.evaluate((hash) => { window.location.hash = hash; }, '/reports/day');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(reportWords.day.title);
  await page.keyboard.press('F8');
  const dialog = page.getByRole('dialog', { name: sheetWords.screen.title.day });
  await expect(dialog.getByText(sheetWords.paper.byProductAndGrade)).toBeVisible();
  await expect(dialog.getByText(sheetWords.screen.isOriginal)).toBeVisible();
  const file = join(folder, 'day.pdf');
  await app.evaluate(({ dialog: files }, filePath) => {
    files.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.keyboard.press('F8');
  await expect(dialog.getByText(sheetWords.screen.savedTo.replace('{{path}}', file))).toBeVisible({ timeout: 20_000 });
  await expect(dialog.getByText(sheetWords.screen.isCopy.replace('{{number}}', '1'))).toBeVisible();
  const shown = await dialog.locator('td').allInnerTexts();
  const words = checkFile(file).replace(/\s/g, '');
  for (const text of shown.filter((cell) => /^[-¥\d.]+$/.test(cell.trim()))) expect(words).toContain(text.trim());
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  await page.keyboard.press('Escape');
});

test('every sheet comes out whole in Chinese, in English and in both, and a copy says that it is one', async () => {
  const today = businessDate(Date.now());
  const from = businessDate(Date.now() - 40 * dayMs);
  const [scale] = (await talk.ask('scale_book.state', {}, office.accountant)).rows;
  const chilli = (await talk.ask('product.list', {}, office.accountant)).rows.find((row) => row.code === 'CHILI-CTJ');
  const ticket = await talk.ask('ticket.get', { id: ticketId }, office.accountant);
  for (const language of ['zh', 'en', 'both'] as const) {
    const note = checkFile(await drawn({ kind: 'purchase_note', ticketId, language, size: 'A5' }));
    for (const piece of [ticket.number, (ticket.settlementGrams / 1000).toFixed(2), (ticket.totalFen / 100).toFixed(2)]) expect(note).toContain(piece);
    const notice = await drawn({ kind: 'notice', from, to: today, place: '村委会公示栏', postedOn: today, objectionUntil: today, language });
    const words = checkFile(notice);
    expect(pagesOf(notice)).toBeGreaterThan(1);
    expect(words).not.toContain(ticket.memberName);
    expect(words).toContain(`${ticket.memberName.slice(0, 1)}*`);
    checkFile(await drawn({ kind: 'scale_book', scaleId: scale?.scaleId ?? '', from, to: today, language }));
    expect(checkFile(await drawn({ kind: 'grading', ticketId, language, size: 'A4' }))).toContain(ticket.number);
    checkFile(await drawn({ kind: 'grading_form', schemeId: chilli?.scheme?.id ?? '', language, size: 'A4' }));
    expect(checkFile(await drawn({ kind: 'price_board', language }))).toContain(language === 'en' ? 'yuan/jin' : '元/斤');
  }
  expect(checkFile(await drawn({ kind: 'purchase_note', ticketId, language: 'zh', size: 'A5' }))).toContain('副本 第3次');
});

test('a table over several pages repeats its head, and a settled seller gets a statement', async () => {
  const unsettled = await talk.ask('settlement.batches', {}, office.accountant);
  const batch = await talk.ask('settlement.batch', { id: unsettled.rows[0]?.id ?? '' }, office.accountant);
  const settlementId = batch.settlements.find((row) => row.number !== null)?.id ?? '';
  const statement = checkFile(await drawn({ kind: 'statement', settlementId, language: 'both' }));
  for (const piece of ['结算单', 'Settlement statement', '标准 第1版']) expect(statement).toContain(piece);
  const day = wordsOf(await drawn({ kind: 'day', date: businessDate(Date.now()), language: 'both' }));
  expect(day.split('\f').filter((text) => text.includes('Ticket / time')).length).toBeGreaterThanOrEqual(2);
});

test('the code on a drawn sheet is checked by the command line with the file of public keys and nothing else', async () => {
  const today = businessDate(Date.now());
  const [batch] = (await talk.ask('settlement.batches', {}, office.accountant)).rows;
  const { settlements } = await talk.ask('settlement.batch', { id: batch?.id ?? '' }, office.accountant);
  const settlementId = settlements.find((row) => row.number !== null)?.id ?? '';
  const ticket = await talk.ask('ticket.get', { id: ticketId }, office.accountant);
  const orders: readonly Order[] = [
    { kind: 'day', date: today }, { kind: 'purchase_note', ticketId, size: 'A5', language: 'en' }, { kind: 'grading', ticketId, size: 'A5' }, { kind: 'statement', settlementId, language: 'en' },
    { kind: 'notice', from: businessDate(Date.now() - 40 * dayMs), to: today, place: '村委会', postedOn: today, objectionUntil: today, language: 'both' },
  ];
  const codes: string[] = [];
  for (const order of orders) codes.push(...await codesInPdf(await drawn(order)));
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, Buffer.from((await talk.ask('system.publicKeys', {}, office.accountant)).base64, 'base64'));
  const said = execFileSync(projectNode, [join(projectRoot, 'electron/core/cli/station.ts'), 'verify-qr', '--keys', keys, '--locale', 'zh'], { input: codes.join('\n'), encoding: 'utf8' });
  const facts = said.trim().split('\n').map((line) => (JSON.parse(line) as { ok: boolean; facts: { kind: string; memberCode: string; grams: number; fen: number } }));
  expect(facts.map(({ ok, facts: { kind } }) => [ok, kind])).toEqual([[true, 'day'], [true, 'purchase'], [true, 'grading'], [true, 'settlement'], [true, 'notice']]);
  expect(facts[1]?.facts).toMatchObject({ number: ticket.number, memberCode: `*${ticket.memberCode.slice(-4)}`, grams: ticket.settlementGrams, fen: ticket.totalFen });
  for (const code of codes) expect(code).not.toContain(ticket.memberName);
});

test('all statements of a batch are drawn by one button and kept as one file', async () => {
  const batchId = (await talk.ask('settlement.batches', {}, office.accountant)).rows[0]?.id ?? '';
  const { settlements } = await talk.ask('settlement.batch', { id: batchId }, office.accountant);
  const numbers = settlements.map(({ number }) => number ?? '');
  await page.evaluate((hash) => { window.location.hash = hash; }, `/settlement/batches/${batchId}`);
  await page.getByRole('button', { name: sheetWords.run.draw }).click();
  await expect(page.getByText(sheetWords.run.allDrawn.replace('{{total}}', String(numbers.length)))).toBeVisible({ timeout: 60_000 });
  const file = join(folder, 'statements.pdf');
  await app.evaluate(({ dialog: files }, filePath) => {
    files.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: sheetWords.run.save }).click();
  await expect(page.getByText(sheetWords.screen.savedTo.replace('{{path}}', file))).toBeVisible({ timeout: 30_000 });
  const words = checkFile(file);
  for (const number of numbers) expect(words).toContain(number);
  expect(pagesOf(file)).toBeGreaterThanOrEqual(numbers.length);
});
