import { alignDecimals, parseDecimal } from './decimal.ts';
import { applyDeductions } from './deduction.ts';
import type { DeductionTerm } from './deduction-terms.ts';
import { measuredTerms } from './deduction-terms.ts';
import type { GradeAttribute } from './grade.ts';
import { applyDiscounts } from './price-discount.ts';
import { RuleError } from './rule-error.ts';

/** What keeps terms from being published; the editor says it in words beside the factor. */
export type TermFindingCode =
  | 'factor_missing' | 'factor_no_number' | 'name_missing' | 'factor_twice' | 'not_a_percentage' | 'limit_below_base' | 'rows_missing' | 'first_row_not_base' | 'rows_not_rising' | 'step_not_positive'
  | 'takes_out_of_range' | 'takes_fall' | 'dry_matter_on_price' | 'rows_on_dry_matter' | 'limit_above_table' | 'takes_all';

export interface TermFinding {
  readonly code: TermFindingCode;
  /** Place of the term in the list, from 0. */
  readonly index: number;
}

/** What a grade scheme measures, by name and kind. */
type Measured = ReadonlyArray<Pick<GradeAttribute, 'id' | 'type'>>;

/** Most that one row may take: everything, or a hundred yuan per kilogram. */
const MOST: Readonly<Record<DeductionTerm['acts'], number>> = { weight: 10_000, price_share: 10_000, price_amount: 1_000_000 };

function shapeCode({ factor, nameZh, nameEn, method, acts, rows }: DeductionTerm): TermFindingCode | null {
  if (factor.trim() === '') return 'factor_missing';
  if (nameZh.trim() === '' || nameEn.trim() === '') return 'name_missing';
  if (method === 'dry_matter') return acts !== 'weight' ? 'dry_matter_on_price' : rows.length > 0 ? 'rows_on_dry_matter' : null;
  if (rows.length === 0) return 'rows_missing';
  return rows.some(({ takes }) => !Number.isSafeInteger(takes) || takes < 0 || takes > MOST[acts]) ? 'takes_out_of_range' : null;
}

function figureCode(term: DeductionTerm): TermFindingCode | null {
  const { method, basePct, rejectAbovePct, rows } = term;
  const read = [basePct, rejectAbovePct ?? '100', '100', ...rows.map((row) => row.atPct)].map(parseDecimal);
  const known = read.filter((value) => value !== null);
  if (known.length < read.length) return 'not_a_percentage';
  const [base = 0n, limit = 0n, hundred = 0n, ...starts] = alignDecimals(known);
  if ([base, limit, ...starts].some((value) => value < 0n || value > hundred) || base === hundred) return 'not_a_percentage';
  if (limit < base) return 'limit_below_base';
  if (method === 'dry_matter') return null;
  if (method === 'step_table' && starts[0] !== base) return 'first_row_not_base';
  const rising = method === 'step_table' ? starts : [base, ...starts];
  if (rising.some((start, index) => index > 0 && start <= (rising[index - 1] ?? 0n))) return 'rows_not_rising';
  if (method === 'step_table') return rows.some(({ stepPct }) => (parseDecimal(stepPct ?? '')?.digits ?? 0n) <= 0n) ? 'step_not_positive' : null;
  if (rows.some(({ takes }, index) => takes < (rows[index - 1]?.takes ?? 0))) return 'takes_fall';
  return rejectAbovePct !== null && limit > (starts.at(-1) ?? 0n) ? 'limit_above_table' : null;
}

/** True where goods just within the limit would lose their whole weight or price; what an amount leaves depends on the day's price. */
function takesAll(term: DeductionTerm): boolean {
  if (term.rejectAbovePct === null || term.acts === 'price_amount') return false;
  const { deductions, discounts } = measuredTerms([term], new Map([[term.factor, term.rejectAbovePct]]));
  try {
    applyDeductions(MOST.weight, 1, deductions);
    applyDiscounts(MOST.price_share, discounts);
    return false;
  } catch (error) {
    if (error instanceof RuleError) return true;
    throw error;
  }
}

/** A factor may act on the weight once and on the price once. */
function isTwice(terms: readonly DeductionTerm[], index: number): boolean {
  const kind = (term: DeductionTerm | undefined): string => `${term?.factor ?? ''} ${term?.acts === 'weight' ? 'weight' : 'price'}`;
  return terms.some((term, place) => place < index && kind(term) === kind(terms[index]));
}

/** True where the scheme measures the factor, and not as a number: a day of picking, a yes or no. No table of percentages reads those, and every ticket with such a measure would be refused. */
const isNoNumber = ({ factor }: DeductionTerm, attributes: Measured): boolean => attributes.some(({ id, type }) => (id === factor || id === `${factor}_pct`) && type !== 'number');

/**
 * Everything that keeps terms from being published, at most one finding a factor, in the order of the list. `attributes` are those of the
 * product's grade scheme; without a scheme every factor is a name of its own.
 */
export function checkTerms(terms: readonly DeductionTerm[], attributes: Measured = []): TermFinding[] {
  return terms.flatMap((term, index) => {
    const code = shapeCode(term) ?? (isNoNumber(term, attributes) ? 'factor_no_number' : null) ?? (isTwice(terms, index) ? 'factor_twice' : null) ?? figureCode(term) ?? (takesAll(term) ? 'takes_all' : null);
    return code === null ? [] : [{ code, index }];
  });
}
