import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { plainDigits } from '../../domain/pin-rule.ts';

export { pinProblem } from '../../domain/pin-rule.ts';

/** Cost of one scrypt run: memory is 128 * 2^logN * r bytes. */
export interface ScryptCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MB and about a tenth of a second on the station's machines: dear for a guesser, bearable at sign-in. */
export const standardCost: ScryptCost = { logN: 15, r: 8, p: 1 };

/** A stored text may not talk us into spending more than this. */
const highestCost: ScryptCost = { logN: 18, r: 16, p: 4 };
const saltBytes = 16;
const keyBytes = 32;

/** A new hash in its text form `$scrypt$ln=15,r=8,p=1$salt$key`; every call takes a fresh salt. */
export async function hashPin(pin: string, cost: ScryptCost = standardCost): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await stretch(pin, salt, cost);
  return `$scrypt$ln=${cost.logN},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Compares in constant time. A stored text that is not one of ours never matches, and costs the same time. */
export async function verifyPin(pin: string, stored: string): Promise<boolean> {
  const known = parseStored(stored);
  const key = await stretch(pin, known?.salt ?? Buffer.alloc(saltBytes), known?.cost ?? standardCost);
  return known !== null && timingSafeEqual(key, known.key);
}

const failuresBeforeLock = 5;
const firstLockMs = 30_000;
const longestLockMs = 30 * 60_000;

/**
 * How long the next try must wait after so many failures in a row: nothing up to four, 30 s after the fifth,
 * then doubling up to half an hour. Never for ever: the clerk with the produce on the scale must get on.
 */
export function pinDelayMs(failures: number): number {
  if (failures < failuresBeforeLock) return 0;
  return Math.min(longestLockMs, firstLockMs * 2 ** Math.min(failures - failuresBeforeLock, 10));
}

/** What is left of that wait. A clock set back cannot make it longer than the wait itself. */
export function pinWaitMs(failures: number, lastFailureAt: number, now: number): number {
  const delay = pinDelayMs(failures);
  return Math.min(delay, Math.max(0, lastFailureAt + delay - now));
}

/** Chinese input methods type full-width digits where they stand in the way; both mean the same PIN. */
function stretch(pin: string, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> {
  const N = 2 ** cost.logN;
  const options = { N, r: cost.r, p: cost.p, maxmem: 256 * N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(plainDigits(pin), salt, keyBytes, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

interface KnownHash {
  readonly cost: ScryptCost;
  readonly salt: Buffer;
  readonly key: Buffer;
}

function parseStored(stored: string): KnownHash | null {
  const match = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(stored);
  if (match === null) return null;
  const cost: ScryptCost = { logN: Number(match[1]), r: Number(match[2]), p: Number(match[3]) };
  const key = Buffer.from(match[5] ?? '', 'base64url');
  const isBearable = cost.logN >= 1 && cost.r >= 1 && cost.p >= 1
    && cost.logN <= highestCost.logN && cost.r <= highestCost.r && cost.p <= highestCost.p;
  return isBearable && key.length === keyBytes ? { cost, salt: Buffer.from(match[4] ?? '', 'base64url'), key } : null;
}
