import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { fitsTemplate, frameTemplate } from '../../decoder/frame-text.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';
import { xorOf } from '../../decoder/xor-check.ts';

const SOH = 0x01;
const ACKNOWLEDGED = 0x06;
const NOT_READY = 0x15;
const ANY = null;
const UNIT = 'kgtlbozjinpcsKGTLBOZJINPCS% ';
const WEIGHT = '0123456789. F';
/** SOH, STX, status, sign, six of weight, two of unit, check byte, ETX, EOT. The check byte may be any byte, also ETX. */
const TEMPLATE = frameTemplate(['\u0001', '\u0002', 'SUF', ' -F', ...Array.from({ length: 6 }, () => WEIGHT), UNIT, UNIT, ANY, '\u0003', '\u0004']);
const LENGTH = TEMPLATE.length;
const CHECK_AT = 12;

/**
 * Answers in the ENQ dialogue of CAS, Ohaus Aviator, Mertech and others (device reference 1.8). The check byte is the XOR of
 * the ten bytes from status to unit. An acknowledgement between frames is silent; NAK means that no weight is ready.
 */
export function casEnqDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter({ startByte: [SOH, NOT_READY], silent: [ACKNOWLEDGED], examine }, config.strip_parity === true);
}

function examine(view: FrameView, at: number): Verdict {
  if (view.bytes[at] === NOT_READY) return { reading: otherReading('not_ready', view.hex(at, at + 1)), length: 1, sound: true };
  if (!fitsTemplate(view, at, TEMPLATE)) return 'drop';
  if (view.filled < at + LENGTH) return 'wait';
  const raw = view.hex(at, at + LENGTH);
  if (xorOf(view.bytes, at + 2, at + CHECK_AT) !== view.bytes[at + CHECK_AT]) return { reading: otherReading('bad_checksum', raw), length: LENGTH, sound: false };
  const reading = textReading(view.text(at + 2, at + CHECK_AT), raw);
  return { reading, length: LENGTH, sound: reading.status !== 'bad_frame' };
}

function textReading(text: string, raw: string): Reading {
  const [status = '', sign = ''] = text;
  const field = text.slice(2, 8);
  if (status === 'F') return otherReading('error', raw);
  if (sign === 'F' || field.includes('F')) return otherReading('overload', raw);
  const value = fieldDecimal(`${sign}${field}`);
  if (value === null) return otherReading('bad_frame', raw);
  return unitReading({ value, unit: text.slice(8).trim(), stable: status === 'S', net: null, tare: null, raw });
}
