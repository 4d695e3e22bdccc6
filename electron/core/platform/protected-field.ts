import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Fault } from './fault.ts';

/** What a protected value is. Part of the encryption: a phone moved into the column of accounts does not open. */
export type FieldPurpose = 'resident_id' | 'phone' | 'account' | 'signature' | 'photo' | 'device_key' | 'shop_secret';

/** What is looked up by keyed hash; each has a key of its own, so equal digits in two columns do not show. */
export type LookupPurpose = 'resident_id' | 'resident_id_last4' | 'phone' | 'phone_last4' | 'account' | 'account_last4';

/** Encrypts and looks up personal fields with keys derived from the folder's data key. */
export interface FieldProtection {
  /** Eight hexadecimal digits; stands in front of every sealed value. */
  readonly keyId: string;
  /** `row` (a ULID) ties the sealed value to its row, so that swapping two rows' values is noticed. */
  sealText(purpose: FieldPurpose, text: string, row?: string): string;
  /** Faults: `key_wrong` when another key sealed it, `protected_damaged` when a bit of it was changed. */
  openText(purpose: FieldPurpose, sealed: string, row?: string): string;
  sealBytes(purpose: FieldPurpose, bytes: Uint8Array, row?: string): Buffer;
  openBytes(purpose: FieldPurpose, sealed: Uint8Array, row?: string): Buffer;
  /** 64 hexadecimal digits, the same for the same value; the caller normalises the value first. */
  lookupHash(purpose: LookupPurpose, value: string): string;
}

const ivBytes = 12;
const tagBytes = 16;
const keyIdBytes = 4;

/** Derives all keys at once. The data key is 32 random bytes, see `key-store.ts`. */
export function fieldProtection(dataKey: Uint8Array): FieldProtection {
  if (dataKey.length !== 32) throw new TypeError('a data key has 32 bytes');
  const keyId = derive(dataKey, 'key-id').subarray(0, keyIdBytes);
  const keyFor = remembered((name) => derive(dataKey, name));
  const sealBytes = (purpose: FieldPurpose, bytes: Uint8Array, row = ''): Buffer =>
    Buffer.concat([keyId, encrypt(keyFor(`field ${purpose}`), bytes, row)]);
  const openBytes = (purpose: FieldPurpose, sealed: Uint8Array, row = ''): Buffer => {
    const bytes = Buffer.from(sealed);
    if (!bytes.subarray(0, keyIdBytes).equals(keyId)) throw new Fault('key_wrong', { purpose });
    return decrypt(keyFor(`field ${purpose}`), bytes.subarray(keyIdBytes), row, purpose);
  };
  return {
    keyId: keyId.toString('hex'),
    sealBytes,
    openBytes,
    sealText: (purpose, text, row) => textForm(sealBytes(purpose, Buffer.from(text, 'utf8'), row)),
    openText: (purpose, sealed, row) => openBytes(purpose, bytesOfTextForm(sealed, purpose), row).toString('utf8'),
    lookupHash: (purpose, value) => createHmac('sha256', keyFor(`lookup ${purpose}`)).update(value, 'utf8').digest('hex'),
  };
}

/** AES-256-GCM; the result is iv, tag, cipher text. A fresh random iv each time. */
export function encrypt(key: Uint8Array, bytes: Uint8Array, boundTo: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo, 'utf8'));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Reverses {@link encrypt}; a changed bit, another key or another `boundTo` is the fault `protected_damaged`. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, boundTo: string, what: string): Buffer {
  if (sealed.length < ivBytes + tagBytes) throw new Fault('protected_damaged', { what });
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(boundTo, 'utf8'))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
  } catch (error) {
    throw new Fault('protected_damaged', { what }, error);
  }
}

/** One key per purpose from the data key (HKDF, RFC 5869). */
function derive(dataKey: Uint8Array, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `village-station ${name}`, 32));
}

function remembered(make: (name: string) => Buffer): (name: string) => Buffer {
  const made = new Map<string, Buffer>();
  return (name) => {
    const key = made.get(name) ?? make(name);
    made.set(name, key);
    return key;
  };
}

/** `keyId.rest`, so that a person looking at the row sees which key it wants. */
function textForm(sealed: Buffer): string {
  return `${sealed.subarray(0, keyIdBytes).toString('hex')}.${sealed.subarray(keyIdBytes).toString('base64url')}`;
}

function bytesOfTextForm(sealed: string, what: string): Buffer {
  const match = /^([0-9a-f]{8})\.([\w-]+)$/.exec(sealed);
  if (match === null) throw new Fault('protected_damaged', { what });
  const bytes = Buffer.concat([Buffer.from(match[1] ?? '', 'hex'), Buffer.from(match[2] ?? '', 'base64url')]);
  // The last base64 character has spare bits: two spellings of the same bytes are one too many.
  if (textForm(bytes) !== sealed) throw new Fault('protected_damaged', { what });
  return bytes;
}
