import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { lineTail } from '../../decoder/line-tail.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';
import { xorPairHolds } from '../../decoder/xor-check.ts';

/** `W`, `G` or `N`, seven of weight, two of unit, two check characters; carriage return and line feed follow. */
const LENGTH = 13;
const FRAME = /^(?:W([GN])([-0-9. ]{7})([A-Za-z]{2})| {9}(OL|LO))[0-9A-F]{2}$/;

/**
 * The checked line of a Yaohua A12(E): `WG0007.86kg3B` (device reference 1.4.4). The check is the XOR of the eleven
 * characters before it. Beyond the range nine blanks and `OL`, below it `LO`. Nothing tells whether the weight is stable.
 */
export function yaohuaA12eWgDecoder(config: DecoderConfig): Decoder {
  return new LineSplitter((line) => lineTail(line, LENGTH, lineReading), config.strip_parity === true);
}

function lineReading(text: string, raw: string): Reading | null {
  const match = FRAME.exec(text);
  if (match === null) return null;
  if (!xorPairHolds(Buffer.from(text, 'latin1'), 0, LENGTH - 2)) return otherReading('bad_checksum', raw);
  if (match[4] !== undefined) return otherReading(match[4] === 'OL' ? 'overload' : 'underload', raw);
  const value = fieldDecimal(match[2] ?? '');
  if (value === null) return otherReading('bad_frame', raw);
  return unitReading({ value, unit: match[3] ?? '', stable: null, net: match[1] === 'N', tare: null, raw });
}
