import { dirname, join } from 'node:path';
import { photosNamedIn } from '../../../db/backup.ts';
import type { NamedPhoto } from '../../../db/backup.ts';
import { makePrivateFolder } from './durable-file.ts';
import { copyPhoto, copyPhotos, photoFile, photoFlaw, photoFolder } from './photo-folder.ts';

/** A picture that a sealed ticket names and that is not there as it was sealed. */
export interface FlawedPhoto extends NamedPhoto { readonly flaw: 'missing' | 'changed' }

/** How many pictures the tickets of a database name, and which of them are not in the place as they were sealed. */
export interface PhotoProof { readonly photos: number; readonly flawed: readonly FlawedPhoto[] }

/** Looks at every picture that the tickets of a database name. Reads all of them, so a long one belongs into a worker. Needs no key. Throws StorageError; fault `file_unreadable`. */
export function provePhotos(database: string, place: string): PhotoProof {
  const named = photosNamedIn(database);
  const flawed = named.flatMap((photo) => {
    const flaw = photoFlaw(photoFolder(place), photo.id, photo.fileSha256);
    return flaw === null ? [] : [{ ...photo, flaw }];
  });
  return { photos: named.length, flawed };
}

/** Brings flawed pictures anew from a place that has them whole; what is left is whole nowhere. Faults: `disk_full`, `file_unwritable`. */
export async function mendPhotos(flawed: readonly FlawedPhoto[], from: string, to: string): Promise<FlawedPhoto[]> {
  const left: FlawedPhoto[] = [];
  for (const photo of flawed) {
    if (photoFlaw(photoFolder(from), photo.id, photo.fileSha256) === null) {
      await makePrivateFolder(photoFolder(to));
      await copyPhoto(join(photoFolder(from), photoFile(photo.id)), join(photoFolder(to), photoFile(photo.id)));
    } else left.push(photo);
  }
  return left;
}

/**
 * Brings the pictures of a data folder beside a backup and proves every one its tickets name; what was spoilt there before is brought anew.
 * Returns those that the data folder itself has lost. Faults: `disk_full`, `file_unwritable`.
 */
export async function keepPhotosBeside(backup: string, dataFolder: string, prove: (database: string, place: string) => Promise<PhotoProof> | PhotoProof = provePhotos): Promise<FlawedPhoto[]> {
  const place = dirname(backup);
  await copyPhotos(dataFolder, place);
  return mendPhotos((await prove(backup, place)).flawed, dataFolder, place);
}
