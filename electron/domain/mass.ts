import type { MassUnit } from './reading.ts';
import { decimalText, digitsAtScale, parseDecimal } from './decimal.ts';
import { divideHalfUp } from './rounding.ts';
import { safeInteger, toSafeNumber } from './rule-error.ts';

/** Mass in whole grams, within ±(2^53 − 1). */
export type Grams = number;

/** A unit in nanograms: the pound (0.45359237 kg exactly) and the ounce (its sixteenth) need nine decimals of a gram. */
const NANOGRAMS: Readonly<Record<MassUnit, bigint>> = {
  g: 1_000_000_000n,
  kg: 1_000_000_000_000n,
  t: 1_000_000_000_000_000n,
  lb: 453_592_370_000n,
  oz: 28_349_523_125n,
  jin: 500_000_000_000n,
  liang: 50_000_000_000n,
  qian: 5_000_000_000n,
};

/** What a weight shown by a scale is in grams. */
export interface GramsOfValue {
  /** Exact decimal text, without zeros at the end. */
  readonly grams: string;
  /** Rounded half-up to the gram, away from zero. */
  readonly wholeGrams: Grams;
  /** True when the rounding changed the weight; the screen says so. */
  readonly subGram: boolean;
}

/** Units of whole grams. With at most nine digits every product stays a safe integer, so the readings of a scale need no BigInt. */
const WHOLE_GRAMS: Readonly<Partial<Record<MassUnit, number>>> = { g: 1, kg: 1_000, t: 1_000_000, jin: 500, liang: 50, qian: 5 };
const POWERS_OF_TEN = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000] as const;
const MOST_FAST_LENGTH = 10;

/** The same as the exact way below for short plain decimals that come to whole grams; null sends the caller there. */
function wholeGramsOf(value: string, unit: MassUnit): GramsOfValue | null {
  const factor = WHOLE_GRAMS[unit];
  if (factor === undefined || value.length > MOST_FAST_LENGTH) return null;
  const first = value.charCodeAt(0);
  const start = first === 0x2d || first === 0x2b ? 1 : 0;
  let digits = 0;
  let count = 0;
  let pointAfter = -1;
  for (let index = start; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) {
      digits = digits * 10 + code - 0x30;
      count += 1;
    } else if (code === 0x2e && pointAfter < 0 && count > 0) pointAfter = count;
    else return null;
  }
  if (count === 0 || count > 9 || pointAfter === count) return null;
  const divisor = POWERS_OF_TEN[pointAfter < 0 ? 0 : count - pointAfter] ?? 1;
  const exact = digits * factor;
  if (exact % divisor !== 0) return null;
  const size = exact / divisor;
  const wholeGrams = first === 0x2d && size !== 0 ? -size : size;
  return { grams: String(wholeGrams), wholeGrams, subGram: false };
}

/** Converts a decimal text and its unit to grams without a float; null for text that is not a plain decimal or a mass out of range. */
export function toGrams(value: string, unit: MassUnit): GramsOfValue | null {
  return wholeGramsOf(value, unit) ?? exactGrams(value, unit);
}

function exactGrams(value: string, unit: MassUnit): GramsOfValue | null {
  const decimal = parseDecimal(value);
  if (decimal === null) return null;
  const scale = decimal.scale + 9;
  const exact = decimal.digits * NANOGRAMS[unit];
  const divisor = 10n ** BigInt(scale);
  const wholeGrams = Number(divideHalfUp(exact, divisor));
  if (!Number.isSafeInteger(wholeGrams)) return null;
  return { grams: decimalText(exact, scale), wholeGrams, subGram: exact % divisor !== 0n };
}

/** Kilograms for people: two decimals, three when the grams need them (`23.45`, `0.125`). */
export function kilogramText(grams: Grams): string {
  return decimalText(BigInt(safeInteger(grams, 'grams')), 3, 2);
}

/** 斤 (500 g exactly) for people: one decimal, up to three when needed (`365.1`, `0.002`). */
export function jinText(grams: Grams): string {
  return decimalText(BigInt(safeInteger(grams, 'grams')) * 2n, 3, 1);
}

/** Reads kilograms as typed; null for other text, for parts of a gram, or for a mass out of range. */
export function parseKilograms(text: string): Grams | null {
  const value = parseDecimal(text.trim());
  const digits = value === null ? null : digitsAtScale(value, 3);
  if (digits === null) return null;
  const grams = Number(digits);
  return Number.isSafeInteger(grams) ? grams : null;
}

/** Exact sum of masses in grams; refuses a sum that leaves the safe range (`out_of_range`). */
export function sumGrams(masses: readonly Grams[]): Grams {
  let sum = 0n;
  for (const grams of masses) sum += BigInt(safeInteger(grams, 'grams'));
  return toSafeNumber(sum, 'grams');
}
