import type { Fraction } from './exact-fraction.ts';
import { fraction, plus } from './exact-fraction.ts';
import { alignDecimals, requireDecimal } from './decimal.ts';
import { RuleError, nonNegativeInteger, toSafeNumber } from './rule-error.ts';

/** A factor as it was measured and the base from which on it counts. */
export interface Measured {
  /** What is deducted for: `moisture`, `dockage`, `soil`… Printed with the deduction. */
  readonly factor: string;
  /** Percentages as decimal text, exactly as read or typed. */
  readonly measuredPct: string;
  readonly basePct: string;
  /** The goods are refused above this percentage; null when the contract names no limit. */
  readonly rejectAbovePct?: string | null;
}

/** A stretch of a step table: above `overPct`, up to the next stretch, every full step takes `perStep`. */
export interface StepTier {
  readonly overPct: string;
  readonly stepPct: string;
  readonly perStep: number;
}

/** A node of a table that is read by interpolation: at exactly `atPct` exactly `takes` is taken. */
export interface CurvePoint {
  readonly atPct: string;
  readonly takes: number;
}

/** What a table takes, exact, in the unit of the table; full steps where it counts steps. */
export interface TableTake {
  readonly steps: number | null;
  readonly takes: Fraction;
}

/** Brings a measured factor and the percentages of its table to one scale; refuses what is no percentage and what lies above the limit. */
export function alignMeasured(measured: Measured, further: readonly string[], fields: string): { readonly measured: bigint; readonly base: bigint; readonly hundred: bigint; readonly further: readonly bigint[] } {
  const { factor } = measured;
  const [value = 0n, base = 0n, hundred = 0n, limit = 0n, ...rest] = alignDecimals([
    requireDecimal(measured.measuredPct, `${factor}.measured_pct`),
    requireDecimal(measured.basePct, `${factor}.base_pct`),
    requireDecimal('100', factor),
    requireDecimal(measured.rejectAbovePct ?? '100', `${factor}.reject_above_pct`),
    ...further.map((text) => requireDecimal(text, `${factor}.${fields}`)),
  ]);
  if (value < 0n || value > hundred) throw new RuleError('percentage_out_of_range', `${factor}.measured_pct`);
  if (base < 0n || base >= hundred) throw new RuleError('percentage_out_of_range', `${factor}.base_pct`);
  if (value > limit) throw new RuleError('measured_above_limit', `${factor}.measured_pct`);
  return { measured: value, base, hundred, further: rest };
}

const smaller = (left: bigint, right: bigint | undefined): bigint => (right === undefined || left < right ? left : right);

/**
 * What a step table takes: in each stretch the full steps between its beginning and the measured value (or the next stretch) count, a
 * started step does not (domain notes 2.3: 15.3 % against 14.0 % in steps of 0.5 is 2). Refuses steps that are not positive
 * (`step_not_positive`), stretches that do not rise from the base (`tiers_not_rising`) and what `alignMeasured` refuses.
 */
export function stepsTake(measured: Measured, tiers: readonly StepTier[]): TableTake {
  const { factor } = measured;
  const aligned = alignMeasured(measured, tiers.flatMap((tier) => [tier.overPct, tier.stepPct]), 'step_pct');
  const starts = tiers.map((_tier, index) => aligned.further[2 * index] ?? 0n);
  let steps = 0n;
  let takes = 0n;
  tiers.forEach((tier, index) => {
    const from = starts[index] ?? 0n;
    const step = aligned.further[2 * index + 1] ?? 0n;
    if (step <= 0n) throw new RuleError('step_not_positive', `${factor}.step_pct`);
    if (from < aligned.base || (index > 0 && from <= (starts[index - 1] ?? 0n))) throw new RuleError('tiers_not_rising', `${factor}.over_pct`);
    const until = smaller(aligned.measured, starts[index + 1]);
    const full = until <= from ? 0n : (until - from) / step;
    steps += full;
    takes += full * BigInt(nonNegativeInteger(tier.perStep, `${factor}.per_step`));
  });
  return { steps: toSafeNumber(steps, `${factor}.step_pct`), takes: fraction(takes) };
}

/**
 * What a table with nodes takes: nothing up to the base, at a node exactly the node's figure, between two nodes the straight line as an
 * exact fraction. Nodes have decimals of their own. Above the last node the table says nothing, so the goods are refused
 * (`measured_above_limit`). Refuses nodes that do not rise (`points_not_rising`), figures that fall (`points_fall`), an empty table
 * (`points_missing`) and what `alignMeasured` refuses.
 */
export function curveTake(measured: Measured, points: readonly CurvePoint[]): TableTake {
  const { factor } = measured;
  const aligned = alignMeasured(measured, points.map((point) => point.atPct), 'at_pct');
  if (points.length === 0) throw new RuleError('points_missing', `${factor}.at_pct`);
  const nodes = points.map((point, index) => ({ at: aligned.further[index] ?? 0n, takes: BigInt(nonNegativeInteger(point.takes, `${factor}.takes`)) }));
  let before = { at: aligned.base, takes: 0n };
  let found: Fraction | null = aligned.measured <= aligned.base ? fraction(0n) : null;
  for (const node of nodes) {
    if (node.at <= before.at) throw new RuleError('points_not_rising', `${factor}.at_pct`);
    if (node.takes < before.takes) throw new RuleError('points_fall', `${factor}.takes`);
    if (found === null && aligned.measured <= node.at) {
      found = plus(fraction(before.takes), fraction((node.takes - before.takes) * (aligned.measured - before.at), node.at - before.at));
    }
    before = node;
  }
  if (found === null) throw new RuleError('measured_above_limit', `${factor}.measured_pct`);
  return { steps: null, takes: found };
}
