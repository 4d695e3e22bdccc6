import { readFile } from 'node:fs/promises';
import type { DatabaseFacts } from '../../../db/backup.ts';
import { canonicalText } from './canonical-text.ts';
import { asFileFault, systemCode } from './durable-file.ts';
import { parseJson } from './json-text.ts';
import { sign, verify } from './signing.ts';
import type { SigningKey } from './signing.ts';

/** What lies beside each backup file and says what it must be. Written last: a backup without it was never finished. */
export interface BackupManifest {
  readonly format: 1;
  /** File name of the copy, in the same folder. */
  readonly file: string;
  /** UTC milliseconds. */
  readonly createdAt: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly facts: DatabaseFacts;
  /** Public key and signature of the device that made it; null while it had no key. */
  readonly signedBy: { readonly publicKey: string; readonly signature: string } | null;
}

export const manifestEnding = '.manifest.json';

export type UnsignedManifest = Omit<BackupManifest, 'signedBy'>;

export function signManifest(manifest: UnsignedManifest, key: SigningKey | null): BackupManifest {
  const signedBy = key === null ? null : { publicKey: key.publicKey, signature: sign(key.privateKey, manifestText(manifest)) };
  return { ...manifest, signedBy };
}

/** True when the signature fits the content, or when there is none to check. */
export function manifestIsUntouched({ signedBy, ...manifest }: BackupManifest): boolean {
  return signedBy === null || verify(signedBy.publicKey, manifestText(manifest), signedBy.signature);
}

export async function readManifest(path: string): Promise<BackupManifest | 'missing' | 'damaged'> {
  try {
    return parseManifest(await readFile(path, 'utf8'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing';
    throw asFileFault(error, path, 'file_unreadable');
  }
}

/** The shape is checked where it decides something; the rest is compared with the copy itself. */
function parseManifest(text: string): BackupManifest | 'damaged' {
  const value = parseJson(text);
  return isManifest(value) ? value : 'damaged';
}

function isManifest(value: unknown): value is BackupManifest {
  if (typeof value !== 'object' || value === null) return false;
  const known = new Map(Object.entries(value));
  const file = known.get('file');
  // A bare name only: a manifest from a stranger's stick must not lead us to other files.
  return known.get('format') === 1 && typeof file === 'string' && /^[\w-]+\.sqlite$/.test(file) && typeof known.get('sha256') === 'string'
    && Number.isSafeInteger(known.get('bytes')) && Number.isSafeInteger(known.get('createdAt'))
    && isFacts(known.get('facts')) && isSigner(known.get('signedBy'));
}

function isFacts(value: unknown): value is DatabaseFacts {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value && typeof value.schemaVersion === 'number'
    && 'heads' in value && Array.isArray(value.heads);
}

function isSigner(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && 'publicKey' in value && typeof value.publicKey === 'string'
    && 'signature' in value && typeof value.signature === 'string';
}

function manifestText(manifest: UnsignedManifest): string {
  return `village-station backup ${canonicalText(manifest)}`;
}
