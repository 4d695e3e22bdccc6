import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteConnection } from '../../../db/connection.ts';

/** Keeps a copy of the database before its shape changes; a change that fails can then be looked at beside the old file. */
export function keepMigrationBackup(db: WriteConnection, dataFolder: string): void {
  const folder = join(dataFolder, 'backups');
  mkdirSync(folder, { recursive: true });
  const version = db.file.pragma('user_version', { simple: true }) as number;
  db.file.prepare('VACUUM INTO ?').run(join(folder, `before-shape-change-${version}-${Date.now()}.sqlite`));
}
