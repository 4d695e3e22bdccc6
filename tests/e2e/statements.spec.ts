import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from '@playwright/test';
import sheetWords from '../../resources/locales/zh/sheet.json' with { type: 'json' };
import { childEnvironment } from '../../resources/tools/runtime.mjs';
import { givenPostedBatch } from '../support/posted-batch.ts';
import { AccountantWindow } from './accountant-window.ts';

const members = 14;
const place = mkdtempSync(join(tmpdir(), 'statements-'));
const given = join(place, 'given.pdf');
let desk: AccountantWindow;
let batch: { readonly id: string; readonly names: readonly string[]; readonly numbers: readonly string[]; readonly first: string };

test.beforeAll(async () => {
  // A command of CUPS that keeps what it is given, so that no printer is needed.
  mkdirSync(join(place, 'bin'));
  writeFileSync(join(place, 'bin/lp'), `#!/bin/sh\ncat > "${given}.part" && mv "${given}.part" "${given}"\n`);
  chmodSync(join(place, 'bin/lp'), 0o755);
  const environment = { PATH: `${join(place, 'bin')}${delimiter}${childEnvironment().PATH}` };
  const opened = await AccountantWindow.open(async (station) => {
    const [office, manager] = [await station.as('accountant'), await station.as('manager')];
    const id = await givenPostedBatch(station, await station.as('clerk'), office, members);
    await station.must(manager, 'printer.configure', { printers: [{ id: 'office', name: '办公室', papers: ['statement'], language: 'page', widthMm: 210, port: { kind: 'system', name: 'office' }, mode: 'raster', invert: false, nativeQr: false }] });
    const { settlements } = await station.must(office, 'settlement.batch', { id });
    const rows = settlements.toSorted((one, other) => (one.memberCode < other.memberCode ? -1 : 1));
    return { id, names: rows.map(({ payeeName }) => payeeName), numbers: rows.map(({ number }) => number ?? ''), first: rows[0]?.id ?? '' };
  }, environment);
  [desk, batch] = [opened.desk, opened.filled];
  await desk.go(`/settlement/batches/${batch.id}`);
  await expect(desk.page.getByText(sheetWords.run.noneDrawn)).toBeVisible();
});
test.afterAll(async () => {
  await desk.close();
  rmSync(place, { recursive: true, force: true });
});

/** What stands on each page, without spaces. */
const pagesOf = (file: string): string[] => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1).map((page) => page.replace(/\s/g, ''));

/** Presses F6 and waits until the file is told; answers its pages. */
async function saved(name: string): Promise<string[]> {
  const file = join(place, name);
  await desk.answerSaveDialog(file);
  await desk.page.keyboard.press('F6');
  await expect(desk.page.getByText(sheetWords.screen.savedTo.replace('{{path}}', file))).toBeVisible({ timeout: 30_000 });
  return pagesOf(file);
}

test('all statements are drawn with the keyboard, stopped in the middle and gone on with', async () => {
  const { page } = desk;
  await page.keyboard.press('F8');
  const progress = page.getByRole('region', { name: sheetWords.run.drawing });
  await expect(progress).toBeVisible();
  await page.keyboard.press('F7');
  const words = sheetWords.run.someDrawn.replace('{{total}}', String(members));
  const stopped = page.getByText(new RegExp(words.replace('{{done}}', '(\\d+)')));
  await expect(stopped).toBeVisible({ timeout: 20_000 });
  const done = Number(/出好了 (\d+) 张/.exec(await stopped.innerText())?.[1]);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(members);
  await page.keyboard.press('F8');
  await expect(page.getByText(sheetWords.run.allDrawn.replace('{{total}}', String(members)))).toBeVisible({ timeout: 60_000 });
});

test('they are kept as one file of originals in the order of the member codes; the second file says on every page that it is a copy', async () => {
  const first = await saved('first.pdf');
  expect(first.length).toBe(members);
  first.forEach((words, at) => {
    for (const piece of [batch.names[at] ?? '?', batch.numbers[at] ?? '?']) expect(words).toContain(piece);
    expect(words).not.toContain('副本');
  });
  await expect(desk.page.getByText(sheetWords.run.printed.replace('{{printed}}', String(members)))).toBeVisible();
  const second = await saved('second.pdf');
  expect(second.length).toBe(members);
  second.forEach((words, at) => {
    for (const piece of [batch.names[at] ?? '?', '副本第1次', '李会计']) expect(words).toContain(piece);
  });
  const fonts = execFileSync('pdffonts', [join(place, 'second.pdf')], { encoding: 'utf8' }).split('\n').slice(2).filter((line) => line.trim() !== '');
  for (const line of fonts) expect(line).toMatch(/ yes (?:yes|no) (?:yes|no) +\d+ +\d+\s*$/);
  if (process.env['STATEMENTS_SEEN'] !== undefined) execFileSync('sh', ['-c', `cp ${place}/*.pdf ${process.env['STATEMENTS_SEEN']}/`]);
});

test('one that is printed on a printer of the system comes out as the kept PDF with the mark of the next copy', async () => {
  test.skip(process.platform === 'win32', 'Windows has no lp');
  await desk.go(`/settlement/paper/${batch.first}`);
  await desk.page.getByRole('button', { name: sheetWords.screen.open.statement }).click();
  const dialog = desk.page.getByRole('dialog', { name: sheetWords.screen.title.statement });
  await expect(dialog.getByText(sheetWords.screen.isCopy.replace('{{number}}', '2'))).toBeVisible();
  await desk.page.keyboard.press('F7');
  await expect(dialog.getByText(sheetWords.screen.queued.replace('{{printer}}', '办公室'))).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => existsSync(given), { timeout: 20_000 }).toBe(true);
  const [words] = pagesOf(given);
  for (const piece of [batch.names[0] ?? '?', batch.numbers[0] ?? '?', '副本第2次']) expect(words).toContain(piece);
});
