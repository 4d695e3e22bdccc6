import { basename, isAbsolute, join } from 'node:path';
import { StorageError } from '../../../../db/storage-error.ts';
import { insertRow } from '../../../../db/insert.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { createBackup, deleteBackup, listBackups, verifyBackup } from '../../platform/backup-file.ts';
import type { Backup, BackupEngine } from '../../platform/backup-file.ts';
import { copyPhotos } from '../../platform/photo-folder.ts';
import { backupsToKeep } from '../../platform/backup-generations.ts';
import { mayRole } from '../../../contract/permission.ts';
import { Fault } from '../../platform/fault.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';

type BackupRow = OutputOf<'backup.create'>;

/** Where a folder's own backups lie. */
export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups');

const rowOf = ({ manifest }: Backup): BackupRow => ({ name: manifest.file, at: manifest.createdAt, bytes: manifest.bytes, sha256: manifest.sha256, verified: true });

/** The two long steps on a worker thread, so that the desk goes on. */
function engineOnThread(station: Station): BackupEngine {
  const value = <T>(work: { ok: true; value: T } | { ok: false; kind: StorageError['kind']; message: string }): T => {
    if (!work.ok) throw new StorageError(work.kind, work.message);
    return work.value;
  };
  return {
    copy: async (from, to) => value(await station.live.workers.run('backup.copy', { from, to })),
    inspect: async (path) => value(await station.live.workers.run('backup.inspect', { path })),
  };
}

/**
 * Makes a proven backup of the running database and notes it. Without a folder it goes beside the data, and old generations there
 * are thinned out; the sealed pictures of the tickets go into the folder `photos` beside it. Faults: `disk_full`, `file_unwritable`, `backup_failed`.
 */
export async function makeBackup(station: Station, folder?: string): Promise<BackupRow> {
  if (folder !== undefined && !isAbsolute(folder)) throw new Fault('file_unwritable', { file: folder });
  const place = folder ?? backupFolder(station.paths.data);
  const label = station.device ? `${station.device.stationCode}${station.device.deskLetter}` : 'new';
  const backup = await createBackup({ database: station.db.file.name, folder: place, label, now: station.clock.now(), key: station.keys?.signing ?? null, engine: engineOnThread(station) });
  // After the books: every picture the copy speaks of was on the disk before its row was written.
  await copyPhotos(station.paths.data, place);
  const row = rowOf(backup);
  station.db.transact((tx) => insertRow(tx, 'backup_note', { at: row.at, name: row.name, place, sha256: row.sha256, bytes: row.bytes, verified: 1 }));
  if (folder === undefined) await thinOut(place);
  station.emit('changed', { op: 'backup.create' });
  return row;
}

/** Keeps a week of days, a month of weeks and a year of months. */
async function thinOut(folder: string): Promise<void> {
  const backups = (await listBackups(folder)).map((backup) => ({ at: backup.manifest.createdAt, path: backup.path }));
  for (const { path } of backupsToKeep(backups).drop) await deleteBackup(path);
}

/** A place of one's own choosing is for whoever runs the system: a backup anywhere is a copy of the books in other hands. Refuses `not_permitted`. */
function requireSystemRight(context: QueryContext): void {
  if (!mayRole(signedIn(context).role, 'system.write')) refuse('not_permitted', { permission: 'system.write' });
}

/** The backup a person asks for: beside the data, or with the right to it in a folder of their choice. Refuses `not_permitted`. */
export function askedBackup(context: QueryContext, folder: string | undefined): Promise<BackupRow> {
  if (folder !== undefined) requireSystemRight(context);
  return makeBackup(context.station, folder);
}

export async function listOwnBackups(station: Station): Promise<OutputOf<'backup.list'>> {
  const folder = backupFolder(station.paths.data);
  return { folder, rows: (await listBackups(folder)).map(rowOf) };
}

/** Proves one backup: by its name any of the folder of backups, by a path only with the right to it. Refuses `not_permitted`. */
export async function proveBackup(context: QueryContext, file: string): Promise<OutputOf<'backup.verify'>> {
  const { station } = context;
  if (basename(file) !== file) requireSystemRight(context);
  const path = isAbsolute(file) ? file : join(backupFolder(station.paths.data), file);
  const verdict = await verifyBackup(path, engineOnThread(station));
  if (!verdict.ok) return { ok: false, why: verdict.why, at: null, seq: null, documents: 0 };
  const { createdAt, facts } = verdict.manifest;
  return { ok: true, why: null, at: createdAt, seq: facts.heads.find((head) => head.device === facts.device)?.seq ?? null, documents: facts.documents };
}
