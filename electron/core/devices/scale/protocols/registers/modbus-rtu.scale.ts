import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import type { FoundFrame, FrameRule, FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';
import { modbusCrc } from '../../requests/modbus-request.ts';
import { registerValue } from './modbus-value.ts';
import type { RegisterBlock } from './register-block.ts';
import { maskedNumber, registerBlock, registerStatus } from './register-block.ts';

const ADDRESSES = Array.from({ length: 247 }, (_, index) => index + 1);
const READ_HOLDING = 0x03;
const READ_INPUT = 0x04;
const EXCEPTION = 0x80;
const MOST_DATA = 32;
/** Address, function and count in front of the data, the sum behind it. */
const AROUND_DATA = 5;
const MOST_DECIMALS = 6;
const EXCEPTION_LENGTH = 5;
const REQUEST_LENGTH = 8;

/**
 * Answers of a Modbus-RTU indicator to the functions 03 and 04 (device reference 1.18): where the value, its status and its
 * decimals stand is the site's. What the status calls beyond the range or a fault is no weight, whatever the figures beside it
 * say. The own request that an adapter echoes is no weight. CRC-16, low byte first.
 */
export function modbusRtuDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter(new ModbusRule(config), false);
}

class ModbusRule implements FrameRule {
  readonly startByte = ADDRESSES;
  readonly #config: DecoderConfig;
  readonly #address: number | null;
  readonly #block: RegisterBlock | null;
  readonly #mostData: number;

  constructor(config: DecoderConfig) {
    this.#config = config;
    this.#address = config.address === undefined ? null : Number(config.address);
    this.#block = registerBlock(config);
    this.#mostData = Math.max(MOST_DATA, (this.#block?.count ?? 0) * 2);
  }

  examine(view: FrameView, at: number): Verdict {
    const { bytes, filled } = view;
    if (filled < at + 2) return 'wait';
    const called = bytes[at + 1] ?? 0;
    if (called === (EXCEPTION | READ_HOLDING) || called === (EXCEPTION | READ_INPUT)) return this.#exception(view, at);
    if (called !== READ_HOLDING && called !== READ_INPUT) return 'drop';
    const answer = this.#answer(view, at);
    if (answer === 'wait' || (answer !== 'drop' && answer.sound)) return answer;
    // An echo is looked for only where no answer stands, so that it does not matter how the bytes were cut.
    const echo = echoedRequest(view, at);
    return answer !== 'drop' && (echo === 'drop' || (echo === 'wait' && view.atEnd)) ? answer : echo;
  }

  #exception(view: FrameView, at: number): Verdict {
    if (view.filled < at + EXCEPTION_LENGTH) return 'wait';
    if (!sumHolds(view.bytes, at, EXCEPTION_LENGTH)) return wrongSum(view, at, EXCEPTION_LENGTH);
    const isStrange = this.#address !== null && view.bytes[at] !== this.#address;
    return { reading: otherReading(isStrange ? 'wrong_address' : 'error', view.hex(at, at + EXCEPTION_LENGTH)), length: EXCEPTION_LENGTH, sound: true };
  }

  #answer(view: FrameView, at: number): Verdict {
    const { bytes, filled } = view;
    if (filled < at + 3) return 'wait';
    const count = bytes[at + 2] ?? 0;
    if (count === 0 || count % 2 === 1 || count > this.#mostData) return 'drop';
    const length = count + AROUND_DATA;
    if (filled < at + length) return 'wait';
    return sumHolds(bytes, at, length) ? this.#frame(view, at, count, length) : wrongSum(view, at, length);
  }

  #frame(view: FrameView, at: number, count: number, length: number): FoundFrame {
    const raw = view.hex(at, at + length);
    if (this.#address !== null && view.bytes[at] !== this.#address) return { reading: otherReading('wrong_address', raw), length, sound: true };
    return { reading: this.#readingOf(view.bytes, at + 3, count, raw), length, sound: true };
  }

  #readingOf(bytes: Uint8Array, at: number, count: number, raw: string): Reading {
    const block = this.#block;
    if (block === null || !this.#fits(block, count)) return otherReading('not_weight', raw);
    const { status, stable, net } = registerStatus(block.statusAt === null ? null : wordAt(bytes, at + block.statusAt), this.#config);
    if (status !== 'ok') return otherReading(status, raw, { stable });
    const decimals = block.decimalsAt === null ? this.#config.decimals : maskedNumber(wordAt(bytes, at + block.decimalsAt), this.#config.decimals_mask);
    if (decimals !== undefined && decimals > MOST_DECIMALS) return otherReading('bad_frame', raw);
    const found = registerValue(bytes, at + block.valueAt, this.#config.type ?? 'int16', decimals);
    if (typeof found === 'string') return otherReading(found, raw, { stable });
    return weightReading({ value: found.value, unit: this.#config.unit ?? null, stable, net, tare: null, raw });
  }

  /** Half of a longer value would be a wrong weight: more registers than one are read only by the site's own type, and a status only in its own place. */
  #fits({ count, statusAt, decimalsAt }: RegisterBlock, bytes: number): boolean {
    if (statusAt !== null || decimalsAt !== null || this.#config.type === undefined) return bytes === count * 2;
    return bytes >= count * 2;
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function wrongSum(view: FrameView, at: number, length: number): FoundFrame {
  return { reading: otherReading('bad_checksum', view.hex(at, at + length)), length, sound: false };
}

function echoedRequest(view: FrameView, at: number): Verdict {
  if (view.filled < at + REQUEST_LENGTH) return 'wait';
  if (!sumHolds(view.bytes, at, REQUEST_LENGTH)) return 'drop';
  return { reading: otherReading('not_weight', view.hex(at, at + REQUEST_LENGTH)), length: REQUEST_LENGTH, sound: true };
}

function sumHolds(bytes: Uint8Array, at: number, length: number): boolean {
  const sum = modbusCrc(bytes.subarray(at, at + length - 2));
  return bytes[at + length - 2] === (sum & 0xff) && bytes[at + length - 1] === sum >> 8;
}
