import { alignDecimals, compareDecimals, decimalText, parseDecimal, type Decimal } from '../../../electron/domain/decimal.ts';
import { applyDeductions, type TermsRule } from '../../../electron/domain/deduction.ts';
import type { DeductionTerm } from '../../../electron/domain/deduction-terms.ts';
import { measuredTerms } from '../../../electron/domain/deduction-terms.ts';
import { divideHalfUp } from '../../../electron/domain/rounding.ts';
import type { Grams } from '../../../electron/domain/mass.ts';
import type { PriceE4 } from '../../../electron/domain/price.ts';
import { applyDiscounts } from '../../../electron/domain/price-discount.ts';
import { RuleError } from '../../../electron/domain/rule-error.ts';

/** What a delivery comes to at one pair of measures; null where the goods are not taken. */
export interface HeatCell {
  readonly x: string;
  readonly y: string;
  readonly worth: { readonly settlementGrams: Grams; readonly priceE4: PriceE4; /** What a kilogram of net weight comes to, in 1/10,000 yuan. */ readonly perNetE4: PriceE4 } | null;
}

export interface Trial { readonly terms: readonly DeductionTerm[]; readonly rule: TermsRule; readonly netGrams: Grams; readonly resolutionGrams: Grams; readonly priceE4: PriceE4 }

/** What a delivery comes to by the terms; null where a rule refuses it. */
export function worthOf({ terms, rule, netGrams, resolutionGrams, priceE4 }: Trial, measures: ReadonlyMap<string, string>): (HeatCell['worth'] & { readonly problem: null }) | { readonly problem: string } {
  try {
    const { deductions, discounts } = measuredTerms(terms, measures);
    const { settlementGrams } = applyDeductions(netGrams, resolutionGrams, deductions, rule);
    const after = applyDiscounts(priceE4, discounts, rule).priceE4;
    return { settlementGrams, priceE4: after, perNetE4: netGrams === 0 ? 0 : Number(divideHalfUp(BigInt(settlementGrams) * BigInt(after), BigInt(netGrams))), problem: null };
  } catch (error) {
    if (error instanceof RuleError) return { problem: error.code };
    throw error;
  }
}

const most = 9;
const parts = (text: string): Decimal => parseDecimal(text) ?? { digits: 0n, scale: 0 };

function plusStep(text: string, step: string, times: number): string {
  const [from = 0n, by = 0n] = alignDecimals([parts(text), parts(step)]);
  return decimalText(from + by * BigInt(times), Math.max(parts(text).scale, parts(step).scale));
}

/** True for two ways to write one percentage. */
export function isSameFigure(one: string, other: string): boolean {
  const [left, right] = [parseDecimal(one), parseDecimal(other)];
  return left === null || right === null ? one === other : compareDecimals(left, right) === 0;
}

const inOrder = (values: readonly string[]): string[] =>
  values.toSorted((one, other) => compareDecimals(parts(one), parts(other))).filter((value, index, all) => index === 0 || compareDecimals(parts(value), parts(all[index - 1] ?? '')) !== 0);

/** The measures on one axis: from the base on in the factor's own steps, its nodes and limits among them, and the chosen measure. */
export function axisOf(terms: readonly DeductionTerm[], factor: string, chosen: string): string[] {
  const own = terms.filter((term) => term.factor === factor);
  const [first] = own;
  if (first === undefined) return [];
  const step = first.rows[0]?.stepPct ?? '0.5';
  const bends = own.flatMap((term) => [term.basePct, ...(term.rejectAbovePct === null ? [] : [term.rejectAbovePct]), ...term.rows.map((row) => row.atPct)]);
  const walked = Array.from({ length: most - 1 }, (_value, index) => plusStep(first.basePct, (parseDecimal(step)?.digits ?? 0n) > 0n ? step : '0.5', index));
  const past = own.every((term) => term.rejectAbovePct === null) ? [] : [plusStep(inOrder(bends).at(-1) ?? '0', '0.1', 1)];
  const usable = [...walked, ...bends, ...past, ...(parseDecimal(chosen) === null ? [] : [chosen])].filter((value) => { const read = parseDecimal(value); return read !== null && read.digits >= 0n && compareDecimals(read, parts('100')) <= 0; });
  return inOrder(usable).slice(0, most + 5);
}

/** The whole table, row by row; `x` runs along a row. A single factor has one row. */
export function heatTable(trial: Trial, x: { readonly factor: string; readonly values: readonly string[] }, y: { readonly factor: string; readonly values: readonly string[] } | null, others: ReadonlyMap<string, string>): HeatCell[][] {
  const row = (yValue: string): HeatCell[] => x.values.map((xValue) => {
    const measures = new Map([...others, ...(y === null ? [] : [[y.factor, yValue] as const]), [x.factor, xValue]]);
    const worth = worthOf(trial, measures);
    return { x: xValue, y: yValue, worth: worth.problem === null ? worth : null };
  });
  return (y === null ? [''] : y.values).map(row);
}
