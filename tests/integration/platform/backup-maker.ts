import { createBackup } from '../../../electron/core/platform/backup-file.ts';

/** Run as a process of its own: makes backups of a database that somebody else is writing. */
const [database = '', folder = '', rounds = '1'] = process.argv.slice(2);
for (let round = 0; round < Number(rounds); round += 1) {
  await createBackup({ database, folder, label: 'GZ01A', now: 1_790_000_000_000 + round * 1000, key: null });
}
