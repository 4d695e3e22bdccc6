import { dropPhoto, photosOfDraft } from '../../../../db/queries/photo.queries.ts';
import { ticketOfDraft } from '../../../../db/queries/ticket.queries.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import type { Station } from '../../station.ts';
import { forgetPhoto } from './photo-files.ts';

/** Pictures of a station whose files are being deleted in this run. */
const leaving = new WeakMap<Station, Set<string>>();

/** Whether the file of a picture is on its way out, so that it is not taken for one that lost its row. */
export const isLeaving = (station: Station, ulid: string): boolean => leaving.get(station)?.has(ulid) === true;

/** Deletes the file of a picture that nobody holds, in the background; one that stays is in the log. */
export function forgetLater(station: Station, ulid: string): void {
  leaving.set(station, (leaving.get(station) ?? new Set()).add(ulid));
  void forgetPhoto(station.paths.data, ulid).catch((error: unknown) => station.log.warn({ err: error }, 'a photo could not be deleted'));
}

/** Lets go of a picture that belongs to no ticket; its file goes once that is written. */
export function letGo(context: CommandContext, ulid: string): void {
  dropPhoto.run(context.tx, { ulid });
  context.afterCommit(() => forgetLater(context.station, ulid));
}

/** Lets go of all pictures of a draft that is thrown away: people stand on them. Those of a posted ticket stay. */
export function dropPhotosOf(context: CommandContext, draft: string): void {
  if (ticketOfDraft.first(context.tx, { draft })) return;
  for (const { ulid } of photosOfDraft.all(context.tx, { draft })) letGo(context, ulid);
}
