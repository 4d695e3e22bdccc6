import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import { electronFlags, projectRoot, runtimeEnvironment } from '../../resources/tools/runtime.mjs';
import { shortlyBeforeNow } from '../support/posted-batch.ts';
import { handClock, people, testStation, type TestStation, type TestStationOptions } from '../support/station.ts';
import { stationEnvironment } from './practice-folder.ts';

// Playwright looks for the runtime in its own environment, not in the one handed to the window.
Object.assign(process.env, runtimeEnvironment());

/** The real application on books that a test has filled, with the accountant at the desk. */
export class AccountantWindow {
  readonly page: Page;
  readonly app: ElectronApplication;
  readonly folder: string;

  private constructor(app: ElectronApplication, page: Page, folder: string) {
    this.app = app;
    this.page = page;
    this.folder = folder;
  }

  /** Founds a station, lets `fill` write its books, and opens the window on them; answers what `fill` answered beside it. */
  static async open<T>(fill: (station: TestStation) => Promise<T>, environment: NodeJS.ProcessEnv = {}, options: TestStationOptions = {}): Promise<{ readonly desk: AccountantWindow; readonly filled: T }> {
    const folder = mkdtempSync(join(tmpdir(), 'accountant-'));
    const station = await testStation({ clock: handClock(shortlyBeforeNow()), ...options });
    let filled: T;
    try {
      filled = await fill(station);
      await station.core.stop();
      cpSync(station.folder, join(folder, 'data'), { recursive: true });
      cpSync(station.config, join(folder, 'config'), { recursive: true });
    } finally {
      await station.close();
    }
    const app = await _electron.launch({
      args: [...electronFlags, process.env['STATION_TEST_APP'] ?? projectRoot, '--data', join(folder, 'data'), '--locale', 'zh'],
      env: { ...stationEnvironment(folder), ...environment } as Record<string, string>, timeout: 60_000,
    });
    const desk = new AccountantWindow(app, await app.firstWindow(), folder);
    await desk.#signIn();
    return { desk, filled };
  }

  async #signIn(): Promise<void> {
    await this.page.getByRole('button', { name: people.accountant.name }).click();
    await expect(this.page.locator('input[type="password"]')).toBeFocused();
    await this.page.keyboard.type(people.accountant.pin);
    await this.page.keyboard.press('Enter');
    await expect(this.page.locator('nav').first()).toBeVisible();
  }

  async go(path: string): Promise<void> {
    await this.page.evaluate((hash) => { window.location.hash = hash; }, path);
  }

  /** The file dialog answers with this path, as a person would. */
  async answerSaveDialog(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
