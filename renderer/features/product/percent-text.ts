import { decimalText, digitsAtScale, parseDecimal } from '../../../electron/domain/decimal.ts';

/** Basis points as a percentage: 150 is `1.5`. */
export function percentText(basisPoints: number): string {
  return decimalText(BigInt(basisPoints), 2);
}

/** A percentage with at most two decimals as basis points; null for other text and for more than 100 %. */
export function parsePercent(text: string): number | null {
  const value = parseDecimal(text.trim());
  const digits = value === null ? null : digitsAtScale(value, 2);
  if (digits === null || digits < 0n || digits > 10_000n) return null;
  return Number(digits);
}
