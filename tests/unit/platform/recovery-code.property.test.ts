import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecoveryCode, readRecoveryCode } from '../../../electron/core/platform/recovery-code.ts';
import { secretsAreEqual } from '../../../electron/core/platform/secrets.ts';

const codes = fc.constant(null).map(() => createRecoveryCode());
const letter = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');

describe('the printed recovery code', () => {
  it('has eight groups of four letters that are hard to mistake', () => {
    fc.assert(fc.property(codes, (code) => {
      expect(code).toMatch(/^([0-9A-HJ-NP-RTUWXY]{4}-){7}[0-9A-HJ-NP-RTUWXY]{4}$/);
      expect(readRecoveryCode(code)).toEqual({ ok: true, code });
    }));
  });

  it('is understood in small letters, full-width letters, with other separators and with look-alikes', () => {
    fc.assert(fc.property(codes, (code) => {
      const wide = [...code].map((sign) => (sign === '-' ? '　' : String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))).join('');
      const lookAlike = code.replaceAll('0', 'o').replaceAll('1', 'I').replaceAll('5', 's').replaceAll('2', 'z').replaceAll('U', 'v');
      for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' '), ` ${code}\n`, wide, lookAlike]) {
        expect(readRecoveryCode(typed)).toEqual({ ok: true, code });
      }
    }));
  });

  it('one wrong letter is always noticed, in its own group', () => {
    fc.assert(fc.property(codes, fc.nat(38), letter, (code, at, wrong) => {
      if (code[at] === '-' || code[at] === wrong) return;
      expect(readRecoveryCode(code.slice(0, at) + wrong + code.slice(at + 1))).toEqual({ ok: false, group: Math.floor(at / 5) + 1 });
    }));
  });

  it('two letters exchanged within a group, and two groups exchanged, are noticed', () => {
    fc.assert(fc.property(codes, fc.nat(7), fc.nat(7), fc.nat(2), (code, one, other, at) => {
      const groups = code.split('-');
      const group = groups[one] ?? '';
      const turned = group.slice(0, at) + group.charAt(at + 1) + group.charAt(at) + group.slice(at + 2);
      if (turned !== group) expect(readRecoveryCode(code.replace(group, turned)).ok).toBe(false);
      const swapped = groups.with(one, groups[other] ?? '').with(other, group);
      if (swapped.join('-') !== code) expect(readRecoveryCode(swapped.join('-')).ok).toBe(false);
    }));
  });

  it('too few and too many letters are noticed, and no two codes are alike', () => {
    const code = createRecoveryCode();
    expect(readRecoveryCode(code.slice(0, -1))).toEqual({ ok: false, group: 8 });
    expect(readRecoveryCode(`${code}A`)).toEqual({ ok: false, group: 8 });
    expect(readRecoveryCode('')).toEqual({ ok: false, group: 1 });
    expect(new Set(Array.from({ length: 500 }, createRecoveryCode)).size).toBe(500);
  });

  it('secrets are equal exactly when their texts are', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => {
      expect(secretsAreEqual(one, one)).toBe(true);
      expect(secretsAreEqual(one, other)).toBe(one === other);
    }));
  });
});
