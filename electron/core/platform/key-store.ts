import { randomBytes } from 'node:crypto';
import { chmod, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { asFileFault, makePrivateFolder, privateFileMode, systemCode, writeFileDurably } from './durable-file.ts';
import { Fault } from './fault.ts';
import { parseJson } from './json-text.ts';
import { fieldProtection } from './protected-field.ts';
import { wrapWithNewCode } from './recovery-wrap.ts';
import type { RecoveryWrap } from './recovery-wrap.ts';

/** Where a folder's data key is kept, and the system's key store when the host has one. */
export interface KeyPlace {
  /** The user's configuration folder; it must not lie in the data folder, or a copied folder would carry its own key. */
  readonly configFolder: string;
  readonly dataFolder: string;
  /** Names the key file: letters, digits, `-` and `_`. */
  readonly folderId: string;
  readonly sealKey?: ((bytes: Uint8Array) => Promise<Uint8Array>) | undefined;
  readonly unsealKey?: ((bytes: Uint8Array) => Promise<Uint8Array>) | undefined;
}

/** `sealed`: only the system's key store opens the file. `file`: whoever reads the file has the key, and the window says so. */
export type KeyKeeping = 'sealed' | 'file';

export interface HeldDataKey {
  readonly dataKey: Buffer;
  /** The id found in front of every sealed field. */
  readonly keyId: string;
  readonly keeping: KeyKeeping;
}

/**
 * Why there is no key: no file here (`missing`, a folder from another machine); sealed, and no key store answers (`no_key_store`,
 * as on the command line); sealed by another user or machine (`sealed_elsewhere`); the file is no key (`damaged`); or it holds
 * another key than the database wants (`other_key`).
 */
export type KeyAbsence = 'missing' | 'no_key_store' | 'sealed_elsewhere' | 'damaged' | 'other_key';

export type OpenedDataKey = ({ readonly ok: true } & HeldDataKey) | { readonly ok: false; readonly why: KeyAbsence };

const dataKeyBytes = 32;

/** Makes and keeps the data key of a new folder. An existing key file is never overwritten (fault `file_unwritable`): fields may hang on it. */
export async function createDataKey(place: KeyPlace): Promise<HeldDataKey & { readonly recovery: RecoveryWrap }> {
  if (await exists(keyFile(place))) throw new Fault('file_unwritable', { file: keyFile(place), system: 'EEXIST' });
  const dataKey = randomBytes(dataKeyBytes);
  const keeping = await rewrap(place, dataKey);
  return { dataKey, keyId: fieldProtection(dataKey).keyId, keeping, recovery: await wrapWithNewCode(dataKey) };
}

/** Fetches the key; `expectedKeyId` is what the database has noted. Reading troubles other than absence are the fault `file_unreadable`. */
export async function openDataKey(place: KeyPlace, expectedKeyId?: string): Promise<OpenedDataKey> {
  const kept = await readKeyFile(keyFile(place));
  if (kept === 'missing' || kept === 'damaged') return { ok: false, why: kept };
  const dataKey = kept.keeping === 'file' ? kept.key : await unsealed(place, kept.key);
  if (typeof dataKey === 'string') return { ok: false, why: dataKey };
  if (dataKey.length !== dataKeyBytes) return { ok: false, why: 'damaged' };
  const keyId = fieldProtection(dataKey).keyId;
  if (keyId !== kept.keyId) return { ok: false, why: 'damaged' };
  if (expectedKeyId !== undefined && keyId !== expectedKeyId) return { ok: false, why: 'other_key' };
  return { ok: true, dataKey, keyId, keeping: kept.keeping };
}

/**
 * Keeps a known key here, sealed when a key store answers: after a recovery code was typed on a new machine,
 * or when a key store has appeared where there was none. Says how it is kept now.
 */
export async function rewrap(place: KeyPlace, dataKey: Uint8Array): Promise<KeyKeeping> {
  assertOutsideDataFolder(place);
  const sealed = place.sealKey === undefined ? null : await place.sealKey(dataKey);
  const keeping: KeyKeeping = sealed === null ? 'file' : 'sealed';
  const content = {
    format: 1, folder: place.folderId, keeping, keyId: fieldProtection(dataKey).keyId, key: Buffer.from(sealed ?? dataKey).toString('base64url'),
  };
  await makePrivateFolder(join(place.configFolder, 'keys'));
  await writeFileDurably(keyFile(place), `${JSON.stringify(content)}\n`);
  return keeping;
}

/** The file that keeps the key of a folder. */
export function keyFile(place: KeyPlace): string {
  if (!/^[\w-]{1,64}$/.test(place.folderId)) throw new TypeError('a folder id has letters, digits, - and _ only');
  return join(place.configFolder, 'keys', `${place.folderId}.key.json`);
}

function assertOutsideDataFolder(place: KeyPlace): void {
  const way = relative(place.dataFolder, place.configFolder);
  const isInside = way === '' || (!way.startsWith('..') && !isAbsolute(way));
  if (isInside) throw new Error('the key must not be kept in the data folder');
}

interface KeptKey {
  readonly keeping: KeyKeeping;
  readonly keyId: string;
  readonly key: Buffer;
}

async function readKeyFile(path: string): Promise<KeptKey | 'missing' | 'damaged'> {
  let text: string;
  try {
    await narrowMode(path);
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing';
    throw asFileFault(error, path, 'file_unreadable');
  }
  return parseKeyFile(text);
}

/** A file copied about by hand may have become readable for others; it is closed again before use. */
async function narrowMode(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(path, privateFileMode);
}

function parseKeyFile(text: string): KeptKey | 'damaged' {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('keeping' in value && 'keyId' in value && 'key' in value)) return 'damaged';
  const { keeping, keyId, key } = value;
  if ((keeping !== 'sealed' && keeping !== 'file') || typeof keyId !== 'string' || typeof key !== 'string') return 'damaged';
  return { keeping, keyId, key: Buffer.from(key, 'base64url') };
}

async function unsealed(place: KeyPlace, sealed: Buffer): Promise<Buffer | 'no_key_store' | 'sealed_elsewhere'> {
  if (place.unsealKey === undefined) return 'no_key_store';
  try {
    return Buffer.from(await place.unsealKey(sealed));
  } catch {
    // The key store's own errors differ by system and version; all of them mean that it was not sealed for us.
    return 'sealed_elsewhere';
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw asFileFault(error, path, 'file_unreadable');
  }
}
