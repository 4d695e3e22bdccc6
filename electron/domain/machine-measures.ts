import { compareDecimals, parseDecimal } from './decimal.ts';

/** One measure as it is said: decimal text, a choice, `true` or `false`. */
export interface SaidMeasure { readonly attribute: string; readonly value: string }

/** How long goods that were entered anew keep what a machine said of them: three days in milliseconds, less than from one market day to the next. */
export const PROPOSAL_KEPT_MS = 3 * 24 * 60 * 60_000;

/** True where two texts say the same: figures by their value (14.50 is 14.5), everything else letter by letter. */
export function isSameMeasure(left: string, right: string): boolean {
  const [one, other] = [parseDecimal(left), parseDecimal(right)];
  return one === null || other === null ? left === right : compareDecimals(one, other) === 0;
}

/**
 * What a machine measured and the ticket says otherwise or leaves out, in the machine's order; a person gives the reason. A figure that a
 * blind grader found instead is no change: that grader saw neither member nor machine.
 */
export function changedMeasures(proposed: readonly SaidMeasure[], stated: readonly SaidMeasure[], blind: readonly SaidMeasure[] = []): SaidMeasure[] {
  return proposed.filter((measure) => {
    const own = stated.find(({ attribute }) => attribute === measure.attribute);
    const agreed = [measure, ...blind.filter(({ attribute }) => attribute === measure.attribute)];
    return own === undefined || !agreed.some(({ value }) => isSameMeasure(value, own.value));
  });
}
