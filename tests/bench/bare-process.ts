import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronExecutable, electronFlags, projectNode, projectRoot } from '../../resources/tools/runtime.mjs';
import type { FoundedFolder } from './founded-folder.ts';

/** How one window is started: the arguments behind Electron's own, and what to add to the environment. */
export interface WindowProgram { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }

export const stationProgram = (folder: FoundedFolder): WindowProgram =>
  ({ args: [projectRoot, '--data', folder.data], env: { STATION_CONFIG_DIR: folder.config, STATION_NODE: projectNode } });

/** The smallest program with a window: one letter on an empty page, of the station's size. */
export function blankProgram(): WindowProgram & { remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'blank-window-'));
  writeFileSync(join(folder, 'package.json'), '{"name":"blank-window","main":"main.cjs"}');
  writeFileSync(join(folder, 'main.cjs'), `const { app, BrowserWindow } = require('electron');
app.setPath('userData', require('node:path').join(__dirname, 'profile'));
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } }).loadFile('index.html'));
`);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>blank</title><p>A</p>');
  return { args: [folder], env: {}, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** Starts the program without any test driver in it, so that nothing but the program is measured. */
export function startWindow(program: WindowProgram, flags: readonly string[] = []): ChildProcess {
  return spawn(electronExecutable(), [...electronFlags, ...flags, ...program.args], { env: { ...process.env, ...program.env }, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Ends the program as a person would, by its own quitting, and waits for it. */
export async function endWindow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(limit);
}

function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch (error) {
    // A process that ended while the folder was read belongs to nobody any more.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null;
    throw error;
  }
}

/** A process and everything it started, down to the last grandchild. */
export function processTree(root: number): number[] {
  const parents = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)).map((entry) => [Number(entry), parentOf(Number(entry))] as const);
  const tree = [root];
  for (const pid of tree) tree.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
  return tree;
}

/** Proportional memory of a process in MiB: what it shares with others counts by its share. */
export const pssOf = (pid: number): number => Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
