import { dropPhoto, photosOfDraft } from '../../../../db/queries/photo.queries.ts';
import { ticketOfDraft } from '../../../../db/queries/ticket.queries.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import type { Station } from '../../station.ts';
import { forgetPhoto } from './photo-files.ts';

/** Deletes the file of a picture that nobody holds, in the background; one that stays is in the log. */
export function forgetLater({ paths, log }: Station, ulid: string): void {
  void forgetPhoto(paths.data, ulid).catch((error: unknown) => log.warn({ err: error }, 'a photo could not be deleted'));
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
