import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from '../../../electron/domain/decimal.ts';
import { toGrams } from '../../../electron/domain/mass.ts';

const gramsTimesTen = { g: 10n, kg: 10_000n, t: 10_000_000n, jin: 5_000n, liang: 500n, qian: 50n } as const;

describe('a weight in grams', () => {
  it('is the same exact figure by the short way and by big numbers, for every unit, sign and number of decimals', () => {
    const shown = fc.record({ unit: fc.constantFrom(...(Object.keys(gramsTimesTen) as Array<keyof typeof gramsTimesTen>)), digits: fc.integer({ min: 0, max: 9_007_199_254 }), decimals: fc.integer({ min: 0, max: 6 }), sign: fc.constantFrom('', '-', '+') });
    fc.assert(fc.property(shown, ({ unit, digits, decimals, sign }) => {
      const text = digits.toString().padStart(decimals + 1, '0');
      const cut = text.length - decimals;
      const value = `${sign}${text.slice(0, cut)}${decimals === 0 ? '' : `.${text.slice(cut)}`}`;
      const exact = BigInt(digits) * gramsTimesTen[unit] * (sign === '-' ? -1n : 1n);
      expect(toGrams(value, unit)?.grams).toBe(decimalText(exact, decimals + 1));
    }));
  });

  it.each(['', '.', '1.', '.5', '+', '-', '1..2', '1.2.3', '1e3', ' 1', '１'])('is not read out of %j', (value) => {
    expect(toGrams(value, 'kg')).toBeNull();
  });

  it('is never a negative nought', () => {
    expect(toGrams('-0.00', 'kg')).toEqual({ grams: '0', wholeGrams: 0, subGram: false });
  });
});
