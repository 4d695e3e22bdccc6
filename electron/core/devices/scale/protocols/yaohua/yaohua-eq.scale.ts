import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { shownDecimal } from '../../decoder/decimal-text.ts';
import type { FrameRule, FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';

const EQUALS = 0x3d;
/** `=`, sign and seven characters of the number. */
const FULL = 9;
/** Some indicators send one character less. */
const SHORT = 8;
/** Sign place, then digits with at most one point; in the short form the sign place may be the first digit. */
const FULL_NUMBER = /^[0-](?=\d*\.?\d*$)[\d.]{7}$/;
const SHORT_NUMBER = /^[\d-](?=\d*\.?\d*$)[\d.]{6}$/;

/** `=68.70000`: the displayed number low digit first, its sign last (device reference 1.4.3). */
export function yaohuaEqLsbDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter(new EqualsRule(config, reversed), config.strip_parity === true);
}

/** `=00007.86`: sign first, then the displayed number (device reference 1.4.3). */
export function yaohuaEqMsbDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter(new EqualsRule(config, (text) => text), config.strip_parity === true);
}

function reversed(text: string): string {
  let turned = '';
  for (let index = text.length - 1; index >= 0; index -= 1) turned += text[index] ?? '';
  return turned;
}

/**
 * A frame has no end of its own: the next `=` or the end of the stream closes it. There is no check, so its length is the
 * only sign of a lost or doubled byte: a frame of another length than the one before is refused. `field_len` fixed asks for nine
 * bytes, variable takes eight too wherever they come.
 */
class EqualsRule implements FrameRule {
  readonly startByte = EQUALS;
  readonly #unit: string | null;
  readonly #lengths: DecoderConfig['field_len'];
  readonly #inOrder: (text: string) => string;
  #usual: number | null = null;

  constructor(config: DecoderConfig, inOrder: (text: string) => string) {
    this.#unit = config.unit ?? null;
    this.#lengths = config.field_len;
    this.#inOrder = inOrder;
  }

  examine(view: FrameView, at: number): Verdict {
    const { bytes, filled, atEnd } = view;
    const limit = Math.min(at + FULL, filled);
    let end = at + 1;
    while (end < limit && bytes[end] !== EQUALS) end += 1;
    const length = end - at;
    const isClosed = end < filled && bytes[end] === EQUALS;
    if (!isClosed && end < filled) return 'drop';
    if (!isClosed && (!atEnd || length < SHORT)) return 'wait';
    if (length < SHORT) return 'drop';
    const shown = this.#inOrder(view.text(at + 1, end));
    const raw = view.hex(at, end);
    const value = (length === FULL ? FULL_NUMBER : SHORT_NUMBER).test(shown) ? shownDecimal(shown) : null;
    if (value === null) return { reading: otherReading('bad_frame', raw), length, sound: false };
    if (!this.#lengthHolds(length, isClosed)) return { reading: otherReading(isClosed ? 'bad_frame' : 'incomplete', raw), length, sound: true };
    return { reading: weightReading({ value, unit: this.#unit, stable: null, net: null, tare: null, raw }), length, sound: true };
  }

  #lengthHolds(length: number, isClosed: boolean): boolean {
    if (this.#lengths === 'fixed') return length === FULL;
    if (this.#lengths === 'variable') return true;
    const usual = this.#usual;
    // At the end of the stream eight bytes may be nine cut short, unless the frames before were as short.
    if (!isClosed) return length === (usual ?? FULL);
    this.#usual = length;
    return usual === null || usual === length;
  }
}
