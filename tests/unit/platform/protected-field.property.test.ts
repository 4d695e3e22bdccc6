import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../electron/core/platform/fault.ts';
import { maskAccount, maskPhone, maskResidentId } from '../../../electron/core/platform/masking.ts';
import { fieldProtection } from '../../../electron/core/platform/protected-field.ts';

const protection = fieldProtection(randomBytes(32));
const row = '01JD0000000000000000000000';

function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'none';
}

describe('protected fields', () => {
  it('what is sealed opens again, in its own column and row only', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = protection.sealText('phone', text, row);
      expect(protection.openText('phone', sealed, row)).toBe(text);
      expect(faultOf(() => protection.openText('account', sealed, row))).toBe('protected_damaged');
      expect(faultOf(() => protection.openText('phone', sealed, 'another row'))).toBe('protected_damaged');
      expect(protection.sealText('phone', text, row)).not.toBe(sealed);
    }), { numRuns: 50 });
  });

  it('pictures and signatures go through as bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => {
      expect(new Uint8Array(protection.openBytes('signature', protection.sealBytes('signature', bytes, row), row))).toEqual(bytes);
    }), { numRuns: 50 });
  });

  it('every single changed byte is noticed', () => {
    const sealed = protection.sealBytes('photo', Buffer.from('照片'), row);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(faultOf(() => protection.openBytes('photo', changed, row))).toBe(at < 4 ? 'key_wrong' : 'protected_damaged');
      expect(faultOf(() => protection.openBytes('photo', sealed.subarray(0, at), row))).toBe(at < 4 ? 'key_wrong' : 'protected_damaged');
    }
    const text = protection.sealText('phone', '13800138000', row);
    for (let at = 0; at < text.length; at += 1) {
      const changed = text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
      expect(faultOf(() => protection.openText('phone', changed, row))).not.toBe('none');
    }
  });

  it('a value sealed with another folder\'s key says so', () => {
    const other = fieldProtection(randomBytes(32));
    expect(faultOf(() => other.openText('phone', protection.sealText('phone', '1', row), row))).toBe('key_wrong');
    expect(other.keyId).not.toBe(protection.keyId);
    expect(() => fieldProtection(randomBytes(16))).toThrow(TypeError);
  });

  it('look-up hashes find equal values, differ by purpose and by folder, and show nothing of the value', () => {
    const hash = protection.lookupHash('phone', '13800138000');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(protection.lookupHash('phone', '13800138000')).toBe(hash);
    expect(protection.lookupHash('account', '13800138000')).not.toBe(hash);
    expect(protection.lookupHash('phone_last4', '8000')).not.toBe(protection.lookupHash('account_last4', '8000'));
    expect(fieldProtection(randomBytes(32)).lookupHash('phone', '13800138000')).not.toBe(hash);
  });
});

describe('masks', () => {
  it('show six and four of an id, three and four of a phone, four of an account', () => {
    expect(maskResidentId('11010519491231002X')).toBe('110105********002X');
    expect(maskPhone('13800138000')).toBe('138****8000');
    expect(maskAccount('6228480000000001234')).toBe('****1234');
  });

  it('never show a value that is too short to hide anything', () => {
    fc.assert(fc.property(fc.stringMatching(/^[1-9]{1,7}$/), (short) => {
      expect(maskPhone(short)).toMatch(/^\*+$/);
      expect(maskResidentId(short)).toMatch(/^\*+$/);
      expect(maskAccount(short).replaceAll('*', '').length).toBeLessThanOrEqual(short.length > 4 ? 4 : 0);
    }));
  });
});
