import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideDown, divideHalfUp, divideUp } from '../../../electron/domain/rounding.ts';
import { expectRefusal } from './refusals.ts';

const dividend = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const divisor = fc.bigInt({ min: 1n, max: 10n ** 20n });

describe('rounding', () => {
  it('half-up is symmetric, so that a reversal cancels its original', () => {
    fc.assert(fc.property(dividend, divisor, (n, d) => {
      expect(divideHalfUp(-n, d) + divideHalfUp(n, d)).toBe(0n);
    }));
  });

  it('half-up is never further than half a unit away', () => {
    fc.assert(fc.property(dividend, divisor, (n, d) => {
      const error = 2n * (divideHalfUp(n, d) * d - n);
      expect(error <= d && error >= -d).toBe(true);
    }));
  });

  it('a half goes away from zero', () => {
    expect([1n, 3n, -1n, -3n, 5n].map((n) => divideHalfUp(n, 2n))).toEqual([1n, 2n, -1n, -2n, 3n]);
  });

  it('down and up enclose the quotient and differ only where there is a rest', () => {
    fc.assert(fc.property(dividend, divisor, (n, d) => {
      const [down, up] = [divideDown(n, d), divideUp(n, d)];
      expect(down * d <= n && n <= up * d).toBe(true);
      expect(up - down).toBe(n % d === 0n ? 0n : 1n);
    }));
  });

  it('refuses to divide by nothing', () => {
    for (const divide of [divideHalfUp, divideDown, divideUp]) expectRefusal(() => divide(1n, 0n), 'divisor_not_positive');
  });
});
