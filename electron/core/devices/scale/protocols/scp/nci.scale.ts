import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading, ReadingStatus } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const ETX = 0x03;
const LONGEST = 32;
/** LF, weight and unit, CR LF, `S` in the newer form, two to four status bytes; CR ETX follow. */
const FRAME = /^\n([^\r\n]{1,16})\r\n(S?)([0-\u007f]{2,4})$/;
const STATUS_ONLY = /^\n(S?)([0-\u007f]{2,4})$/;
const CLOSING = '\r\u0003';
const REFUSED = '\n?';
const WEIGHT = /^([ +-]*\d*\.?\d+) *([A-Za-z%]{1,3}) *$/;
/** Bit 6 of the second status byte announces a third. */
const ANOTHER_FOLLOWS = 0x40;

/**
 * NCI and Weigh-Tronix SCP-01, with `S` SCP-02 (device reference 1.13): weight and unit, then status bytes. The status
 * decides: what is out of range or moving is no stable weight whatever the digits say. No check.
 */
export function nciDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter({ startByte: LINE_FEED, examine }, config.strip_parity === true);
}

function examine(view: FrameView, at: number): Verdict {
  const end = endOfFrame(view, at);
  if (typeof end === 'string') return end;
  const length = end + 1 - at;
  const raw = view.hex(at, end + 1);
  const closed = view.text(at, end + 1);
  if (!closed.endsWith(CLOSING)) return 'drop';
  const text = closed.slice(0, -CLOSING.length);
  if (text === REFUSED) return { reading: otherReading('error', raw), length, sound: true };
  const match = FRAME.exec(text);
  if (match !== null) {
    const reading = frameReading(match[1] ?? '', match[3] ?? '', raw);
    return { reading, length, sound: reading.status !== 'bad_frame' };
  }
  const status = STATUS_ONLY.exec(text);
  if (status === null) return 'drop';
  return { reading: otherReading(withoutWeight(status[2] ?? '') ?? 'not_weight', raw, { stable: isStill(status[2] ?? '') }), length, sound: true };
}

/** Index of the ETX that ends the frame; no other control character but the line ends stands before it. */
function endOfFrame({ bytes, filled }: FrameView, at: number): number | 'wait' | 'drop' {
  const known = Math.min(at + LONGEST, filled);
  for (let index = at + 1; index < known; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === ETX) return index;
    if ((byte < 0x20 && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) || byte > 0x7f) return 'drop';
  }
  return filled < at + LONGEST ? 'wait' : 'drop';
}

const bitsOf = (status: string, index: number): number => (index < status.length ? status.charCodeAt(index) : 0x30);
const isStill = (status: string): boolean => (bitsOf(status, 0) & 0x01) === 0;

/** What the status bytes say against a weight; null where they say nothing. */
function withoutWeight(status: string): ReadingStatus | null {
  const first = bitsOf(status, 0);
  const second = bitsOf(status, 1);
  if ((first & 0x0c) !== 0 || (second & 0x0c) !== 0) return 'error';
  if ((second & 0x02) !== 0) return 'overload';
  if ((second & 0x01) !== 0) return 'underload';
  return (bitsOf(status, 2) & 0x08) !== 0 ? 'not_ready' : null;
}

function frameReading(shown: string, status: string, raw: string): Reading {
  const hasThird = status.length > 2;
  // A first byte without its two fixed bits is no status; some makers send a third byte without announcing it.
  if ((bitsOf(status, 0) & 0x70) !== 0x30 || (!hasThird && (bitsOf(status, 1) & ANOTHER_FOLLOWS) !== 0)) return otherReading('bad_frame', raw);
  const known = { stable: isStill(status), net: hasThird ? (bitsOf(status, 2) & 0x04) !== 0 : null };
  const problem = withoutWeight(status) ?? signOf(shown);
  if (problem !== null) return otherReading(problem, raw, known);
  const match = WEIGHT.exec(shown);
  const value = match === null ? null : fieldDecimal(match[1] ?? '');
  if (match === null || value === null) return otherReading('bad_frame', raw);
  return unitReading({ value, unit: match[2] ?? '', ...known, tare: null, raw });
}

/** Carets, underscores and dashes in the place of the digits. */
function signOf(shown: string): ReadingStatus | null {
  if (shown.includes('^')) return 'overload';
  if (shown.includes('_')) return 'underload';
  return /--/.test(shown) ? 'not_ready' : null;
}
