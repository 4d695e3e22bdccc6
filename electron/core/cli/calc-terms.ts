import { amountWords } from '../../domain/amount-words.ts';
import { alignMeasured } from '../../domain/deduction-table.ts';
import { checkTerms } from '../../domain/deduction-terms-check.ts';
import type { DeductionTerm, MeasuredTerms } from '../../domain/deduction-terms.ts';
import { measureOf, measuredTerms } from '../../domain/deduction-terms.ts';
import type { AppliedDeduction, Deduction, TermsRule } from '../../domain/deduction.ts';
import { DEFAULT_RESOLUTION_GRAMS, applyDeductions, tableTake } from '../../domain/deduction.ts';
import { exactText, fraction } from '../../domain/exact-fraction.ts';
import type { FieldReader } from '../../domain/json-shape.ts';
import { lineAmountFen } from '../../domain/line-amount.ts';
import type { AppliedDiscount } from '../../domain/price-discount.ts';
import { applyDiscounts, discountTake } from '../../domain/price-discount.ts';
import { RuleError } from '../../domain/rule-error.ts';
import { choiceOr, fieldOf, integerOr, objectsOr, oneOf, textOr } from './calc-fields.ts';

/** Terms as they are published, and how their factors act together. */
export interface CalcTerms {
  readonly rule: TermsRule;
  readonly terms: readonly DeductionTerm[];
}

function readTerm(input: FieldReader): DeductionTerm {
  const factor = input.text('factor');
  return {
    factor, nameZh: factor, nameEn: factor,
    acts: oneOf(['weight', 'price_share', 'price_amount'] as const, input.text('acts'), fieldOf(input, 'acts')),
    method: oneOf(['step_table', 'interpolated', 'dry_matter'] as const, input.text('method'), fieldOf(input, 'method')),
    basePct: input.text('base_pct'), rejectAbovePct: textOr(input, 'reject_above_pct', null),
    rows: objectsOr(input, 'rows').map((row) => ({ atPct: row.text('at_pct'), stepPct: textOr(row, 'step_pct', null), takes: row.integer('takes') })),
  };
}

/** Reads `order` and `terms`. Refuses what could not be published, with the code of the editor's finding (`checkTerms`). */
export function readTerms(input: FieldReader): CalcTerms {
  const terms = objectsOr(input, 'terms').map(readTerm);
  const [finding] = checkTerms(terms);
  if (finding !== undefined) throw new RuleError(finding.code, `${fieldOf(input, 'terms')}[${finding.index}]`);
  return { rule: choiceOr(input, 'order', ['added', 'in_turn'], 'added'), terms };
}

/** Reads `measures`, percentages as decimal text by factor. Refuses a measure that no term reads (`measure_unknown`): it was mistyped. */
export function readMeasured(input: FieldReader, { terms }: CalcTerms): MeasuredTerms {
  if (!input.has('measures')) return { deductions: [], discounts: [] };
  const measures = input.object('measures');
  const found = new Map(measures.names().map((name) => [name, measures.text(name)]));
  for (const [name, value] of found) {
    if (!terms.some(({ factor }) => measureOf(factor, new Map([[name, value]])) !== null)) throw new RuleError('measure_unknown', fieldOf(measures, name));
  }
  return measuredTerms(terms, found);
}

/** The share of the weight that dry matter keeps, exact. */
function dryShare(deduction: Deduction): string {
  const { measured, base, hundred } = alignMeasured(deduction, [], 'base_pct');
  return exactText(fraction(hundred - measured, hundred - base));
}

/** What each deduction took, in the printed order; `takes_exact` are basis points, for dry matter `keeps_exact` is a share of the weight. */
export const deductionRows = (agreed: readonly Deduction[], applied: readonly AppliedDeduction[]): unknown[] => applied.map((row, index) => {
  const deduction = agreed[index];
  const exact = deduction === undefined ? {} : deduction.method === 'dry_matter' ? { keeps_exact: dryShare(deduction) } : { takes_exact: exactText(tableTake(deduction).takes) };
  return { factor: row.factor, method: row.method, steps: row.steps, ...exact, deduction_bp: row.deductionBp, taken_g: row.takenGrams };
});

/** What each discount did to the price; `takes_exact` are basis points of the price or 1/10,000 yuan. */
export const discountRows = (agreed: MeasuredTerms['discounts'], applied: readonly AppliedDiscount[]): unknown[] => applied.map((row, index) => {
  const discount = agreed[index];
  return {
    factor: row.factor, acts: row.acts, method: row.method, steps: row.steps, ...(discount === undefined ? {} : { takes_exact: exactText(discountTake(discount).takes) }),
    takes: row.takes, price_before_e4: row.priceBeforeE4, price_after_e4: row.priceAfterE4,
  };
});

/** The rule `terms`: what published terms make of one line. Refuses what `readTerms`, `applyDeductions` and `applyDiscounts` refuse. */
export function termsRule(input: FieldReader): unknown {
  const agreed = readTerms(input);
  const { deductions, discounts } = readMeasured(input, agreed);
  const netGrams = input.integer('net_g');
  const weight = applyDeductions(netGrams, integerOr(input, 'resolution_g', DEFAULT_RESOLUTION_GRAMS), deductions, agreed.rule);
  const price = applyDiscounts(input.integer('price_e4'), discounts, agreed.rule);
  const fen = lineAmountFen(weight.settlementGrams, price.priceE4);
  return {
    net_g: netGrams, deductions: deductionRows(deductions, weight.applied), deduction_bp: weight.deductionBp, settlement_g: weight.settlementGrams,
    discounts: discountRows(discounts, price.applied), price_e4: price.priceE4, amount_fen: fen, amount_words: amountWords(fen),
  };
}
