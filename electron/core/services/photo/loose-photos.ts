import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { insertRow } from '../../../../db/insert.ts';
import { photoIsHeld } from '../../../../db/queries/photo.queries.ts';
import { systemCode } from '../../platform/durable-file.ts';
import { photoFile, photoFolder, photoOfFile } from '../../platform/photo-folder.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { Station } from '../../station.ts';
import { isLeaving } from './let-go.ts';

/** Looks once after every start for sealed pictures that nobody holds. */
export interface LoosePhotoSearch {
  /** Resolves when the search of this start is over. */
  readonly over: Promise<void>;
  stop(): Promise<void>;
}

/** So many names are looked up in one go; at 0.02 ms each the desk does not notice. */
const sliceLength = 200;
/** In the application the window comes first. */
const firstLookMs = 5_000;

/**
 * Finds pictures that the power cut off from their row, or that a restore went back behind. Each is noted once, with a line in the audit;
 * the file stays where it is. Runs in slices while the desk is answered already, so only pictures of an earlier run count: every id
 * made since this start lies between `first` and the id made last.
 */
export function startLoosePhotoSearch(station: Station, isAtWork: boolean): LoosePhotoSearch {
  const folder = photoFolder(station.paths.data);
  const first = station.ids.ulid();
  const ending = new AbortController();
  const isEarlier = (ulid: string): boolean => ulid < first || ulid > station.ids.ulid();
  const isLoose = (ulid: string): boolean => isEarlier(ulid) && !isLeaving(station, ulid) && photoIsHeld.first(station.db, { ulid }) === undefined;

  async function note(found: readonly string[]): Promise<number> {
    const sized = await Promise.all(found.map(async (ulid) => ({ ulid, bytes: (await stat(join(folder, photoFile(ulid)))).size })));
    const at = station.clock.now();
    // Looked at once more: while its length was read a picture may have been let go or noted.
    return station.db.transact((tx) => sized.filter(({ ulid }) => isLoose(ulid)).map(({ ulid, bytes }) => {
      insertRow(tx, 'photo_aside', { ulid, found_at: at, bytes });
      writeAudit(tx, { at, userId: null, op: 'photo.setAside', outcome: 'ok', code: ulid, commandId: null, correlationId: null });
    }).length);
  }

  async function look(): Promise<void> {
    let noted = 0;
    for await (const names of slicesOf(folder)) {
      if (ending.signal.aborted) return;
      const found = names.flatMap((name) => photoOfFile(name) ?? []).filter(isLoose);
      if (found.length > 0) noted += await note(found);
      await nextTurn();
    }
    if (noted === 0) return;
    station.log.warn({ photos: noted }, 'pictures without a delivery were set aside');
    station.emit('changed', { op: 'photo.aside' });
  }

  const over = pause(isAtWork ? firstLookMs : 0, ending.signal).then(look)
    .catch((error: unknown) => station.log.error({ err: error }, 'pictures without a delivery could not be looked for'));
  return {
    over,
    stop() {
      ending.abort();
      return over;
    },
  };
}

/** Ends early when told to stop. */
const pause = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  const timer = setTimeout(resolve, ms).unref();
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    resolve();
  });
});

/** The names in the folder, some hundreds at a time; none where no picture was ever taken. */
async function* slicesOf(folder: string): AsyncGenerator<string[]> {
  const directory = await opendir(folder, { bufferSize: sliceLength }).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  let names: string[] = [];
  for await (const { name } of directory ?? []) {
    names.push(name);
    if (names.length < sliceLength) continue;
    yield names;
    names = [];
  }
  if (names.length > 0) yield names;
}
