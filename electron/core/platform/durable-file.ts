import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from './fault.ts';

/** Only its owner may read and write it. */
export const privateFileMode = 0o600;
const privateFolderMode = 0o700;

/**
 * Replaces a file so that after a power cut either the old content is there or the whole new one:
 * a temporary file beside it, data sync, rename, sync of the folder. Faults: `disk_full`, `file_unwritable`.
 */
export async function writeFileDurably(path: string, content: Uint8Array | string, mode = privateFileMode): Promise<void> {
  await writePiecesDurably(path, [content], () => Promise.resolve(true), mode);
}

/**
 * The same for a file that is too large to be held: its pieces are written as they come. Once all of it is on the disk `mayStand` is asked;
 * where it says no, nothing is left of the file, and the answer is false. Faults: `disk_full`, `file_unwritable`, and what a piece throws.
 */
export async function writePiecesDurably(path: string, pieces: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>, mayStand: () => Promise<boolean>, mode = privateFileMode): Promise<boolean> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      for await (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    if (await mayStand()) {
      await renameDurably(temporary, path);
      return true;
    }
    await rm(temporary, { force: true });
    return false;
  } catch (error) {
    await rm(temporary, { force: true });
    // Only the file system speaks of a system call; what went wrong while a piece was made is not the file's fault.
    throw error instanceof Error && 'syscall' in error ? asFileFault(error, path, 'file_unwritable') : error;
  }
}

/** Finds out whether a file that is there may be replaced: a program that shows it may hold it fast. Fault `file_unwritable`. */
export async function checkReplaceable(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw asFileFault(error, path, 'file_unwritable');
  }
}

/** Renames within one file system and makes the new name survive a power cut. Throws what the system throws. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Windows cannot open a folder for syncing; there the file system's own journal keeps the name. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Narrows a finished file to its owner, waits until the disk has it, and answers its size in bytes. */
export async function settleFile(path: string): Promise<number> {
  const file = await open(path, 'r+');
  try {
    await file.chmod(privateFileMode);
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** Makes a folder that only its owner may enter, and narrows one that others could. */
export async function makePrivateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: privateFolderMode });
    await chmod(folder, privateFolderMode);
  } catch (error) {
    throw asFileFault(error, folder, 'file_unwritable');
  }
}

/** What the system said about a file, as a fault: a full disk is told apart, everything else gets the given code. */
export function asFileFault(error: unknown, file: string, code: 'file_unreadable' | 'file_unwritable'): Fault {
  if (error instanceof Fault) return error;
  const system = systemCode(error);
  const isFull = system === 'ENOSPC' || system === 'EDQUOT';
  return new Fault(isFull ? 'disk_full' : code, { file, system }, error);
}

/** The system's short word for what went wrong (ENOENT, EACCES), empty when it is not a system error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
