import { basename, dirname, isAbsolute, join } from 'node:path';
import { StorageError } from '../../../../db/storage-error.ts';
import { insertRow } from '../../../../db/insert.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { createBackup, deleteBackup, listBackups, verifyBackup } from '../../platform/backup-file.ts';
import type { Backup, BackupEngine } from '../../platform/backup-file.ts';
import { keepPhotosBeside } from '../../platform/backup-photos.ts';
import type { PhotoProof } from '../../platform/backup-photos.ts';
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

const rowOf = ({ manifest }: Backup, verified = true): BackupRow => ({ name: manifest.file, at: manifest.createdAt, bytes: manifest.bytes, sha256: manifest.sha256, verified });

function valueOf<T>(work: { ok: true; value: T } | { ok: false; kind: StorageError['kind']; message: string }): T {
  if (!work.ok) throw new StorageError(work.kind, work.message);
  return work.value;
}

/** Reads every picture the tickets of a backup name, on a worker thread. */
const provePhotosOnThread = ({ live }: Station) => async (database: string, place: string): Promise<PhotoProof> => valueOf(await live.workers.run('backup.photos', { database, place }));

/** The two long steps on a worker thread, so that the desk goes on. */
function engineOnThread(station: Station): BackupEngine {
  return {
    copy: async (from, to) => valueOf(await station.live.workers.run('backup.copy', { from, to })),
    inspect: async (path) => valueOf(await station.live.workers.run('backup.inspect', { path })),
  };
}

/**
 * Makes a proven backup of the running database and notes it. Without a folder it goes beside the data, and old generations there
 * are thinned out; the sealed pictures of the tickets go into the folder `photos` beside it and are proved there. Where the station itself has
 * lost one, the backup of the books stands and is not called verified. Faults: `disk_full`, `file_unwritable`, `backup_failed`.
 */
export async function makeBackup(station: Station, folder?: string): Promise<BackupRow> {
  if (folder !== undefined && !isAbsolute(folder)) throw new Fault('file_unwritable', { file: folder });
  const place = folder ?? backupFolder(station.paths.data);
  const label = station.device ? `${station.device.stationCode}${station.device.deskLetter}` : 'new';
  const backup = await createBackup({ database: station.db.file.name, folder: place, label, now: station.clock.now(), key: station.keys?.signing ?? null, engine: engineOnThread(station) });
  // After the books: every picture the copy speaks of was on the disk before its row was written.
  const lost = await keepPhotosBeside(backup.path, station.paths.data, provePhotosOnThread(station));
  if (lost.length > 0) station.log.error({ photos: lost.map(({ id }) => id) }, 'pictures of tickets are missing or changed');
  const row = rowOf(backup, lost.length === 0);
  station.db.transact((tx) => insertRow(tx, 'backup_note', { at: row.at, name: row.name, place, sha256: row.sha256, bytes: row.bytes, verified: row.verified ? 1 : 0 }));
  if (folder === undefined) await thinOut(place, backup.path);
  station.emit('changed', { op: 'backup.create' });
  return row;
}

/** Keeps a week of days, a month of weeks and a year of months; what was just made stays in any case, also where a clock set back makes it look older than others. */
async function thinOut(folder: string, justMade: string): Promise<void> {
  const backups = (await listBackups(folder)).map((backup) => ({ at: backup.manifest.createdAt, path: backup.path }));
  for (const { path } of backupsToKeep(backups).drop) if (path !== justMade) await deleteBackup(path);
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
  return { folder, rows: (await listBackups(folder)).map((backup) => rowOf(backup)) };
}

/** Proves one backup and every picture its tickets name: by its name any of the folder of backups, by a path only with the right to it. Refuses `not_permitted`. */
export async function proveBackup(context: QueryContext, file: string): Promise<OutputOf<'backup.verify'>> {
  const { station } = context;
  if (basename(file) !== file) requireSystemRight(context);
  const path = isAbsolute(file) ? file : join(backupFolder(station.paths.data), file);
  const verdict = await verifyBackup(path, engineOnThread(station));
  if (!verdict.ok) return { ok: false, why: verdict.why, at: null, seq: null, documents: 0, photos: 0, photoFlaws: [] };
  const { createdAt, facts, file: copy } = verdict.manifest;
  const place = dirname(path);
  const { photos, flawed } = await provePhotosOnThread(station)(join(place, copy), place);
  return {
    ok: flawed.length === 0, why: flawed.length === 0 ? null : 'photos_flawed', at: createdAt, seq: facts.heads.find((head) => head.device === facts.device)?.seq ?? null, documents: facts.documents,
    photos, photoFlaws: flawed.map(({ id, number, flaw }) => ({ number, id, flaw })),
  };
}
