import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import appWords from '../../resources/locales/zh/app.json' with { type: 'json' };
import { childEnvironment, electronFlags, projectNode, projectRoot, runtimeEnvironment } from '../../resources/tools/runtime.mjs';
import { serious } from '../support/axe-serious.ts';
import { fillBooks, foundBooks, office, type OfficeBooks } from '../support/office-books.ts';

Object.assign(process.env, runtimeEnvironment());

let app: ElectronApplication;
let page: Page;
let folder: string;
/** A real document for every screen that shows one. */
let shown: Readonly<Record<string, string>>;

/** An approved batch in which a payment is held back: the fullest that its screen can be. */
async function heldBatch(books: OfficeBooks, today: readonly { readonly id: string }[]): Promise<string> {
  const [manager, accountant, clerk] = [await books.as('manager'), await books.as('accountant'), await books.as('clerk')];
  for (const { documentId, op } of (await books.must(manager, 'countersign.list', {})).rows) if (op === 'ticket.post') await books.must(manager, 'countersign.sign', { documentId });
  const dateTo = (await books.must(accountant, 'session.state', {})).businessDate;
  const { id } = await books.must(accountant, 'settlement.createBatch', { title: '本旬', dateFrom: '2026-01-01', dateTo, productId: null, capBp: 5_000 });
  await books.must(accountant, 'settlement.calculate', { id });
  await books.core.station.live.settlementRuns.idle();
  await books.must(accountant, 'settlement.review', { id });
  await books.must(accountant, 'settlement.approve', { id }, office.manager);
  await books.must(clerk, 'ticket.reverse', { id: today[3]?.id ?? '', reason: '重量记错了' }, office.accountant);
  return id;
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'every-screen-'));
  const [data, config] = [join(folder, 'data'), join(folder, 'config')];
  mkdirSync(config);
  const books = await foundBooks(data, config, 'zh');
  const { today } = await fillBooks(books);
  const accountant = await books.as('accountant');
  const { rows: products } = await books.must(accountant, 'product.list', {});
  const batch = await heldBatch(books, today);
  const { settlements } = await books.must(accountant, 'settlement.batch', { id: batch });
  await books.must(await books.as('manager'), 'session.prefer', { locale: 'zh', density: 'elder' });
  await books.core.stop();
  const product = products[0]?.id ?? '';
  shown = {
    '/members/:id': books.members[0]?.id ?? '', '/members/:id/edit': books.members[0]?.id ?? '', '/tickets/:id': today[0]?.id ?? '', '/prices/:id': product, '/products/:id': product,
    '/products/:id/scheme': product, '/products/:id/deductions': product, '/settlement/batches/:id': batch, '/settlement/paper/:id': settlements[0]?.id ?? '',
  };
  app = await _electron.launch({
    args: [...electronFlags, process.env['STATION_TEST_APP'] ?? projectRoot, '--data', data, '--training', '--locale', 'zh'],
    env: { ...childEnvironment(), STATION_CONFIG_DIR: config, STATION_NODE: projectNode } as Record<string, string>,
  });
  page = await app.firstWindow();
  await page.getByRole('button', { name: '王站长' }).click();
  await page.keyboard.type(office.manager.pin);
  await page.keyboard.press('Enter');
  await expect(page.locator('nav').first()).toBeVisible();
});
test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every path that an area of the window registers, read from the areas themselves, so that no new screen is left out. */
const paths = [...globSync('renderer/features/*/area.ts', { cwd: projectRoot }), 'renderer/app/home/home-area.ts']
  .flatMap((file) => Array.from(readFileSync(join(projectRoot, file), 'utf8').matchAll(/path: '([^']+)'/gu), ([, path = '']) => path));
/** Looked at with a contract of its own in another test. */
const elsewhere = new Set(['/contracts/:id']);

/** Lists of figures of which a full screen left less than they need: whatever is crowded, what counts is never cut. */
const cutFigures = (): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('dl')].filter((list) => list.scrollHeight > list.clientHeight + 1).map((list) => list.getAttribute('aria-label') ?? list.innerText));

test('every screen of the window stands in the smallest window and the largest letters, cuts no figure, and axe finds nothing serious on any', async () => {
  test.setTimeout(240_000);
  expect(paths.length).toBeGreaterThan(40);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1024, 640));
  const found: string[] = [];
  for (const path of paths.filter((each) => !elsewhere.has(each))) {
    const id = path.includes(':') ? shown[path] : '';
    if (id === undefined || (path.includes(':') && id === '')) throw new Error(`give the test something to show on ${path}`);
    await page.evaluate((hash) => { window.location.hash = hash; }, path.replace(':id', id));
    await expect(page.getByRole('heading').first()).toBeVisible();
    for (const word of [appWords.screen.unknown, appWords.screen.notPermitted, appWords.screen.broken]) await expect(page.getByText(word, { exact: true }), path).toHaveCount(0);
    found.push(...[...await serious(page), ...await cutFigures()].map((finding) => `${path}: ${finding}`));
  }
  expect(found).toEqual([]);
});

test('after a rest the desk is covered, no key opens it but the PIN, and what was typed is still there', async () => {
  await page.evaluate(() => { window.location.hash = '/members/new'; });
  const name = page.locator('main input').first();
  await name.fill('韦小满');
  // Eleven minutes pass at once for the window.
  await page.evaluate(() => {
    const clock = performance.now.bind(performance);
    performance.now = () => clock() + 11 * 60_000;
  });
  const cover = page.getByRole('dialog', { name: appWords.lock.title });
  await expect(cover).toBeVisible();
  expect(await serious(page)).toEqual([]);
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Escape');
  await expect(cover).toBeVisible();
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect(cover).toBeVisible();
  await cover.getByRole('button', { name: '王站长' }).click();
  await page.keyboard.type('0000');
  await page.keyboard.press('Enter');
  await expect(cover.getByRole('alert')).toBeVisible();
  await expect(cover.locator('input[type="password"]')).toHaveValue('');
  await page.keyboard.type(office.manager.pin);
  await page.keyboard.press('Enter');
  await expect(cover).toHaveCount(0);
  await expect(name).toHaveValue('韦小满');
});
