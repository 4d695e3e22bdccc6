import { createHmac, hash, randomBytes } from 'node:crypto';
import { canonicalText } from './canonical-text.ts';

/** SHA-256 in 64 lower-case hexadecimal digits; a text is taken as UTF-8. */
export function sha256Hex(content: Uint8Array | string): string {
  return hash('sha256', content, 'hex');
}

/** SHA-256 of the canonical text of a value: two values are the same document exactly when this is equal. */
export function digestOf(value: unknown): string {
  return sha256Hex(canonicalText(value));
}

/** A fresh salt of 128 bits, base64url, for {@link saltedHash}. It is stored beside the personal field, never in an event. */
export function newSalt(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * What an event may hold in place of a personal field (domain 5.4): once field and salt are erased,
 * nothing can be learned from it, and the chain stays whole.
 */
export function saltedHash(salt: string, value: string): string {
  return createHmac('sha256', Buffer.from(salt, 'base64url')).update(value, 'utf8').digest('hex');
}
