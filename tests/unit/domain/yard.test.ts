import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queueLabel } from '../../../electron/domain/queue-number.ts';
import { tellPasses } from '../../../electron/domain/two-pass.ts';
import { isUnusual, usualWeight } from '../../../electron/domain/usual-weight.ts';

const grams = fc.integer({ min: 1, max: 200_000_000 });

describe('two passes', () => {
  test('the heavier weighing is the gross, whichever came first', () => {
    const full = { grams: 3_250_000 };
    const empty = { grams: 1_250_000 };
    expect(tellPasses(full, empty)).toEqual({ gross: full, tare: empty });
    expect(tellPasses(empty, full)).toEqual({ gross: full, tare: empty });
  });
  test('the order never matters and the tare never passes the gross', () => {
    fc.assert(fc.property(grams, grams, (one, other) => {
      const told = tellPasses({ grams: one }, { grams: other });
      expect(told).toEqual(tellPasses({ grams: other }, { grams: one }));
      expect(told === null).toBe(one === other);
      if (told !== null) expect(told.gross.grams).toBeGreaterThan(told.tare.grams);
    }));
  });
});

describe('the usual weight', () => {
  const usual = usualWeight([48_000, 50_000, 52_000, 45_000, 55_000]);
  test('four deliveries are no habit, five are', () => {
    expect(usualWeight([1, 2, 3, 4])).toBeNull();
    expect(usual).toEqual({ lowGrams: 48_000, medianGrams: 50_000, highGrams: 52_000 });
  });
  test('480 kg where 48 to 52 are usual is asked about, 100 kg is not, 11 kg is, 12 kg is not', () => {
    if (usual === null) throw new Error('no habit');
    expect([480_000, 102_001, 102_000, 12_000, 11_999].map((net) => isUnusual(net, usual))).toEqual([true, true, false, false, true]);
  });
  test('deliveries of another season are not looked at', () => {
    expect(usualWeight([...Array.from({ length: 20 }, () => 10_000), ...Array.from({ length: 50 }, () => 900_000)])?.highGrams).toBe(10_000);
  });
  test('what lies between the lowest and the highest of the middle half is never asked about', () => {
    fc.assert(fc.property(fc.array(grams, { minLength: 5, maxLength: 30 }), fc.nat(), (deliveries, pick) => {
      const found = usualWeight(deliveries);
      if (found === null) throw new Error('no habit');
      expect(found.lowGrams <= found.medianGrams && found.medianGrams <= found.highGrams).toBe(true);
      expect(isUnusual(found.lowGrams + pick % (found.highGrams - found.lowGrams + 1), found)).toBe(false);
    }));
  });
});

test('numbers on arrival carry the desk and three digits, more when there are more', () => {
  expect([queueLabel('A', 1), queueLabel('B', 42), queueLabel('A', 1_000)]).toEqual(['A001', 'B042', 'A1000']);
  expect(() => queueLabel('A', 0)).toThrow();
});
