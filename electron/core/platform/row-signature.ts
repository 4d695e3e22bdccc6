import { canonicalText } from './canonical-text.ts';
import { sha256Hex } from './digest.ts';
import { sign, signatureAlgorithm, verify } from './signing.ts';
import type { SigningKey } from './signing.ts';

/** What is signed: rows that belong together, by table. Bytes count by their hash. */
export type SignedRows = Readonly<Record<string, Readonly<Record<string, string | number | null | Uint8Array>> | null>>;

/** The words in front keep a signature over a paper from ever passing for one over a head or a slip. */
const textOf = (rows: SignedRows): string => `village-station paper ${canonicalText(Object.fromEntries(Object.entries(rows).map(([table, row]) => [table, row && Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value instanceof Uint8Array ? sha256Hex(value) : value]))])))}`;

/** Signs rows that no event proves, with the device's key: `ed25519.` and 86 characters of base64url. Null where the folder's key is not at hand. */
export const signRows = (key: SigningKey | undefined, rows: SignedRows): string | null => (key ? `${signatureAlgorithm}.${sign(key.privateKey, textOf(rows))}` : null);

/** True when one of these devices signed exactly these rows. */
export function verifyRows(publicKeys: readonly string[], rows: SignedRows, signature: string): boolean {
  const [algorithm, bytes = ''] = signature.split('.');
  const text = textOf(rows);
  return algorithm === signatureAlgorithm && publicKeys.some((key) => verify(key, text, bytes));
}
