import { applyDeductions, type TermsRule } from '../../../electron/domain/deduction.ts';
import type { DeductionTerm, MeasuredTerms } from '../../../electron/domain/deduction-terms.ts';
import type { Grams } from '../../../electron/domain/mass.ts';
import { sumGrams } from '../../../electron/domain/mass.ts';
import type { AppliedDiscount } from '../../../electron/domain/price-discount.ts';
import { RuleError } from '../../../electron/domain/rule-error.ts';
import type { TicketLine } from '../../../electron/domain/ticket.ts';

/** What one measured factor does to the delivery, for the clerk's eyes. */
export interface DeskCut {
  readonly term: DeductionTerm;
  readonly measuredPct: string;
  /** Grams it takes of the whole delivery; null for a discount, and while the rules refuse. */
  readonly takenGrams: Grams | null;
  /** Price before and after, where one line alone is priced. */
  readonly discount: AppliedDiscount | null;
}

interface Delivery {
  readonly terms: readonly DeductionTerm[];
  readonly measured: MeasuredTerms & { readonly rule: TermsRule };
  readonly lines: readonly TicketLine[];
  readonly netGrams: Grams;
  readonly resolutionGrams: Grams;
}

/** Grams each deduction takes: of the priced lines together, else of the whole net weight while no grade is decided. */
function gramsTaken({ measured, lines, netGrams, resolutionGrams }: Delivery): readonly (Grams | null)[] {
  if (lines.length > 0) return measured.deductions.map((_deduction, index) => sumGrams(lines.map((line) => line.deductions[index]?.takenGrams ?? 0)));
  try {
    return applyDeductions(Math.max(0, netGrams), resolutionGrams, measured.deductions, measured.rule).applied.map((applied) => applied.takenGrams);
  } catch (error) {
    if (error instanceof RuleError) return measured.deductions.map(() => null);
    throw error;
  }
}

/** Every measured factor with what it takes, weight before price, each in the order of the terms. */
export function deskCuts(delivery: Delivery): DeskCut[] {
  const { terms, measured, lines } = delivery;
  const taken = gramsTaken(delivery);
  const termOf = (factor: string, onWeight: boolean): DeductionTerm | undefined => terms.find((term) => term.factor === factor && (term.acts === 'weight') === onWeight);
  const onWeight = measured.deductions.map((deduction, index) => ({ term: termOf(deduction.factor, true), measuredPct: deduction.measuredPct, takenGrams: taken[index] ?? null, discount: null }));
  const onPrice = measured.discounts.map((discount, index) => ({ term: termOf(discount.factor, false), measuredPct: discount.measuredPct, takenGrams: null, discount: lines.length === 1 ? lines[0]?.discounts[index] ?? null : null }));
  return [...onWeight, ...onPrice].flatMap(({ term, ...cut }) => (term === undefined ? [] : [{ ...cut, term }]));
}
