import { rmSync } from 'node:fs';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { childEnvironment, electronFlags, projectNode, projectRoot, runtimeEnvironment } from '../../resources/tools/runtime.mjs';
import { handClock, people, testStation, type PersonKey } from '../support/station.ts';
import { serious } from '../support/axe-serious.ts';

// Playwright looks for the runtime in its own environment, not in the one handed to the window.
Object.assign(process.env, runtimeEnvironment());
test.setTimeout(120_000);

const day = 24 * 60 * 60 * 1000;
const pictures = process.env['STATION_PICTURES'];

/** The real window on a folder whose last entry is this far from the computer's time. */
class ClockWindow {
  readonly page: Page;
  readonly #app: ElectronApplication;
  readonly #folders: readonly string[];

  private constructor(app: ElectronApplication, page: Page, folders: readonly string[]) {
    this.#app = app;
    this.page = page;
    this.#folders = folders;
  }

  static async open(lastEntryAt: number, look: { readonly locale: 'zh' | 'en'; readonly density: 'desk' | 'elder' }): Promise<ClockWindow> {
    const station = await testStation({ clock: handClock(lastEntryAt) });
    for (const person of Object.keys(people) as PersonKey[]) await station.must(await station.as(person), 'session.prefer', look);
    await station.core.stop();
    const app = await _electron.launch({
      args: [...electronFlags, process.env['STATION_TEST_APP'] ?? projectRoot, '--data', station.folder, '--locale', look.locale],
      env: { ...childEnvironment(), STATION_CONFIG_DIR: station.config, STATION_NODE: projectNode } as Record<string, string>, timeout: 60_000,
    });
    return new ClockWindow(app, await app.firstWindow(), [station.folder, station.config]);
  }

  async signIn(person: PersonKey): Promise<void> {
    await this.page.getByRole('button', { name: people[person].name }).click();
    await this.page.keyboard.type(people[person].pin);
    await this.page.keyboard.press('Enter');
  }

  async picture(name: string): Promise<void> {
    if (pictures !== undefined) await this.page.screenshot({ path: `${pictures}/${name}.png` });
  }

  async isAccessible(): Promise<void> {
    expect(await serious(this.page)).toEqual([]);
  }

  async close(): Promise<void> {
    await this.#app.close();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}

let open: ClockWindow | null = null;
test.afterEach(async () => {
  await open?.close();
  open = null;
});

test('after days of rest the clerk looks at date and weekday, and a digit opens the desk', async () => {
  open = await ClockWindow.open(Date.now() - 5 * day, { locale: 'zh', density: 'desk' });
  const { page } = open;
  await open.signIn('clerk');
  await expect(page.getByRole('heading', { level: 1, name: '今天是这一天吗？' })).toBeVisible();
  await expect(page.getByText(/歇了 5 天/u)).toBeVisible();
  await open.isAccessible();
  await open.picture('confirm-zh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '今天是这一天吗？' })).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { level: 1, name: '把电脑的日期和时间改对' })).toBeVisible();
  await open.picture('confirm-no-zh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '今天是这一天吗？' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.locator('nav').first()).toBeVisible();
});

test('a clock behind the last entry stays stopped until a second person has typed a PIN', async () => {
  open = await ClockWindow.open(Date.now() + 3 * day, { locale: 'zh', density: 'desk' });
  const { page } = open;
  await open.signIn('manager');
  await expect(page.getByText(/电脑的时间比最后一笔记录还早/u)).toBeVisible();
  await page.keyboard.press('F5');
  await expect(page.getByText(/电脑的时间比最后一笔记录还早/u)).toBeVisible();
  await open.isAccessible();
  await open.picture('behind-zh');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await open.picture('behind-second-zh');
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await page.keyboard.type(people.accountant.pin);
  await page.keyboard.press('Enter');
  await expect(page.locator('nav').first()).toBeVisible();
});

test('a clock far after the last entry is stopped too, in English and in the large size', async () => {
  open = await ClockWindow.open(Date.now() - 90 * day, { locale: 'en', density: 'elder' });
  const { page } = open;
  await open.signIn('clerk');
  await expect(page.getByText(/more than forty-five days after the last entry/u)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'elder');
  await page.keyboard.press('3');
  await expect(page.getByRole('button', { name: /Call the second person/u })).toBeInViewport({ ratio: 1 });
  await open.isAccessible();
  await open.picture('far-en-elder');
});

test('the question of the date stands whole in English and in the large size', async () => {
  open = await ClockWindow.open(Date.now() - 2 * day, { locale: 'en', density: 'elder' });
  await open.signIn('clerk');
  await expect(open.page.getByRole('button', { name: /Yes, that is today/u })).toBeInViewport({ ratio: 1 });
  await open.isAccessible();
  await open.picture('confirm-en-elder');
});
