import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { pointedNumber } from '../../decoder/decimal-text.ts';
import type { FrameRule, FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';
import { xorPairHolds } from '../../decoder/xor-check.ts';

const STX = 0x02;
const ETX = 0x03;
const LENGTH = 12;
const PLUS = 0x2b;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const MOST_DECIMALS = 4;

/**
 * Yaohua XK3190 `tF0`: STX, sign, six digits, number of decimals, XOR of the eight as two upper-case hexadecimal
 * characters, ETX. The displayed value: no unit, no stability, no overload (device reference 1.4.1).
 */
export function yaohuaTf0Decoder(config: DecoderConfig): Decoder {
  const unit = config.unit ?? null;
  const rule: FrameRule = { startByte: STX, examine: (view, at) => examine(view, at, unit) };
  return new FrameSplitter(rule, config.strip_parity === true);
}

function examine(view: FrameView, at: number, unit: string | null): Verdict {
  const { bytes, filled } = view;
  const last = at + LENGTH - 1;
  const known = Math.min(last, filled);
  // No payload byte can equal the start or the end byte, so either of them inside ends the hope for this frame at once.
  for (let index = at + 1; index < known; index += 1) {
    if (bytes[index] === STX || bytes[index] === ETX) return 'drop';
  }
  if (filled <= last) return 'wait';
  if (bytes[last] !== ETX) return 'drop';
  const raw = view.hex(at, at + LENGTH);
  if (!xorPairHolds(bytes, at + 1, at + 9)) return { reading: otherReading('bad_checksum', raw), length: LENGTH, sound: false };
  const value = valueOf(bytes, at);
  if (value === null) return { reading: otherReading('bad_frame', raw), length: LENGTH, sound: false };
  return { reading: weightReading({ value, unit, stable: null, net: null, tare: null, raw }), length: LENGTH, sound: true };
}

function valueOf(bytes: Uint8Array, at: number): string | null {
  const sign = bytes[at + 1];
  if (sign !== PLUS && sign !== MINUS) return null;
  let digits = 0;
  for (let index = at + 2; index <= at + 7; index += 1) {
    const digit = bytes[index] ?? 0;
    if (digit < ZERO || digit > NINE) return null;
    digits = digits * 10 + digit - ZERO;
  }
  const decimals = (bytes[at + 8] ?? 0) - ZERO;
  if (decimals < 0 || decimals > MOST_DECIMALS) return null;
  return pointedNumber(digits, decimals, sign === MINUS);
}
