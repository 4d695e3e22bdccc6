import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../electron/domain/allocate.ts';
import { anyFen, fen, total, weights } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

describe('splitting a total', () => {
  it('loses no fen', () => {
    fc.assert(fc.property(fen, weights, (whole, list) => {
      expect(total(allocate(whole, list))).toBe(whole);
    }));
  });

  it('loses no fen at the edge of exact numbers', () => {
    fc.assert(fc.property(anyFen.map(Math.abs), fc.array(anyFen.map(Math.abs), { minLength: 1, maxLength: 6 }), (whole, list) => {
      fc.pre(list.some((weight) => weight > 0));
      expect(allocate(whole, list).reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(whole));
    }));
  });

  it('gives each less than one unit more or less than the exact share', () => {
    fc.assert(fc.property(fen, weights, (whole, list) => {
      const sum = BigInt(total(list));
      allocate(whole, list).forEach((part, index) => {
        const error = BigInt(part) * sum - BigInt(whole) * BigInt(list[index] ?? 0);
        expect(error < sum && error > -sum).toBe(true);
      });
    }));
  });

  it('is monotone in the weights: who weighs more never gets less for it', () => {
    fc.assert(fc.property(fen, weights, fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (whole, list, place, more) => {
      const at = place % list.length;
      const heavier = list.map((weight, index) => (index === at ? weight + more : weight));
      expect(allocate(whole, heavier)[at]).toBeGreaterThanOrEqual(allocate(whole, list)[at] ?? 0);
    }));
  });

  it('never gives more to the smaller weight', () => {
    fc.assert(fc.property(fen, weights, (whole, list) => {
      const parts = allocate(whole, list);
      for (const [left, a] of list.entries()) {
        for (const [right, b] of list.entries()) if (a > b) expect(parts[left]).toBeGreaterThanOrEqual(parts[right] ?? 0);
      }
    }));
  });

  it('gives nothing to a weight of zero', () => {
    fc.assert(fc.property(fen, weights, (whole, list) => {
      allocate(whole, list).forEach((part, index) => { if (list[index] === 0) expect(part).toBe(0); });
    }));
  });

  it('gives a tie to the larger weight, wherever it stands, then to the earlier', () => {
    expect([allocate(168_625, [7_000, 3_000]), allocate(168_625, [3_000, 7_000])]).toEqual([[118_038, 50_587], [50_587, 118_038]]);
    expect(allocate(2, [1, 1, 1])).toEqual([1, 1, 0]);
  });

  it('is not monotone in the total, a known paradox that the papers do not hide', () => {
    expect([allocate(10, [6, 6, 2]), allocate(11, [6, 6, 2])]).toEqual([[4, 4, 2], [5, 5, 1]]);
  });

  it('refuses weights that are all zero, none at all, and negative input', () => {
    expectRefusal(() => allocate(1, [0, 0]), 'weights_all_zero');
    expectRefusal(() => allocate(1, []), 'no_weights');
    expectRefusal(() => allocate(-1, [1]), 'negative', 'total');
    expectRefusal(() => allocate(1, [2, -1]), 'negative', 'weights');
    expectRefusal(() => allocate(1, [0.5]), 'not_an_integer', 'weights');
  });
});
