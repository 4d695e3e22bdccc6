import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadHandle } from '../../../../db/connection.ts';
import { currentDevice, lastEvent } from '../../../../db/queries/books.queries.ts';
import { devicesBorn } from '../../../../db/queries/system.queries.ts';
import { eventHashAt } from '../../../../db/queries/verify.queries.ts';
import { asFileFault, makePrivateFolder, systemCode, writeFileDurably } from '../../platform/durable-file.ts';
import type { ChainHead } from '../../platform/event-chain.ts';
import { parseJson } from '../../platform/json-text.ts';

/**
 * What this computer remembers of a folder outside of it: the last head of its chain. When an older file is put in the folder's
 * place, the note still knows better. It lies in the configuration folder, beside the key.
 */
export interface HeadNote {
  readonly heads: readonly ChainHead[];
  /** When everything was checked last; null before the first time. */
  readonly verifiedAt: number | null;
  /** Every desk letter this folder ever had here: a backup restored twice must not give a number twice. */
  readonly deskLetters: readonly string[];
}

export interface NoteOptions {
  readonly verifiedAt?: number;
  /** True when a new incarnation has just begun: what came after the restored backup is given up, and a document says so. */
  readonly forgetsOthers?: boolean;
}

interface NotePlace { readonly config: string; readonly folderUlid: string }

const fileOf = ({ config, folderUlid }: NotePlace): string => join(config, 'heads', `${folderUlid}.json`);

/** Null where this computer has never worked with the folder. */
export async function readHeadNote(place: NotePlace): Promise<HeadNote | null> {
  try {
    const value = parseJson(await readFile(fileOf(place), 'utf8'));
    return isNote(value) ? value : null;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw asFileFault(error, fileOf(place), 'file_unreadable');
  }
}

/**
 * Writes down the head of the device that works here now. A chain that does not hold the head known before is not taken: the note
 * would forget exactly what it is there for.
 */
export async function noteHead(place: NotePlace, db: ReadHandle, { verifiedAt, forgetsOthers }: NoteOptions = {}): Promise<void> {
  const known = await readHeadNote(place);
  const device = currentDevice.first(db, {})?.ulid;
  const last = device === undefined ? undefined : lastEvent.first(db, { device });
  const born = devicesBorn.all(db, {});
  const kept = (known?.heads ?? []).filter((head) => !forgetsOthers || born.some((row) => row.ulid === head.device));
  const heads = new Map(kept.map((head) => [head.device, head]));
  const before = device === undefined ? undefined : heads.get(device);
  const goesOn = before === undefined || eventHashAt.first(db, { device: before.device, seq: before.seq })?.hash === before.hash;
  if (device !== undefined && last && goesOn) heads.set(device, { device, seq: last.seq, hash: last.hash });
  const letters = new Set([...(known?.deskLetters ?? []), ...born.map((row) => row.deskLetter)]);
  const note: HeadNote = { heads: [...heads.values()], verifiedAt: verifiedAt ?? known?.verifiedAt ?? null, deskLetters: [...letters] };
  await makePrivateFolder(join(place.config, 'heads'));
  await writeFileDurably(fileOf(place), `${JSON.stringify(note)}\n`);
}

function isNote(value: unknown): value is HeadNote {
  return typeof value === 'object' && value !== null && 'heads' in value && Array.isArray(value.heads) && 'verifiedAt' in value
    && 'deskLetters' in value && Array.isArray(value.deskLetters)
    && value.heads.every((head: unknown) => typeof head === 'object' && head !== null && 'device' in head && 'seq' in head && typeof head.seq === 'number' && 'hash' in head);
}
