import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import appWords from '../../resources/locales/zh/app.json' with { type: 'json' };
import { childEnvironment, electronFlags, projectNode, projectRoot, runtimeEnvironment } from '../../resources/tools/runtime.mjs';
import { serious } from '../support/axe-serious.ts';
import { fillBooks, foundBooks, office } from '../support/office-books.ts';

Object.assign(process.env, runtimeEnvironment());

let app: ElectronApplication;
let page: Page;
let folder: string;
/** A real document for every screen that shows one. */
let shown: Readonly<Record<string, string>>;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'every-screen-'));
  const [data, config] = [join(folder, 'data'), join(folder, 'config')];
  mkdirSync(config);
  const books = await foundBooks(data, config, 'zh');
  const { today } = await fillBooks(books);
  const accountant = await books.as('accountant');
  const { rows: batches } = await books.must(accountant, 'settlement.batches', {});
  const { rows: products } = await books.must(accountant, 'product.list', {});
  const batch = batches[0]?.id ?? '';
  const { settlements } = await books.must(accountant, 'settlement.batch', { id: batch });
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

test('every screen of the window stands, and axe finds nothing serious on any', async () => {
  test.setTimeout(240_000);
  expect(paths.length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const path of paths.filter((each) => !elsewhere.has(each))) {
    const id = path.includes(':') ? shown[path] : '';
    if (id === undefined || (path.includes(':') && id === '')) throw new Error(`give the test something to show on ${path}`);
    await page.evaluate((hash) => { window.location.hash = hash; }, path.replace(':id', id));
    await expect(page.getByRole('heading').first()).toBeVisible();
    for (const word of [appWords.screen.unknown, appWords.screen.notPermitted, appWords.screen.broken]) await expect(page.getByText(word, { exact: true }), path).toHaveCount(0);
    found.push(...(await serious(page)).map((finding) => `${path}: ${finding}`));
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
