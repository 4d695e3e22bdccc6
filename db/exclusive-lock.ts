import Database from 'better-sqlite3';
import { asStorageError } from './storage-error.ts';

/** A lock that ends with {@link release} or with the process, however it ends. */
export interface ExclusiveLock {
  release(): void;
}

/**
 * Takes a file for this process alone, or answers null when another holds it. The file is an empty database inside an
 * exclusive transaction: SQLite brings the operating system's file locks to every platform, and those vanish with a killed
 * process, so there is no stale lock to guess about. Throws StorageError when the file cannot be made or locked at all.
 */
export function lockExclusively(path: string): ExclusiveLock | null {
  let file: Database.Database | undefined;
  try {
    file = new Database(path, { timeout: 0 });
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file?.close();
    const storage = asStorageError(error);
    if (storage?.kind === 'locked') return null;
    throw storage ?? error;
  }
  const held = file;
  return { release: () => held.close() };
}
