import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { lineTail } from '../../decoder/line-tail.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';

/** Status, comma, sign and eight of weight, three of unit. */
const LENGTH = 15;
const FRAME = /^(ST|US|QT|OL),([+\- ])(.{8})(.{3})$/;
const ERROR_LINE = /^(EC,|ERR)/;

/**
 * A&D standard format: `ST,+00007.86 kg` (device reference 1.9), read by position. Beyond the range `OL` and nothing but
 * nines. No check.
 */
export function andStDecoder(config: DecoderConfig): Decoder {
  return new LineSplitter((line) => {
    if (line.terminated && ERROR_LINE.test(line.text)) return [otherReading('error', line.hex())];
    return lineTail(line, LENGTH, lineReading);
  }, config.strip_parity === true);
}

function lineReading(text: string, raw: string): Reading | null {
  const match = FRAME.exec(text);
  if (match === null) return null;
  const [, status = '', sign = '', field = '', sentUnit = ''] = match;
  if (status === 'OL') return otherReading(sign === '-' ? 'underload' : 'overload', raw);
  const unit = sentUnit.trim();
  if (status === 'QT') return otherReading('not_weight', raw, { unit });
  const value = fieldDecimal(`${sign}${field}`);
  if (value === null) return otherReading('bad_frame', raw);
  return unitReading({ value, unit, stable: status === 'ST', net: null, tare: null, raw });
}
