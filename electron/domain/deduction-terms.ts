import { compareDecimals, requireDecimal } from './decimal.ts';
import type { Deduction } from './deduction.ts';
import { RuleError } from './rule-error.ts';
import type { DiscountActs, PriceDiscount } from './price-discount.ts';
import type { DeductionTerms } from './scheme-file.ts';

/** One row of a table of terms. Step table: above `atPct` every `stepPct` takes `takes`. Nodes: at `atPct` exactly `takes` is taken. */
export interface TermRow {
  readonly atPct: string;
  /** Null for a node. */
  readonly stepPct: string | null;
  /** Basis points, or 1/10,000 yuan per kilogram where the term acts on the price by an amount. */
  readonly takes: number;
}

/** What is agreed for one factor of a product: what it acts on, from where on, and by which table. */
export interface DeductionTerm {
  readonly factor: string;
  /** As printed: 扣水, moisture. */
  readonly nameZh: string;
  readonly nameEn: string;
  /** Weight is taken off (扣量), or the price is lowered (扣价). */
  readonly acts: 'weight' | DiscountActs;
  readonly method: 'step_table' | 'interpolated' | 'dry_matter';
  readonly basePct: string;
  readonly rejectAbovePct: string | null;
  /** No ticket without this measure; left out where the clerk may measure or not. */
  readonly mustMeasure?: true | undefined;
  /** The first row of a step table begins at the base; none for dry matter. */
  readonly rows: readonly TermRow[];
}

/** What the terms make of the measures of one line, in the printed order. */
export interface MeasuredTerms {
  readonly deductions: readonly Deduction[];
  readonly discounts: readonly PriceDiscount[];
}

const tierOf = (row: TermRow) => ({ overPct: row.atPct, stepPct: row.stepPct ?? '0', perStep: row.takes });

function deductionOf({ factor, method, basePct, rejectAbovePct, rows }: DeductionTerm, measuredPct: string): Deduction {
  const measured = { factor, measuredPct, basePct, rejectAbovePct };
  if (method === 'dry_matter') return { ...measured, method };
  if (method === 'interpolated') return { ...measured, method, points: rows };
  const [first, ...further] = rows;
  return { ...measured, method, stepPct: first?.stepPct ?? '0', perStepBp: first?.takes ?? 0, ...(further.length === 0 ? {} : { further: further.map(tierOf) }) };
}

function discountOf({ factor, method, basePct, rejectAbovePct, rows }: DeductionTerm, acts: DiscountActs, measuredPct: string): PriceDiscount {
  const measured = { factor, measuredPct, basePct, rejectAbovePct, acts };
  return method === 'interpolated' ? { ...measured, method, points: rows } : { ...measured, method: 'step_table', tiers: rows.map(tierOf) };
}

/** The measure a factor is read from: `moisture_pct` for `moisture`, else one of its own name. */
export function measureOf(factor: string, measures: ReadonlyMap<string, string>): string | null {
  return measures.get(`${factor}_pct`) ?? measures.get(factor) ?? null;
}

/** Terms that want a measure which is not there, in their order, each factor once. */
export function unmeasured(terms: readonly DeductionTerm[], measures: ReadonlyMap<string, string>): DeductionTerm[] {
  const missing = terms.filter((term) => term.mustMeasure === true && measureOf(term.factor, measures) === null);
  return missing.filter(({ factor }, index) => missing.findIndex((term) => term.factor === factor) === index);
}

/**
 * Refuses measures above a limit of the terms (`measured_above_limit`), whatever is deducted for them: how much is taken off may be agreed
 * otherwise, what the cooperative does not buy may not. Refuses text that is no decimal.
 */
export function refuseAboveLimit(terms: readonly DeductionTerm[], measures: ReadonlyMap<string, string>): void {
  for (const { factor, rejectAbovePct } of terms) {
    const value = measureOf(factor, measures);
    if (value === null || rejectAbovePct === null) continue;
    const field = `${factor}.measured_pct`;
    if (compareDecimals(requireDecimal(value, field), requireDecimal(rejectAbovePct, field)) > 0) throw new RuleError('measured_above_limit', field);
  }
}

/** Deductions and discounts of the terms for what was measured; what was not measured takes nothing off. */
export function measuredTerms(terms: readonly DeductionTerm[], measures: ReadonlyMap<string, string>): MeasuredTerms {
  const measured = terms.flatMap((term) => {
    const value = measureOf(term.factor, measures);
    return value === null ? [] : [{ term, value }];
  });
  return {
    deductions: measured.flatMap(({ term, value }) => (term.acts === 'weight' ? [deductionOf(term, value)] : [])),
    discounts: measured.flatMap(({ term, value }) => (term.acts === 'weight' ? [] : [discountOf(term, term.acts, value)])),
  };
}

/** Terms that a grade scheme proposes, as a first version to publish; `nameOf` gives what the scheme calls the factor. */
export function termsOfScheme(proposed: readonly DeductionTerms[], nameOf: (factor: string) => { readonly nameZh: string; readonly nameEn: string }): DeductionTerm[] {
  return proposed.map(({ factor, method, basePct, stepPct, perStepBp, rejectAbovePct }) => ({
    factor, ...nameOf(factor), acts: 'weight', method, basePct, rejectAbovePct,
    rows: method === 'dry_matter' ? [] : [{ atPct: basePct, stepPct: stepPct ?? '1', takes: perStepBp ?? 0 }],
  }));
}
