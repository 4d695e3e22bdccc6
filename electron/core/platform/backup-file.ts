import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyDatabase, inspectDatabase } from '../../../db/backup.ts';
import type { DatabaseInspection } from '../../../db/backup.ts';
import { StorageError } from '../../../db/storage-error.ts';
import { manifestEnding, manifestIsUntouched, readManifest, signManifest } from './backup-manifest.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { canonicalText } from './canonical-text.ts';
import { diskSpace } from './disk.ts';
import { asFileFault, makePrivateFolder, renameDurably, settleFile, systemCode, writeFileDurably } from './durable-file.ts';
import { Fault } from './fault.ts';
import type { SigningKey } from './signing.ts';

/** The two steps that hold their thread for long; a core at work hands in ones that run in a worker. */
export interface BackupEngine {
  copy(from: string, to: string): Promise<void> | void;
  inspect(path: string): Promise<DatabaseInspection> | DatabaseInspection;
}

export const engineInThisThread: BackupEngine = { copy: copyDatabase, inspect: inspectDatabase };

export interface BackupOrder {
  /** The running database's file. */
  readonly database: string;
  /** Where backups are collected; made when missing. */
  readonly folder: string;
  /** Goes into the file name: letters, digits, `-` and `_`, such as `GZ01A`. */
  readonly label: string;
  /** UTC milliseconds. */
  readonly now: number;
  readonly key: SigningKey | null;
  readonly engine?: BackupEngine;
}

/** A finished backup: the path of the copy and what its manifest says. */
export interface Backup {
  readonly path: string;
  readonly manifest: BackupManifest;
}

/** Left free beside the copy, so that the desk can go on writing. */
const spareBytes = 50 * 1024 ** 2;

/**
 * Copies a running database, opens and checks the copy, syncs it, gives it its name, and only then writes its manifest.
 * Faults: `disk_full` (asked before copying), `file_unwritable`, `backup_failed` when the copy does not pass its check;
 * whatever fails, no half backup stays behind.
 */
export async function createBackup(order: BackupOrder): Promise<Backup> {
  if (!/^[\w-]{1,40}$/.test(order.label)) throw new TypeError('a backup label has letters, digits, - and _ only');
  await makePrivateFolder(order.folder);
  await assertRoom(order);
  const file = `backup-${order.label}-${stamp(order.now)}-${randomBytes(2).toString('hex')}.sqlite`;
  const path = join(order.folder, file);
  const temporary = `${path}.tmp`;
  try {
    const facts = await copyAndCheck(order.engine ?? engineInThisThread, order.database, temporary);
    const bytes = await settleFile(temporary);
    const manifest = signManifest({ format: 1, file, createdAt: order.now, bytes, sha256: await hashOfFile(temporary), facts }, order.key);
    await renameDurably(temporary, path);
    await writeFileDurably(manifestPath(path), `${JSON.stringify(manifest, null, 2)}\n`);
    return { path, manifest };
  } catch (error) {
    await rm(temporary, { force: true });
    throw asBackupFault(error, path);
  }
}

export type BackupFlaw =
  | 'manifest_missing' | 'manifest_damaged' | 'signature_wrong' | 'file_missing' | 'content_changed' | 'database_damaged' | 'facts_differ';

export type BackupVerdict = { readonly ok: true; readonly manifest: BackupManifest } | { readonly ok: false; readonly why: BackupFlaw; readonly detail: string };

/** Proves a backup against its manifest, byte by byte, and by opening it. Fault `file_unreadable` when the medium cannot be read. */
export async function verifyBackup(path: string, engine: BackupEngine = engineInThisThread): Promise<BackupVerdict> {
  const manifest = await readManifest(manifestPath(path));
  if (manifest === 'missing') return flaw('manifest_missing');
  if (manifest === 'damaged') return flaw('manifest_damaged');
  if (!manifestIsUntouched(manifest)) return flaw('signature_wrong');
  const copy = join(dirname(path), manifest.file);
  const hash = await hashIfPresent(copy);
  if (hash === null) return flaw('file_missing');
  if (hash !== manifest.sha256) return flaw('content_changed');
  const inspection = await engine.inspect(copy);
  if (!inspection.ok) return flaw('database_damaged', inspection.detail);
  return canonicalText(inspection.facts) === canonicalText(manifest.facts) ? { ok: true, manifest } : flaw('facts_differ');
}

/** All finished backups of a folder, newest first. What is no backup, or never was finished, is passed over. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const found: Backup[] = [];
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(manifestEnding)) continue;
    const manifest = await readManifest(join(folder, name));
    if (typeof manifest !== 'string') found.push({ path: join(folder, manifest.file), manifest });
  }
  return found.sort((one, other) => other.manifest.createdAt - one.manifest.createdAt);
}

/** Deletes a backup. The manifest goes first: a power cut in between leaves a file that no list shows, never a manifest without its copy. */
export async function deleteBackup(path: string): Promise<void> {
  try {
    await rm(manifestPath(path), { force: true });
    await rm(path, { force: true });
  } catch (error) {
    throw asFileFault(error, path, 'file_unwritable');
  }
}

/** Where the manifest of a copy lies. */
export function manifestPath(path: string): string {
  return path.replace(/\.sqlite$/, '') + manifestEnding;
}

/** SHA-256 of a file of any size, hexadecimal. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(piece);
  return hash.digest('hex');
}

async function assertRoom(order: BackupOrder): Promise<void> {
  const { size } = await stat(order.database);
  const { freeBytes } = await diskSpace(order.folder);
  if (freeBytes < size + spareBytes) throw new Fault('disk_full', { file: order.folder, neededBytes: size + spareBytes, freeBytes });
}

async function copyAndCheck(engine: BackupEngine, from: string, to: string): Promise<BackupManifest['facts']> {
  await engine.copy(from, to);
  const inspection = await engine.inspect(to);
  if (!inspection.ok) throw new Fault('backup_failed', { file: to, detail: inspection.detail });
  return inspection.facts;
}

async function hashIfPresent(path: string): Promise<string | null> {
  try {
    return await hashOfFile(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw asFileFault(error, path, 'file_unreadable');
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw asFileFault(error, folder, 'file_unreadable');
  }
}

function asBackupFault(error: unknown, file: string): Fault {
  if (error instanceof StorageError) return new Fault(error.kind === 'full' ? 'disk_full' : 'backup_failed', { file, detail: error.message }, error);
  return asFileFault(error, file, 'file_unwritable');
}

function flaw(why: BackupFlaw, detail = ''): BackupVerdict {
  return { ok: false, why, detail };
}

/** `20261122T031500Z`: sortable, and no sign that Windows forbids in names. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}
