import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { fitsTemplate, frameTemplate } from '../../decoder/frame-text.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';

const EQUALS = 0x3d;
const LETTERS = 'kglbpcKGLBPC';
const SIGNED = '0123456789. -';
const times = (count: number, allowed: string): string[] => Array.from({ length: count }, () => allowed);
const TEMPLATE = frameTemplate(['=', ...times(8, SIGNED), LETTERS, LETTERS, ';', ...times(7, SIGNED), ';', ...times(7, SIGNED)]);
const LENGTH = TEMPLATE.length;
/** Price and amount are numbers too. */
const PRICES = /^.{11}; *-?\d*\.?\d+ *; *-?\d*\.?\d+ *$/;

/**
 * The price form of Yaohua's `=` output (A23p format 4, 27 bytes): `=`, eight characters of weight, unit, `;`, seven of
 * unit price, `;`, seven of amount (device reference 1.4.3). Price and amount are the scale's own and not used. No check.
 */
export function yaohuaEqPriceDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter({ startByte: EQUALS, silent: [0x0d, 0x0a], examine }, config.strip_parity === true);
}

function examine(view: FrameView, at: number): Verdict {
  if (!fitsTemplate(view, at, TEMPLATE)) return 'drop';
  if (view.filled < at + LENGTH) return 'wait';
  const reading = priceReading(view.text(at, at + LENGTH), view.hex(at, at + LENGTH));
  return { reading, length: LENGTH, sound: reading.status !== 'bad_frame' };
}

function priceReading(text: string, raw: string): Reading {
  const value = fieldDecimal(text.slice(1, 9));
  if (value === null || !PRICES.test(text)) return otherReading('bad_frame', raw);
  return unitReading({ value, unit: text.slice(9, 11), stable: null, net: null, tare: null, raw });
}
