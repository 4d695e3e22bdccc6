import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from './programs.ts';

const tools = join(projectRoot, 'resources/tools');
const lock = (version: string): string => JSON.stringify({ packages: { '': {}, 'node_modules/one': { version } } });

interface Ended { readonly code: number | null; readonly said: string; readonly tookMs: number }
interface RunOptions {
  /** What the system says of who is there; 0 is root. */
  readonly uid?: number;
  readonly display?: string;
  readonly args?: readonly string[];
}

/**
 * A checkout with the real tools of this one and little else: its npm, its system's package programs and its download are scripts that
 * write down how they were called. Nothing of it reaches the network.
 */
export class SmallCheckout {
  readonly folder = mkdtempSync(join(tmpdir(), 'station-checkout-'));
  readonly #calls = this.#path('calls');
  readonly #bin = this.#path('bin');

  constructor() {
    for (const part of ['start.mjs', 'prepare.mjs', 'prepare', 'child.mjs', 'build.mjs', 'display.mjs', 'runtime.mjs']) cpSync(join(tools, part), this.#path('resources/tools', part), { recursive: true });
    this.lockFile('1.0.0');
    for (const source of ['electron', 'db', 'renderer', 'resources/locales']) mkdirSync(this.#path(source), { recursive: true });
    this.write('electron.vite.config.ts', '');
    this.write('package.json', '{"type":"module"}');
    this.write('out/.built', '');
    utimesSync(this.#path('out/.built'), new Date(), new Date(Date.now() + 3_600_000));
    this.write('node_modules/electron/package.json', '{"version":"99.0.0"}');
    this.write('node_modules/electron/install.js', `require('node:fs').appendFileSync(${JSON.stringify(this.#calls)}, 'download\\n'); process.stderr.write('getaddrinfo ENOTFOUND'); process.exit(1);`);
    mkdirSync(this.#path('node_modules/node/bin'), { recursive: true });
    symlinkSync(process.execPath, this.#path('node_modules/node/bin/node'));
    const standIn = 'cache/electron-stand-in-25.1.1-2';
    mkdirSync(this.#path(standIn, 'ready'), { recursive: true });
    this.program(join('..', standIn, 'run/electron'), 'exit 5');
    this.write('resources/tools/demo.ts', `process.stderr.write('the demo ran on ' + process.env['DISPLAY']); process.exitCode = 3;`);
    this.program('npm', 'cp package-lock.json node_modules/.package-lock.json');
    this.program('Xvfb', 'echo 77 >&3; exec sleep 30');
    this.program('sudo', '"$@"');
    this.program('apt-get', `if [ "$1" = install ]; then shift; for name in "$@"; do case $name in -*) ;; *) echo "$name installed" >> ${this.#path('installed')};; esac; done; fi`);
    this.program('apt-cache', 'case $2 in libgtk-3-0t64|libnss3|strace) echo "  Candidate: 1.0";; *) echo "  Candidate: (none)";; esac');
    this.installed();
  }

  #path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.#path(path)), { recursive: true });
    writeFileSync(this.#path(path), text);
  }

  /** A program of the system that writes down its call and then does this. */
  program(name: string, script: string): void {
    const path = join(this.#bin, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\nprintf '%s %s\\n' ${name.split('/').at(-1) ?? ''} "$(printf '%s' "$*" | tr '\\n' ' ')" >> ${this.#calls}\n${script}\n`);
    chmodSync(path, 0o755);
  }

  lockFile(version: string): void {
    this.write('package-lock.json', lock(version));
  }

  /** Every system package is there but these. */
  installed(...missing: string[]): void {
    const cases = missing.map((name) => `${name}|${name}t64) grep -qs "^$name installed" ${this.#path('installed')} && echo "$name installed" ;;`).join(' ');
    const asked = `for name in "$@"; do case $name in -*|*' '*|*t64) ${missing.length > 0 ? `case $name in ${cases} esac` : ''} ;; ${cases} *) echo "$name installed";; esac; done`;
    this.program('dpkg-query', asked);
  }

  /** The programs that were called since the last look, with their words. */
  calls(): string[] {
    const lines = existsSync(this.#calls) ? readFileSync(this.#calls, 'utf8').trim().split('\n') : [];
    rmSync(this.#calls, { force: true });
    return lines;
  }

  run(script: 'prepare.mjs' | 'start.mjs', options: RunOptions = {}): Promise<Ended> {
    this.write('who.mjs', `process.getuid = () => ${options.uid ?? 1_000};`);
    return this.#spawn(process.execPath, [this.#path('resources/tools', script), ...(options.args ?? [])], { NODE_OPTIONS: `--import ${this.#path('who.mjs')}`, ...(options.display === undefined ? {} : { DISPLAY: options.display }) });
  }

  /** What a person types into a shell. */
  type(command: string): Promise<Ended> {
    return this.#spawn('sh', ['-c', command], {});
  }

  #spawn(program: string, args: readonly string[], variables: Readonly<Record<string, string>>): Promise<Ended> {
    const began = performance.now();
    const child = spawn(program, args, { cwd: this.folder, env: { PATH: `${this.#bin}:/usr/bin:/bin`, VILLAGE_STATION_CACHE: this.#path('cache'), ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
    return new Promise((done, fail) => {
      child.on('error', fail);
      child.on('close', (code) => done({ code, said, tookMs: performance.now() - began }));
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
