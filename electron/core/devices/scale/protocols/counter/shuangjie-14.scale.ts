import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { lineTail } from '../../decoder/line-tail.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';

/** Sign, eight of weight, three of unit; carriage return and line feed follow. */
const LENGTH = 12;
const FRAME = /^([+\- ])(.{8})([A-Za-z% ]{3})$/;

/** Shuangjie and G&G: `+    7.86 kg`, 14 bytes with the line end (device reference 1.17). No check, no sign of stability. */
export function shuangjie14Decoder(config: DecoderConfig): Decoder {
  return new LineSplitter((line) => lineTail(line, LENGTH, lineReading), config.strip_parity === true);
}

function lineReading(text: string, raw: string, behindNoise: boolean): Reading | null {
  const match = FRAME.exec(text);
  const [, sign = '', field = '', unit = ''] = match ?? [];
  // Behind noise a blank is no proof of the sign: one doubled character moves the fields by one.
  if (match === null || (behindNoise && sign === ' ')) return null;
  const value = fieldDecimal(`${sign}${field}`);
  if (value === null) return otherReading('bad_frame', raw);
  return unitReading({ value, unit: unit.trim(), stable: null, net: null, tare: null, raw });
}
