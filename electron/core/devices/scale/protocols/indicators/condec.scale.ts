import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { fitsTemplate, frameTemplate } from '../../decoder/frame-text.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';

const STX = 0x02;
const NUMBER = '0123456789. ';
/** STX, polarity, seven of weight, unit, gross or net, status, CR LF. */
const TEMPLATE = frameTemplate(['\u0002', ' -', ...Array.from({ length: 7 }, () => NUMBER), 'LKTGOlktgo', 'GN', ' IMOUDAZXY', '\r']);
const LENGTH = TEMPLATE.length;
/** `T` is a ton of 2,000 pounds on some indicators and of 1,000 kilograms on others, so it is no unit to buy in. */
const UNITS: Readonly<Record<string, string>> = { L: 'lb', K: 'kg', T: 'ton', G: 'g', O: 'oz' };
/** Blank is a weight at rest, `Z` one at rest at zero, `M` one in motion. */
const WITH_WEIGHT = ' ZM';

/** The stream of Condec and Rice Lake indicators, read by position (device reference 1.16). No check. */
export function condecDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter({ startByte: STX, silent: [0x0a, 0x0d], examine }, config.strip_parity === true);
}

function examine(view: FrameView, at: number): Verdict {
  if (!fitsTemplate(view, at, TEMPLATE)) return 'drop';
  // At the end of the stream a frame without its carriage return is whole.
  const missing = at + LENGTH - view.filled;
  if (missing > 1 || (missing === 1 && !view.atEnd)) return 'wait';
  const length = LENGTH - Math.max(0, missing);
  const reading = textReading(view.text(at, at + LENGTH - 1), view.hex(at, at + length));
  return { reading, length, sound: reading.status !== 'bad_frame' };
}

function textReading(text: string, raw: string): Reading {
  const state = text[11] ?? '';
  const unit = UNITS[(text[9] ?? '').toUpperCase()] ?? null;
  const known = { unit, net: text[10] === 'N', stable: state === 'M' ? false : null };
  if (state === 'O') return otherReading(text[1] === '-' ? 'underload' : 'overload', raw, known);
  if (state === 'U') return otherReading('underload', raw, known);
  if (!WITH_WEIGHT.includes(state)) return otherReading('not_ready', raw, known);
  const value = fieldDecimal(text.slice(1, 9));
  if (value === null) return otherReading('bad_frame', raw);
  return weightReading({ value, unit, stable: state !== 'M', net: known.net, tare: null, raw });
}
