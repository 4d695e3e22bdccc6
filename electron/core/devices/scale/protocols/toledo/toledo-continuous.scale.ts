import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import type { FrameRule, FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { otherReading } from '../../decoder/reading-of.ts';
import type { ToledoOptions } from './toledo-frame.ts';
import { toledoReading } from './toledo-frame.ts';

const STX = 0x02;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
/** STX, three status bytes, six of weight, six of tare, carriage return. */
const BARE = 17;
const CHECKED = 18;
/** So many frames of one kind in a row, net, settle whether the scale sends a check byte. */
const SETTLED = 2;
const FIRM = 3;

/** Toledo continuous output, with or without its check byte (device reference 1.5). */
export function toledoContinuousDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter(new ToledoRule(config), config.strip_parity === true);
}

/**
 * Whether the 18th byte is a check byte is learned from the stream, one frame at a time, so that it does not matter how
 * the bytes were cut. While in doubt, a frame that could be either is refused rather than guessed.
 */
class ToledoRule implements FrameRule {
  readonly startByte = STX;
  readonly #options: ToledoOptions;
  readonly #checksum: boolean | undefined;
  /** Above zero the frames seen carried a check byte, below zero they did not. */
  #evidence = 0;

  constructor(config: DecoderConfig) {
    this.#options = { fixedZeroTimesTen: config.fixed_zero_x10 === true };
    this.#checksum = config.checksum;
  }

  examine(view: FrameView, at: number, followsFrame: boolean): Verdict {
    const { bytes, filled } = view;
    const last = at + BARE - 1;
    const known = Math.min(last, filled);
    for (let index = at + 1; index < known; index += 1) {
      if (bytes[index] === STX || bytes[index] === CARRIAGE_RETURN) return 'drop';
    }
    if (filled <= last) return 'wait';
    if (bytes[last] !== CARRIAGE_RETURN) return 'drop';
    if (this.#sendsCheck() === false) {
      // A byte between two frames may be the check byte after all.
      if (!followsFrame) this.#learn(1);
      return this.#bare(view, at);
    }
    if (filled <= last + 1) return view.atEnd ? this.#cutAfterReturn(view, at) : 'wait';
    return this.#withNextByte(view, at);
  }

  #sendsCheck(): boolean | null {
    if (this.#checksum !== undefined) return this.#checksum;
    if (this.#evidence >= SETTLED) return true;
    return this.#evidence <= -SETTLED ? false : null;
  }

  /** The stream ends with the carriage return: whole where no check byte is sent or none has been seen. */
  #cutAfterReturn(view: FrameView, at: number): Verdict {
    return this.#sendsCheck() === true || this.#evidence > 0 ? 'wait' : this.#bare(view, at);
  }

  #withNextByte(view: FrameView, at: number): Verdict {
    const { bytes, filled } = view;
    const next = bytes[at + BARE] ?? 0;
    if (!checkHolds(bytes, at)) return this.#unchecked(view, at, next);
    if (next !== STX || this.#sendsCheck() === true) return this.#checked(view, at);
    // The byte fits as a check byte and is also the start byte: only what follows it can tell.
    if (filled <= at + CHECKED) return view.atEnd ? this.#checked(view, at) : 'wait';
    if (bytes[at + CHECKED] === STX) return this.#checked(view, at);
    this.#learn(-1);
    return this.#bare(view, at);
  }

  /** The sum does not hold: a wrong check byte, or a scale that sends none. */
  #unchecked(view: FrameView, at: number, next: number): Verdict {
    const settled = this.#sendsCheck() === true;
    if (next === STX) {
      this.#learn(-1);
      return settled ? failed(view, at) : this.#bare(view, at);
    }
    if (settled || next !== LINE_FEED) return failed(view, at);
    // Some makes without a check byte send a line feed behind the carriage return: the next start byte proves it.
    const beyond = at + CHECKED;
    if (view.filled <= beyond) return view.atEnd ? this.#bare(view, at) : 'wait';
    return view.bytes[beyond] === STX ? this.#bare(view, at) : failed(view, at);
  }

  #checked(view: FrameView, at: number): Verdict {
    this.#learn(1);
    return found(view, at, CHECKED, this.#options);
  }

  #bare(view: FrameView, at: number): Verdict {
    return found(view, at, BARE, this.#options);
  }

  #learn(vote: 1 | -1): void {
    this.#evidence = Math.max(-FIRM, Math.min(FIRM, this.#evidence + vote));
  }
}

/** The seven low bits of all 18 bytes add up to nothing. */
function checkHolds(bytes: Uint8Array, at: number): boolean {
  let sum = 0;
  for (let index = at; index < at + CHECKED; index += 1) sum += bytes[index] ?? 0;
  return (sum & 0x7f) === 0;
}

function failed(view: FrameView, at: number): Verdict {
  return { reading: otherReading('bad_checksum', view.hex(at, at + CHECKED)), length: CHECKED, sound: false };
}

function found(view: FrameView, at: number, length: number, options: ToledoOptions): Verdict {
  const reading = toledoReading(view.bytes, at, view.hex(at, at + length), options);
  return { reading, length, sound: reading.status !== 'bad_frame', trailing: 1 };
}
