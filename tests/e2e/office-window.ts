import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import { electronFlags, projectRoot, runtimeEnvironment } from '../../resources/tools/runtime.mjs';
import { serious } from '../support/axe-serious.ts';
import { practiceFolder, stationEnvironment } from './practice-folder.ts';

// Playwright looks for the runtime in its own environment, not in the one handed to the window.
Object.assign(process.env, runtimeEnvironment());

/** The real application in the office: on an empty folder, or on a practice station. */
export class OfficeWindow {
  readonly page: Page;
  readonly data: string;
  readonly config: string;
  readonly #app: ElectronApplication;
  readonly #folder: string;

  private constructor(app: ElectronApplication, page: Page, folder: string) {
    this.#app = app;
    this.page = page;
    this.data = join(folder, 'data');
    this.config = join(folder, 'config');
    this.#folder = folder;
  }

  private static async launch(folder: string, kind: 'live' | 'training'): Promise<OfficeWindow> {
    const app = await _electron.launch({
      args: [...electronFlags, process.env['STATION_TEST_APP'] ?? projectRoot, '--data', join(folder, 'data'), ...(kind === 'training' ? ['--training'] : [])],
      env: stationEnvironment(folder) as Record<string, string>, timeout: 60_000,
    });
    return new OfficeWindow(app, await app.firstWindow(), folder);
  }

  /** Before anybody founded a station. */
  static async open(kind: 'live' | 'training'): Promise<OfficeWindow> {
    const office = await OfficeWindow.launch(mkdtempSync(join(tmpdir(), 'office-')), kind);
    await expect(office.page.getByRole('heading', { name: '选择语言' })).toBeVisible({ timeout: 30_000 });
    return office;
  }

  /** The practice cooperative with its 30 members, and its manager at the desk. */
  static async openTraining(): Promise<OfficeWindow> {
    const folder = mkdtempSync(join(tmpdir(), 'office-'));
    cpSync(await practiceFolder('zh', 'desk'), folder, { recursive: true });
    const office = await OfficeWindow.launch(folder, 'training');
    await office.signIn('王站长', '2580');
    return office;
  }

  async signIn(name: string, pin: string): Promise<void> {
    await this.page.getByRole('button', { name }).click();
    await this.page.keyboard.type(pin);
    await this.page.keyboard.press('Enter');
    await expect(this.page.locator('nav').first()).toBeVisible();
  }

  async go(path: string): Promise<void> {
    await this.page.evaluate((hash) => { window.location.hash = hash; }, path);
  }

  /** What axe calls serious or critical on the page now. */
  serious(): Promise<string[]> {
    return serious(this.page);
  }

  /** The file dialog answers with this path, as a person would. */
  async answerSaveDialog(path: string): Promise<void> {
    await this.#app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
  }

  async close(): Promise<void> {
    await this.#app.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
