import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deduction, DryMatterDeduction, StepDeduction } from '../../../electron/domain/deduction.ts';
import { applyDeductions } from '../../../electron/domain/deduction.ts';
import { grams, total } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

const moisture: StepDeduction = { factor: 'moisture', method: 'step_table', measuredPct: '15.3', basePct: '14.0', stepPct: '0.5', perStepBp: 100 };
const dockage: StepDeduction = { factor: 'dockage', method: 'step_table', measuredPct: '2.2', basePct: '1.0', stepPct: '0.5', perStepBp: 150 };

function dryMatter(step: StepDeduction): DryMatterDeduction {
  const { factor, measuredPct, basePct } = step;
  return { factor, method: 'dry_matter', measuredPct, basePct };
}

const percent = fc.integer({ min: 0, max: 300 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`);
const anyStep = fc.record({ measuredPct: percent, basePct: percent, perStepBp: fc.integer({ min: 0, max: 20 }) })
  .map((terms): StepDeduction => ({ ...terms, factor: 'moisture', method: 'step_table', stepPct: '0.5' }));
const anyDryMatter = fc.record({ measuredPct: percent, basePct: percent })
  .map((terms): DryMatterDeduction => ({ ...terms, factor: 'dockage', method: 'dry_matter' }));
const anyDeductions = fc.array(fc.oneof(anyStep, anyDryMatter), { maxLength: 4 });

describe('deductions of dried chilli', () => {
  it('by the step table take 2 % and 3 %, added and applied once', () => {
    const weight = applyDeductions(514_800, 10, [moisture, dockage]);
    expect(weight).toMatchObject({ settlementGrams: 489_060, deductionBp: 500 });
    expect(weight.applied.map(({ steps, deductionBp, takenGrams }) => [steps, deductionBp, takenGrams])).toEqual([[2, 200, 10_300], [2, 300, 15_440]]);
  });

  it('by dry matter multiply, and the weight is rounded once', () => {
    expect(applyDeductions(514_800, 10, [dryMatter(moisture), dryMatter(dockage)]).settlementGrams).toBe(500_870);
  });

  it('give the same settlement weight in either printed order', () => {
    fc.assert(fc.property(grams, anyDeductions, (net, deductions) => {
      expect(applyDeductions(net, 10, deductions.toReversed()).settlementGrams).toBe(applyDeductions(net, 10, deductions).settlementGrams);
    }));
  });
});

describe('what a deduction takes', () => {
  it('is nothing below the base, and a started step does not count', () => {
    const settlement = (measuredPct: string): number => applyDeductions(100_000, 10, [{ ...moisture, measuredPct }]).settlementGrams;
    expect(['0', '13.9', '14', '14.4', '14.49', '14.5', '14.9', '15.0'].map(settlement))
      .toEqual([100_000, 100_000, 100_000, 100_000, 100_000, 99_000, 99_000, 98_000]);
  });

  it('leaves a line without an effective deduction at its grams, unrounded', () => {
    expect(applyDeductions(12_343, 10, []).settlementGrams).toBe(12_343);
    expect(applyDeductions(12_343, 10, [{ ...moisture, measuredPct: '14.0' }]).settlementGrams).toBe(12_343);
    expect(applyDeductions(12_343, 10, [{ ...dryMatter(moisture), measuredPct: '14.00' }]).settlementGrams).toBe(12_343);
  });

  it('adds up, deduction by deduction, to what the line lost', () => {
    fc.assert(fc.property(grams, anyDeductions, (net, deductions) => {
      const { settlementGrams, applied } = applyDeductions(net, 10, deductions);
      expect(total(applied.map(({ takenGrams }) => takenGrams))).toBe(net - settlementGrams);
    }));
  });

  it('by steps never adds weight beyond half a resolution, and never takes more for drier goods', () => {
    fc.assert(fc.property(grams, anyStep, (net, step) => {
      const settled = applyDeductions(net, 10, [step]).settlementGrams;
      expect(settled).toBeLessThanOrEqual(net + 5);
      expect(applyDeductions(net, 10, [{ ...step, measuredPct: '0' }]).settlementGrams).toBeGreaterThanOrEqual(settled - 5);
    }));
  });

  it('lands on the resolution of the product', () => {
    fc.assert(fc.property(grams, fc.constantFrom(1, 10, 50, 500), (net, resolution) => {
      expect(applyDeductions(net, resolution, [moisture]).settlementGrams % resolution).toBe(0);
    }));
  });
});

describe('deductions are refused', () => {
  const refuse = (deductions: Deduction[], code: string, field: string): void => {
    expectRefusal(() => applyDeductions(100_000, 10, deductions), code, field);
  };

  it('above the limit of the contract', () => {
    refuse([{ ...moisture, rejectAbovePct: '15.2' }], 'measured_above_limit', 'moisture.measured_pct');
    expect(applyDeductions(100_000, 10, [{ ...moisture, rejectAbovePct: '15.30' }]).deductionBp).toBe(200);
  });

  it('outside 0 to 100 percent, or for text that is no number', () => {
    refuse([{ ...moisture, measuredPct: '100.1' }], 'percentage_out_of_range', 'moisture.measured_pct');
    refuse([{ ...moisture, measuredPct: '-1' }], 'percentage_out_of_range', 'moisture.measured_pct');
    refuse([{ ...dryMatter(moisture), basePct: '100' }], 'percentage_out_of_range', 'moisture.base_pct');
    refuse([{ ...moisture, measuredPct: '15,3' }], 'not_a_decimal', 'moisture.measured_pct');
  });

  it('with steps of nothing, or more than everything', () => {
    refuse([{ ...moisture, stepPct: '0' }], 'step_not_positive', 'moisture.step_pct');
    refuse([{ ...moisture, measuredPct: '90', perStepBp: 200 }], 'deduction_above_net', 'moisture');
    expectRefusal(() => applyDeductions(1, 0, []), 'resolution_invalid', 'resolution_g');
    expectRefusal(() => applyDeductions(-1, 10, []), 'negative', 'net_g');
  });
});
