import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundAt } from './founded-copies.ts';
import { programs, projectRoot } from './programs.ts';

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output, one JSON text a line. */
  readonly lines: Array<Record<string, unknown>>;
}

export interface CommandLineOptions {
  readonly stdin?: string;
  readonly pin?: string;
  readonly config?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A training station that is spoken to by processes of the real command line only. */
export class CommandLineStation {
  readonly folder = mkdtempSync(join(tmpdir(), 'station-cli-'));
  readonly data = join(this.folder, 'data');
  readonly config = join(this.folder, 'config');

  start(args: readonly string[], { pin, config, env }: CommandLineOptions = {}): ChildProcess {
    return spawn(process.execPath, [...programs().commandLine, ...args], {
      env: { ...process.env, NODE_NO_WARNINGS: '1', LANG: 'C', LC_ALL: '', STATION_CONFIG_DIR: config ?? this.config, STATION_DATA: this.data, STATION_RESOURCES: join(projectRoot, 'resources'), ...(pin === undefined ? {} : { STATION_PIN: pin }), ...env },
    });
  }

  run(args: readonly string[], options: CommandLineOptions = {}): Promise<Said> {
    const child = this.start(args, options);
    let [stdout, stderr] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (part: string) => (stdout += part));
    child.stderr?.setEncoding('utf8').on('data', (part: string) => (stderr += part));
    child.stdin?.end(options.stdin ?? '');
    return new Promise((done, fail) => {
      child.on('error', fail);
      child.on('close', (code) => {
        const lines = stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
        done({ code: code ?? -1, stdout, stderr, lines });
      });
    });
  }

  /** The seeded cooperative. */
  async found(): Promise<void> {
    await foundAt(this, 'command line', async ({ data, config }) => {
      const said = await this.run(['call', 'setup.createTraining', '{"locale":"zh"}', '--training', '--data', data], { config });
      if (said.code !== 0) throw new Error(said.stdout + said.stderr);
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
