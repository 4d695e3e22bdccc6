import type { Fen } from './money.ts';
import type { Grams } from './mass.ts';
import { allocate } from './allocate.ts';
import { divideHalfUp } from './rounding.ts';
import { RuleError, basisPoints, nonNegativeInteger, toSafeNumber } from './rule-error.ts';

/** Sales of a closed period and the share rule that was agreed for it; money in fen. */
export interface RevenueShareInput {
  readonly grossSalesFen: Fen;
  readonly refundsFen: Fen;
  readonly commissionBp: number;
  /** For refunded parcels too. */
  readonly freightFen: Fen;
  readonly packagingFen: Fen;
  /** The goods at the field price. */
  readonly fieldValueFen: Fen;
  readonly farmerMinBpOfNetSales: number;
  /** The cooperative's and the risk fund's shares of what remains; together 10,000. */
  readonly coopBp: number;
  readonly fundBp: number;
  readonly fundBalanceFen: Fen;
  readonly members: readonly { readonly acceptedGrams: Grams; readonly paidFen: Fen }[];
}

/** Commission, freight, packaging, farmers, cooperative and fund together are the net sales. */
export interface RevenueShare {
  readonly netSalesFen: Fen;
  readonly commissionFen: Fen;
  readonly farmerFen: Fen;
  /** Negative is a shortfall. */
  readonly remainingFen: Fen;
  /** Negative when the cooperative bears a shortfall. */
  readonly coopFen: Fen;
  /** Negative when the fund pays towards a shortfall. */
  readonly fundFen: Fen;
  readonly members: readonly { readonly shareFen: Fen; readonly secondPaymentFen: Fen }[];
}

function rateOf(fen: Fen, bp: number, field: string): Fen {
  return toSafeNumber(divideHalfUp(BigInt(fen) * BigInt(basisPoints(bp, field)), 10_000n), field);
}

/** Where the rest goes, or who bears a shortfall: the fund up to its balance, then the cooperative, never the farmers. */
function splitRemaining(remainingFen: Fen, input: RevenueShareInput): { coopFen: Fen; fundFen: Fen } {
  const coopBp = basisPoints(input.coopBp, 'coop_bp');
  const fundBp = basisPoints(input.fundBp, 'fund_bp');
  if (coopBp + fundBp !== 10_000) throw new RuleError('shares_not_whole', 'fund_bp');
  const balance = nonNegativeInteger(input.fundBalanceFen, 'fund_balance_fen');
  if (remainingFen >= 0) {
    const [coopFen = 0, fundFen = 0] = allocate(remainingFen, [coopBp, fundBp]);
    return { coopFen, fundFen };
  }
  const fromFund = Math.min(balance, -remainingFen);
  // Subtracted from zero, because the negative of zero would be minus zero.
  return { coopFen: 0 - (-remainingFen - fromFund), fundFen: 0 - fromFund };
}

function farmersParts(farmerFen: Fen, members: RevenueShareInput['members']): RevenueShare['members'] {
  const grams = members.map((member, index) => nonNegativeInteger(member.acceptedGrams, `members[${index}].accepted_g`));
  if (grams.every((weight) => weight === 0)) throw new RuleError('no_accepted_weight', 'members');
  return allocate(farmerFen, grams).map((shareFen, index) => {
    const paid = nonNegativeInteger(members[index]?.paidFen ?? 0, `members[${index}].paid_fen`);
    return { shareFen, secondPaymentFen: Math.max(0, shareFen - paid) };
  });
}

/**
 * Shares the net sales of a period (domain notes, example 6): farmers get the larger of the field value and their minimum share (half-up), the
 * rest goes to cooperative and risk fund by largest remainder. Farmers' parts go by accepted weight; a second payment below zero is
 * nothing and is not carried. Refuses refunds above sales (`refunds_above_sales`), shares that are not 100 % together
 * (`shares_not_whole`), no accepted weight (`no_accepted_weight`) and negative or unsafe amounts.
 */
export function shareRevenue(input: RevenueShareInput): RevenueShare {
  const gross = nonNegativeInteger(input.grossSalesFen, 'gross_sales_fen');
  const refunds = nonNegativeInteger(input.refundsFen, 'refunds_fen');
  if (refunds > gross) throw new RuleError('refunds_above_sales', 'refunds_fen');
  const netSalesFen = gross - refunds;
  const commissionFen = rateOf(netSalesFen, input.commissionBp, 'commission_bp');
  const minimumFen = rateOf(netSalesFen, input.farmerMinBpOfNetSales, 'farmer_min_bp_of_net_sales');
  const farmerFen = Math.max(nonNegativeInteger(input.fieldValueFen, 'field_value_fen'), minimumFen);
  const remaining = BigInt(netSalesFen) - BigInt(commissionFen) - BigInt(farmerFen)
    - BigInt(nonNegativeInteger(input.freightFen, 'freight_fen')) - BigInt(nonNegativeInteger(input.packagingFen, 'packaging_fen'));
  const remainingFen = toSafeNumber(remaining, 'remaining_fen');
  const { coopFen, fundFen } = splitRemaining(remainingFen, input);
  return { netSalesFen, commissionFen, farmerFen, remainingFen, coopFen, fundFen, members: farmersParts(farmerFen, input.members) };
}
