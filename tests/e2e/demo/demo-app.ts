import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { childEnvironment, electronFlags, projectNode, projectRoot, runtimeEnvironment } from '../../../resources/tools/runtime.mjs';
import type { CoreTalk } from './core-talk.ts';
import { openCoreTalk } from './core-talk.ts';

// Playwright looks for the runtime in its own environment, not in the one handed to the window.
Object.assign(process.env, runtimeEnvironment());

/** The real application on a training folder of its own. */
export interface DemoApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly data: string;
  /** Asks the running core through the command line, in somebody's name. */
  readonly command: CoreTalk['ask'];
  close(): Promise<void>;
}

/** Opens the window on an empty training folder; with `folder` on one that stands already. */
export async function openDemoApp(locale: 'zh' | 'en' = 'zh', folder: string = mkdtempSync(join(tmpdir(), 'station-demo-'))): Promise<DemoApp> {
  const data = join(folder, 'data');
  const config = join(folder, 'config');
  mkdirSync(config, { recursive: true });
  const environment = { ...childEnvironment(), STATION_CONFIG_DIR: config, STATION_NODE: projectNode };
  const app = await _electron.launch({ args: [...electronFlags, process.env['STATION_TEST_APP'] ?? projectRoot, '--data', data, '--training', '--locale', locale], env: environment as Record<string, string>, timeout: 60_000 });
  const page = await app.firstWindow();
  let talk: CoreTalk | null = null;
  return {
    app, page, data,
    command(as, op, input, approval) {
      // Nobody can sign in before the station is founded, so the talk begins with its first question.
      talk ??= openCoreTalk(data, environment);
      return talk.ask(as, op, input, approval);
    },
    async close() {
      await talk?.end();
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
