import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading, ReadingStatus } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { fitsTemplate, frameTemplate } from '../../decoder/frame-text.ts';
import { otherReading, tareReading, unitReading } from '../../decoder/reading-of.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const NUMBER = '0123456789.+- ';
const UNIT = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%/ ';
/** LF, status, range, what is shown, motion, one for later use, ten of weight, three of unit, CR. */
const TEMPLATE = frameTemplate([
  '\n', ' ZOUEIT', ' 0123456789', 'GNTgn', ' M', null, ...Array.from({ length: 10 }, () => NUMBER), UNIT, UNIT, UNIT, '\r',
]);
const LENGTH = TEMPLATE.length;
/** LF, question mark, CR: the request was not understood. */
const REFUSED = frameTemplate(['\n', '?', '\r']);
const STATUS: Readonly<Record<string, ReadingStatus>> = { O: 'overload', U: 'underload', E: 'error', I: 'not_ready', T: 'error' };

/**
 * Answers of the SMA protocol SCP-0499, twenty bytes read by position (device reference 1.12). In tenfold resolution (`g`,
 * `n`) a display is not approved for trade, so it gives no weight. No check.
 */
export function smaDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter({ startByte: LINE_FEED, silent: [CARRIAGE_RETURN], examine }, config.strip_parity === true);
}

function examine(view: FrameView, at: number): Verdict {
  if (fitsTemplate(view, at, REFUSED) && view.filled > at + 1) {
    if (view.filled < at + REFUSED.length) return 'wait';
    return { reading: otherReading('error', view.hex(at, at + REFUSED.length)), length: REFUSED.length, sound: true };
  }
  if (!fitsTemplate(view, at, TEMPLATE)) return 'drop';
  // At the end of the stream a frame without its carriage return is whole.
  const missing = at + LENGTH - view.filled;
  if (missing > 1 || (missing === 1 && !view.atEnd)) return 'wait';
  const length = LENGTH - Math.max(0, missing);
  const reading = textReading(view.text(at, at + LENGTH - 1), view.hex(at, at + length));
  return { reading, length, sound: reading.status !== 'bad_frame' };
}

function textReading(text: string, raw: string): Reading {
  const [, state = ' ', , shows = '', motion = ''] = text;
  const unit = text.slice(16).trim();
  const known = { unit, stable: motion !== 'M', net: shows.toUpperCase() === 'N' };
  const status = STATUS[state];
  if (status !== undefined) return otherReading(status, raw, known);
  const field = text.slice(6, 16);
  if (/^[- ]*-[- ]*$/.test(field)) return otherReading('not_ready', raw, known);
  const value = fieldDecimal(field);
  if (value === null) return otherReading('bad_frame', raw);
  if (shows === 'g' || shows === 'n') return otherReading('not_weight', raw, known);
  if (shows === 'T') return tareReading(value, unit, raw);
  return unitReading({ value, ...known, tare: null, raw });
}
