import type { Grams } from './mass.ts';
import { alignDecimals, requireDecimal } from './decimal.ts';
import { divideHalfUp } from './rounding.ts';
import { RuleError, basisPoints, nonNegativeInteger, safeInteger, toSafeNumber } from './rule-error.ts';

/** Settlement weights are rounded to 10 g unless the product says otherwise (calculation rule 4). */
export const DEFAULT_RESOLUTION_GRAMS = 10;

interface Measured {
  /** What is deducted for: `moisture`, `dockage`, `soil`… Printed with the deduction. */
  readonly factor: string;
  /** Percentages as decimal text, exactly as read or typed. */
  readonly measuredPct: string;
  readonly basePct: string;
  /** The goods are refused above this percentage; null when the contract names no limit. */
  readonly rejectAbovePct?: string | null;
}

/** So many basis points of weight for every full step over the base; a started step does not count. */
export interface StepDeduction extends Measured {
  readonly method: 'step_table';
  readonly stepPct: string;
  readonly perStepBp: number;
}

/** Weight at the standard content: net × (100 − measured) ÷ (100 − base). It may add weight to goods drier than the base. */
export interface DryMatterDeduction extends Measured {
  readonly method: 'dry_matter';
}

/** One deduction as agreed in the contract, in the order in which it is printed. */
export type Deduction = StepDeduction | DryMatterDeduction;

/** What one deduction took, for the paper. */
export interface AppliedDeduction {
  readonly factor: string;
  readonly method: Deduction['method'];
  /** Full steps over the base; null for dry matter. */
  readonly steps: number | null;
  /** Basis points of the net weight; null for dry matter. */
  readonly deductionBp: number | null;
  /** Grams taken off by this deduction in the printed order; negative when dry matter adds. They sum to net minus settlement weight. */
  readonly takenGrams: Grams;
}

/** Settlement weight of a line and what led to it. */
export interface DeductedWeight {
  readonly settlementGrams: Grams;
  /** Sum of the step tables; 0 without any. */
  readonly deductionBp: number;
  readonly applied: readonly AppliedDeduction[];
}

/** The share of the net weight that counts, as an exact fraction: first the added percentages, then the dry matter. */
interface Factor {
  readonly deductionBp: bigint;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function percentages(deduction: Deduction): { measured: bigint; base: bigint; hundred: bigint; step: bigint } {
  const { factor } = deduction;
  const step = deduction.method === 'step_table' ? deduction.stepPct : '1';
  const [measured = 0n, base = 0n, stepDigits = 0n, hundred = 0n, limit = 0n] = alignDecimals([
    requireDecimal(deduction.measuredPct, `${factor}.measured_pct`),
    requireDecimal(deduction.basePct, `${factor}.base_pct`),
    requireDecimal(step, `${factor}.step_pct`),
    requireDecimal('100', factor),
    requireDecimal(deduction.rejectAbovePct ?? '100', `${factor}.reject_above_pct`),
  ]);
  if (measured < 0n || measured > hundred) throw new RuleError('percentage_out_of_range', `${factor}.measured_pct`);
  if (base < 0n || base >= hundred) throw new RuleError('percentage_out_of_range', `${factor}.base_pct`);
  if (measured > limit) throw new RuleError('measured_above_limit', `${factor}.measured_pct`);
  return { measured, base, hundred, step: stepDigits };
}

/** Full steps of a table over its base: 15.3 % against 14.0 % in steps of 0.5 is 2. */
function fullSteps(deduction: StepDeduction): number {
  const { measured, base, step } = percentages(deduction);
  if (step <= 0n) throw new RuleError('step_not_positive', `${deduction.factor}.step_pct`);
  return measured <= base ? 0 : toSafeNumber((measured - base) / step, `${deduction.factor}.step_pct`);
}

function settlementGrams(netGrams: Grams, resolutionGrams: Grams, factor: Factor): Grams {
  const numerator = (10_000n - factor.deductionBp) * factor.numerator;
  const denominator = 10_000n * factor.denominator;
  // A line that loses and gains nothing keeps its grams: no rounding to the resolution.
  if (numerator === denominator) return netGrams;
  const resolution = BigInt(resolutionGrams);
  return toSafeNumber(divideHalfUp(BigInt(netGrams) * numerator, denominator * resolution) * resolution, 'settlement_g');
}

/** What one deduction does to the fraction, with its part for the paper. */
function step(factor: Factor, deduction: Deduction): { factor: Factor; steps: number | null; deductionBp: number | null } {
  if (deduction.method === 'dry_matter') {
    const { measured, base, hundred } = percentages(deduction);
    const next = { ...factor, numerator: factor.numerator * (hundred - measured), denominator: factor.denominator * (hundred - base) };
    return { factor: next, steps: null, deductionBp: null };
  }
  const steps = fullSteps(deduction);
  const bp = BigInt(steps) * BigInt(basisPoints(deduction.perStepBp, `${deduction.factor}.per_step_bp`));
  const total = factor.deductionBp + bp;
  if (total > 10_000n) throw new RuleError('deduction_above_net', deduction.factor);
  return { factor: { ...factor, deductionBp: total }, steps, deductionBp: Number(bp) };
}

/**
 * Applies the deductions of one line (weight, not money): step percentages are added and applied once, dry-matter fractions are
 * multiplied in, and the result is rounded once, half-up, to the resolution (calculation rule 4; domain notes 2.3). A line without
 * an effective deduction keeps its grams. Refuses a measured value above the contract limit (`measured_above_limit`), percentages
 * outside 0 to 100, steps that are not positive, and tables that take more than everything (`deduction_above_net`).
 */
export function applyDeductions(netGrams: Grams, resolutionGrams: Grams, deductions: readonly Deduction[]): DeductedWeight {
  nonNegativeInteger(netGrams, 'net_g');
  if (safeInteger(resolutionGrams, 'resolution_g') < 1) throw new RuleError('resolution_invalid', 'resolution_g');
  let factor: Factor = { deductionBp: 0n, numerator: 1n, denominator: 1n };
  let before = netGrams;
  const applied: AppliedDeduction[] = [];
  for (const deduction of deductions) {
    const after = step(factor, deduction);
    factor = after.factor;
    const grams = settlementGrams(netGrams, resolutionGrams, factor);
    applied.push({
      factor: deduction.factor, method: deduction.method, steps: after.steps, deductionBp: after.deductionBp, takenGrams: before - grams,
    });
    before = grams;
  }
  return { settlementGrams: before, deductionBp: Number(factor.deductionBp), applied };
}
