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
