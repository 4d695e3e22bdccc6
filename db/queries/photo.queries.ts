import { sql } from 'kysely';
import { command, query, textQuery } from '../sql.ts';

/** Photos taken beside a draft, in their order. */
export const photosOfDraft = query<{ draft: string }>()((k, slot) => k.selectFrom('photo').selectAll().where('draft_ulid', '=', slot('draft')).orderBy('id'));
export const photoByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('photo').selectAll().where('ulid', '=', slot('ulid')));
/** Lets go of a photo that belongs to no ticket. */
export const dropPhoto = command<{ ulid: string }>()((k, slot) => k.deleteFrom('photo').where('ulid', '=', slot('ulid')));

/** Whether a draft, a ticket or the list of those set aside holds a picture. */
export const photoIsHeld = textQuery<{ ulid: string }, { held: number }>((slot) => sql`
  SELECT 1 AS held FROM photo WHERE ulid = ${slot('ulid')} UNION ALL SELECT 1 FROM ticket_photo WHERE ulid = ${slot('ulid')} UNION ALL SELECT 1 FROM photo_aside WHERE ulid = ${slot('ulid')}`);
/** Pictures found without a row, the newest first. */
export const photosAside = query<object>()((k) => k.selectFrom('photo_aside').selectAll().orderBy('ulid', 'desc'));
export const photoAside = query<{ ulid: string }>()((k, slot) => k.selectFrom('photo_aside').selectAll().where('ulid', '=', slot('ulid')));
export const dropPhotoAside = command<{ ulid: string }>()((k, slot) => k.deleteFrom('photo_aside').where('ulid', '=', slot('ulid')));

export const photosOfTicket = query<{ documentId: number }>()((k, slot) =>
  k.selectFrom('ticket_photo').innerJoin('user', 'user.id', 'ticket_photo.taken_by')
    .select(['ticket_photo.ulid as id', 'ticket_photo.step', 'ticket_photo.taken_at as takenAt', 'user.name as takenBy', 'ticket_photo.bytes'])
    .where('document_id', '=', slot('documentId')).orderBy('ordinal'));
export const ticketPhoto = query<{ ulid: string }>()((k, slot) => k.selectFrom('ticket_photo').selectAll().where('ulid', '=', slot('ulid')));

/** Every photo of the books with the number of its ticket and what its file must be. */
export const photosOfBooks = query<object>()((k) =>
  k.selectFrom('ticket_photo').innerJoin('document', 'document.id', 'ticket_photo.document_id').select(['ticket_photo.ulid', 'ticket_photo.file_sha256 as fileSha256', 'document.number']).orderBy('ticket_photo.id'));
