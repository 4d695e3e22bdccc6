import { RuleError } from './rule-error.ts';

function checkDivisor(divisor: bigint): void {
  if (divisor <= 0n) throw new RuleError('divisor_not_positive', 'divisor');
}

/**
 * Divides and rounds half away from zero, so that the reversal of an amount cancels it exactly (calculation rule 2).
 * Refuses a divisor that is not positive (`divisor_not_positive`).
 */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  checkDivisor(divisor);
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** Divides and rounds towards minus infinity: caps on deductions, in the member's favour (calculation rule 6). Same refusal. */
export function divideDown(dividend: bigint, divisor: bigint): bigint {
  checkDivisor(divisor);
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

/** Divides and rounds towards plus infinity: minimum pools set by law (calculation rule 6). Same refusal. */
export function divideUp(dividend: bigint, divisor: bigint): bigint {
  checkDivisor(divisor);
  const quotient = dividend / divisor;
  return dividend % divisor > 0n ? quotient + 1n : quotient;
}
