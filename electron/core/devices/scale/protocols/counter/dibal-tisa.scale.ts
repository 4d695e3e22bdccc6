import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { shownDecimal } from '../../decoder/decimal-text.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { lineTail } from '../../decoder/line-tail.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';
import { xorOf } from '../../decoder/xor-check.ts';

/** `990`, five of weight in grams, seven of amount, a check character; carriage return and line feed follow. */
const LENGTH = 16;
const FRAME = /^990([-0-9. ]{5})[-0-9. ]{7}.$/;
const GRAMS = /^\d{5}$/;

/**
 * Answers of a Dibal price-computing scale in the TISA protocol (device reference 1.17). The check character is the XOR of the
 * fifteen before it. Such scales answer zero for an overload and a negative weight too, so zero proves no empty platform and is
 * no weight here; blanks stand for a weight that moves.
 */
export function dibalTisaDecoder(config: DecoderConfig): Decoder {
  return new LineSplitter((line) => lineTail(line, LENGTH, lineReading), config.strip_parity === true);
}

function lineReading(text: string, raw: string): Reading | null {
  const field = FRAME.exec(text)?.[1];
  if (field === undefined) return null;
  const bytes = Buffer.from(text, 'latin1');
  if (xorOf(bytes, 0, LENGTH - 1) !== bytes[LENGTH - 1]) return otherReading('bad_checksum', raw);
  if (field.trim() === '') return otherReading('unstable', raw, { unit: 'g', stable: false });
  if (field.startsWith('-')) return otherReading('underload', raw, { unit: 'g' });
  const value = GRAMS.test(field) ? shownDecimal(field) : null;
  if (value === null) return otherReading('bad_frame', raw);
  if (value === '0') return otherReading('not_weight', raw, { unit: 'g' });
  return weightReading({ value, unit: 'g', stable: null, net: null, tare: null, raw });
}
