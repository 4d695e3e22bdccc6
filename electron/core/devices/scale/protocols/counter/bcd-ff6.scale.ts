import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { pointedNumber } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';

const HEAD = 0xff;
const LENGTH = 6;
const MOST_DECIMALS = 5;
const HIGHEST_ORIGIN = 1;
const UNITS = ['kg', 'lb'] as const;
/** Unit bytes up to here are units that nobody described; what is beyond is no unit. */
const LAST_UNIT = 0x0f;

/**
 * The six bytes of the cheapest scales: FFh, status, three bytes of packed decimal digits low first, unit (device reference
 * 1.17). Descriptions disagree whether the count of decimals begins at 0 or at 1: `decimals_from` says which, 0 unless the site
 * says 1. On the command line `decimals` may say the same; any other number there was meant as a count of decimals, which this
 * frame has of its own, and then no frame is a weight. No check, so what follows a frame decides.
 */
export function bcdFf6Decoder(config: DecoderConfig): Decoder {
  const origin = config.decimals_from ?? config.decimals ?? 0;
  return new FrameSplitter({ startByte: HEAD, examine: (view, at, followsFrame) => examine(view, at, followsFrame, origin) }, false);
}

function examine(view: FrameView, at: number, followsFrame: boolean, origin: number): Verdict {
  if (!fitsSoFar(view, at)) return 'drop';
  if (view.filled < at + LENGTH) return 'wait';
  const next = followsFrame ? behindFrame(view, at + LENGTH) : behindNoise(view, at + LENGTH);
  if (next !== 'fits') return next;
  return { reading: frameReading(view.bytes, at, view.hex(at, at + LENGTH), origin), length: LENGTH, sound: true };
}

/** Whether the bytes received so far may be a frame: head, any status, packed digits, a unit. */
function fitsSoFar({ bytes, filled }: FrameView, at: number): boolean {
  if (at < filled && bytes[at] !== HEAD) return false;
  for (let index = at + 2; index < Math.min(at + 5, filled); index += 1) {
    if (!isPacked(bytes[index] ?? 0)) return false;
  }
  return filled <= at + 5 || (bytes[at + 5] ?? 0) <= LAST_UNIT;
}

function isPacked(byte: number): boolean {
  return byte >> 4 <= 9 && (byte & 0x0f) <= 9;
}

/** Behind noise six bytes are a frame only when another frame follows at once, or the end of the stream. */
function behindNoise(view: FrameView, next: number): 'fits' | 'wait' | 'drop' {
  if (!fitsSoFar(view, next)) return 'drop';
  return view.filled >= next + LENGTH || view.atEnd ? 'fits' : 'wait';
}

/**
 * A doubled byte moves the digits by two places and leaves one byte before the next head. So the head must follow at once, or
 * noise of more than one byte.
 */
function behindFrame({ bytes, filled, atEnd }: FrameView, next: number): 'fits' | 'wait' | 'drop' {
  if (filled === next) return atEnd ? 'fits' : 'wait';
  if (bytes[next] === HEAD) return 'fits';
  if (filled === next + 1) return atEnd ? 'drop' : 'wait';
  return bytes[next + 1] === HEAD ? 'drop' : 'fits';
}

function frameReading(bytes: Uint8Array, at: number, raw: string, origin: number): Reading {
  const status = bytes[at + 1] ?? 0;
  const negative = (status & 0x20) !== 0;
  const stable = (status & 0x40) !== 0;
  if ((status & 0x80) !== 0) return otherReading(negative ? 'underload' : 'overload', raw, { stable });
  const unit = UNITS[bytes[at + 5] ?? LAST_UNIT];
  if (unit === undefined) return otherReading('bad_unit', raw, { stable });
  const decimals = (status & 0x07) - origin;
  if (origin > HIGHEST_ORIGIN || decimals < 0 || decimals > MOST_DECIMALS) return otherReading('bad_frame', raw);
  const digits = packed(bytes[at + 4]) * 10_000 + packed(bytes[at + 3]) * 100 + packed(bytes[at + 2]);
  return weightReading({ value: pointedNumber(digits, decimals, negative), unit, stable, net: null, tare: null, raw });
}

function packed(byte = 0): number {
  return (byte >> 4) * 10 + (byte & 0x0f);
}
