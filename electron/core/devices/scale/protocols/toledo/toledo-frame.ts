import type { Reading } from '../../../../../domain/reading.ts';
import { pointedNumber } from '../../decoder/decimal-text.ts';
import type { FoundWeight } from '../../decoder/reading-of.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';

/** Units in bits 0-2 of status byte C when they are not zero; the others (troy ounce, pennyweight, short ton, custom) are not bought in. */
const UNITS: readonly (string | null)[] = [null, 'g', 't', 'oz', 'ozt', 'dwt', 'ton', 'custom'];

export interface ToledoOptions {
  /** Some tables say that the codes 000 and 001 of status byte A multiply by 100 and 10; captured frames say they do not. */
  readonly fixedZeroTimesTen: boolean;
}

/**
 * The 17 bytes of a Toledo continuous frame as a reading (device reference 1.5). `at` is the index of STX; start byte,
 * length, carriage return and check byte are already proved. The sign stands in status byte B only.
 */
export function toledoReading(bytes: Uint8Array, at: number, raw: string, options: ToledoOptions): Reading {
  const statusA = bytes[at + 1] ?? 0;
  const statusB = bytes[at + 2] ?? 0;
  const statusC = bytes[at + 3] ?? 0;
  if (statusA < 0x20 || statusB < 0x10 || statusC < 0x20 || statusA > 0x7f || statusB > 0x7f || statusC > 0x7f) return otherReading('bad_frame', raw);
  const net = (statusB & 0x01) !== 0;
  const negative = (statusB & 0x02) !== 0;
  const stable = (statusB & 0x08) === 0;
  const unit = UNITS[statusC & 0x07] ?? ((statusB & 0x10) === 0 ? 'lb' : 'kg');
  const known = { unit, stable, net };
  if ((statusB & 0x04) !== 0) return otherReading(negative ? 'underload' : 'overload', raw, known);
  if ((statusB & 0x40) !== 0) return otherReading('not_ready', raw, known);
  const weight = fieldValue(bytes, at + 4, statusA, negative, options);
  const tare = fieldValue(bytes, at + 10, statusA, false, options);
  if (weight === null || tare === null) return otherReading('bad_frame', raw);
  if (weight === '') return stable ? otherReading('bad_frame', raw) : otherReading('unstable', raw, known);
  // Expanded display shows ten times the resolution and is not approved for trade; makers disagree on where the point then is.
  if ((statusC & 0x10) !== 0) return otherReading('not_weight', raw, known);
  return weightReading({ value: weight, unit, stable, net, tare: tare === '' ? null : tare, raw } satisfies FoundWeight);
}

/** Six characters, leading zeros perhaps sent as blanks; an empty text when all are blank, null when they are no number. */
function fieldValue(bytes: Uint8Array, from: number, statusA: number, negative: boolean, options: ToledoOptions): string | null {
  let digits = 0;
  let count = 0;
  for (let index = from; index < from + 6; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) {
      digits = digits * 10 + byte - 0x30;
      count += 1;
    } else if (byte !== 0x20 || count > 0) return null;
  }
  if (count === 0) return '';
  const code = statusA & 0x07;
  if (code >= 2) return pointedNumber(digits, code - 2, negative);
  return pointedNumber(options.fixedZeroTimesTen ? digits * (code === 0 ? 100 : 10) : digits, 0, negative);
}
