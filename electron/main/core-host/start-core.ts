import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { startChildCore } from './child-core.ts';
import type { CoreHandle } from './core-handle.ts';
import { startUtilityCore } from './utility-core.ts';

/** better-sqlite3 is built for Node-API 10; an older runtime would abort when it is loaded. */
const neededNapi = 10;

/** True when this Electron can run core itself. Outside a packaged application the switch STATION_CORE_HOST decides. */
function coreRunsAsUtility(): boolean {
  if (app.isPackaged) return true;
  const wanted = process.env['STATION_CORE_HOST'];
  if (wanted === 'utility' || wanted === 'child') return wanted === 'utility';
  return Number(process.versions['napi']) >= neededNapi;
}

/** The Node of development and tests: STATION_NODE, else the one among the installed packages. Null in a packaged application. */
export function developmentNode(): string | null {
  if (coreRunsAsUtility()) return null;
  const named = process.env['STATION_NODE'];
  if (named !== undefined && named !== '') return named;
  const installed = join(app.getAppPath(), 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(installed)) return installed;
  throw new Error('No Node was found to run core with; set STATION_NODE to a Node 24.');
}

export interface CoreStart {
  readonly entry: string;
  /** Where the compiled form of core's code is kept, so that the next start need not compile it again. */
  readonly codeCache: string;
  readonly onErrorOutput: (text: string) => void;
}

/** Starts the core process in the host that this runtime allows. */
export function startCore(start: CoreStart): CoreHandle {
  const nodePath = developmentNode();
  return nodePath === null ? startUtilityCore(start) : startChildCore({ ...start, nodePath });
}
