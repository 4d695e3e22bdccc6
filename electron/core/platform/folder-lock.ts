import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { lockExclusively } from '../../../db/exclusive-lock.ts';
import { StorageError } from '../../../db/storage-error.ts';
import { Fault } from './fault.ts';

/** Proof that this process alone works in a data folder. */
export interface FolderLock {
  /** The folder's real path, without links. */
  readonly folder: string;
  /** Lets the folder go; calling it again does nothing. */
  release(): void;
}

/** Nothing else may open this file: on POSIX systems, closing any other handle of it would let the lock go. */
const lockName = 'station.lock';

/**
 * Takes a data folder, making it when it is new. Faults: `folder_in_use` when a living process has it (a killed one
 * does not count), `file_unwritable` when the folder cannot be written.
 */
export function lockFolder(folder: string): FolderLock {
  const real = realFolder(folder);
  const lock = takeLock(real);
  if (lock === null) throw new Fault('folder_in_use', { folder: real });
  let isHeld = true;
  return {
    folder: real,
    release: () => {
      if (isHeld) lock.release();
      isHeld = false;
    },
  };
}

function realFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return realpathSync(folder);
  } catch (error) {
    throw new Fault('file_unwritable', { file: folder }, error);
  }
}

function takeLock(folder: string): ReturnType<typeof lockExclusively> {
  try {
    return lockExclusively(join(folder, lockName));
  } catch (error) {
    if (error instanceof StorageError) throw new Fault('file_unwritable', { file: join(folder, lockName) }, error);
    throw error;
  }
}
