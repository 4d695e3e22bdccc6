import { divideHalfUp } from './rounding.ts';

/** An exact fraction; the denominator is always above zero. Nothing is rounded before `roundedTo` is asked. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const fraction = (numerator: bigint, denominator = 1n): Fraction => ({ numerator, denominator });

export const plus = (left: Fraction, right: Fraction): Fraction =>
  fraction(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator);

export const minus = (left: Fraction, right: Fraction): Fraction => plus(left, fraction(-right.numerator, right.denominator));

export const times = (left: Fraction, right: Fraction): Fraction => fraction(left.numerator * right.numerator, left.denominator * right.denominator);

/** The nearest whole multiple of `unit`, half away from zero. */
export const roundedTo = (value: Fraction, unit: bigint): bigint => divideHalfUp(value.numerator, value.denominator * unit) * unit;

function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? (left < 0n ? -left : left) : commonDivisor(right, left % right);
}

/** The fraction in lowest terms as text: `200`, `1700/3`. */
export function exactText({ numerator, denominator }: Fraction): string {
  const divisor = commonDivisor(numerator, denominator);
  const [top, bottom] = [numerator / divisor, denominator / divisor];
  return bottom === 1n ? String(top) : `${top}/${bottom}`;
}
