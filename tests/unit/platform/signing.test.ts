import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSigningKey, exportPrivateKey, importPrivateKey, keyIdOf, sign, verify } from '../../../electron/core/platform/signing.ts';

const key = createSigningKey();

describe('signatures of a device', () => {
  it('a signed text verifies, and no other text does', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
      const signature = sign(key.privateKey, text);
      expect(signature).toHaveLength(86);
      expect(verify(key.publicKey, text, signature)).toBe(true);
      expect(verify(key.publicKey, other, signature)).toBe(text === other);
    }), { numRuns: 50 });
  });

  it('every changed character of a signature makes it worthless', () => {
    const signature = sign(key.privateKey, 'GZ01A-T-2026-000123');
    for (let at = 0; at < signature.length; at += 1) {
      const changed = signature.slice(0, at) + (signature[at] === 'A' ? 'B' : 'A') + signature.slice(at + 1);
      expect(verify(key.publicKey, 'GZ01A-T-2026-000123', changed)).toBe(false);
    }
    expect(verify(key.publicKey, 'GZ01A-T-2026-000123', `${signature}=`)).toBe(false);
  });

  it('what is no key or no signature is simply not verified', () => {
    expect(verify('', 'text', '')).toBe(false);
    expect(verify('not a key', 'text', sign(key.privateKey, 'text'))).toBe(false);
    expect(verify(key.publicKey, 'text', 'x'.repeat(86))).toBe(false);
    expect(verify(Buffer.alloc(32, 255).toString('base64url'), 'text', sign(key.privateKey, 'text'))).toBe(false);
  });

  it('a key put away and taken out again is the same key, and its short id is stable', () => {
    const again = importPrivateKey(exportPrivateKey(key));
    expect(again.publicKey).toBe(key.publicKey);
    expect(again.keyId).toBe(key.keyId);
    expect(keyIdOf(key.publicKey)).toMatch(/^[0-9a-f]{12}$/);
    expect(verify(key.publicKey, 'text', sign(again.privateKey, 'text'))).toBe(true);
    expect(() => importPrivateKey(Buffer.from('rubbish'))).toThrow();
  });

  it('agrees with the first test vector of RFC 8032', () => {
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    const known = importPrivateKey(Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'));
    expect(Buffer.from(known.publicKey, 'base64url').toString('hex')).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(Buffer.from(sign(known.privateKey, ''), 'base64url').toString('hex').slice(0, 32)).toBe('e5564300c360ac729086e2cc806e828a');
  });
});
