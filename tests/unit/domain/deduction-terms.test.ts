import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDeductions } from '../../../electron/domain/deduction.ts';
import type { DeductionTerm } from '../../../electron/domain/deduction-terms.ts';
import { measuredTerms, refuseAboveLimit, termsOfScheme, unmeasured } from '../../../electron/domain/deduction-terms.ts';
import { checkTerms } from '../../../electron/domain/deduction-terms-check.ts';
import { applyDiscounts } from '../../../electron/domain/price-discount.ts';

const moisture: DeductionTerm = {
  factor: 'moisture', nameZh: '扣水', nameEn: 'Moisture', acts: 'weight', method: 'step_table', basePct: '14.0', rejectAbovePct: '20',
  rows: [{ atPct: '14.0', stepPct: '0.5', takes: 100 }, { atPct: '17', stepPct: '0.5', takes: 150 }],
};
const mould: DeductionTerm = { factor: 'mould', nameZh: '霉变', nameEn: 'Mould', acts: 'price_share', method: 'interpolated', basePct: '0', rejectAbovePct: null, rows: [{ atPct: '2', stepPct: null, takes: 300 }, { atPct: '5', stepPct: null, takes: 1_500 }] };
const dry: DeductionTerm = { factor: 'soil', nameZh: '扣杂', nameEn: 'Soil', acts: 'weight', method: 'dry_matter', basePct: '1', rejectAbovePct: null, rows: [] };
const codes = (...terms: readonly DeductionTerm[]) => checkTerms(terms).map(({ code, index }) => [index, code]);

describe('terms of a product', () => {
  it('become deductions of what was measured, in their order; what was not measured takes nothing off', () => {
    const { deductions, discounts } = measuredTerms([mould, moisture, dry], new Map([['moisture_pct', '14.6'], ['mould', '3']]));
    expect(applyDeductions(100_000, 10, deductions).settlementGrams).toBe(99_000);
    expect(applyDiscounts(30_000, discounts)).toMatchObject({ priceE4: 27_900, applied: [{ factor: 'mould', takes: 700, priceBeforeE4: 30_000 }] });
    expect(measuredTerms([dry], new Map([['mould', '3']]))).toEqual({ deductions: [], discounts: [] });
  });

  it('may act on weight and price for the same factor, and stay apart', () => {
    const both = [moisture, { ...moisture, acts: 'price_amount' as const, rows: [{ atPct: '14.0', stepPct: '1', takes: 500 }] }];
    expect(codes(...both)).toEqual([]);
    const { deductions, discounts } = measuredTerms(both, new Map([['moisture_pct', '16.2']]));
    expect([applyDeductions(100_000, 10, deductions).settlementGrams, applyDiscounts(30_000, discounts).priceE4]).toEqual([96_000, 29_000]);
  });

  it('refuse a measure above their limit and take one at it, whatever is deducted; where no limit or no measure is there, nothing is refused', () => {
    const at = (...measures: [string, string][]) => () => refuseAboveLimit([mould, moisture], new Map(measures));
    expect(at(['moisture_pct', '20.1'])).toThrow('measured_above_limit');
    expect(at(['moisture', '20.000001'])).toThrow('measured_above_limit');
    expect(at(['moisture_pct', 'wet'])).toThrow('not_a_decimal');
    for (const fine of [at(['moisture_pct', '20']), at(['mould', '99']), at()]) expect(fine).not.toThrow();
  });

  it('name what must be measured and is not, each factor once', () => {
    const must = [mould, { ...moisture, mustMeasure: true as const }, { ...moisture, acts: 'price_share' as const, mustMeasure: true as const }, { ...dry, mustMeasure: true as const }];
    expect(unmeasured(must, new Map()).map(({ factor }) => factor)).toEqual(['moisture', 'soil']);
    expect(unmeasured(must, new Map([['moisture_pct', '9'], ['soil', '0']]))).toEqual([]);
  });

  it('proposed by a scheme give the weights they gave before', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 }), (tenths, perStepBp) => {
      const measuredPct = `${Math.floor(tenths / 10)}.${tenths % 10}`;
      const [term] = termsOfScheme([{ factor: 'moisture', method: 'step_table', basePct: '14.0', stepPct: '0.5', perStepBp, rejectAbovePct: null, confidence: null }], () => ({ nameZh: '水分', nameEn: 'Moisture' }));
      const { deductions } = measuredTerms(term === undefined ? [] : [term], new Map([['moisture_pct', measuredPct]]));
      expect(applyDeductions(514_800, 10, deductions)).toEqual(applyDeductions(514_800, 10, [{ factor: 'moisture', method: 'step_table', measuredPct, basePct: '14.0', stepPct: '0.5', perStepBp }]));
    }));
  });
});

