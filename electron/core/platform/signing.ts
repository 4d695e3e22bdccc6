import { createPrivateKey, createPublicKey, generateKeyPairSync, sign as signBytes, verify as verifyBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { sha256Hex } from './digest.ts';

/** Written beside every signature, so that another algorithm (SM2) can come later without guessing. */
export const signatureAlgorithm = 'ed25519';

/** A device's key pair. The public half is text and may be printed; the private half leaves only through {@link exportPrivateKey}. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** 32 bytes as base64url, 43 characters. */
  readonly publicKey: string;
  readonly keyId: string;
}

/** DER of an Ed25519 public key (RFC 8410) up to the 32 bytes of the key itself. */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const publicKeyBytes = 32;

export function createSigningKey(): SigningKey {
  return withPublicHalf(generateKeyPairSync('ed25519').privateKey);
}

/** PKCS #8 bytes; only ever stored encrypted with the data key. */
export function exportPrivateKey(key: SigningKey): Buffer {
  return key.privateKey.export({ type: 'pkcs8', format: 'der' });
}

/** Throws when the bytes are no Ed25519 private key. */
export function importPrivateKey(pkcs8: Uint8Array): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' });
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 private key');
  return withPublicHalf(privateKey);
}

/** Twelve hexadecimal digits that name a public key on slips and seals. It finds the key; it proves nothing. */
export function keyIdOf(publicKey: string): string {
  return sha256Hex(Buffer.from(publicKey, 'base64url')).slice(0, 12);
}

/** Signature over the UTF-8 bytes of the text: 64 bytes, 86 characters of base64url. */
export function sign(privateKey: KeyObject, text: string): string {
  return signBytes(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url');
}

/** False for a wrong signature and for anything that is no key or no signature at all; never throws on bad input. */
export function verify(publicKey: string, text: string, signature: string): boolean {
  const key = publicKeyFromText(publicKey);
  const bytes = Buffer.from(signature, 'base64url');
  // Only the one spelling counts: a decoder that skips stray characters would accept many texts for one signature.
  if (key === null || bytes.length !== 64 || bytes.toString('base64url') !== signature) return false;
  return verifyBytes(null, Buffer.from(text, 'utf8'), key, bytes);
}

function withPublicHalf(privateKey: KeyObject): SigningKey {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const publicKey = spki.subarray(spkiPrefix.length).toString('base64url');
  return { privateKey, publicKey, keyId: keyIdOf(publicKey) };
}

/** A folder has few devices, and one check of its papers asks for the same key thousands of times. */
const keysRead = new Map<string, KeyObject>();
const mostKeysRead = 32;

function publicKeyFromText(text: string): KeyObject | null {
  const found = keysRead.get(text);
  if (found) return found;
  const raw = Buffer.from(text, 'base64url');
  if (raw.length !== publicKeyBytes) return null;
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), type: 'spki', format: 'der' });
  if (keysRead.size >= mostKeysRead) keysRead.clear();
  keysRead.set(text, key);
  return key;
}
