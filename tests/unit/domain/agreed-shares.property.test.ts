import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreedShares, splitRoundingText } from '../../../electron/domain/agreed-shares.ts';
import { parseKilograms } from '../../../electron/domain/mass.ts';
import { ownerShares } from '../../../electron/domain/owner-shares.ts';
import { counts } from '../../support/counts.ts';

const numRuns = counts.propertyRuns;

describe('what the households agreed on', () => {
  test('halves, thirds and kilograms are said as they were typed', () => {
    expect(agreedShares([5_000, 3_333, 1_667], 20_010)).toEqual({ way: 'percent', figures: ['50', '33.33', '16.67'] });
    expect(agreedShares([9_995, 5], 20_010)).toEqual({ way: 'percent', figures: ['99.95', '0.05'] });
    expect(agreedShares([12_340, 31_410], 43_750)).toEqual({ way: 'weight', figures: ['12.34', '31.41'] });
    expect(agreedShares([12_345, 31_405], 43_750)).toEqual({ way: 'weight', figures: ['12.345', '31.405'] });
    expect(agreedShares([1, 1], 43_750)).toEqual({ way: 'parts', figures: ['1', '1'] });
    expect(agreedShares([3_333, 3_333, 3_333], 43_750)).toEqual({ way: 'parts', figures: ['3333', '3333', '3333'] });
  });

  test('one owner has one part, whatever was weighed', () => {
    expect(agreedShares([1], 1).way).toBe('parts');
    expect(agreedShares([10_000], 10_000).way).toBe('parts');
  });

  test('ten kilograms net are said in percent, which is the same division', () => {
    expect(agreedShares([2_500, 7_500], 10_000)).toEqual({ way: 'percent', figures: ['25', '75'] });
  });

  test('shares that no ticket may have are refused', () => {
    for (const shares of [[], [1, 0], [-1, 2], [0.5, 0.5]]) expect(() => agreedShares(shares, 1_000)).toThrow(expect.objectContaining({ code: 'owner_shares_invalid' }));
  });

  test('whatever kilograms are typed are read back to the gram, and percentages to the hundredth', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 2, maxLength: 12 }), (typed) => {
      const net = typed.reduce((sum, grams) => sum + grams, 0);
      fc.pre(net !== 10_000);
      expect(agreedShares(ownerShares('weight', typed, net).shares ?? [], net).figures.map(parseKilograms)).toEqual(typed);
    }), { numRuns });
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 11 }), fc.integer({ min: 1, max: 9_999_999 }), (cuts, net) => {
      const edges = [0, ...cuts.toSorted((left, right) => left - right), 10_000];
      const typed = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
      const { way, figures } = agreedShares(ownerShares('percent', typed, net).shares ?? [], net);
      expect(way).toBe('percent');
      expect(figures.map((figure) => Math.round(Number(figure) * 100))).toEqual(typed);
    }), { numRuns });
  });
});

test('a fen that the split gave has a plus, one that it took a minus, and none is not said', () => {
  expect([1, -1, 12, 0].map(splitRoundingText)).toEqual(['+0.01', '-0.01', '+0.12', null]);
});
