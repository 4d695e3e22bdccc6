import type { Grams } from './mass.ts';
import type { CurvePoint, Measured, StepTier, TableTake } from './deduction-table.ts';
import { alignMeasured, curveTake, stepsTake } from './deduction-table.ts';
import type { Fraction } from './exact-fraction.ts';
import { fraction, minus, roundedTo, times } from './exact-fraction.ts';
import { RuleError, basisPoints, nonNegativeInteger, safeInteger, toSafeNumber } from './rule-error.ts';

/** Settlement weights are rounded to 10 g unless the product says otherwise (calculation rule 4). */
export const DEFAULT_RESOLUTION_GRAMS = 10;

/**
 * How the factors of one list act together. `added`: every percentage is of the whole and they are added. `in_turn`: every percentage is
 * of what the factors before it left. Either way the result is rounded once, so that the order of percentages changes what each of
 * them is shown to take, never the result; the result depends on the order only where discounts of price in turn mix percentages
 * with yuan (`applyDiscounts`).
 */
export type TermsRule = 'added' | 'in_turn';

/** So many basis points of weight for every full step over the base; a started step does not count. */
export interface StepDeduction extends Measured {
  readonly method: 'step_table';
  readonly stepPct: string;
  readonly perStepBp: number;
  /** Stretches above the first, each with steps and basis points of its own. */
  readonly further?: readonly StepTier[];
}

/** Basis points of weight read from nodes, between them by the straight line. */
export interface InterpolatedDeduction extends Measured {
  readonly method: 'interpolated';
  readonly points: readonly CurvePoint[];
}

/** Weight at the standard content: net × (100 − measured) ÷ (100 − base). It may add weight to goods drier than the base. */
export interface DryMatterDeduction extends Measured {
  readonly method: 'dry_matter';
}

/** One deduction as agreed in the contract, in the order in which it is printed. */
export type Deduction = StepDeduction | InterpolatedDeduction | DryMatterDeduction;

/** What one deduction took, for the paper. */
export interface AppliedDeduction {
  readonly factor: string;
  readonly method: Deduction['method'];
  /** Full steps over the base; null where the method counts none. */
  readonly steps: number | null;
  /** Basis points as the table says, rounded to the whole one for the paper (the weight is taken exactly); null for dry matter. */
  readonly deductionBp: number | null;
  /** Grams taken off by this deduction in the printed order; negative when dry matter adds. They sum to net minus settlement weight. */
  readonly takenGrams: Grams;
}

/** Settlement weight of a line and what led to it. */
export interface DeductedWeight {
  readonly settlementGrams: Grams;
  /** Basis points of the net weight that the tables take together; 0 without any. */
  readonly deductionBp: number;
  readonly applied: readonly AppliedDeduction[];
}

/** The share of the net weight that counts, exact: what the tables leave, and what the dry matter makes of it. */
interface Kept {
  readonly tables: Fraction;
  readonly dry: Fraction;
}

const WHOLE = fraction(1n);
const HUNDRED_PERCENT = 10_000n;

function settlementGrams(netGrams: Grams, resolutionGrams: Grams, kept: Kept): Grams {
  const { numerator, denominator } = times(kept.tables, kept.dry);
  // A line that loses and gains nothing keeps its grams: no rounding to the resolution.
  if (numerator === denominator) return netGrams;
  return toSafeNumber(roundedTo(fraction(BigInt(netGrams) * numerator, denominator), BigInt(resolutionGrams)), 'settlement_g');
}

/** What the table of a deduction takes, exact, in basis points. Refuses what `stepsTake` and `curveTake` refuse. */
export function tableTake(deduction: StepDeduction | InterpolatedDeduction): TableTake {
  if (deduction.method === 'interpolated') return curveTake(deduction, deduction.points);
  const { basePct, stepPct, perStepBp, further = [] } = deduction;
  return stepsTake(deduction, [{ overPct: basePct, stepPct, perStep: basisPoints(perStepBp, `${deduction.factor}.per_step_bp`) }, ...further]);
}

/** What one deduction does to the kept share, with its part for the paper. */
function step(kept: Kept, deduction: Deduction, rule: TermsRule): { kept: Kept; steps: number | null; deductionBp: number | null } {
  if (deduction.method === 'dry_matter') {
    const { measured, base, hundred } = alignMeasured(deduction, [], 'base_pct');
    return { kept: { ...kept, dry: times(kept.dry, fraction(hundred - measured, hundred - base)) }, steps: null, deductionBp: null };
  }
  const { steps, takes } = tableTake(deduction);
  const share = times(takes, fraction(1n, HUNDRED_PERCENT));
  const tables = minus(kept.tables, rule === 'added' ? share : times(kept.tables, share));
  if (tables.numerator < 0n) throw new RuleError('deduction_above_net', deduction.factor);
  return { kept: { ...kept, tables }, steps, deductionBp: toSafeNumber(roundedTo(takes, 1n), deduction.factor) };
}

/**
 * Applies the deductions of one line (weight, not money): table percentages are added and applied once (or, `in_turn`, each to what is
 * left), dry-matter fractions are multiplied in, and the result is rounded once, half-up, to the resolution (calculation rule 4; domain
 * notes 2.3). A line without an effective deduction keeps its grams. Refuses a measured value above the contract limit
 * (`measured_above_limit`), percentages outside 0 to 100, tables that do not rise, and tables that take more than everything
 * (`deduction_above_net`).
 */
export function applyDeductions(netGrams: Grams, resolutionGrams: Grams, deductions: readonly Deduction[], rule: TermsRule = 'added'): DeductedWeight {
  nonNegativeInteger(netGrams, 'net_g');
  if (safeInteger(resolutionGrams, 'resolution_g') < 1) throw new RuleError('resolution_invalid', 'resolution_g');
  let kept: Kept = { tables: WHOLE, dry: WHOLE };
  let before = netGrams;
  const applied: AppliedDeduction[] = [];
  for (const deduction of deductions) {
    const after = step(kept, deduction, rule);
    kept = after.kept;
    const grams = settlementGrams(netGrams, resolutionGrams, kept);
    applied.push({
      factor: deduction.factor, method: deduction.method, steps: after.steps, deductionBp: after.deductionBp, takenGrams: before - grams,
    });
    before = grams;
  }
  const taken = times(minus(WHOLE, kept.tables), fraction(HUNDRED_PERCENT));
  return { settlementGrams: before, deductionBp: toSafeNumber(roundedTo(taken, 1n), 'deduction_bp'), applied };
}
