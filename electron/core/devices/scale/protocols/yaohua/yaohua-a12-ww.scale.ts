import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { fitsTemplate, frameTemplate } from '../../decoder/frame-text.ts';
import { otherReading, tareReading, unitReading } from '../../decoder/reading-of.ts';

const SMALL_W = 0x77;
const NUMBER = '0123456789. -';
const LETTER = 'kglbpcstKGLBPCST';
const HEAD = ['w', 'wnt', ...Array.from({ length: 7 }, () => NUMBER)];
/** Frames of 11 and of 12 characters have been seen: seven or eight of them make the number. */
const SHORT = frameTemplate([...HEAD, LETTER, LETTER]);
const LONG = frameTemplate([...HEAD, NUMBER, LETTER, LETTER]);

/**
 * The plain output of a Yaohua A12: `ww0007.86kg`, with `wn` for net and `wt` for the tare (device reference 1.4.4). A line
 * end may follow or not, so the unit closes the frame. No check, and nothing tells whether the weight is stable.
 */
export function yaohuaA12WwDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter({ startByte: SMALL_W, silent: [0x0d, 0x0a], examine }, config.strip_parity === true);
}

function examine(view: FrameView, at: number): Verdict {
  const isShort = fitsTemplate(view, at, SHORT);
  if (!isShort && !fitsTemplate(view, at, LONG)) return 'drop';
  const length = isShort ? SHORT.length : LONG.length;
  if (view.filled < at + length) return 'wait';
  const reading = textReading(view.text(at, at + length), view.hex(at, at + length));
  return { reading, length, sound: reading.status !== 'bad_frame' };
}

function textReading(text: string, raw: string): Reading {
  const unit = text.slice(-2);
  const value = fieldDecimal(text.slice(2, -2));
  if (value === null) return otherReading('bad_frame', raw);
  if (text[1] === 't') return tareReading(value, unit, raw);
  return unitReading({ value, unit, stable: null, net: text[1] === 'n', tare: null, raw });
}
