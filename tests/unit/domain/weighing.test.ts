import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weighing } from '../../../electron/domain/weighing.ts';
import { weighBaskets } from '../../../electron/domain/weighing.ts';
import { total } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

const anyWeighing: fc.Arbitrary<Weighing> = fc.record({
  grossGrams: fc.integer({ min: 0, max: 40_000_000 }),
  tare: fc.oneof(
    fc.constant({ method: 'none' } as const),
    fc.record({ method: fc.constantFrom('weighed', 'second_pass', 'typed'), grams: fc.option(fc.integer({ min: 0, max: 40_000_000 })) }),
    fc.record({
      method: fc.constant('container'),
      containers: fc.array(fc.record({ tareGrams: fc.integer({ min: 0, max: 5_000 }), count: fc.integer({ min: 0, max: 50 }) }), { maxLength: 3 }),
    }),
  ),
});

describe('weighing baskets', () => {
  it('either refuses or gives nets that are gross less tare, basket by basket and in sum', () => {
    fc.assert(fc.property(fc.array(anyWeighing, { minLength: 1, maxLength: 6 }), (weighings) => {
      try {
        const sums = weighBaskets(weighings);
        for (const { grossGrams, tareGrams, netGrams } of [...sums.weighings, sums]) {
          expect(grossGrams - tareGrams).toBe(netGrams);
          expect(netGrams).toBeGreaterThanOrEqual(0);
        }
        expect(total(sums.weighings.map(({ netGrams }) => netGrams))).toBe(sums.netGrams);
      } catch (error) {
        expect(['tare_above_gross', 'tare_missing']).toContain((error as { code?: string }).code);
      }
    }));
  });

  it('counts containers: four baskets of 1.25 kg and a lid', () => {
    const containers = [{ tareGrams: 1_250, count: 4 }, { tareGrams: 300, count: 1 }];
    expect(weighBaskets([{ grossGrams: 100_000, tare: { method: 'container', containers } }])).toMatchObject({ tareGrams: 5_300, netGrams: 94_700 });
  });

  it('never lets a tare exceed its own gross, even where the sums would allow it', () => {
    const light: Weighing = { grossGrams: 1_000, tare: { method: 'weighed', grams: 1_001 } };
    const heavy: Weighing = { grossGrams: 50_000, tare: { method: 'none' } };
    expectRefusal(() => weighBaskets([heavy, light]), 'tare_above_gross', 'weighings[1].tare_g');
  });

  it('refuses counts and tares below zero', () => {
    const tare = (tareGrams: number, count: number): Weighing => ({ grossGrams: 9_000, tare: { method: 'container', containers: [{ tareGrams, count }] } });
    expectRefusal(() => weighBaskets([tare(-1, 1)]), 'negative', 'weighings[0].tare_g');
    expectRefusal(() => weighBaskets([tare(1, -1)]), 'negative', 'weighings[0].tare_g.count');
    expectRefusal(() => weighBaskets([]), 'empty_ticket', 'weighings');
  });
});
