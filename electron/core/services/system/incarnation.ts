import { access } from 'node:fs/promises';
import { insertRow } from '../../../../db/insert.ts';
import { currentDevice, lastEvent } from '../../../../db/queries/books.queries.ts';
import { desksOfStation, devicesBorn } from '../../../../db/queries/system.queries.ts';
import { handDraftsOn } from '../../../../db/queries/ticket.queries.ts';
import { businessDate } from '../../../domain/business-date.ts';
import type { CoreHost } from '../../host/core-host.ts';
import { clearRestoreNote, readRestoreNote } from '../../platform/backup-restore.ts';
import type { RestoreNote } from '../../platform/backup-restore.ts';
import { sealSigningKey } from '../../platform/device-key.ts';
import { systemCode } from '../../platform/durable-file.ts';
import { keyFile } from '../../platform/key-store.ts';
import { createSigningKey } from '../../platform/signing.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { newSession } from '../../rpc/session.ts';
import type { SessionUser } from '../../rpc/session.ts';
import type { DeviceIdentity, Station, StationPaths } from '../../station.ts';
import { bornAs } from '../books/birth-digests.ts';
import { openDocument } from '../books/documents.ts';
import { createMaster } from '../books/masters.ts';
import { keyPlace } from '../identity.ts';
import { readHeadNote } from './head-note.ts';

/** Why the folder must begin a new life before anything is posted: restored from a backup, or found on a computer that does not know it. */
export interface PendingIncarnation {
  readonly cause: 'restored' | 'moved';
  readonly note: RestoreNote | null;
}

/** Looks for the note a restore left, and for the traces a folder leaves on the computer it lives on: its key and its head. */
export async function findPendingIncarnation(paths: StationPaths, host: CoreHost, folderUlid: string, device: DeviceIdentity | null): Promise<PendingIncarnation | null> {
  const note = await readRestoreNote(paths.data);
  if (device === null) return null;
  if (note) return { cause: 'restored', note };
  const isKnown = await exists(keyFile(keyPlace(paths, host, folderUlid))) || await readHeadNote({ config: paths.config, folderUlid }) !== null;
  return isKnown ? null : { cause: 'moved', note: null };
}

/**
 * Begins the new incarnation, when one is due and the data key is here: a new device with its own key and the next desk letter, and
 * as its first event the document that names the backup, the end of the old chain and the person. The settlement role stays with the
 * old device until it is taken again. This one document is written whatever the clock says, and says so itself.
 */
export async function beginIncarnation(station: Station, user: SessionUser): Promise<boolean> {
  const { pendingIncarnation: pending, keys } = station;
  const previous = currentDevice.first(station.db, {});
  if (!pending || !keys || !previous) return false;
  const signing = createSigningKey();
  const known = await readHeadNote({ config: station.paths.config, folderUlid: station.folderUlid });
  const deskLetter = nextDeskLetter(station, previous.station_code, known?.deskLetters ?? []);
  const device: DeviceIdentity = { ulid: station.ids.ulid(), stationCode: previous.station_code, deskLetter, publicKey: signing.publicKey };
  const after: Array<() => void> = [];
  const now = station.clock.now();
  station.db.transact((tx) => {
    insertRow(tx, 'device', {
      ulid: device.ulid, station_code: device.stationCode, desk_letter: device.deskLetter, public_key: device.publicKey, sealed_key: sealSigningKey(keys.fields, device.ulid, signing), origin: pending.cause, begun_at: now,
    });
    handDraftsOn.run(tx, { from: previous.desk_letter, to: device.deskLetter });
    const acting: Station = { ...station, device, keys: { ...keys, signing }, clockGuard: { ...station.clockGuard, finding: () => 'ok' } };
    writeBirth({ station: acting, session: newSession('cli'), db: station.db, tx, now, businessDate: businessDate(now), user, approver: null, afterCommit: (work) => after.push(work) }, device, previous.ulid, pending);
  });
  for (const work of after) work();
  Object.assign(station, { device, keys: { ...keys, signing }, pendingIncarnation: null });
  station.live.settlementRuns.wake();
  await station.live.watch.noteHead({ forgetsOthers: true });
  await clearRestoreNote(station.paths.data);
  return true;
}

function writeBirth(context: CommandContext, device: DeviceIdentity, previousDevice: string, pending: PendingIncarnation): void {
  const end = lastEvent.first(context.tx, { device: previousDevice });
  const backupName = pending.note?.backupFile ?? null;
  const birth = openDocument(context, { type: 'incarnation' });
  birth.add('incarnation', { document_id: birth.id, device: device.ulid, previous_device: previousDevice, previous_seq: end?.seq ?? null, previous_hash: end?.hash ?? null, cause: pending.cause, backup_name: backupName });
  birth.seal({ payload: { device: device.ulid, publicKey: device.publicKey, ...bornAs(context.tx), cause: pending.cause, backup: backupName, previous: end ? { device: previousDevice, seq: end.seq, hash: end.hash } : null } });
  const [desk] = desksOfStation.all(context.tx, { code: device.stationCode });
  if (desk) createMaster(context, 'desk', { station_id: desk.stationId, letter: device.deskLetter, name: device.deskLetter });
}

/** The first letter that no device and no desk of the station has ever had, as far as the file and this computer know: A to Z, then AA, AB and so on. */
function nextDeskLetter(station: Station, code: string, knownHere: readonly string[]): string {
  const used = new Set([...knownHere, ...devicesBorn.all(station.db, {}).map((row) => row.deskLetter), ...desksOfStation.all(station.db, { code }).map((row) => row.letter)]);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const free = [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))].find((letter) => !used.has(letter));
  if (free === undefined) throw new Error('no desk letter is left');
  return free;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
