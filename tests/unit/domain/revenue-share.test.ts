import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RevenueShareInput } from '../../../electron/domain/revenue-share.ts';
import { shareRevenue } from '../../../electron/domain/revenue-share.ts';
import { total } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

const boxes: RevenueShareInput = {
  grossSalesFen: 780_000, refundsFen: 6_500, commissionBp: 1_500, freightFen: 204_000, packagingFen: 52_800, fieldValueFen: 216_000,
  farmerMinBpOfNetSales: 3_000, coopBp: 7_000, fundBp: 3_000, fundBalanceFen: 0,
  members: [{ acceptedGrams: 256_200, paidFen: 92_232 }, { acceptedGrams: 200_800, paidFen: 72_288 }, { acceptedGrams: 143_000, paidFen: 51_480 }],
};
const cost = fc.integer({ min: 0, max: 1_000_000 });
const anySales: fc.Arbitrary<RevenueShareInput> = fc.record({
  grossSalesFen: fc.integer({ min: 1_000_000, max: 100_000_000 }), refundsFen: cost, commissionBp: fc.integer({ min: 0, max: 2_500 }), freightFen: cost,
  packagingFen: cost, fieldValueFen: fc.integer({ min: 0, max: 100_000_000 }), farmerMinBpOfNetSales: fc.integer({ min: 0, max: 10_000 }),
  coopBp: fc.integer({ min: 0, max: 10_000 }), fundBalanceFen: cost,
  members: fc.array(fc.record({ acceptedGrams: fc.integer({ min: 1, max: 1_000_000 }), paidFen: cost }), { minLength: 1, maxLength: 6 }),
}).map((sales) => ({ ...sales, fundBp: 10_000 - sales.coopBp }));

describe('sharing the sales of a shop', () => {
  it('gives the farmers their part of the retail price and a second payment', () => {
    const result = shareRevenue(boxes);
    expect(result).toMatchObject({ netSalesFen: 773_500, farmerFen: 232_050, coopFen: 118_038, fundFen: 50_587 });
    expect(total(result.members.map(({ secondPaymentFen }) => secondPaymentFen))).toBe(16_050);
  });

  it('has parts that are the net sales, whoever bears a shortfall', () => {
    fc.assert(fc.property(anySales, (sales) => {
      const result = shareRevenue(sales);
      const parts = [result.commissionFen, sales.freightFen, sales.packagingFen, result.farmerFen, result.coopFen, result.fundFen];
      expect(total(parts)).toBe(result.netSalesFen);
      expect(result.coopFen + result.fundFen).toBe(result.remainingFen);
      expect(total(result.members.map(({ shareFen }) => shareFen))).toBe(result.farmerFen);
    }));
  });

  it('never takes a shortfall from the farmers, nor more from the fund than it has', () => {
    fc.assert(fc.property(anySales, (sales) => {
      const result = shareRevenue(sales);
      expect(result.farmerFen).toBeGreaterThanOrEqual(sales.fieldValueFen);
      expect(result.fundFen).toBeGreaterThanOrEqual(-sales.fundBalanceFen);
      if (result.remainingFen < 0) expect(result.coopFen).toBeLessThanOrEqual(0);
      if (result.coopFen < 0) expect(result.fundFen + sales.fundBalanceFen).toBe(0);
      for (const { secondPaymentFen } of result.members) expect(secondPaymentFen).toBeGreaterThanOrEqual(0);
    }));
  });

  it('takes a shortfall from the fund first, then shows the cooperative negative', () => {
    const result = shareRevenue({ ...boxes, fieldValueFen: 401_675, fundBalanceFen: 600 });
    expect(result).toMatchObject({ remainingFen: -1_000, fundFen: -600, coopFen: -400 });
    expect(Object.is(shareRevenue({ ...boxes, fieldValueFen: 401_675, fundBalanceFen: 1_000 }).coopFen, 0)).toBe(true);
  });

  it('carries nothing when more was paid at intake than the share', () => {
    const members = boxes.members.map((member) => ({ ...member, paidFen: 99_999_999 }));
    expect(shareRevenue({ ...boxes, members }).members.every(({ secondPaymentFen }) => secondPaymentFen === 0)).toBe(true);
  });

  it('is refused for shares that are not a whole, refunds above sales and goods without weight', () => {
    expectRefusal(() => shareRevenue({ ...boxes, coopBp: 6_000 }), 'shares_not_whole', 'fund_bp');
    expectRefusal(() => shareRevenue({ ...boxes, refundsFen: 780_001 }), 'refunds_above_sales', 'refunds_fen');
    expectRefusal(() => shareRevenue({ ...boxes, members: [] }), 'no_accepted_weight', 'members');
    expectRefusal(() => shareRevenue({ ...boxes, freightFen: -1 }), 'negative', 'freight_fen');
    expectRefusal(() => shareRevenue({ ...boxes, commissionBp: -1 }), 'rate_out_of_range', 'commission_bp');
  });
});
