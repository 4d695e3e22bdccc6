import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largestBytes = 2_000_000;

/** The shell's own log, beside core's: starts, deaths, and what a dying core wrote. It holds no personal data. */
export class ShellLog {
  readonly file: string;

  /** @param dataFolder the log lies in its `logs` folder, which is made when it is missing */
  constructor(dataFolder: string) {
    const folder = join(dataFolder, 'logs');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.file = join(folder, 'shell.log');
    if (existsSync(this.file) && statSync(this.file).size > largestBytes) renameSync(this.file, `${this.file}.1`);
  }

  /** Writes one line. A full or read-only disk must not take the window down with it, so a failure goes to standard error. */
  write(line: string): void {
    try {
      appendFileSync(this.file, `${new Date().toISOString()} ${line.trimEnd()}\n`);
    } catch (error) {
      process.stderr.write(`The shell's log cannot be written: ${String(error)}\n`);
    }
  }
}
