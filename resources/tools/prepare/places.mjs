// Where preparation finds and keeps things. The cache lies outside the source tree, so that a fresh clone reuses it.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const projectRoot = resolve(fileURLToPath(new URL('.', import.meta.url)), '..', '..', '..');

/** The cache folder; VILLAGE_STATION_CACHE moves it. */
export const cacheRoot =
  process.env.VILLAGE_STATION_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'village-station');

/** The Node 24 that comes with the npm packages. */
export const projectNode = join(projectRoot, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The note about the Electron runtime in use: `{kind, dir, packagingDir, version, reason}`. */
export const runtimeNote = join(cacheRoot, 'runtime.json');

/** The note about the last attempt to fetch the official binary: `{version, at, reason}`. */
export const officialNote = join(cacheRoot, 'official-electron.json');
