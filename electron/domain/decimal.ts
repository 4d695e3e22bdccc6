import { RuleError } from './rule-error.ts';

/** An exact decimal: `digits` × 10^−`scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Longest accepted text: a measured value has a handful of digits, and a limit keeps BigInt work small. */
const MAX_LENGTH = 40;
const PLAIN_DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Reads plain decimal text such as `15.3` or `-0.5`; null for anything else (exponents, blanks, `.5`, thousands marks, over 40 characters). */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > MAX_LENGTH) return null;
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}

/** Reads decimal text; refuses what is not plain decimal text with `not_a_decimal` on `field`. */
export function requireDecimal(text: string, field: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new RuleError('not_a_decimal', field);
  return value;
}

/** The digits of a decimal brought to a given scale; null when that would lose a digit that is not zero. */
export function digitsAtScale(value: Decimal, scale: number): bigint | null {
  if (scale >= value.scale) return value.digits * 10n ** BigInt(scale - value.scale);
  const factor = 10n ** BigInt(value.scale - scale);
  return value.digits % factor === 0n ? value.digits / factor : null;
}

/** Brings several decimals to their common scale, so that they compare and divide as integers. */
export function alignDecimals(values: readonly Decimal[]): bigint[] {
  const scale = Math.max(0, ...values.map((value) => value.scale));
  return values.map((value) => value.digits * 10n ** BigInt(scale - value.scale));
}

/** Negative, zero or positive as `left` is below, equal to or above `right`; exact at any number of decimals. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const [a = 0n, b = 0n] = alignDecimals([left, right]);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Writes `digits` × 10^−`scale` as text, keeping at least `minimumDecimals` and dropping further zeros at the end. */
export function decimalText(digits: bigint, scale: number, minimumDecimals = 0): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = size.slice(0, size.length - scale);
  let fraction = size.slice(size.length - scale);
  while (fraction.length > minimumDecimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  fraction = fraction.padEnd(minimumDecimals, '0');
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
