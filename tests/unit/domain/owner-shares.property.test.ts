import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownerShares } from '../../../electron/domain/owner-shares.ts';
import { splitLine } from '../../../electron/domain/ticket-owners.ts';
import { counts } from '../../support/counts.ts';

const numRuns = counts.propertyRuns;
const sum = (list: readonly number[]): number => list.reduce((all, value) => all + value, 0);
const line = fc.record({ netGrams: fc.integer({ min: 1, max: 5_000_000 }), amountFen: fc.integer({ min: 0, max: 100_000_000 }), priceE4: fc.integer({ min: 0, max: 2_000_000 }) });
const asOwners = (shares: readonly number[]): Parameters<typeof splitLine>[1] => shares.map((share, index) => ({ ownerId: `o${index}`, payeeId: `o${index}`, partyKind: 'member', share }));

/** Cuts a whole at random places into pieces above zero. */
const cut = (whole: number, weights: readonly number[]): number[] => {
  const all = sum(weights);
  const pieces = weights.slice(1).map((weight) => Math.max(1, Math.floor((whole * weight) / all)));
  return [whole - sum(pieces), ...pieces];
};

describe('dividing one cart', () => {
  test('equal parts of three households are the ticket to the gram and the fen', () => {
    const { shares } = ownerShares('parts', [1, 1, 1], 100_000);
    const parts = splitLine({ netGrams: 100_000, settlementGrams: 100_000, amountFen: 26_000, priceE4: 26_000 }, asOwners(shares ?? []));
    expect(parts.map((part) => [part.netGrams, part.amountFen])).toEqual([[33_334, 8_667], [33_333, 8_667], [33_333, 8_666]]);
    expect(parts.map((part) => part.splitRoundingFen)).toEqual([0, 0, -1]);
  });

  test('percentages must come to 100 %, and what is missing or too much is named', () => {
    expect(ownerShares('percent', [3_333, 3_333, 3_334], 0)).toEqual({ shares: [3_333, 3_333, 3_334], problem: null, left: 0 });
    expect(ownerShares('percent', [3_333, 3_333, 3_333], 0)).toEqual({ shares: null, problem: 'percent_not_whole', left: 1 });
    expect(ownerShares('percent', [6_000, 4_100], 0)).toEqual({ shares: null, problem: 'percent_not_whole', left: -100 });
  });

  test('kilograms must come to the net weight', () => {
    expect(ownerShares('weight', [12_340, 31_410], 43_750).shares).toEqual([12_340, 31_410]);
    expect(ownerShares('weight', [12_340, 31_400], 43_750)).toEqual({ shares: null, problem: 'weights_not_net', left: 10 });
  });

  test('one household left open takes the rest; two do not, nor does one for whom nothing is left', () => {
    expect(ownerShares('percent', [6_000, null], 0).shares).toEqual([6_000, 4_000]);
    expect(ownerShares('weight', [12_340, null], 43_750).shares).toEqual([12_340, 31_410]);
    expect(ownerShares('percent', [6_000, null, null], 0)).toMatchObject({ shares: null, problem: 'percent_not_whole', left: 4_000 });
    expect(ownerShares('percent', [10_000, null], 0)).toMatchObject({ shares: null, problem: 'share_missing' });
    expect(ownerShares('parts', [1, null], 0)).toMatchObject({ shares: null, problem: 'share_missing' });
  });

  test('nobody gets a share of nothing', () => {
    expect(ownerShares('percent', [10_000, 0], 0)).toMatchObject({ shares: null, problem: 'share_missing' });
    expect(ownerShares('parts', [2, 0], 0)).toMatchObject({ shares: null, problem: 'share_missing' });
  });

  test('kilograms of the net weight come out as they were typed', () => {
    fc.assert(fc.property(line, fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 12 }), (priced, weights) => {
      fc.pre(priced.netGrams > 100 * weights.length);
      const typed = cut(priced.netGrams, weights);
      fc.pre(typed.every((grams) => grams > 0));
      const { shares } = ownerShares('weight', typed, priced.netGrams);
      const parts = splitLine({ ...priced, settlementGrams: priced.netGrams }, asOwners(shares ?? []));
      expect(parts.map((part) => part.netGrams)).toEqual(typed);
      expect(sum(parts.map((part) => part.amountFen))).toBe(priced.amountFen);
    }), { numRuns });
  });

  test('whatever is entered, shares that come out divide the line to the gram and the fen', () => {
    const entered = fc.array(fc.option(fc.integer({ min: 0, max: 10_000 })), { minLength: 2, maxLength: 12 });
    fc.assert(fc.property(fc.constantFrom('parts' as const, 'percent' as const, 'weight' as const), entered, line, (way, values, priced) => {
      const { shares, problem, left } = ownerShares(way, values, priced.netGrams);
      expect(shares === null).toBe(problem !== null);
      if (shares === null) return;
      expect([shares.length, left]).toEqual([values.length, 0]);
      if (way !== 'parts') expect(sum(shares)).toBe(way === 'percent' ? 10_000 : priced.netGrams);
      const parts = splitLine({ ...priced, settlementGrams: priced.netGrams }, asOwners(shares));
      expect(sum(parts.map((part) => part.netGrams))).toBe(priced.netGrams);
      expect(sum(parts.map((part) => part.amountFen))).toBe(priced.amountFen);
    }), { numRuns });
  });
});
