import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { childEnvironment, electronFlags, projectNode, projectRoot, runtimeEnvironment } from '../../../resources/tools/runtime.mjs';
import type { InputOf, OperationName, OutputOf } from '../../../electron/contract/operations.ts';

// Playwright looks for the runtime in its own environment, not in the one handed to the window.
Object.assign(process.env, runtimeEnvironment());

export interface Approver { readonly user: string; readonly pin: string }

/** The real application on a training folder of its own. */
export interface DemoApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly data: string;
  /** Asks the running core through the command line, in somebody's name. */
  command<N extends OperationName>(as: Approver, op: N, input: InputOf<N>, approval?: Approver): Promise<OutputOf<N>>;
  close(): Promise<void>;
}

const commandLine = (environment: NodeJS.ProcessEnv, data: string, line: object): Promise<string> => new Promise((answer, fail) => {
  const child = spawn(projectNode, [join(projectRoot, 'resources/tools/station.mjs'), 'call', '--stdin', '--training', '--data', data], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString('utf8');
  });
  child.on('error', fail);
  child.on('exit', () => answer(out));
  child.stdin.end(`${JSON.stringify(line)}\n`);
});

/** Opens the window on an empty training folder; with `folder` on one that stands already. */
export async function openDemoApp(locale: 'zh' | 'en' = 'zh', folder: string = mkdtempSync(join(tmpdir(), 'station-demo-'))): Promise<DemoApp> {
  const data = join(folder, 'data');
  const config = join(folder, 'config');
  mkdirSync(config, { recursive: true });
  const environment = { ...childEnvironment(), STATION_CONFIG_DIR: config, STATION_NODE: projectNode };
  const app = await _electron.launch({ args: [...electronFlags, process.env['STATION_TEST_APP'] ?? projectRoot, '--data', data, '--training', '--locale', locale], env: environment as Record<string, string>, timeout: 60_000 });
  const page = await app.firstWindow();
  return {
    app, page, data,
    async command(as, op, input, approval) {
      const reply = JSON.parse(await commandLine(environment, data, { as, op, input, ...(approval ? { approval } : {}) })) as { ok: boolean; data: never };
      if (!reply.ok) throw new Error(`${op}: ${JSON.stringify(reply)}`);
      return reply.data;
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
