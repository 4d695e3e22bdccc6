import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeTime } from 'ulid';
import { insertRow } from '../../../../db/insert.ts';
import { dropPhotoAside, heldPhotos, photoAside, photosAside } from '../../../../db/queries/photo.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { photoFile, photoFolder, photosLyingIn } from '../../platform/photo-folder.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';
import { forgetLater } from './let-go.ts';

const isUlid = (name: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26}$/u.test(name);

/**
 * Looks for sealed pictures that nobody holds: the power failed between file and row, or a restore went back behind their delivery. Each is
 * noted once, with a line in the audit; the file stays where it is. Runs at every start, before anything is answered.
 */
export async function noteLoosePhotos(station: Station): Promise<void> {
  const folder = photoFolder(station.paths.data);
  const held = new Set(heldPhotos.all(station.db, {}).map(({ ulid }) => ulid));
  const loose = (await photosLyingIn(folder)).filter((ulid) => isUlid(ulid) && !held.has(ulid));
  if (loose.length === 0) return;
  const found = await Promise.all(loose.map(async (ulid) => ({ ulid, bytes: (await stat(join(folder, photoFile(ulid)))).size })));
  const at = station.clock.now();
  station.db.transact((tx) => {
    for (const { ulid, bytes } of found) {
      insertRow(tx, 'photo_aside', { ulid, found_at: at, bytes });
      writeAudit(tx, { at, userId: null, op: 'photo.setAside', outcome: 'ok', code: ulid, commandId: null, correlationId: null });
    }
  });
  station.log.warn({ photos: loose }, 'pictures without a delivery were set aside');
}

/** The pictures set aside, with the moment each was taken (its id tells) and found. */
export const listAside = ({ db }: QueryContext): OutputOf<'photo.aside'> =>
  ({ rows: photosAside.all(db, {}).map(({ ulid, found_at: foundAt, bytes }) => ({ id: ulid, takenAt: decodeTime(ulid), foundAt, bytes })) });

/** Lets a picture go that was set aside; that it was, and by whom, is in the audit. Refuses `photo_unknown`. */
export function dropAside(context: CommandContext, { id }: { readonly id: string }): Record<string, never> {
  if (!photoAside.first(context.tx, { ulid: id })) refuse('photo_unknown');
  dropPhotoAside.run(context.tx, { ulid: id });
  writeAudit(context.tx, { at: context.now, userId: signedIn(context).rowId, op: 'photo.dropAside', outcome: 'ok', code: id, commandId: null, correlationId: null });
  context.afterCommit(() => forgetLater(context.station, id));
  return {};
}
