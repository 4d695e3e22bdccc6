import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { fitsTemplate, frameTemplate } from '../../decoder/frame-text.ts';
import { otherReading, unitReading, weightReading } from '../../decoder/reading-of.ts';

const STX = 0x02;
const NUMBER = '0123456789. ';
const UNIT = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ';
/** STX, sign, seven of weight, what is shown or wrong. */
const HEAD = ['\u0002', ' -+', ...Array.from({ length: 7 }, () => NUMBER), 'GNUOME'];
const PLAIN = frameTemplate([...HEAD, '\u0003']);
/** The second format adds motion, zero and range, and the unit, which is blank while the weight moves. */
const WITH_UNIT = frameTemplate([...HEAD, ' M', ' Z', ' 12-', UNIT, UNIT, UNIT, '\u0003']);

/** Rinstrum and PT200 stream in both formats, read by position (device reference 1.16). No check. */
export function pt200Decoder(config: DecoderConfig): Decoder {
  const siteUnit = config.unit ?? null;
  return new FrameSplitter({ startByte: STX, silent: [0x0d, 0x0a], examine: (view, at) => examine(view, at, siteUnit) }, config.strip_parity === true);
}

function examine(view: FrameView, at: number, siteUnit: string | null): Verdict {
  const isPlain = fitsTemplate(view, at, PLAIN);
  if (!isPlain && !fitsTemplate(view, at, WITH_UNIT)) return 'drop';
  const { length } = isPlain ? PLAIN : WITH_UNIT;
  if (view.filled < at + length) return 'wait';
  const reading = textReading(view.text(at, at + length), view.hex(at, at + length), siteUnit);
  return { reading, length, sound: reading.status !== 'bad_frame' };
}

function textReading(text: string, raw: string, siteUnit: string | null): Reading {
  const state = text[9] ?? '';
  const unit = text.length === WITH_UNIT.length ? text.slice(13, 16).trim() : '';
  const moves = state === 'M' || (text.length === WITH_UNIT.length && (text[10] === 'M' || unit === ''));
  const known = { unit: unit === '' ? siteUnit : unit, stable: !moves, net: state === 'N' ? true : state === 'G' ? false : null };
  if (state === 'O') return otherReading('overload', raw);
  if (state === 'U') return otherReading('underload', raw);
  if (state === 'E') return otherReading('error', raw);
  const value = fieldDecimal(text.slice(1, 9));
  if (value === null) return otherReading('bad_frame', raw);
  return unit === '' ? weightReading({ value, ...known, tare: null, raw }) : unitReading({ value, ...known, unit, tare: null, raw });
}
