import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { endOfText } from '../../decoder/frame-text.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';

const STX = 0x02;
const CARRIAGE_RETURN = 0x0d;
/** What follows the first carriage return: line feed, ETX, carriage return. */
const REST = [0x0a, 0x03, CARRIAGE_RETURN] as const;
const LONGEST = 24;
/** One character of address, the value, a blank, the unit. */
const TEXT = /^([0-9A-Za-z])( *[+-]? *\d*\.?\d+) ([A-Za-z%]{1,3}) *$/;

/**
 * Rice Lake on an RS485 line: STX, address character, value, blank, unit, CR LF ETX CR (device reference 1.7.1). It does not
 * say whether the weight is stable. No check.
 */
export function ricelake485Decoder(config: DecoderConfig): Decoder {
  const address = config.address === undefined ? null : String(config.address);
  return new FrameSplitter({ startByte: STX, examine: (view, at) => examine(view, at, address) }, config.strip_parity === true);
}

function examine(view: FrameView, at: number, address: string | null): Verdict {
  const { bytes, filled, atEnd } = view;
  const returned = endOfText(view, at, CARRIAGE_RETURN, LONGEST);
  if (returned === 'wait' || returned === 'drop') return returned;
  const end = Math.min(returned + REST.length, filled - 1);
  for (let index = returned + 1; index <= end; index += 1) {
    if (bytes[index] !== REST[index - returned - 1]) return 'drop';
  }
  if (end < returned + REST.length && !atEnd) return 'wait';
  const reading = textReading(view.text(at + 1, returned), view.hex(at, end + 1), address);
  return { reading, length: end + 1 - at, sound: reading.status !== 'bad_frame' };
}

function textReading(text: string, raw: string, address: string | null): Reading {
  const match = TEXT.exec(text);
  const value = match === null ? null : fieldDecimal(match[2] ?? '');
  if (match === null || value === null) return otherReading('bad_frame', raw);
  if (address !== null && match[1] !== address) return otherReading('wrong_address', raw);
  return unitReading({ value, unit: match[3] ?? '', stable: null, net: null, tare: null, raw });
}
