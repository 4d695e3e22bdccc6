import { decimalText, digitsAtScale, parseDecimal } from './decimal.ts';
import { safeInteger, toSafeNumber } from './rule-error.ts';

/** Money in whole fen (1/100 yuan), within ±(2^53 − 1). Never a fraction, never yuan. */
export type Fen = number;

/** Yuan with two decimals and no thousands marks: 24500 fen is `245.00`. Refuses what is not a safe integer. */
export function yuanText(fen: Fen): string {
  return decimalText(BigInt(safeInteger(fen, 'fen')), 2, 2);
}

/** Reads yuan as typed (`245`, `245.5`, `-0.05`) exactly; null for other text, a third decimal that is not zero, or a value out of range. */
export function parseYuan(text: string): Fen | null {
  const value = parseDecimal(text.trim());
  const digits = value === null ? null : digitsAtScale(value, 2);
  if (digits === null) return null;
  const fen = Number(digits);
  return Number.isSafeInteger(fen) ? fen : null;
}

/** Exact sum of amounts in fen; refuses a sum that leaves the safe range (`out_of_range`). */
export function sumFen(amounts: readonly Fen[]): Fen {
  let sum = 0n;
  for (const fen of amounts) sum += BigInt(safeInteger(fen, 'fen'));
  return toSafeNumber(sum, 'fen');
}
