import type { ReadHandle } from '../../../../../db/connection.ts';
import { photosOfBooks } from '../../../../../db/queries/photo.queries.ts';
import { photoFlaw } from '../../../platform/photo-folder.ts';
import type { FindingList } from './findings.ts';

/** Every picture of a posted ticket still lies there as it was sealed; needs no key. */
export function checkPhotos(db: ReadHandle, folder: string, findings: FindingList): void {
  for (const { ulid, fileSha256, number } of photosOfBooks.all(db, {})) {
    const flaw = photoFlaw(folder, ulid, fileSha256);
    if (flaw !== null) findings.add(flaw === 'missing' ? 'photo_missing' : 'photo_changed', { number, file: ulid });
  }
}
