import { photosOfDraft } from '../../../../db/queries/photo.queries.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import type { OpenDocument } from '../books/documents.ts';

/** Makes the pictures of a draft part of its ticket: their hashes enter the document's digest, and so the event. */
export function bindPhotos(context: CommandContext, document: OpenDocument, draft: string): void {
  photosOfDraft.all(context.tx, { draft }).forEach((photo, index) => {
    const { ulid, step, taken_at, taken_by, device, bytes, sha256, file_sha256 } = photo;
    document.add('ticket_photo', { document_id: document.id, ordinal: index + 1, ulid, step, taken_at, taken_by, device, bytes, sha256, file_sha256 });
  });
}
