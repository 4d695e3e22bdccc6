import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignDecimals, compareDecimals, decimalText, digitsAtScale, parseDecimal, requireDecimal } from '../../../electron/domain/decimal.ts';
import { expectRefusal } from './refusals.ts';

const digits = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const scale = fc.integer({ min: 0, max: 9 });

describe('decimal text', () => {
  it('comes back as the same number', () => {
    fc.assert(fc.property(digits, scale, scale, (value, places, minimum) => {
      const text = decimalText(value, places, Math.min(minimum, places));
      expect(compareDecimals(requireDecimal(text, 'value'), { digits: value, scale: places })).toBe(0);
    }));
  });

  it('compares like integers once both stand at the same scale', () => {
    fc.assert(fc.property(digits, digits, scale, scale, (left, right, leftScale, rightScale) => {
      const [a = 0n, b = 0n] = alignDecimals([{ digits: left, scale: leftScale }, { digits: right, scale: rightScale }]);
      expect(Math.sign(compareDecimals({ digits: left, scale: leftScale }, { digits: right, scale: rightScale }))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }));
  });

  it('tells 0.5 from 0.50000000000000001, which a float cannot', () => {
    expect(compareDecimals(requireDecimal('0.50000000000000001', 'v'), requireDecimal('0.5', 'v'))).toBe(1);
  });

  it('loses no digit when it changes scale', () => {
    expect(digitsAtScale(requireDecimal('1.50', 'v'), 1)).toBe(15n);
    expect(digitsAtScale(requireDecimal('1.55', 'v'), 1)).toBeNull();
    expect(digitsAtScale(requireDecimal('-2', 'v'), 2)).toBe(-200n);
  });

  it('is refused in any other form', () => {
    expect(['', '.', '1.', '.5', '1e3', '1_000', '١', '1 ', '0'.repeat(41)].map(parseDecimal)).toEqual(Array(9).fill(null));
    expectRefusal(() => requireDecimal('x', 'moisture_pct'), 'not_a_decimal', 'moisture_pct');
  });
});
