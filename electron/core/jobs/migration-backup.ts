import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { copyInto } from '../../../db/backup.ts';
import type { WriteConnection } from '../../../db/connection.ts';

/**
 * Keeps a copy of the database before its shape changes; a change that fails can then be looked at beside the old file. The copy is
 * on the disk before the first step begins. `now` is UTC milliseconds and makes the name.
 */
export function keepMigrationBackup(db: WriteConnection, dataFolder: string, now: number): string {
  const folder = join(dataFolder, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const version = db.file.pragma('user_version', { simple: true }) as number;
  const path = join(folder, `before-shape-change-${version}-${now}.sqlite`);
  copyInto(db, path);
  settle(path, 'r+');
  // Windows opens no folder for syncing; its file system keeps the name by itself.
  if (process.platform !== 'win32') settle(folder, 'r');
  return path;
}

function settle(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
