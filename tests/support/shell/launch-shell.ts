import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronFlags, projectNode, runtimeEnvironment } from '../../../resources/tools/runtime.mjs';
import { buildShell } from './build-shell.ts';

export type Transport = 'direct' | 'relayed';

export interface ShellUnderTest {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  readonly configFolder: string;
  close(): Promise<void>;
}

export interface ShellLaunch {
  readonly transport?: Transport;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Folders of an earlier launch, to start on the same books again. */
  readonly folder?: string;
}

// Playwright looks for the runtime in its own environment, not in the one handed to the window.
Object.assign(process.env, runtimeEnvironment());

let built: Promise<string> | null = null;

/** The shell built once for all tests of this process. */
export function shellFolder(): Promise<string> {
  built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shell-app-'));
    await buildShell(folder);
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  })();
  return built;
}

/** What a shell's process needs around it: the runtime in use, the host to try, and folders of its own. */
export function shellEnvironment(configFolder: string, launch: ShellLaunch): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(inherited),
    STATION_CONFIG_DIR: configFolder,
    STATION_NODE: projectNode,
    STATION_CORE_HOST: launch.transport === 'direct' ? 'utility' : 'child',
    ...launch.env,
  };
}

/** Opens the shell in a real window, with a fake core and a test page. */
export async function launchShell(launch: ShellLaunch = {}): Promise<ShellUnderTest> {
  const folder = launch.folder ?? mkdtempSync(join(tmpdir(), 'shell-data-'));
  const dataFolder = join(folder, 'data');
  const configFolder = join(folder, 'config');
  const app = await _electron.launch({
    args: [...electronFlags, await shellFolder(), '--data', dataFolder, '--training', ...(launch.args ?? [])],
    env: shellEnvironment(configFolder, launch),
  });
  const page = await app.firstWindow();
  return {
    app,
    page,
    dataFolder,
    configFolder,
    async close() {
      await app.close();
      if (launch.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
