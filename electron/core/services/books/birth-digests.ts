import type { ReadHandle } from '../../../../db/connection.ts';
import { currentDevice, folderRow } from '../../../../db/queries/books.queries.ts';
import { digestOf, sha256Hex } from '../../platform/digest.ts';

type Device = ReturnType<typeof currentDevice.all>[number];
type Folder = ReturnType<typeof folderRow.all>[number];

/** The digest of a device's row; nothing of it ever changes. */
export const digestOfDevice = (row: Device): string => digestOf(row);
/** The digest of the folder's row without the wrap, which a new recovery code replaces. */
export const digestOfFolder = ({ recovery_wrap: _wrap, ...row }: Folder): string => digestOf(row);
/** The digest of the wrapped data key; the event of a new recovery code carries the next one. */
export const digestOfWrap = (wrap: string | null): string => sha256Hex(wrap ?? '');

/** What the event of a device's birth proves of the two rows that no document holds. */
export function bornAs(db: ReadHandle): { readonly deviceRow: string; readonly folderRow: string; readonly recoveryWrap: string } {
  const folder = folderRow.one(db, {});
  return { deviceRow: digestOfDevice(currentDevice.one(db, {})), folderRow: digestOfFolder(folder), recoveryWrap: digestOfWrap(folder.recovery_wrap) };
}
