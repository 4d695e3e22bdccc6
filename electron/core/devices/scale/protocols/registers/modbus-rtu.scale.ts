import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import type { FoundFrame, FrameRule, FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { otherReading, weightReading } from '../../decoder/reading-of.ts';
import { modbusCrc } from '../../requests/modbus-request.ts';
import type { RegisterType } from './modbus-value.ts';
import { bytesOfType, registerValue } from './modbus-value.ts';

const ADDRESSES = Array.from({ length: 247 }, (_, index) => index + 1);
const READ_HOLDING = 0x03;
const READ_INPUT = 0x04;
const EXCEPTION = 0x80;
const MOST_DATA = 32;
/** Address, function and count in front of the data, the sum behind it. */
const AROUND_DATA = 5;
const EXCEPTION_LENGTH = 5;
const REQUEST_LENGTH = 8;

/**
 * Answers of a Modbus-RTU indicator to the functions 03 and 04 (device reference 1.18): the value stands in the first one
 * or two registers, its shape is the site's. The own request that an adapter echoes is no weight. CRC-16, low byte first.
 */
export function modbusRtuDecoder(config: DecoderConfig): Decoder {
  return new FrameSplitter(new ModbusRule(config), false);
}

class ModbusRule implements FrameRule {
  readonly startByte = ADDRESSES;
  readonly #address: number | null;
  /** Undefined while the site has not said how the value lies in the registers: then one register alone is a value. */
  readonly #type: RegisterType | undefined;
  readonly #decimals: number | undefined;
  readonly #unit: string | null;

  constructor({ address, type, decimals, unit }: DecoderConfig) {
    this.#address = address === undefined ? null : Number(address);
    this.#type = type;
    this.#decimals = decimals;
    this.#unit = unit ?? null;
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
    if (count === 0 || count % 2 === 1 || count > MOST_DATA) return 'drop';
    const length = count + AROUND_DATA;
    if (filled < at + length) return 'wait';
    return sumHolds(bytes, at, length) ? this.#frame(view, at, count, length) : wrongSum(view, at, length);
  }

  #frame(view: FrameView, at: number, count: number, length: number): FoundFrame {
    const raw = view.hex(at, at + length);
    if (this.#address !== null && view.bytes[at] !== this.#address) return { reading: otherReading('wrong_address', raw), length, sound: true };
    const value = this.#valueOf(view.bytes, at + 3, count);
    const reading = value === null ? otherReading('not_weight', raw) : weightReading({ value, unit: this.#unit, stable: null, net: null, tare: null, raw });
    return { reading, length, sound: true };
  }

  /** Half of a longer value would be a wrong weight, so more registers than one are read only by the site's own type. */
  #valueOf(bytes: Uint8Array, at: number, count: number): string | null {
    const type = this.#type ?? 'int16';
    if (count < bytesOfType(type) || (this.#type === undefined && count > bytesOfType(type))) return null;
    return registerValue(bytes, at, type, this.#decimals);
  }
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
