import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../resources/tools/runtime.mjs';

/** What a program of the machine does in a newcomer's place: a few lines of shell; every call is noted by name and arguments. */
export type Programs = Readonly<Record<string, string>>;

interface Ended { readonly code: number | null; readonly out: string }

export interface Newcomer {
  readonly folder: string;
  /** Puts programs in front of the machine's own. */
  give(programs: Programs): void;
  /** Writes a file of the project. */
  write(path: string, text: string): void;
  read(path: string): string | null;
  /** Runs a script of the project; without `as`, as whoever runs the tests. */
  run(script: string, options?: { readonly as?: number; readonly env?: Readonly<Record<string, string>>; readonly words?: readonly string[] }): Ended;
  /** Types a command into a shell of the place. */
  type(command: string): Ended;
  /** The calls of the given programs so far, in order, each with its arguments. */
  calls(): string[];
  remove(): void;
}

/** The preparation scripts in a folder of their own, as after a clone: the tools, a lock file, no packages. The programs of the machine stand in for themselves as `give` says. */
export function newcomer(): Newcomer {
  const folder = mkdtempSync(join(tmpdir(), 'station-newcomer-'));
  const [bin, log] = [join(folder, 'bin'), join(folder, 'calls.txt')];
  chmodSync(folder, 0o777);
  mkdirSync(bin);
  cpSync(join(projectRoot, 'resources/tools'), join(folder, 'resources/tools'), { recursive: true });
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/one': { version: '1.0.0' } } }));
  const own = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, HOME: folder, VILLAGE_STATION_CACHE: join(folder, 'cache') };
  const ended = (program: string, args: readonly string[], options: { readonly uid?: number; readonly gid?: number; readonly env: Readonly<Record<string, string>> }): Ended => {
    const done = spawnSync(program, args, { cwd: folder, encoding: 'utf8', ...options });
    return { code: done.status, out: `${done.stdout}${done.stderr}` };
  };
  return {
    folder, write,
    give(programs) {
      for (const [name, lines] of Object.entries(programs)) {
        writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" | tr "\\n" " " >> "${log}"; echo >> "${log}"\n${lines}\n`);
        chmodSync(join(bin, name), 0o755);
      }
      writeFileSync(log, '');
      chmodSync(log, 0o666);
    },
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null),
    run: (script, { as, env = {}, words = [] } = {}) => ended(process.execPath, [join(folder, script), ...words], { ...(as === undefined ? {} : { uid: as, gid: as }), env: { ...own, ...env } }),
    type: (command) => ended('sh', ['-c', command], { env: own }),
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '') : []),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A folder in which the packages of the lock file lie installed, the project's own Node among them. */
export function installPackages(place: Newcomer, version = '1.0.0'): void {
  place.write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/one': { version } } }));
  mkdirSync(join(place.folder, 'node_modules/node/bin'), { recursive: true });
  if (!existsSync(join(place.folder, 'node_modules/node/bin/node'))) symlinkSync(process.execPath, join(place.folder, 'node_modules/node/bin/node'));
}
