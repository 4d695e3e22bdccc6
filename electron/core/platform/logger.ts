import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Logger } from 'pino';
import { asFileFault, privateFileMode } from './durable-file.ts';
import { Fault } from './fault.ts';
import { redacted } from './log-redaction.ts';

export interface Logs {
  /** The file being written; older ones beside it end in `.1.log` to `.5.log`. */
  readonly file: string;
  /** Everything handed to it, or to a child of it, is redacted before it is written. */
  readonly root: Logger;
  /** The log of one area of the program. */
  area(name: string): Logger;
  /** Notes a query that took longer than the limit; the SQL carries no values, for they are bound. */
  slowQuery(sql: string, durationMs: number): void;
  /** Notes what the world or a bug did to us, under the id that the screen shows. */
  fault(error: unknown, context: { readonly correlationId: string; readonly operation?: string }): void;
  /** Lines lost because the disk was full or gone. */
  lostLines(): number;
  /** Starts a new file when this one is too large; called at start and by the nightly job. */
  rotate(): void;
  close(): void;
}

export interface LogOptions {
  readonly folder: string;
  readonly level?: 'debug' | 'info' | 'warn';
  /** A file larger than this is put aside at the next rotation. */
  readonly maxBytes?: number;
  readonly slowQueryMs?: number;
}

const fileName = 'station.log';
const keptFiles = 5;
const standardMaxBytes = 5 * 1024 * 1024;
/** Lines that wait for a full disk; beyond this they are dropped and counted. */
const longestBacklogBytes = 1024 * 1024;

/**
 * Opens the log of a data folder: one JSON line at a time, written before the call returns, so that the last line before a
 * crash is there. A full disk loses lines and never stops the program. Fault `file_unwritable` when it cannot be opened at all.
 */
export function openLogs(options: LogOptions): Logs {
  const file = join(options.folder, fileName);
  const maxBytes = options.maxBytes ?? standardMaxBytes;
  const destination = openDestination(file, options.folder, maxBytes);
  let lost = 0;
  for (const trouble of ['error', 'drop']) destination.on(trouble, () => (lost += 1));
  const root = redactingLogger(destination, options.level ?? 'info');
  const slow = root.child({ area: 'slow-query' });
  const faults = root.child({ area: 'fault' });
  return {
    file,
    root,
    area: (name) => root.child({ area: name }),
    slowQuery: (sql, durationMs) => {
      if (durationMs >= (options.slowQueryMs ?? 50)) slow.warn({ sql, durationMs: Math.round(durationMs) }, 'slow query');
    },
    fault: (error, context) => {
      if (error instanceof Fault) faults.warn({ ...context, err: error }, error.code);
      else faults.error({ ...context, err: error }, 'bug');
    },
    lostLines: () => lost,
    rotate: () => {
      if (rotateFiles(file, maxBytes)) destination.reopen();
    },
    close: () => destination.end(),
  };
}

function openDestination(file: string, folder: string, maxBytes: number): ReturnType<typeof pino.destination> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rotateFiles(file, maxBytes);
    return pino.destination({ dest: file, sync: true, append: true, mode: privateFileMode, maxLength: longestBacklogBytes });
  } catch (error) {
    throw asFileFault(error, file, 'file_unwritable');
  }
}

function redactingLogger(destination: ReturnType<typeof pino.destination>, level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Errors come out of the redaction as plain objects; the standard serialiser would leave them alone only by luck.
    serializers: { err: (value: unknown) => value },
    hooks: {
      logMethod(args, method) {
        const [first, ...rest] = args.map((arg: unknown) => redacted(arg));
        // An error alone would be taken apart by pino itself, past the redaction.
        Reflect.apply(method, this, [args[0] as unknown instanceof Error ? { err: first } : first, ...rest]);
      },
    },
  }, destination);
}

/** `station.log` becomes `station.1.log`, and so on; the oldest goes. True when it did. */
function rotateFiles(file: string, maxBytes: number): boolean {
  if ((sizeOf(file) ?? 0) < maxBytes) return false;
  const older = (number: number): string => file.replace(/\.log$/, `.${number}.log`);
  rmSync(older(keptFiles), { force: true });
  for (let number = keptFiles - 1; number >= 1; number -= 1) {
    if (sizeOf(older(number)) !== null) renameSync(older(number), older(number + 1));
  }
  renameSync(file, older(1));
  return true;
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}
