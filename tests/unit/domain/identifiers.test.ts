import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdentifierKind } from '../../../electron/domain/identifiers.ts';
import { checkIdentifier, isLandline, normaliseIdentifier } from '../../../electron/domain/identifiers.ts';

const valid: [IdentifierKind, string][] = [
  ['resident_id', '529999196808150019'], ['resident_id', '11010519491231002X'], ['bank_card', '6217000000000000012'], ['uscc', '93520423MA6X000170'],
  ['gtin', '09521234000013'], ['gtin', '96385074'], ['gtin', '036000291452'], ['gtin', '4006381333931'], ['gln', '9521234000006'], ['sscc', '095212340000000013'],
];

describe('number checks', () => {
  it.each(valid)('find every single wrong digit of %s %s', (kind, value) => {
    expect(checkIdentifier(kind, value)).toEqual({ valid: true, reason: null });
    for (let place = 0; place < value.length; place += 1) {
      for (const digit of '0123456789') {
        const wrong = value.slice(0, place) + digit + value.slice(place + 1);
        if (wrong !== value) expect({ wrong, valid: checkIdentifier(kind, wrong).valid }).toEqual({ wrong, valid: false });
      }
    }
  });

  it('say which rule a resident id breaks', () => {
    const reasons = ['529999199002290016', '110105194912310021', '1101051949123100', '0101051949123100', '11010519491231OO2X'];
    expect(reasons.map((value) => checkIdentifier('resident_id', value).reason)).toEqual(['date', 'check_digit', 'format', 'format', 'format']);
  });

  it('accept what people type: blanks, hyphens, small letters, the country code', () => {
    expect(checkIdentifier('resident_id', '110105 19491231 002x').valid).toBe(true);
    expect(checkIdentifier('bank_card', '6221 2600 0000 0000').valid).toBe(true);
    expect(['+86 138 0013 8000', '0086-13800138000', '13800138000'].every((value) => checkIdentifier('mobile', value).valid)).toBe(true);
    expect(normaliseIdentifier('resident_id', '11010519491231002x')).toBe('11010519491231002X');
    expect(normaliseIdentifier('mobile', '+86 138-0013-8000')).toBe('13800138000');
  });

  it('take values of a credit code by their place in the alphabet, not by character code', () => {
    expect(['91350100M000100Y43', '91512081MA62K0260E'].every((value) => checkIdentifier('uscc', value).valid)).toBe(true);
    expect(checkIdentifier('uscc', '91350100I000100Y43').reason).toBe('format');
  });

  it('keep landlines apart from mobile numbers', () => {
    expect(['0851-1234567', '085112345678', '010 12345678'].map(isLandline)).toEqual([true, true, true]);
    expect(isLandline('13800138000')).toBe(false);
    expect(checkIdentifier('mobile', '0851-1234567').reason).toBe('format');
  });

  it('answer any text without failing', () => {
    const kinds = fc.constantFrom<IdentifierKind>('resident_id', 'bank_card', 'uscc', 'mobile', 'gtin', 'gln', 'sscc');
    fc.assert(fc.property(kinds, fc.string(), (kind, value) => {
      const { valid: holds, reason } = checkIdentifier(kind, value);
      expect(holds).toBe(reason === null);
    }));
  });
});
