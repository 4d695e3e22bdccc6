import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { fitsTemplate, frameTemplate } from '../../decoder/frame-text.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';

const STX = 0x02;
const NUMBER = '0123456789. ^_-';
const UNIT = 'kglbtozKGLBTOZpcPC ';
/** Any status from 20h on. */
const STATUS = Array.from({ length: 0x60 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
/** STX, status, sign, seven of weight, two of unit, CR, ETX. */
const TEMPLATE = frameTemplate(['\u0002', STATUS, ' -+', ...Array.from({ length: 7 }, () => NUMBER), UNIT, UNIT, '\r', '\u0003']);
const LENGTH = TEMPLATE.length;
const GROSS = 0x01;
const STABLE = 0x40;

/** Gram Z3 in format PC0, read by position (device reference 1.16): bit 6 of the status says stable, bit 0 gross. No check. */
export function gramPc0Decoder(config: DecoderConfig): Decoder {
  return new FrameSplitter({ startByte: STX, examine }, config.strip_parity === true);
}

function examine(view: FrameView, at: number): Verdict {
  if (!fitsTemplate(view, at, TEMPLATE)) return 'drop';
  if (view.filled < at + LENGTH) return 'wait';
  const reading = textReading(view.text(at, at + LENGTH), view.hex(at, at + LENGTH));
  return { reading, length: LENGTH, sound: reading.status !== 'bad_frame' };
}

function textReading(text: string, raw: string): Reading {
  const bits = text.charCodeAt(1) - 0x20;
  const field = text.slice(2, 10);
  const unit = text.slice(10, 12).trim();
  const known = { unit, stable: (bits & STABLE) !== 0, net: (bits & GROSS) === 0 };
  if (field.includes('^')) return otherReading('overload', raw, known);
  if (field.includes('_')) return otherReading('underload', raw, known);
  const value = fieldDecimal(field);
  return value === null ? otherReading('bad_frame', raw) : unitReading({ value, ...known, tare: null, raw });
}
