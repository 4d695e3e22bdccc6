import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openForReading } from '../../../db/connection.ts';
import { folderRow } from '../../../db/queries/books.queries.ts';
import { createBackup, verifyBackup } from '../platform/backup-file.ts';
import type { Backup } from '../platform/backup-file.ts';
import { keepPhotosBeside, provePhotos } from '../platform/backup-photos.ts';
import { photoFolderName } from '../platform/photo-folder.ts';
import { restoreBackup } from '../platform/backup-restore.ts';
import { sleepCountingClock, systemClock } from '../platform/clock.ts';
import { Fault } from '../platform/fault.ts';
import { systemIds } from '../platform/ids.ts';
import { Refusal } from '../rpc/refusal.ts';
import { newSession } from '../rpc/session.ts';
import { deviceOf, loadIdentity } from '../services/identity.ts';
import { backupFolder } from '../services/system/backups.ts';
import { bringKey } from '../services/system/recovery.ts';
import { databaseName, startCore } from '../start.ts';
import { firstLine } from './first-line.ts';
import type { CommandOptions } from './options.ts';
import { commandPlaces, kindOfFolder } from './places.ts';
import type { CommandPlaces } from './places.ts';
import { answer, commandWords, failure, languageOf, tell } from './words.ts';
import { windowlessHost } from './windowless-host.ts';

/** `backup create|verify|restore`. Exit 1 when a backup is not what it must be, 2 when the work failed. */
export async function backupVerb(options: CommandOptions, input: NodeJS.ReadableStream): Promise<number> {
  const language = languageOf(options);
  try {
    const [verb] = options.words;
    if (verb === 'create') return await create(options);
    if (verb === 'verify') return await verify(options);
    if (verb === 'restore') return await restore(options, input);
    tell(commandWords(language, 'unknownVerb', { verb: `backup ${verb ?? ''}` }));
    return 2;
  } catch (error) {
    if (error instanceof Refusal) {
      answer({ ok: false, refusal: { code: error.code, params: error.params } });
      return 1;
    }
    answer(failure(error, language));
    return 2;
  }
}

function fileOf(options: CommandOptions, places: CommandPlaces): string {
  const named = options.value('file') ?? options.value('from') ?? options.words[1] ?? '';
  const beside = join(backupFolder(places.paths.data), named);
  // The manifest may be named as well as the copy itself: a person sees both in the folder.
  const path = (existsSync(resolve(named)) ? resolve(named) : beside).replace(/\.manifest\.json$/, '.sqlite');
  if (named === '') throw new Fault('file_unreadable', { file: '' });
  return path;
}

async function create(options: CommandOptions): Promise<number> {
  const { paths } = commandPlaces(options);
  const database = join(paths.data, databaseName);
  if (!existsSync(database)) throw new Fault('file_unreadable', { file: database });
  const db = openForReading(database);
  try {
    const device = deviceOf(db);
    const folder = folderRow.first(db, {});
    const key = folder ? (await loadIdentity(db, paths, windowlessHost, folder.ulid)).keys?.signing ?? null : null;
    const target = options.value('to') ?? options.value('folder');
    const made = await createBackup({
      database, folder: target === undefined ? backupFolder(paths.data) : resolve(target), label: device ? `${device.stationCode}${device.deskLetter}` : 'new', now: systemClock.now(), key,
    });
    const lost = await keepPhotosBeside(made.path, paths.data);
    answer({ ok: true, data: { ...described(made), verified: lost.length === 0 } });
    return 0;
  } finally {
    db.close();
  }
}

const described = ({ path, manifest }: Backup): object =>
  ({ file: path, at: manifest.createdAt, bytes: manifest.bytes, sha256: manifest.sha256, documents: manifest.facts.documents, heads: manifest.facts.heads, verified: true });

async function verify(options: CommandOptions): Promise<number> {
  const path = fileOf(options, commandPlaces(options));
  const verdict = await verifyBackup(path);
  if (!verdict.ok) {
    answer({ ok: false, refusal: { code: 'backup_invalid', params: { why: verdict.why, detail: verdict.detail } } });
    return 1;
  }
  const { photos, flawed } = provePhotos(path, dirname(path));
  if (flawed.length === 0) answer({ ok: true, data: { ...described({ path, manifest: verdict.manifest }), photos } });
  else answer({ ok: false, refusal: { code: 'backup_invalid', params: { why: 'photos_flawed', detail: flawed.map(({ number, id, flaw }) => `${number} ${id} ${flaw}`).join('; ') } } });
  return flawed.length === 0 ? 0 : 1;
}

/**
 * Puts a backup in the place of the books while no core runs; the former folder is kept beside. The new incarnation of this computer
 * begins with the next person who signs in: here and now with `--as`, else in the window.
 */
async function restore(options: CommandOptions, input: NodeJS.ReadableStream): Promise<number> {
  const language = languageOf(options);
  const places = commandPlaces(options);
  const backup = fileOf(options, places);
  const code = options.has('recovery-code-stdin') ? await firstLine(input) : null;
  const kind = options.has('training') ? 'training' : kindOfFolder(places.paths.data) ?? (await kindOfBackup(backup)) ?? 'live';
  const outcome = await restoreBackup({ backup, dataFolder: places.paths.data, databaseName, kind, now: systemClock.now(), carryOver: ['backups', 'logs', photoFolderName] });
  if (!outcome.ok) {
    answer({ ok: false, refusal: { code: 'backup_invalid', params: { why: outcome.why, detail: outcome.detail } } });
    return 1;
  }
  const { keptFolder, manifest } = outcome;
  tell(commandWords(language, 'restored', { file: manifest.file, kept: keptFolder ?? '-' }));
  const begun = await beginNewLife(options, { ...places, kind }, code);
  if (begun === null) tell(commandWords(language, 'signInNext'));
  answer({ ok: true, data: { file: manifest.file, heads: manifest.facts.heads, keptFolder, photoFlaws: outcome.photoFlaws, incarnation: begun } });
  return 0;
}

async function kindOfBackup(backup: string): Promise<'live' | 'training' | null> {
  const verdict = await verifyBackup(backup);
  return verdict.ok ? verdict.manifest.facts.folder?.kind ?? null : null;
}

/** Opens the restored folder, brings the key when a recovery code was given, and signs in the person of `--as`: with that the new device begins. */
async function beginNewLife(options: CommandOptions, { paths, kind }: CommandPlaces, code: string | null): Promise<{ device: string; deskLetter: string } | null> {
  const user = options.value('as');
  if (code === null && user === undefined) return null;
  const core = await startCore({ paths, kind, host: windowlessHost, guardClock: sleepCountingClock });
  try {
    if (code !== null && core.station.keys === null) await bringKey(core.station, code);
    if (user === undefined) return null;
    const signIn = await core.dispatcher.call(newSession('cli'), { op: 'session.signIn', input: { user, pin: process.env['STATION_PIN'] ?? '' }, commandId: systemIds(systemClock).ulid() });
    if (!signIn.ok && 'refusal' in signIn) throw new Refusal(signIn.refusal.code, signIn.refusal.params);
    const { device, pendingIncarnation } = core.station;
    return pendingIncarnation === null && device ? { device: device.ulid, deskLetter: device.deskLetter } : null;
  } finally {
    await core.stop();
  }
}
