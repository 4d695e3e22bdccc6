import { insertRow } from '../../../db/insert.ts';
import { photoAside, photoByUlid, photosOfDraft, ticketPhoto } from '../../../db/queries/photo.queries.ts';
import { allUsers } from '../../../db/queries/people.queries.ts';
import { ticketOfDraft } from '../../../db/queries/ticket.queries.ts';
import type { ReadHandle } from '../../../db/connection.ts';
import { largestPhotoBytes, mostPhotos, photoStep } from '../../contract/photo.ts';
import { Fault } from '../platform/fault.ts';
import type { FieldProtection } from '../platform/protected-field.ts';
import type { CommandContext, HandlersOf } from '../rpc/handler.ts';
import { ask, change, changeAfter, signedIn } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import type { Station } from '../station.ts';
import { dropAside, listAside } from './photo/aside.ts';
import { forgetLater, letGo } from './photo/let-go.ts';
import { keepPhoto, openPhoto } from './photo/photo-files.ts';

function fieldsOf(station: Station): FieldProtection {
  if (station.keys === null) throw new Fault('key_missing');
  return station.keys.fields;
}

/** The bytes of a picture: a JPEG from its first mark (FF D8 FF) to its last (FF D9), and not too large. */
function jpegOf(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > largestPhotoBytes) refuse('photo_too_large', { kilobytes: Math.floor(largestPhotoBytes / 1000) });
  const isJpeg = bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
  return isJpeg ? bytes : refuse('photo_not_jpeg');
}

/** Asked before the file is written and once more in the transaction: pictures taken at once do not know of each other before. */
function refuseFull(db: ReadHandle, draft: string): void {
  if (photosOfDraft.all(db, { draft }).length >= mostPhotos) refuse('photo_too_many', { most: mostPhotos });
}

/** A draft that was posted takes no picture and lets none go: the ticket's digest stands. */
function refusePosted(db: ReadHandle, draft: string): void {
  const posted = ticketOfDraft.first(db, { draft });
  if (posted) refuse('draft_posted', { number: posted.number });
}

function discard(context: CommandContext, ulid: string): Record<string, never> {
  const photo = photoByUlid.first(context.tx, { ulid }) ?? refuse('photo_unknown');
  refusePosted(context.tx, photo.draft_ulid);
  letGo(context, ulid);
  return {};
}

export const photoHandlers = {
  'photo.take': changeAfter(
    async ({ station, db }, { draftId, jpeg }) => {
      const bytes = jpegOf(jpeg);
      refusePosted(db, draftId);
      refuseFull(db, draftId);
      const ulid = station.ids.ulid();
      return { ulid, kept: await keepPhoto(station.paths.data, fieldsOf(station), ulid, bytes) };
    },
    (context, { draftId, step }, { ulid, kept }) => {
      try {
        refusePosted(context.tx, draftId);
        refuseFull(context.tx, draftId);
      } catch (refusal) {
        forgetLater(context.station, ulid);
        throw refusal;
      }
      insertRow(context.tx, 'photo', {
        ulid, draft_ulid: draftId, step, taken_at: context.now, taken_by: signedIn(context).rowId, device: context.station.device?.ulid ?? refuse('setup_needed'),
        bytes: kept.bytes, sha256: kept.sha256, file_sha256: kept.fileSha256,
      });
      return { id: ulid };
    },
  ),
  'photo.list': ask(({ db }, { draftId }) => {
    const names = new Map(allUsers.all(db, {}).map(({ id, name }) => [id, name]));
    return { rows: photosOfDraft.all(db, { draft: draftId }).map((row) => ({ id: row.ulid, step: photoStep.parse(row.step), takenAt: row.taken_at, takenBy: names.get(row.taken_by) ?? '', bytes: row.bytes })) };
  }),
  'photo.discard': change((context, { id }) => discard(context, id)),
  'photo.get': ask(async ({ station, db }, { id }) => {
    const photo = ticketPhoto.first(db, { ulid: id }) ?? photoByUlid.first(db, { ulid: id });
    if (!photo && !photoAside.first(db, { ulid: id })) refuse('photo_unknown');
    const opened = await openPhoto(station.paths.data, fieldsOf(station), id, photo?.sha256 ?? null);
    return opened.state === 'whole' ? { state: 'whole' as const, jpeg: opened.jpeg.toString('base64') } : { state: opened.state, jpeg: null };
  }),
  'photo.aside': ask(listAside),
  'photo.dropAside': change(dropAside),
} satisfies HandlersOf<'photo.aside' | 'photo.dropAside' | 'photo.take' | 'photo.list' | 'photo.discard' | 'photo.get'>;
