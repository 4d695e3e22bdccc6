import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { shownDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { endOfText } from '../../decoder/frame-text.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';

const STX = 0x02;
const CARRIAGE_RETURN = 0x0d;
const LONGEST = 14;
const NUMBER = /^ *(\d{1,7}\.\d{1,4})$/;

/** STX, digits with a point, carriage return, sent without being asked: no unit, no flag, no check (device reference 1.7.1). */
export function stxDecimalCrDecoder(config: DecoderConfig): Decoder {
  const unit = config.unit ?? null;
  return new FrameSplitter({ startByte: STX, silent: [0x0a], examine: (view, at) => examine(view, at, unit) }, config.strip_parity === true);
}

function examine(view: FrameView, at: number, unit: string | null): Verdict {
  const end = endOfText(view, at, CARRIAGE_RETURN, LONGEST);
  if (end === 'wait' || end === 'drop') return end;
  const length = end + 1 - at;
  const raw = view.hex(at, end + 1);
  const value = shownDecimal(NUMBER.exec(view.text(at + 1, end))?.[1] ?? '');
  if (value === null) return { reading: otherReading('bad_frame', raw), length, sound: false };
  return { reading: weightReading({ value, unit, stable: null, net: null, tare: null, raw }), length, sound: true };
}
