import { copyFile, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { engineInThisThread, hashOfFile, verifyBackup } from './backup-file.ts';
import type { BackupEngine, BackupFlaw } from './backup-file.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { asFileFault, renameDurably, settleFile, syncFolder, systemCode, writeFileDurably } from './durable-file.ts';
import { Fault } from './fault.ts';
import { lockFolder } from './folder-lock.ts';
import { copyPhotos } from './photo-folder.ts';
import { mendPhotos, provePhotos } from './backup-photos.ts';
import type { FlawedPhoto } from './backup-photos.ts';
import { parseJson } from './json-text.ts';

export interface RestoreOrder {
  readonly backup: string;
  readonly dataFolder: string;
  /** Name of the database inside the data folder. */
  readonly databaseName: string;
  /** A training folder never takes a live backup, nor the other way round (fault `folder_kind`). */
  readonly kind: 'live' | 'training';
  /** UTC milliseconds. */
  readonly now: number;
  /** Folders inside the data folder that move over to the new one, such as the backups themselves. */
  readonly carryOver?: readonly string[];
  readonly engine?: BackupEngine;
}

export type RestoreOutcome =
  /** `keptFolder` is where the former data folder now lies, null when there was none; `photoFlaws` are pictures that neither the backup nor that folder has whole. */
  | { readonly ok: true; readonly manifest: BackupManifest; readonly keptFolder: string | null; readonly photoFlaws: ReadonlyArray<Omit<FlawedPhoto, 'fileSha256'>> }
  | { readonly ok: false; readonly why: BackupFlaw; readonly detail: string };

/** Left in a restored folder until the new device incarnation has begun. */
export interface RestoreNote {
  readonly backupFile: string;
  readonly backupSha256: string;
  readonly restoredAt: number;
  readonly heads: BackupManifest['facts']['heads'];
}

const noteName = 'restored.json';

/**
 * Proves a backup, copies it into a new folder, proves the copy, and only then exchanges the folders; the former folder is kept
 * beside. No core may run in the folder (fault `folder_in_use`). Until the exchange nothing of the old folder is touched; a power
 * cut during it is mended by {@link finishInterruptedRestore}. The pictures come along; one that the backup has lost is fetched from the former
 * folder, and one that neither has stops nothing: the books matter more. Faults: `disk_full`, `file_unwritable`, `restore_failed`.
 */
export async function restoreBackup(order: RestoreOrder): Promise<RestoreOutcome> {
  const engine = order.engine ?? engineInThisThread;
  const verdict = await verifyBackup(order.backup, engine);
  if (!verdict.ok) return verdict;
  const kind = verdict.manifest.facts.folder?.kind ?? order.kind;
  if (kind !== order.kind) throw new Fault('folder_kind', { folder: kind, asked: order.kind });
  const dataFolder = resolve(order.dataFolder);
  const hadFolder = await exists(dataFolder);
  const lock = hadFolder ? lockFolder(dataFolder) : null;
  try {
    const prepared = `${dataFolder}.restoring`;
    await prepare(order, verdict.manifest, prepared, engine);
    // Windows renames no folder with an open file in it; elsewhere the lock is held until the exchange is done.
    if (process.platform === 'win32') lock?.release();
    const keptFolder = hadFolder ? `${dataFolder}.before-restore-${order.now}` : null;
    await exchange(dataFolder, prepared, keptFolder);
    if (keptFolder !== null) await carryOver(order.carryOver ?? [], keptFolder, dataFolder);
    const { flawed } = provePhotos(join(dataFolder, order.databaseName), dataFolder);
    const left = keptFolder === null ? flawed : await mendPhotos(flawed, keptFolder, dataFolder);
    return { ok: true, manifest: verdict.manifest, keptFolder, photoFlaws: left.map(({ id, number, flaw }) => ({ number, id, flaw })) };
  } finally {
    lock?.release();
  }
}

/**
 * Called before a data folder is opened: when a power cut fell between the two renames of a restore, the prepared folder
 * gets its place now. A preparation that never finished is cleared away. True when the folder was put in place.
 */
export async function finishInterruptedRestore(dataFolder: string): Promise<boolean> {
  const folder = resolve(dataFolder);
  const prepared = `${folder}.restoring`;
  if (!await exists(prepared)) return false;
  const isComplete = await readRestoreNote(prepared) !== null;
  if (isComplete && !await exists(folder) && await wasMovedAside(folder)) {
    await renameDurably(prepared, folder);
    return true;
  }
  await rm(prepared, { recursive: true, force: true });
  return false;
}

/** What this folder was restored from; null when it was not, or when its new incarnation has begun. */
export async function readRestoreNote(folder: string): Promise<RestoreNote | null> {
  try {
    const value = parseJson(await readFile(join(folder, noteName), 'utf8'));
    return isNote(value) ? value : null;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw asFileFault(error, join(folder, noteName), 'file_unreadable');
  }
}

/** Called once the new incarnation is committed. */
export async function clearRestoreNote(folder: string): Promise<void> {
  await rm(join(folder, noteName), { force: true });
}

/** The note is written last, so that it also says: this preparation is complete. */
async function prepare(order: RestoreOrder, manifest: BackupManifest, prepared: string, engine: BackupEngine): Promise<void> {
  const target = join(prepared, order.databaseName);
  try {
    await rm(prepared, { recursive: true, force: true });
    await mkdir(prepared, { mode: 0o700 });
    await copyFile(join(dirname(order.backup), manifest.file), target);
    await settleFile(target);
  } catch (error) {
    throw asFileFault(error, target, 'file_unwritable');
  }
  const inspection = await engine.inspect(target);
  if (await hashOfFile(target) !== manifest.sha256 || !inspection.ok) throw new Fault('restore_failed', { file: target });
  await copyPhotos(dirname(order.backup), prepared);
  await syncFolder(prepared);
  const note: RestoreNote = { backupFile: manifest.file, backupSha256: manifest.sha256, restoredAt: order.now, heads: manifest.facts.heads };
  await writeFileDurably(join(prepared, noteName), `${JSON.stringify(note)}\n`);
}

async function exchange(dataFolder: string, prepared: string, keptFolder: string | null): Promise<void> {
  try {
    if (keptFolder !== null) await renameDurably(dataFolder, keptFolder);
    await renameDurably(prepared, dataFolder);
  } catch (error) {
    if (keptFolder !== null && await exists(keptFolder) && !await exists(dataFolder)) await rename(keptFolder, dataFolder);
    throw new Fault('restore_failed', { file: dataFolder, system: systemCode(error) }, error);
  }
}

/** Comes after the exchange: should the power fail here, these folders are still whole, in the folder kept beside. */
async function carryOver(names: readonly string[], from: string, to: string): Promise<void> {
  for (const name of names) {
    if (await exists(join(from, name)) && !await exists(join(to, name))) await renameDurably(join(from, name), join(to, name));
  }
}

async function wasMovedAside(folder: string): Promise<boolean> {
  const names = await readdir(dirname(folder));
  return names.some((name) => name.startsWith(`${basename(folder)}.before-restore-`));
}

function isNote(value: unknown): value is RestoreNote {
  return typeof value === 'object' && value !== null && 'backupFile' in value && typeof value.backupFile === 'string'
    && 'backupSha256' in value && typeof value.backupSha256 === 'string' && 'restoredAt' in value && typeof value.restoredAt === 'number'
    && 'heads' in value && Array.isArray(value.heads);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw asFileFault(error, path, 'file_unreadable');
  }
}
