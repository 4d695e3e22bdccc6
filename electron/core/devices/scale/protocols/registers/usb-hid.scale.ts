import type { Decoder } from '../../decoder/decoder.ts';
import { pointedNumber } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';
import type { Reading, ReadingStatus } from '../../../../../domain/reading.ts';

const REPORT_ID = 3;
const WITH_ID = 6;
const BARE = 5;
const UNITS: ReadonlyMap<number, string> = new Map([[1, 'mg'], [2, 'g'], [3, 'kg'], [4, 'ct'], [5, 'tael'], [6, 'gr'], [7, 'dwt'], [8, 't'], [9, 'ton'], [10, 'ozt'], [11, 'oz'], [12, 'lb']]);
const WITHOUT_WEIGHT: ReadonlyMap<number, ReadingStatus> = new Map([[1, 'error'], [5, 'underload'], [6, 'overload'], [7, 'error'], [8, 'not_ready']]);
const MOVING = 3;
const LAST_STATUS = 8;
const LEAST_EXPONENT = -6;
const MOST_EXPONENT = 3;

/**
 * Reports of a USB scale (usage page 8Dh, device reference 1.19): report id 3, status, unit, exponent, value low byte first.
 * Some devices leave the report id out; such reports are read only at the beginning or right behind another. No check.
 */
export function usbHidDecoder(): Decoder {
  return new FrameSplitter({ startByte: [1, 2, 3, 4, 5, 6, 7, 8], examine }, false);
}

function examine(view: FrameView, at: number, followsFrame: boolean): Verdict {
  if (view.bytes[at] === REPORT_ID && fits(view, at + 1)) return frameOf(view, at, 1, WITH_ID, followsFrame);
  return followsFrame && fits(view, at) ? frameOf(view, at, 0, BARE, false) : 'drop';
}

/** Whether the bytes received so far may be status, unit and exponent. */
function fits({ bytes, filled }: FrameView, at: number): boolean {
  const status = bytes[at] ?? 0;
  if (at < filled && (status === 0 || status > LAST_STATUS)) return false;
  if (at + 1 < filled && !UNITS.has(bytes[at + 1] ?? 0)) return false;
  return at + 2 >= filled || isExponent(bytes[at + 2] ?? 0);
}

const signed = (byte: number): number => (byte > 0x7f ? byte - 0x100 : byte);
const isExponent = (byte: number): boolean => signed(byte) >= LEAST_EXPONENT && signed(byte) <= MOST_EXPONENT;

/** Without an id, or behind noise, a report counts only when another follows, or the end of the stream. */
function frameOf(view: FrameView, at: number, before: number, length: number, isSure: boolean): Verdict {
  const { bytes, filled, atEnd } = view;
  const next = at + length;
  if (filled < next) return 'wait';
  if (!isSure && !(atEnd && filled === next)) {
    if ((before === 1 && next < filled && bytes[next] !== REPORT_ID) || !fits(view, next + before)) return 'drop';
    if (filled < next + length && !atEnd) return 'wait';
  }
  return { reading: reportReading(bytes, at + before, view.hex(at, next)), length, sound: true };
}

function reportReading(bytes: Uint8Array, at: number, raw: string): Reading {
  const status = bytes[at] ?? 0;
  const unit = UNITS.get(bytes[at + 1] ?? 0) ?? null;
  const problem = WITHOUT_WEIGHT.get(status);
  if (problem !== undefined) return otherReading(problem, raw, { unit });
  const exponent = signed(bytes[at + 2] ?? 0);
  const digits = (bytes[at + 3] ?? 0) + 256 * (bytes[at + 4] ?? 0);
  const value = exponent < 0 ? pointedNumber(digits, -exponent, false) : String(digits * 10 ** exponent);
  return weightReading({ value, unit, stable: status !== MOVING, net: null, tare: null, raw });
}