describe('what keeps terms from being published', () => {
  it('is nothing where they make sense', () => expect(codes(moisture, mould, dry)).toEqual([]));

  it('is a missing name or factor, and a factor named twice for the same thing', () => {
    expect(codes({ ...moisture, factor: ' ' }, { ...mould, nameEn: '' }, dry, { ...dry, nameZh: '土' })).toEqual([[0, 'factor_missing'], [1, 'name_missing'], [3, 'factor_twice']]);
  });

  it('is a base, a limit or a row that is no percentage, or lies where it may not', () => {
    expect(codes({ ...moisture, basePct: '14,0' })).toEqual([[0, 'not_a_percentage']]);
    expect(codes({ ...moisture, basePct: '100', rows: [{ atPct: '100', stepPct: '1', takes: 1 }] })).toEqual([[0, 'not_a_percentage']]);
    expect(codes({ ...moisture, rejectAbovePct: '13.9' })).toEqual([[0, 'limit_below_base']]);
    expect(codes({ ...moisture, basePct: '13' })).toEqual([[0, 'first_row_not_base']]);
    expect(codes({ ...mould, rows: [{ atPct: '2', stepPct: null, takes: 300 }, { atPct: 'x', stepPct: null, takes: 400 }] })).toEqual([[0, 'not_a_percentage']]);
    expect(codes({ ...mould, rejectAbovePct: '5.1' })).toEqual([[0, 'limit_above_table']]);
  });

  it('is a table without rows, out of order, without steps, falling, or taking more than everything', () => {
    expect(codes({ ...moisture, rows: [] })).toEqual([[0, 'rows_missing']]);
    expect(codes({ ...moisture, rows: moisture.rows.toReversed() })).toEqual([[0, 'first_row_not_base']]);
    expect(codes({ ...mould, rows: mould.rows.toReversed() })).toEqual([[0, 'rows_not_rising']]);
    expect(codes({ ...moisture, rows: [{ atPct: '14', stepPct: '0', takes: 1 }] })).toEqual([[0, 'step_not_positive']]);
    expect(codes({ ...mould, rows: [{ atPct: '2', stepPct: null, takes: 5 }, { atPct: '3', stepPct: null, takes: 4 }] })).toEqual([[0, 'takes_fall']]);
    expect(codes({ ...mould, rows: [{ atPct: '2', stepPct: null, takes: 10_001 }] })).toEqual([[0, 'takes_out_of_range']]);
    expect(codes({ ...moisture, basePct: '0', rejectAbovePct: '50', rows: [{ atPct: '0', stepPct: '0.5', takes: 101 }] })).toEqual([[0, 'takes_all']]);
    expect(codes({ ...moisture, basePct: '0', rejectAbovePct: '50', rows: [{ atPct: '0', stepPct: '0.5', takes: 100 }] })).toEqual([]);
    expect(codes({ ...dry, acts: 'price_share' }, { ...dry, rows: mould.rows })).toEqual([[0, 'dry_matter_on_price'], [1, 'rows_on_dry_matter']]);
  });

  it('is something the scheme measures as a day, a choice or a yes or no, under its name or with _pct', () => {
    const attributes = [{ id: 'picked', type: 'date' }, { id: 'whole_pct', type: 'bool' }, { id: 'colour', type: 'enum' }, { id: 'moisture_pct', type: 'number' }] as const;
    const named = (factor: string) => ({ ...moisture, factor });
    expect(checkTerms([named('picked'), named('whole'), named('colour'), named('moisture'), named('own_1')], attributes).map(({ code, index }) => [index, code])).toEqual([[0, 'factor_no_number'], [1, 'factor_no_number'], [2, 'factor_no_number']]);
    expect(checkTerms([named('picked')])).toEqual([]);
  });

  it('never lets terms through that the rules then refuse for any measured value up to the limit', () => {
    const anyRow = fc.record({ atPct: fc.integer({ min: 0, max: 30 }).map(String), stepPct: fc.constantFrom('0', '0.5', '2', null), takes: fc.integer({ min: 0, max: 600 }) });
    const anyTerm = fc.record({
      factor: fc.constant('moisture'), nameZh: fc.constant('水'), nameEn: fc.constant('M'), acts: fc.constantFrom('weight' as const, 'price_share' as const), method: fc.constantFrom('step_table' as const, 'interpolated' as const, 'dry_matter' as const),
      basePct: fc.constantFrom('0', '10', '14'), rejectAbovePct: fc.constantFrom(null, '12', '18'), rows: fc.array(anyRow, { maxLength: 3 }),
    });
    fc.assert(fc.property(anyTerm, fc.integer({ min: 0, max: 12 }), (term, measured) => {
      if (term.rejectAbovePct === null || checkTerms([term]).length > 0) return;
      const { deductions, discounts } = measuredTerms([term], new Map([['moisture', String(measured)]]));
      if (term.method === 'interpolated' && Number(term.rows.at(-1)?.atPct) < measured) return;
      applyDeductions(10_000, 10, deductions);
      applyDiscounts(10_000, discounts);
    }), { numRuns: 2_000 });
  });
});

