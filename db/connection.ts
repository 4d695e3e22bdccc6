import Database from 'better-sqlite3';
import { forgetMasters, memoryNow, startRemembering } from './remembered.ts';
import { asStorageError } from './storage-error.ts';

declare const reading: unique symbol;
declare const writing: unique symbol;

/** A connection that may be asked. */
export interface ReadHandle {
  readonly [reading]?: true;
  readonly file: Database.Database;
}

/** A connection inside a write transaction; only `transact` and `tryOut` hand one out. */
export interface WriteHandle extends ReadHandle {
  readonly [writing]: true;
}

/** The one write connection of a folder. */
export interface WriteConnection extends ReadHandle {
  /** Runs the work between BEGIN IMMEDIATE and COMMIT; an error rolls everything back and is thrown on. The work must not wait for anything. */
  transact<T>(work: (tx: WriteHandle) => T): T;
  /** Runs the work as `transact` does and takes all of it back, also when it ends well: what would come of it, and nothing written. */
  tryOut<T>(work: (tx: WriteHandle) => T): T;
  /** Moves finished pages from the log into the file; meant for idle moments. Returns the pages left in the log. */
  checkpoint(): number;
  close(): void;
}

const asTransaction = (file: Database.Database): WriteHandle => ({ file }) as unknown as WriteHandle;

function openFile(path: string, options: Database.Options): Database.Database {
  try {
    return new Database(path, options);
  } catch (error) {
    throw asStorageError(error) ?? error;
  }
}

function configure(file: Database.Database): void {
  try {
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    if (process.platform === 'darwin') file.pragma('fullfsync = ON');
    file.pragma('foreign_keys = ON');
    file.pragma('wal_autocheckpoint = 0');
    file.pragma('cache_size = -16000');
    file.pragma('temp_store = MEMORY');
    file.pragma('recursive_triggers = ON');
  } catch (error) {
    file.close();
    throw asStorageError(error) ?? error;
  }
}

/** Opens the database for writing. Throws StorageError when the file is locked, damaged, read-only or cannot be opened. */
export function openForWriting(path: string, busyMs = 2_000): WriteConnection {
  const file = openFile(path, { timeout: busyMs });
  configure(file);
  const begin = file.prepare('BEGIN IMMEDIATE');
  const commit = file.prepare('COMMIT');
  const rollback = file.prepare('ROLLBACK');
  const tx = asTransaction(file);
  startRemembering(file);
  return {
    file,
    transact(work) {
      try {
        begin.run();
        const result = work(tx);
        commit.run();
        return result;
      } catch (error) {
        forgetMasters(file);
        if (file.inTransaction) rollback.run();
        throw asStorageError(error) ?? error;
      }
    },
    tryOut(work) {
      const putBack = memoryNow(file);
      try {
        begin.run();
        return work(tx);
      } catch (error) {
        throw asStorageError(error) ?? error;
      } finally {
        if (file.inTransaction) rollback.run();
        putBack();
      }
    },
    checkpoint() {
      const [row] = file.pragma('wal_checkpoint(PASSIVE)') as Array<{ log: number; checkpointed: number }>;
      return row ? row.log - row.checkpointed : 0;
    },
    close() {
      file.close();
    },
  };
}

/** Opens the database for asking only; used by reports, checks and worker threads. */
export function openForReading(path: string): ReadHandle & { close(): void } {
  const file = openFile(path, { readonly: true, fileMustExist: true, timeout: 2_000 });
  try {
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    file.pragma('cache_size = -16000');
  } catch (error) {
    file.close();
    throw asStorageError(error) ?? error;
  }
  return { file, close: () => file.close() };
}

/** What a connection promises when the power fails, as SQLite itself says. */
export interface Durability {
  readonly journalMode: string;
  /** 2 is FULL: a commit is answered only once the disk has it. */
  readonly synchronous: number;
  readonly foreignKeys: number;
  readonly isReadOnly: boolean;
}

/** Asks a live connection what it promises. */
export const durabilityOf = ({ file }: ReadHandle): Durability => ({
  journalMode: String(file.pragma('journal_mode', { simple: true })), synchronous: Number(file.pragma('synchronous', { simple: true })),
  foreignKeys: Number(file.pragma('foreign_keys', { simple: true })), isReadOnly: file.readonly,
});
