import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurvePoint, StepTier } from '../../../electron/domain/deduction-table.ts';
import { curveTake, stepsTake } from '../../../electron/domain/deduction-table.ts';
import { expectRefusal } from './refusals.ts';

const at = (measuredPct: string, basePct = '14.0') => ({ factor: 'moisture', measuredPct, basePct });
const tiers: readonly StepTier[] = [{ overPct: '14.0', stepPct: '0.5', perStep: 100 }, { overPct: '17', stepPct: '0.5', perStep: 150 }];
const points: readonly CurvePoint[] = [{ atPct: '15', takes: 120 }, { atPct: '17.50', takes: 400 }, { atPct: '18.125', takes: 900 }];

const tenths = (value: number): string => `${Math.floor(value / 10)}.${value % 10}`;
const percent = fc.integer({ min: 0, max: 1_000 }).map(tenths);
/** A table that rises from its base: stretches ten to fifty tenths apart. */
const anyTiers = fc.array(fc.record({ gap: fc.integer({ min: 10, max: 50 }), step: fc.integer({ min: 1, max: 30 }), perStep: fc.integer({ min: 0, max: 500 }) }), { minLength: 1, maxLength: 4 }).map((rows) => {
  let from = 100;
  return rows.map(({ gap, step, perStep }, index): StepTier => {
    from += index === 0 ? 0 : gap;
    return { overPct: tenths(from), stepPct: tenths(step), perStep };
  });
});
const anyPoints = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 60 }), more: fc.integer({ min: 0, max: 700 }) }), { minLength: 1, maxLength: 6 }).map((rows) => {
  let from = 100;
  let takes = 0;
  return rows.map(({ gap, more }): CurvePoint => {
    from += gap;
    takes += more;
    return { atPct: tenths(from), takes };
  });
});
const exact = ({ takes }: { readonly takes: { readonly numerator: bigint; readonly denominator: bigint } }): number => Number(takes.numerator) / Number(takes.denominator);

describe('a step table with several stretches', () => {
  it('takes 1 % for each half point over 14 %, and 1.5 % for each half point over 17 %', () => {
    const taken = ['13', '14.0', '14.4', '14.5', '14.6', '16.99', '17', '17.4', '17.5', '18.0', '20.3'].map((measured) => Number(stepsTake(at(measured), tiers).takes.numerator));
    expect(taken).toEqual([0, 0, 0, 100, 100, 500, 600, 600, 750, 900, 1_500]);
  });

  it('counts only full steps of each stretch, so that a stretch which ends between two steps gives nothing for the rest', () => {
    const uneven: readonly StepTier[] = [{ overPct: '14', stepPct: '0.4', perStep: 10 }, { overPct: '15', stepPct: '1', perStep: 100 }];
    expect(['14.8', '14.99', '15', '15.9', '16'].map((measured) => Number(stepsTake(at(measured, '14'), uneven).takes.numerator))).toEqual([20, 20, 20, 20, 120]);
  });

  it('never takes less where more was measured, and never gives', () => {
    fc.assert(fc.property(anyTiers, percent, percent, (table, one, other) => {
      const [low, high] = Number(one) <= Number(other) ? [one, other] : [other, one];
      const [less, more] = [low, high].map((measured) => exact(stepsTake(at(measured, table[0]?.overPct), table)));
      expect(less).toBeGreaterThanOrEqual(0);
      expect(more).toBeGreaterThanOrEqual(less ?? 0);
    }));
  });

  it('refuses stretches that do not rise, steps of nothing and goods above the limit', () => {
    expectRefusal(() => stepsTake(at('15'), [...tiers, { overPct: '17.0', stepPct: '1', perStep: 1 }]), 'tiers_not_rising');
    expectRefusal(() => stepsTake(at('15'), [{ overPct: '13.9', stepPct: '1', perStep: 1 }]), 'tiers_not_rising');
    expectRefusal(() => stepsTake(at('15'), [{ overPct: '14.0', stepPct: '0', perStep: 1 }]), 'step_not_positive');
    expectRefusal(() => stepsTake({ ...at('18.1'), rejectAbovePct: '18.0' }, tiers), 'measured_above_limit');
    expectRefusal(() => stepsTake(at('100.1'), tiers), 'percentage_out_of_range');
  });
});

describe('a table with nodes', () => {
  it('is nothing up to the base, exactly the figure at a node, and the straight line between two', () => {
    const taken = (measured: string) => curveTake(at(measured), points).takes;
    expect(exact({ takes: taken('13.2') })).toBe(0);
    expect(exact({ takes: taken('14.0') })).toBe(0);
    expect(exact({ takes: taken('15.00') })).toBe(120);
    expect(taken('14.7')).toMatchObject({ numerator: expect.any(BigInt) as bigint });
    expect(exact({ takes: taken('14.7') })).toBe(84);
    expect(exact({ takes: taken('17.5') })).toBe(400);
    expect(exact({ takes: taken('18.0') })).toBe(800);
  });

  it('keeps a third exact: nothing is rounded before the weight is', () => {
    const { takes } = curveTake(at('11', '10'), [{ atPct: '13', takes: 100 }]);
    expect(takes.numerator * 3n).toBe(takes.denominator * 100n);
  });

  it('hits every node exactly and stays between its neighbours', () => {
    fc.assert(fc.property(anyPoints, fc.integer({ min: 100, max: 500 }), (table, measured) => {
      for (const node of table) {
        const { takes } = curveTake(at(node.atPct, '10'), table);
        expect(takes.numerator).toBe(takes.denominator * BigInt(node.takes));
      }
      const value = tenths(measured);
      if (Number(value) > Number(table.at(-1)?.atPct)) return;
      const below = [{ atPct: '10', takes: 0 }, ...table].findLast((node) => Number(node.atPct) <= Number(value))?.takes ?? 0;
      const above = table.find((node) => Number(node.atPct) >= Number(value))?.takes ?? 0;
      const found = exact(curveTake(at(value, '10'), table));
      expect(found).toBeGreaterThanOrEqual(below);
      expect(found).toBeLessThanOrEqual(above);
    }));
  });

  it('refuses what lies above its last node, nodes that do not rise, figures that fall and an empty table', () => {
    expectRefusal(() => curveTake(at('18.126'), points), 'measured_above_limit');
    expectRefusal(() => curveTake(at('15'), [{ atPct: '15', takes: 1 }, { atPct: '15.0', takes: 2 }]), 'points_not_rising');
    expectRefusal(() => curveTake(at('15'), [{ atPct: '14', takes: 1 }]), 'points_not_rising');
    expectRefusal(() => curveTake(at('15'), [{ atPct: '15', takes: 2 }, { atPct: '16', takes: 1 }]), 'points_fall');
    expectRefusal(() => curveTake(at('13'), []), 'points_missing');
  });
});
