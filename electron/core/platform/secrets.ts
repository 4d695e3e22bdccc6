import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two secrets in a time that says nothing about where, or in length, they differ. */
export function secretsAreEqual(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
