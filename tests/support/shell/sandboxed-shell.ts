import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { electronExecutable, projectNode, runtimeInUse } from '../../../resources/tools/runtime.mjs';
import { shellFolder } from './launch-shell.ts';

/** The user without rights that every Linux has. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

export interface SandboxedShell {
  readonly process: ChildProcess;
  /** Unique words of its command lines. */
  readonly mark: string;
  /** What it wrote on standard error so far. */
  complaint(): string;
  close(): Promise<void>;
}

/** Starts the shell with the system's sandbox on; where the tests run as root, as the user nobody, since root may not have one. */
export async function startSandboxedShell(): Promise<SandboxedShell> {
  const home = mkdtempSync(join(tmpdir(), 'shell-sandboxed-'));
  const app = join(home, 'app');
  cpSync(await shellFolder(), app, { recursive: true, dereference: true });
  mkdirSync(join(home, 'data'));
  const executable = isRoot ? readableRuntime(home) : electronExecutable();
  if (isRoot) spawnSync('chown', ['-R', `${nobody}:${nobody}`, app, join(home, 'data')]);
  chmodSync(home, 0o777);
  const child = spawn(executable, [app, '--data', join(home, 'data/books'), '--training'], {
    ...(isRoot && { uid: nobody, gid: nobody }),
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { DISPLAY: process.env['DISPLAY'], PATH: process.env['PATH'], HOME: home, STATION_CONFIG_DIR: join(home, 'data/config'), STATION_CORE_HOST: 'utility', STATION_NODE: projectNode },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return {
    process: child,
    mark: basename(home),
    complaint: () => said,
    close: async () => {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill('SIGKILL')) await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** The runtime at a place that everybody may read: links where possible, else a copy. */
function readableRuntime(home: string): string {
  const copy = join(home, 'runtime');
  if (spawnSync('cp', ['-al', runtimeInUse().dir, copy]).status !== 0) cpSync(runtimeInUse().dir, copy, { recursive: true });
  return join(copy, basename(electronExecutable()));
}

export interface ProcessWalls {
  /** 2 means that a filter of system calls is in force. */
  readonly seccomp: number;
  readonly noNewPrivileges: boolean;
  readonly userNamespace: string;
}

/** The walls around the process of a page, read from the kernel; null while there is none. */
export function wallsOfPage(mark: string): ProcessWalls | null {
  const page = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && isPage(entry, mark));
  return page === undefined ? null : wallsOf(page);
}

/** The walls around any process. */
export function wallsOf(pid: string): ProcessWalls {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1]);
  return { seccomp: field('Seccomp'), noNewPrivileges: field('NoNewPrivs') === 1, userNamespace: readlinkSync(`/proc/${pid}/ns/user`) };
}

function isPage(pid: string, mark: string): boolean {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return line.includes('--type=renderer') && line.includes(mark);
  } catch (error) {
    // A process that has ended since the folder was listed.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return false;
    throw error;
  }
}