describe('terms at their edges', () => {
  it('count every stretch of a step table, also those above the first', () => {
    const at = (pct: string) => applyDeductions(100_000, 10, measuredTerms([moisture], new Map([['moisture_pct', pct]])).deductions).settlementGrams;
    expect([at('14.4'), at('14.5'), at('17'), at('17.5'), at('18')]).toEqual([100_000, 99_000, 94_000, 92_500, 91_000]);
  });

  it('may take everything in one row, and not a hundredth of a percent or a ten-thousandth of a yuan more', () => {
    const taking = (acts: DeductionTerm['acts'], takes: number) => codes({ ...moisture, acts, rejectAbovePct: null, rows: [{ atPct: '14.0', stepPct: '0.5', takes }] });
    expect([taking('weight', 10_000), taking('price_share', 10_000), taking('price_amount', 1_000_000), taking('weight', 0)]).toEqual([[], [], [], []]);
    for (const out of [taking('weight', 10_001), taking('price_share', 10_001), taking('price_amount', 1_000_001), taking('weight', -1), taking('weight', 0.5)]) expect(out).toEqual([[0, 'takes_out_of_range']]);
  });

  it('have percentages from 0 to 100, each of them, and a base below 100', () => {
    const from = (basePct: string, fields: Partial<DeductionTerm> = {}) => codes({ ...moisture, basePct, rejectAbovePct: null, rows: [{ atPct: basePct, stepPct: '0.5', takes: 1 }], ...fields });
    expect([from('99.5'), from('0'), from('14', { rejectAbovePct: '100' })]).toEqual([[], [], []]);
    for (const out of [from('x'), from('-1'), from('100'), from('14', { rejectAbovePct: '100.1' }), from('14', { rejectAbovePct: 'x' }), from('14', { rows: [{ atPct: '14', stepPct: '0.5', takes: 1 }, { atPct: '101', stepPct: '0.5', takes: 1 }] })]) {
      expect(out).toEqual([[0, 'not_a_percentage']]);
    }
    expect(from('14', { rejectAbovePct: '14' })).toEqual([]);
    expect(from('14', { rejectAbovePct: '13.9' })).toEqual([[0, 'limit_below_base']]);
  });

  it('that take yuan off the price may take more than some price: what is left depends on the day', () => {
    expect(codes({ ...mould, acts: 'price_amount', rejectAbovePct: '5', rows: [{ atPct: '5', stepPct: null, takes: 20_000 }] })).toEqual([]);
    expect(codes({ ...mould, acts: 'price_share', rejectAbovePct: '5', rows: [{ atPct: '5', stepPct: null, takes: 10_000 }] })).toEqual([]);
  });

  it('of dry matter have no table, and may have a limit all the same', () => {
    expect(codes({ ...dry, rejectAbovePct: '5' })).toEqual([]);
    expect(codes({ ...dry, rows: [{ atPct: '1', stepPct: null, takes: 1 }] })).toEqual([[0, 'rows_on_dry_matter']]);
    expect(codes({ ...dry, acts: 'price_share' })).toEqual([[0, 'dry_matter_on_price']]);
  });

  it('with nodes have a limit up to the last of them, rise, and never fall', () => {
    expect(codes({ ...mould, rejectAbovePct: '5' })).toEqual([]);
    expect(codes({ ...mould, rejectAbovePct: '5.1' })).toEqual([[0, 'limit_above_table']]);
    expect(codes({ ...mould, rows: [{ atPct: '2', stepPct: null, takes: 300 }, { atPct: '2', stepPct: null, takes: 300 }] })).toEqual([[0, 'rows_not_rising']]);
    expect(codes({ ...mould, rows: [{ atPct: '2', stepPct: null, takes: 300 }, { atPct: '5', stepPct: null, takes: 300 }] })).toEqual([]);
    expect(codes({ ...mould, rows: [{ atPct: '2', stepPct: null, takes: 300 }, { atPct: '5', stepPct: null, takes: 299 }] })).toEqual([[0, 'takes_fall']]);
  });
});
