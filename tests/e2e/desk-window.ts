import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import type { InputOf, OperationName, OutputOf } from '../../electron/contract/operations.ts';
import { childEnvironment, electronFlags, projectNode, projectRoot, runtimeEnvironment } from '../../resources/tools/runtime.mjs';

// Playwright looks for the runtime in its own environment, not in the one handed to the window.
Object.assign(process.env, runtimeEnvironment());

/** People of the practice station. */
export const clerk = { user: 'siban', pin: '3690' };
export const manager = { user: 'zhanzhang', pin: '2580' };
export type Person = typeof clerk;

/** The command line on the running core: one request a line, one answer a line. */
class CoreTalk {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers: AsyncIterator<string>;

  constructor(data: string, environment: NodeJS.ProcessEnv) {
    this.#child = spawn(projectNode, [join(projectRoot, 'resources/tools/station.mjs'), 'call', '--stdin', '--training', '--data', data], { env: environment });
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async ask<N extends OperationName>(op: N, input: InputOf<N>, as: Person | null): Promise<OutputOf<N>> {
    this.#child.stdin.write(`${JSON.stringify({ op, input, ...(as === null ? {} : { as }) })}\n`);
    const line = await this.#answers.next();
    const reply = JSON.parse(line.value as string) as { ok: boolean; data: OutputOf<N> };
    if (!reply.ok) throw new Error(`${op}: ${JSON.stringify(reply)}`);
    return reply.data;
  }

  end(): Promise<void> {
    return new Promise((resolve) => {
      this.#child.once('close', () => resolve());
      this.#child.stdin.end();
    });
  }
}

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
   * Founds the practice station, opens the window and signs the clerk in, all before the first key of a test. The books
   * may lie on a disk of their own; everything else that a window writes stays in the usual place.
   */
  static async open(locale: 'zh' | 'en' = 'zh', density: 'desk' | 'elder' | 'office' = 'desk', disk: string | null = null): Promise<DeskWindow> {
    const folder = mkdtempSync(join(tmpdir(), 'desk-'));
    const data = join(disk ?? folder, 'data');
    const config = join(folder, 'config');
    mkdirSync(config, { recursive: true });
    const environment = { ...childEnvironment(), STATION_CONFIG_DIR: config, STATION_NODE: projectNode };
    const founder = new CoreTalk(data, environment);
    await founder.ask('setup.createTraining', { locale }, null);
    await founder.ask('session.prefer', { locale, density }, clerk);
    await founder.end();
    const app = await _electron.launch({
      args: [...electronFlags, process.env['STATION_TEST_APP'] ?? projectRoot, '--data', data, '--training', '--locale', locale], env: environment as Record<string, string>, timeout: 60_000,
    });
    const page = await app.firstWindow();
    const desk = new DeskWindow(app, page, new CoreTalk(data, environment), folder);
    await desk.signIn();
    return desk;
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
    const text = `${String(Math.floor(grams / 1000))}.${String(grams % 1000).padStart(3, '0').slice(0, 2)}`;
    await expect(this.page.locator('[data-kind="live"][data-state="good"]')).toContainText(text);
  }

  async remove(): Promise<void> {
    await this.ask('scale.simulate', { scaleId: 'training', change: { action: 'remove' } });
    await expect(this.page.locator('[data-kind="live"] output')).toHaveText(/^0/u);
  }

  async close(): Promise<void> {
    await this.#core.end();
    await this.#app.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
