import type { CurvePoint, Measured, StepTier, TableTake } from './deduction-table.ts';
import { curveTake, stepsTake } from './deduction-table.ts';
import type { TermsRule } from './deduction.ts';
import type { Fraction } from './exact-fraction.ts';
import { fraction, minus, plus, roundedTo, times } from './exact-fraction.ts';
import type { PriceE4 } from './price.ts';
import { RuleError, nonNegativeInteger, toSafeNumber } from './rule-error.ts';

/** `price_share`: the table's figures are basis points of the price. `price_amount`: they are 1/10,000 yuan per kilogram. */
export type DiscountActs = 'price_share' | 'price_amount';

type DiscountTable = { readonly method: 'step_table'; readonly tiers: readonly StepTier[] } | { readonly method: 'interpolated'; readonly points: readonly CurvePoint[] };

/** A discount of the price for what was measured (扣价); the weight stays. */
export type PriceDiscount = Measured & DiscountTable & { readonly acts: DiscountActs };

/** What one discount did, for the paper. */
export interface AppliedDiscount {
  readonly factor: string;
  readonly acts: DiscountActs;
  readonly method: PriceDiscount['method'];
  readonly steps: number | null;
  /** The table's figure, rounded to the whole unit for the paper; the price is taken exactly. */
  readonly takes: number;
  readonly priceBeforeE4: PriceE4;
  readonly priceAfterE4: PriceE4;
}

export interface DiscountedPrice {
  readonly priceE4: PriceE4;
  readonly applied: readonly AppliedDiscount[];
}

const HUNDRED_PERCENT = 10_000n;

/** What the table of a discount takes, exact, in basis points or 1/10,000 yuan. Refuses what `stepsTake` and `curveTake` refuse. */
export const discountTake = (discount: PriceDiscount): TableTake => (discount.method === 'step_table' ? stepsTake(discount, discount.tiers) : curveTake(discount, discount.points));

/** What a discount takes of the price, exact: a share is of the first price where discounts are added, else of what is left. */
function taken(discount: PriceDiscount, takes: Fraction, first: Fraction, left: Fraction, rule: TermsRule): Fraction {
  if (discount.acts === 'price_amount') return takes;
  return times(rule === 'added' ? first : left, times(takes, fraction(1n, HUNDRED_PERCENT)));
}

/**
 * The price of one line after its discounts: price × (10,000 − basis points) ÷ 10,000, or price less 1/10,000 yuan, rounded half-up once
 * to 1/10,000 yuan; what each is shown to take are differences of the rounded prices, so that they sum. Where discounts act `in_turn`
 * and mix shares with amounts, their order changes the price: 2.0000 less 10 % less 0.5000 is 1.3000, less 0.5000 less 10 % is 1.3500.
 * In every other list it does not. Refuses discounts above the whole price (`discount_above_price`) and what the tables refuse.
 */
export function applyDiscounts(priceE4: PriceE4, discounts: readonly PriceDiscount[], rule: TermsRule = 'added'): DiscountedPrice {
  const first = fraction(BigInt(nonNegativeInteger(priceE4, 'price_e4')));
  let sum = fraction(0n);
  let before = priceE4;
  const applied: AppliedDiscount[] = [];
  for (const discount of discounts) {
    const { steps, takes } = discountTake(discount);
    sum = plus(sum, taken(discount, takes, first, minus(first, sum), rule));
    const left = minus(first, sum);
    if (left.numerator < 0n) throw new RuleError('discount_above_price', discount.factor);
    const after = toSafeNumber(roundedTo(left, 1n), 'price_e4');
    applied.push({ factor: discount.factor, acts: discount.acts, method: discount.method, steps, takes: toSafeNumber(roundedTo(takes, 1n), discount.factor), priceBeforeE4: before, priceAfterE4: after });
    before = after;
  }
  return { priceE4: before, applied };
}
