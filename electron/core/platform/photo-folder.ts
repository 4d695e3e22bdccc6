import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asFileFault, makePrivateFolder, renameDurably, settleFile, systemCode } from './durable-file.ts';

/** Name of the folder of sealed pictures, inside the data folder and beside backups alike. */
export const photoFolderName = 'photos';
export const photoFolder = (place: string): string => join(place, photoFolderName);
export const photoFile = (ulid: string): string => `${ulid}.sealed`;

/** What is wrong with the file of a picture, without the key to open it; null when it is as it was written. */
export function photoFlaw(folder: string, ulid: string, fileSha256: string): 'missing' | 'changed' | null {
  try {
    return createHash('sha256').update(readFileSync(join(folder, photoFile(ulid)))).digest('hex') === fileSha256 ? null : 'changed';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing';
    throw asFileFault(error, folder, 'file_unreadable');
  }
}

/** The id of the picture a file holds; null for a file of another name. */
export const photoOfFile = (name: string): string | null => /^([0-9A-HJKMNP-TV-Z]{26})\.sealed$/u.exec(name)?.[1] ?? null;

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.sealed'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw asFileFault(error, folder, 'file_unreadable');
  }
}

/**
 * Brings the pictures of one place to another, each under its own name and whole or not at all. A picture never changes, so one that is
 * there already with its full length is left alone. Returns how many were copied. Faults: `disk_full`, `file_unwritable`.
 */
export async function copyPhotos(from: string, to: string): Promise<number> {
  const names = await namesIn(photoFolder(from));
  if (names.length === 0) return 0;
  await makePrivateFolder(photoFolder(to));
  let copied = 0;
  for (const name of names) {
    const target = join(photoFolder(to), name);
    const source = join(photoFolder(from), name);
    const [wanted, there] = await Promise.all([stat(source), stat(target).catch(() => null)]);
    if (there?.size === wanted.size) continue;
    await copyPhoto(source, target);
    copied += 1;
  }
  return copied;
}

/** Copies one picture so that after a power cut the old file is there or the whole new one. Faults: `disk_full`, `file_unwritable`. */
export async function copyPhoto(source: string, target: string): Promise<void> {
  try {
    await copyFile(source, `${target}.tmp`);
    await settleFile(`${target}.tmp`);
    await renameDurably(`${target}.tmp`, target);
  } catch (error) {
    throw asFileFault(error, target, 'file_unwritable');
  }
}
