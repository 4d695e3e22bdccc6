import { randomBytes, scrypt } from 'node:crypto';
import { Fault } from './fault.ts';
import { decrypt, encrypt } from './protected-field.ts';
import { createRecoveryCode, readRecoveryCode } from './recovery-code.ts';

/** The data key wrapped by a printed code. The code is shown and printed once and kept nowhere; the wrap goes into the database. */
export interface RecoveryWrap {
  readonly code: string;
  /** `$recovery$ln=15$salt$wrapped`; harmless without the code, hence part of every backup. */
  readonly wrap: string;
}

export type Recovered =
  | { readonly ok: true; readonly dataKey: Buffer }
  /** `group` counts from 1 and says where the typing went wrong. */
  | { readonly ok: false; readonly why: 'code_mistyped'; readonly group: number }
  | { readonly ok: false; readonly why: 'code_wrong' | 'wrap_damaged' };

const logN = 15;
const boundTo = 'village-station recovery';

/** Makes a new code for a data key. An older code stops working once its wrap is replaced in the database. */
export async function wrapWithNewCode(dataKey: Uint8Array): Promise<RecoveryWrap> {
  const code = createRecoveryCode();
  const salt = randomBytes(16);
  const wrapped = encrypt(await keyOfCode(code, salt, logN), dataKey, boundTo);
  return { code, wrap: `$recovery$ln=${logN}$${salt.toString('base64url')}$${wrapped.toString('base64url')}` };
}

/** Opens a wrap with what a person typed. A slip of the finger is told apart from a code of another folder. */
export async function openWithRecoveryCode(wrap: string, typed: string): Promise<Recovered> {
  const read = readRecoveryCode(typed);
  if (!read.ok) return { ok: false, why: 'code_mistyped', group: read.group };
  const match = /^\$recovery\$ln=(1[0-8])\$([\w-]{22})\$([\w-]+)$/.exec(wrap);
  if (match === null) return { ok: false, why: 'wrap_damaged' };
  const key = await keyOfCode(read.code, Buffer.from(match[2] ?? '', 'base64url'), Number(match[1]));
  try {
    return { ok: true, dataKey: decrypt(key, Buffer.from(match[3] ?? '', 'base64url'), boundTo, 'recovery') };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, why: 'code_wrong' };
    throw error;
  }
}

function keyOfCode(code: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 256 * 8 * 2 ** cost };
  return new Promise((resolve, reject) => {
    scrypt(code, salt, 32, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
