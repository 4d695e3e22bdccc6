import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { ReadingStatus } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { shownDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { endOfText } from '../../decoder/frame-text.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';

const STX = 0x02;
const CARRIAGE_RETURN = 0x0d;
const BLANK = 0x20;
const QUESTION_MARK = 0x3f;
const LONGEST = 14;
/** Digits with a point; `N` marks a net weight. */
const WEIGHT = /^ *(\d{1,6}\.\d{1,4})(N?)$/;
/** `E` and `F` acknowledge the test that some drivers probe with; other letters answer commands. */
const ACKNOWLEDGEMENT = /^[A-Z]$/;

/**
 * Answers of a Toledo 8217 counter scale to `W`: STX, `ww.www`, `N` when net, carriage return; or STX, `?`, a status byte,
 * carriage return while it cannot weigh, so a weight is a stable one (device reference 1.7). Three decimals are kilograms; with
 * others the unit is the site's. No check.
 */
export function toledo8217Decoder(config: DecoderConfig): Decoder {
  const unit = config.unit ?? null;
  return new FrameSplitter({ startByte: STX, examine: (view, at) => examine(view, at, unit) }, config.strip_parity === true);
}

function examine(view: FrameView, at: number, siteUnit: string | null): Verdict {
  const { bytes, filled } = view;
  let first = at + 1;
  while (first < filled && bytes[first] === BLANK && first < at + LONGEST) first += 1;
  if (first < filled && bytes[first] === QUESTION_MARK) return statusVerdict(view, at, first + 2);
  const end = endOfText(view, at, CARRIAGE_RETURN, LONGEST);
  if (end === 'wait' || end === 'drop') return end;
  const length = end + 1 - at;
  const raw = view.hex(at, end + 1);
  const text = view.text(at + 1, end);
  if (ACKNOWLEDGEMENT.test(text)) return { reading: otherReading('not_weight', raw), length, sound: true };
  const match = WEIGHT.exec(text);
  const value = match === null ? null : shownDecimal(match[1] ?? '');
  if (match === null || value === null) return { reading: otherReading('bad_frame', raw), length, sound: false };
  const unit = siteUnit ?? (/\.\d{3}$/.test(value) ? 'kg' : null);
  return { reading: weightReading({ value, unit, stable: true, net: match[2] === 'N', tare: null, raw }), length, sound: true };
}

/** The status byte may be any byte, also one that looks like a start or an end. */
function statusVerdict(view: FrameView, at: number, end: number): Verdict {
  const { bytes, filled } = view;
  if (filled <= end) return 'wait';
  if (bytes[end] !== CARRIAGE_RETURN) return 'drop';
  const bits = bytes[end - 1] ?? 0;
  return { reading: otherReading(statusOf(bits), view.hex(at, end + 1), { stable: (bits & 0x01) !== 0 ? false : null }), length: end + 1 - at, sound: true };
}

/** Makers agree on the bits 0 to 2 only. */
function statusOf(bits: number): ReadingStatus {
  if ((bits & 0x02) !== 0) return 'overload';
  if ((bits & 0x04) !== 0) return 'underload';
  return (bits & 0x01) !== 0 ? 'unstable' : 'not_ready';
}
