import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import type { InputOf, OperationName, OutputOf } from '../../electron/contract/operations.ts';
import { electronFlags, projectRoot, runtimeEnvironment } from '../../resources/tools/runtime.mjs';
import { CoreTalk, clerk, type Person } from './core-talk.ts';
import { practiceFolder, stationEnvironment } from './practice-folder.ts';

export { manager } from './core-talk.ts';

// Playwright looks for the runtime in its own environment, not in the one handed to the window.
Object.assign(process.env, runtimeEnvironment());

/** The keys that type a figure on the numpad. */
export const onNumpad = (figure: string): string[] => [...figure].map((sign) => (sign === '.' ? 'Shift+NumpadDecimal' : `Shift+Numpad${sign}`));

/** The real application on a practice station of its own, with a clerk's hand on the numpad. */
export class DeskWindow {
  readonly page: Page;
  readonly #app: ElectronApplication;
  readonly #core: CoreTalk;
  readonly #folder: string;

  private constructor(app: ElectronApplication, page: Page, core: CoreTalk, folder: string) {
    this.#app = app;
    this.page = page;
    this.#core = core;
    this.#folder = folder;
  }

  /**
   * Copies a founded practice station, opens the window and signs the clerk in, all before the first key of a test. The books
   * may lie on a disk of their own; everything else that a window writes stays in the usual place.
   */
  static async open(locale: 'zh' | 'en' = 'zh', density: 'desk' | 'elder' | 'office' = 'desk', disk: string | null = null, flags: readonly string[] = []): Promise<DeskWindow> {
    const folder = mkdtempSync(join(tmpdir(), 'desk-'));
    const data = join(disk ?? folder, 'data');
    const founded = await practiceFolder(locale, density);
    cpSync(join(founded, 'data'), data, { recursive: true });
    cpSync(join(founded, 'config'), join(folder, 'config'), { recursive: true });
    const environment = stationEnvironment(folder);
    const app = await _electron.launch({
      args: [...electronFlags, ...flags, process.env['STATION_TEST_APP'] ?? projectRoot, '--data', data, '--training', '--locale', locale], env: environment as Record<string, string>, timeout: 60_000,
    });
    const page = await app.firstWindow();
    const desk = new DeskWindow(app, page, new CoreTalk(data, environment), folder);
    await desk.signIn();
    return desk;
  }

  /** Where the books lie, unless they were given a disk of their own. */
  get dataFolder(): string {
    return join(this.#folder, 'data');
  }

  /** The process of the window, the parent of all others. */
  get pid(): number {
    const { pid } = this.#app.process();
    if (pid === undefined) throw new Error('the window has no process');
    return pid;
  }

  /** The window that opens when the desk does something. */
  async another(act: () => Promise<unknown>): Promise<Page> {
    const opened = this.#app.waitForEvent('window');
    await act();
    return await opened;
  }

  async signIn(): Promise<void> {
    await this.page.getByRole('button', { name: '张司磅' }).click();
    await this.page.keyboard.type(clerk.pin);
    await this.page.keyboard.press('Enter');
    await this.openDesk();
  }

  async openDesk(): Promise<void> {
    await expect(this.page.locator('nav').first()).toBeVisible();
    await this.page.evaluate(() => { window.location.hash = '/intake'; });
    await expect(this.page.locator('[data-step]')).toBeVisible();
  }

  ask<N extends OperationName>(op: N, input: InputOf<N>, as: Person = clerk): Promise<OutputOf<N>> {
    return this.#core.ask(op, input, as);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  step(name: 'who' | 'what' | 'weigh' | 'grade' | 'confirm'): Promise<void> {
    return expect(this.page.locator(`[data-step="${name}"]`)).toBeVisible();
  }

  /** Puts goods on the practice scale and waits until the window shows them at rest. */
  async put(grams: number): Promise<void> {
    await this.ask('scale.simulate', { scaleId: 'training', change: { action: 'put', grams } });
    const kilograms = `${String(Math.floor(grams / 1000))}.${String(grams % 1000).padStart(3, '0').slice(0, 2)}`;
    await this.#shows('[data-kind="live"][data-state="good"]', (text) => text.includes(kilograms));
  }

  async remove(): Promise<void> {
    await this.ask('scale.simulate', { scaleId: 'training', change: { action: 'remove' } });
    await this.#shows('[data-kind="live"] output', (text) => text.startsWith('0'));
  }

  /** Looks twenty times a second: the usual waiting looks once a second in the end, and a test weighs often. */
  async #shows(selector: string, isMeant: (text: string) => boolean): Promise<void> {
    const shown = this.page.locator(selector);
    await expect.poll(async () => ((await shown.count()) === 1 ? isMeant((await shown.innerText()).trim()) : false), { intervals: [50], timeout: 15_000, message: selector }).toBe(true);
  }

  async go(path: string): Promise<void> {
    await this.page.evaluate((hash) => { window.location.hash = hash; }, path);
  }

  /** The file dialog answers with this path, as a person would. */
  async answerSaveDialog(path: string): Promise<void> {
    await this.#app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
  }

  async close(): Promise<void> {
    await this.#core.end();
    await this.#app.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
