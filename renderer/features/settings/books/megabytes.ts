import { decimalText } from '../../../../electron/domain/decimal.ts';
import { divideHalfUp } from '../../../../electron/domain/rounding.ts';

/** A size as people compare it: megabytes with one decimal. */
export function megabytes(bytes: number): string {
  return decimalText(divideHalfUp(BigInt(bytes) * 10n, 1_000_000n), 1, 1);
}
