// The Electron runtime that preparation chose, for the tools and tests that start a window.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officialFolder } from './prepare/official-electron.mjs';
import { projectNode, projectRoot, runtimeNote } from './prepare/places.mjs';

export { projectNode, projectRoot };

/** Kind, folder, version and reason of the runtime in use. Throws where nothing was prepared. */
export function runtimeInUse() {
  if (!existsSync(runtimeNote)) throw new Error('no Electron runtime is prepared yet; run: npm run prepare:machine');
  const note = JSON.parse(readFileSync(runtimeNote, 'utf8'));
  const official = officialFolder();
  return official === null ? note : { ...note, kind: 'official', dir: official, packagingDir: official };
}

/** True for root on Linux, where Chromium's sandbox refuses to start. */
export const runsWithoutSandbox = process.platform === 'linux' && process.getuid() === 0;

/** What Electron's command line needs in front on this machine. */
export const electronFlags = runsWithoutSandbox ? ['--no-sandbox'] : [];

/** True where no display is there to open a window on. */
export const lacksDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Variables that make the electron package, electron-vite and Playwright use the runtime in use. */
export function runtimeEnvironment() {
  const { kind, dir } = runtimeInUse();
  const standIn = kind === 'stand-in' ? { ELECTRON_OVERRIDE_DIST_PATH: dir, ELECTRON_EXEC_PATH: join(dir, 'electron') } : {};
  return { ...standIn, ...(runsWithoutSandbox ? { NO_SANDBOX: '1' } : {}) };
}

/** Path of the runtime's executable. */
export function electronExecutable() {
  const { kind, dir } = runtimeInUse();
  if (kind === 'stand-in') return join(dir, 'electron');
  return join(dir, readFileSync(join(projectRoot, 'node_modules/electron/path.txt'), 'utf8'));
}

/** The whole environment for a child that runs project code: this one, Node 24 first on the path, and the runtime. */
export function childEnvironment() {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [join(projectRoot, 'node_modules/.bin'), process.env.PATH].join(separator);
  return { ...process.env, ...runtimeEnvironment(), PATH: path };
}
