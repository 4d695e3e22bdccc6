import { statfs } from 'node:fs/promises';
import { asFileFault } from './durable-file.ts';

export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Free space for this user where the folder lies. Fault `file_unreadable` when it cannot be asked. */
export async function diskSpace(folder: string): Promise<DiskSpace> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    throw asFileFault(error, folder, 'file_unreadable');
  }
}

/** `critical`: the next backup may fail; `low`: clear up this week; both are shown, neither stops the weighing. */
export type DiskState = 'ample' | 'low' | 'critical';

const lowBytes = 2 * 1024 ** 3;
const criticalBytes = 300 * 1024 ** 2;

export function diskState(freeBytes: number): DiskState {
  if (freeBytes < criticalBytes) return 'critical';
  return freeBytes < lowBytes ? 'low' : 'ample';
}

/** One look at the disk; taken daily. */
export interface DiskSample {
  /** UTC milliseconds. */
  readonly at: number;
  readonly freeBytes: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whole days until the disk is full if it goes on as between the oldest and the newest sample; null when it does not fill,
 * or when less than a day was watched.
 */
export function daysUntilFull(samples: readonly DiskSample[]): number | null {
  const ordered = [...samples].sort((one, other) => one.at - other.at);
  const [first] = ordered;
  const last = ordered.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < dayMs) return null;
  const usedBytes = first.freeBytes - last.freeBytes;
  return usedBytes <= 0 ? null : Math.floor((last.freeBytes / usedBytes) * ((last.at - first.at) / dayMs));
}
