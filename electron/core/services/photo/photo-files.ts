import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../platform/digest.ts';
import { asFileFault, makePrivateFolder, systemCode, writeFileDurably } from '../../platform/durable-file.ts';
import { Fault } from '../../platform/fault.ts';
import type { FieldProtection } from '../../platform/protected-field.ts';
import { photoFile, photoFolder } from '../../platform/photo-folder.ts';

export interface KeptPhoto { readonly bytes: number; readonly sha256: string; readonly fileSha256: string }

/** Seals a picture and writes it beside the database; after a power cut the whole file is there or none. Faults: `disk_full`, `file_unwritable`. */
export async function keepPhoto(dataFolder: string, fields: FieldProtection, ulid: string, jpeg: Uint8Array): Promise<KeptPhoto> {
  const sealed = fields.sealBytes('photo', jpeg, ulid);
  await makePrivateFolder(photoFolder(dataFolder));
  await writeFileDurably(join(photoFolder(dataFolder), photoFile(ulid)), sealed);
  return { bytes: jpeg.length, sha256: sha256Hex(jpeg), fileSha256: sha256Hex(sealed) };
}

export type OpenedPhoto = { readonly state: 'whole'; readonly jpeg: Buffer } | { readonly state: 'missing' | 'changed' };

/** The picture as it was taken, proved against its hash where one is written down, else by its seal alone; anything else in its place is `changed`, nothing there is `missing`. Fault `file_unreadable`. */
export async function openPhoto(dataFolder: string, fields: FieldProtection, ulid: string, sha256: string | null): Promise<OpenedPhoto> {
  const path = join(photoFolder(dataFolder), photoFile(ulid));
  try {
    const jpeg = fields.openBytes('photo', await readFile(path), ulid);
    return sha256 === null || sha256Hex(jpeg) === sha256 ? { state: 'whole', jpeg } : { state: 'changed' };
  } catch (error) {
    if (error instanceof Fault) return { state: 'changed' };
    if (systemCode(error) === 'ENOENT') return { state: 'missing' };
    throw asFileFault(error, path, 'file_unreadable');
  }
}

/** Deletes the file of a picture that no ticket holds; one that is not there is gone already. */
export const forgetPhoto = (dataFolder: string, ulid: string): Promise<void> => rm(join(photoFolder(dataFolder), photoFile(ulid)), { force: true });
