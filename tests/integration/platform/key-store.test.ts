import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSigningKey, sealSigningKey } from '../../../electron/core/platform/device-key.ts';
import { createDataKey, keyFile, openDataKey, rewrap } from '../../../electron/core/platform/key-store.ts';
import type { KeyPlace } from '../../../electron/core/platform/key-store.ts';
import { fieldProtection } from '../../../electron/core/platform/protected-field.ts';
import { openWithRecoveryCode, wrapWithNewCode } from '../../../electron/core/platform/recovery-wrap.ts';
import { createSigningKey } from '../../../electron/core/platform/signing.ts';

let root: string;
let place: KeyPlace;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vs-keys-'));
  place = { configFolder: join(root, 'config'), dataFolder: join(root, 'data'), folderId: '01JD0000000000000000000000' };
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Stands for the system's key store: opens only what the same secret sealed. */
function keyStore(secret = randomBytes(32)): Required<Pick<KeyPlace, 'sealKey' | 'unsealKey'>> {
  const protection = fieldProtection(secret);
  return {
    sealKey: async (bytes) => protection.sealBytes('shop_secret', bytes),
    unsealKey: async (bytes) => protection.openBytes('shop_secret', bytes),
  };
}

describe('where the data key is kept', () => {
  it('without a key store it lies in a file that only its owner reads, outside the data folder', async () => {
    const made = await createDataKey(place);
    expect(made.keeping).toBe('file');
    expect(keyFile(place).startsWith(place.configFolder)).toBe(true);
    if (process.platform !== 'win32') {
      expect((await stat(keyFile(place))).mode & 0o777).toBe(0o600);
      expect((await stat(dirname(keyFile(place)))).mode & 0o777).toBe(0o700);
    }
    expect(await openDataKey(place, made.keyId)).toEqual({ ok: true, dataKey: made.dataKey, keyId: made.keyId, keeping: 'file' });
  });

  it('with a key store the file does not contain the key, and only that key store opens it', async () => {
    const sealedPlace = { ...place, ...keyStore() };
    const made = await createDataKey(sealedPlace);
    expect(made.keeping).toBe('sealed');
    expect(await readFile(keyFile(place), 'utf8')).not.toContain(made.dataKey.toString('base64url'));
    expect(await openDataKey(sealedPlace)).toMatchObject({ ok: true, dataKey: made.dataKey, keeping: 'sealed' });
    expect(await openDataKey({ ...place, ...keyStore() })).toEqual({ ok: false, why: 'sealed_elsewhere' });
    expect(await openDataKey(place)).toEqual({ ok: false, why: 'no_key_store' });
  });

  it('a folder that came from another machine has no key here', async () => {
    expect(await openDataKey(place)).toEqual({ ok: false, why: 'missing' });
  });

  it('an existing key is never overwritten, and a key of another folder is not taken for ours', async () => {
    const made = await createDataKey(place);
    await expect(createDataKey(place)).rejects.toMatchObject({ code: 'file_unwritable' });
    expect(await openDataKey(place, 'ffffffff')).toEqual({ ok: false, why: 'other_key' });
    expect(await openDataKey(place)).toMatchObject({ dataKey: made.dataKey });
  });

  it('a key file with any character changed is never taken for a good key', async () => {
    const made = await createDataKey(place);
    const text = await readFile(keyFile(place), 'utf8');
    for (let at = 0; at < text.length; at += 1) {
      await writeFile(keyFile(place), text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1));
      const opened = await openDataKey(place, made.keyId);
      if (opened.ok) expect(opened.dataKey).toEqual(made.dataKey);
      else expect(['damaged', 'no_key_store', 'other_key']).toContain(opened.why);
    }
    await writeFile(keyFile(place), '');
    expect(await openDataKey(place)).toEqual({ ok: false, why: 'damaged' });
  });

  it('a key file that others could read is closed again when it is used', async () => {
    if (process.platform === 'win32') return;
    await createDataKey(place);
    await chmod(keyFile(place), 0o644);
    await openDataKey(place);
    expect((await stat(keyFile(place))).mode & 0o777).toBe(0o600);
  });

  it('the data folder and odd folder names are refused as a place', async () => {
    await expect(createDataKey({ ...place, configFolder: join(place.dataFolder, 'config') })).rejects.toThrow('data folder');
    await expect(createDataKey({ ...place, configFolder: place.dataFolder })).rejects.toThrow('data folder');
    await expect(createDataKey({ ...place, folderId: '../../etc/passwd' })).rejects.toThrow(TypeError);
  });

  it('a key found again by its recovery code is kept here, sealed once a key store answers', async () => {
    const made = await createDataKey(place);
    const elsewhere = { ...place, configFolder: join(root, 'other machine'), ...keyStore() };
    const recovered = await openWithRecoveryCode(made.recovery.wrap, made.recovery.code.toLowerCase().replaceAll('-', ' '));
    if (!recovered.ok) throw new Error(recovered.why);
    expect(await rewrap(elsewhere, recovered.dataKey)).toBe('sealed');
    expect(await openDataKey(elsewhere, made.keyId)).toMatchObject({ ok: true, dataKey: made.dataKey });
  });
});

describe('the recovery code', () => {
  it('a wrong code opens nothing, a slip of the finger is named by its group', async () => {
    const dataKey = randomBytes(32);
    const { code, wrap } = await wrapWithNewCode(dataKey);
    const other = await wrapWithNewCode(dataKey);
    expect(await openWithRecoveryCode(wrap, code)).toEqual({ ok: true, dataKey });
    expect(await openWithRecoveryCode(wrap, other.code)).toEqual({ ok: false, why: 'code_wrong' });
    const slip = code.slice(0, 10) + (code[10] === 'A' ? 'B' : 'A') + code.slice(11);
    expect(await openWithRecoveryCode(wrap, slip)).toEqual({ ok: false, why: 'code_mistyped', group: 3 });
    expect(await openWithRecoveryCode('rubbish', code)).toEqual({ ok: false, why: 'wrap_damaged' });
  });

  it('a wrap with a changed byte does not open', async () => {
    const { code, wrap } = await wrapWithNewCode(randomBytes(32));
    for (const at of [0, 5, 12, 16, 30, 40, 60, wrap.length - 3]) {
      const changed = wrap.slice(0, at) + (wrap[at] === 'Q' ? 'R' : 'Q') + wrap.slice(at + 1);
      expect((await openWithRecoveryCode(changed, code)).ok).toBe(false);
    }
  });
});

describe('the device key', () => {
  it('is stored encrypted and opens for its own device and data key only', () => {
    const protection = fieldProtection(randomBytes(32));
    const key = createSigningKey();
    const sealed = sealSigningKey(protection, 'device-1', key);
    expect(openSigningKey(protection, 'device-1', sealed).publicKey).toBe(key.publicKey);
    expect(() => openSigningKey(protection, 'device-2', sealed)).toThrow('protected_damaged');
    expect(() => openSigningKey(fieldProtection(randomBytes(32)), 'device-1', sealed)).toThrow('key_wrong');
  });
});
