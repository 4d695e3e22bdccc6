import type { ReadHandle, WriteConnection } from '../../../db/connection.ts';
import { insertRow } from '../../../db/insert.ts';
import { currentDevice, folderRow } from '../../../db/queries/books.queries.ts';
import type { CoreHost } from '../host/core-host.ts';
import type { Clock } from '../platform/clock.ts';
import { openSigningKey } from '../platform/device-key.ts';
import type { Ids } from '../platform/ids.ts';
import type { KeyPlace } from '../platform/key-store.ts';
import { openDataKey } from '../platform/key-store.ts';
import { fieldProtection } from '../platform/protected-field.ts';
import type { DeviceIdentity, FolderKind, StationKeys, StationPaths } from '../station.ts';

/** The folder's own row; made when the database is new. */
export function ensureFolder(db: WriteConnection, kind: FolderKind, ids: Ids, clock: Clock): { readonly ulid: string; readonly kind: FolderKind } {
  const found = folderRow.first(db, {});
  if (found) return { ulid: found.ulid, kind: found.kind as FolderKind };
  const ulid = ids.ulid();
  db.transact((tx) => insertRow(tx, 'folder', { ulid, kind, created_at: clock.now(), recovery_wrap: null }));
  return { ulid, kind };
}

/** Where this folder's data key is kept. */
export function keyPlace(paths: StationPaths, host: CoreHost, folderUlid: string): KeyPlace {
  return { configFolder: paths.config, dataFolder: paths.data, folderId: folderUlid, sealKey: host.sealKey?.bind(host), unsealKey: host.unsealKey?.bind(host) };
}

export function deviceOf(db: ReadHandle): (DeviceIdentity & { readonly sealedKey: string }) | null {
  const row = currentDevice.first(db, {});
  return row ? { ulid: row.ulid, stationCode: row.station_code, deskLetter: row.desk_letter, publicKey: row.public_key, sealedKey: row.sealed_key } : null;
}

/** The device and, where the data key can be had, the keys. A folder without its key still weighs and settles; protected fields stay shut. */
export async function loadIdentity(db: ReadHandle, paths: StationPaths, host: CoreHost, folderUlid: string): Promise<{ device: DeviceIdentity | null; keys: StationKeys | null }> {
  const device = deviceOf(db);
  if (!device) return { device: null, keys: null };
  const opened = await openDataKey(keyPlace(paths, host, folderUlid));
  if (!opened.ok) return { device, keys: null };
  const fields = fieldProtection(opened.dataKey);
  const signing = openSigningKey(fields, device.ulid, device.sealedKey);
  return { device, keys: { keeping: opened.keeping, dataKey: opened.dataKey, fields, signing } };
}
