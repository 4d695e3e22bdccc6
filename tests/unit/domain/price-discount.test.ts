import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepDeduction, TermsRule } from '../../../electron/domain/deduction.ts';
import { applyDeductions } from '../../../electron/domain/deduction.ts';
import type { PriceDiscount } from '../../../electron/domain/price-discount.ts';
import { applyDiscounts } from '../../../electron/domain/price-discount.ts';
import { grams } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

const table = (factor: string, acts: PriceDiscount['acts'], perStep: number, measuredPct = '2', stepPct = '1'): PriceDiscount =>
  ({ factor, acts, method: 'step_table', measuredPct, basePct: '0', tiers: [{ overPct: '0', stepPct, perStep }] });
const share = (bp: number): PriceDiscount => table('mould', 'price_share', bp, '1');
const amount = (e4: number): PriceDiscount => table('damage', 'price_amount', e4, '1');

const anyDiscount = fc.oneof(fc.integer({ min: 0, max: 1_500 }).map(share), fc.integer({ min: 0, max: 3_000 }).map(amount));
const anyShare = fc.integer({ min: 0, max: 2_000 }).map(share);
const price = fc.integer({ min: 20_000, max: 10_000_000 });
const rules = fc.constantFrom<TermsRule>('added', 'in_turn');

describe('a discount of the price', () => {
  it('of a share is price × (10,000 − basis points) ÷ 10,000, rounded half-up once', () => {
    expect(applyDiscounts(30_000, [table('mould', 'price_share', 200, '2.2', '0.5')]).priceE4).toBe(27_600);
    expect(applyDiscounts(12_345, [share(500)]).priceE4).toBe(11_728);
    expect(applyDiscounts(10, [share(500)]).priceE4).toBe(10);
    expect(applyDiscounts(10, [share(501)]).priceE4).toBe(9);
  });

  it('of an amount takes 1/10,000 yuan from every kilogram', () => {
    const { priceE4, applied } = applyDiscounts(30_000, [table('damage', 'price_amount', 500, '2.9')]);
    expect(priceE4).toBe(29_000);
    expect(applied).toEqual([{ factor: 'damage', acts: 'price_amount', method: 'step_table', steps: 2, takes: 1_000, priceBeforeE4: 30_000, priceAfterE4: 29_000 }]);
  });

  it('says what each took as differences of the printed prices, which sum to what the price lost', () => {
    fc.assert(fc.property(price, fc.array(anyDiscount, { maxLength: 5 }), rules, (first, discounts, rule) => {
      const { priceE4, applied } = applyDiscounts(first, discounts, rule);
      expect(applied.reduce((left, each) => left - (each.priceBeforeE4 - each.priceAfterE4), first)).toBe(priceE4);
      expect(applied.every((each, index) => each.priceBeforeE4 === (applied[index - 1]?.priceAfterE4 ?? first) && each.priceAfterE4 <= each.priceBeforeE4 && each.priceAfterE4 >= 0)).toBe(true);
    }));
  });

  it('never pays more for goods that measure worse', () => {
    fc.assert(fc.property(price, fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), rules, (first, one, other, rule) => {
      const at = (tenths: number): number => applyDiscounts(first, [table('mould', 'price_share', 50, `${Math.floor(tenths / 10)}.${tenths % 10}`, '0.5'), share(300)], rule).priceE4;
      expect(at(Math.max(one, other))).toBeLessThanOrEqual(at(Math.min(one, other)));
    }));
  });

  it('never takes more than the whole price', () => {
    expectRefusal(() => applyDiscounts(400, [amount(401)]), 'discount_above_price');
    expectRefusal(() => applyDiscounts(400, [share(6_000), share(4_001)]), 'discount_above_price');
    expect(applyDiscounts(400, [share(6_000), share(4_000)]).priceE4).toBe(0);
    expect(applyDiscounts(400, [share(6_000), share(4_001)], 'in_turn').priceE4).toBe(96);
    expectRefusal(() => applyDiscounts(-1, []), 'negative');
  });
});

describe('the order of factors', () => {
  it('changes the price where discounts in turn mix a share with an amount', () => {
    expect(applyDiscounts(20_000, [share(1_000), amount(5_000)], 'in_turn').priceE4).toBe(13_000);
    expect(applyDiscounts(20_000, [amount(5_000), share(1_000)], 'in_turn').priceE4).toBe(13_500);
  });

  it('changes no price where they are added, nor where all are shares', () => {
    fc.assert(fc.property(price, fc.array(anyDiscount, { maxLength: 4 }), (first, discounts) => {
      expect(applyDiscounts(first, discounts.toReversed()).priceE4).toBe(applyDiscounts(first, discounts).priceE4);
    }));
    fc.assert(fc.property(price, fc.array(anyShare, { maxLength: 4 }), (first, discounts) => {
      expect(applyDiscounts(first, discounts.toReversed(), 'in_turn').priceE4).toBe(applyDiscounts(first, discounts, 'in_turn').priceE4);
    }));
  });

  const moisture: StepDeduction = { factor: 'moisture', method: 'step_table', measuredPct: '20', basePct: '10', stepPct: '1', perStepBp: 100 };
  const soil: StepDeduction = { factor: 'soil', method: 'step_table', measuredPct: '5', basePct: '0', stepPct: '1', perStepBp: 400 };

  it('changes no weight, but in turn what each factor is shown to take of it', () => {
    const taken = (list: readonly StepDeduction[], rule: TermsRule) => {
      const { settlementGrams, deductionBp, applied } = applyDeductions(100_000, 10, list, rule);
      return [settlementGrams, deductionBp, ...applied.map(({ takenGrams }) => takenGrams)];
    };
    expect(taken([moisture, soil], 'added')).toEqual([70_000, 3_000, 10_000, 20_000]);
    expect(taken([soil, moisture], 'added')).toEqual([70_000, 3_000, 20_000, 10_000]);
    expect(taken([moisture, soil], 'in_turn')).toEqual([72_000, 2_800, 10_000, 18_000]);
    expect(taken([soil, moisture], 'in_turn')).toEqual([72_000, 2_800, 20_000, 8_000]);
  });

  it('in turn never takes more than added, and never everything before it is asked to', () => {
    fc.assert(fc.property(grams, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 900 }), (net, over, perStepBp) => {
      const list = [{ ...moisture, measuredPct: String(10 + over) }, { ...soil, perStepBp }];
      expect(applyDeductions(net, 10, list, 'in_turn').settlementGrams).toBeGreaterThanOrEqual(applyDeductions(net, 10, list, 'added').settlementGrams);
    }));
  });

  it('matters to nobody where there is one factor', () => {
    fc.assert(fc.property(grams, fc.integer({ min: 0, max: 60 }), (net, over) => {
      const list = [{ ...moisture, measuredPct: String(10 + over) }];
      expect(applyDeductions(net, 10, list, 'in_turn')).toEqual(applyDeductions(net, 10, list, 'added'));
    }));
  });
});
