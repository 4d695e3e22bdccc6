import { decodeTime } from 'ulid';
import { dropPhotoAside, photoAside, photosAside } from '../../../../db/queries/photo.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { forgetLater } from './let-go.ts';

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
