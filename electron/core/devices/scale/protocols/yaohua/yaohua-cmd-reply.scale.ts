import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { pointedNumber, shownDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { endOfText } from '../../decoder/frame-text.ts';
import { otherReading, tareReading, weightReading } from '../../decoder/reading-of.ts';
import { xorPairHolds } from '../../decoder/xor-check.ts';
import { yaohuaAddress } from './yaohua-address.ts';

const STX = 0x02;
const ETX = 0x03;
/** STX, address, command, two check characters, ETX: a reply without data. */
const SHORTEST = 6;
const LONGEST = 24;
const WEIGHT_COMMANDS = 'BCD';
const POINTED = /^([+-])(?=\d*\.\d*$)([\d.]{7})$/;
const COUNTED = /^([+-])(\d{6})([0-4])$/;

interface Options {
  readonly unit: string | null;
  /** The letter of the site's address; null takes the replies of every address. */
  readonly address: string | null;
}

/**
 * Replies of a Yaohua indicator in command mode: STX, address letter, command letter, data, XOR of all that as two
 * upper-case hexadecimal characters, ETX (device reference 1.4.2). The data of a weight are sign, six digits and the
 * number of decimals, or as Keli sends them sign, six digits and a point among them. No unit, no stability.
 */
export function yaohuaCmdReplyDecoder(config: DecoderConfig): Decoder {
  const options: Options = { unit: config.unit ?? null, address: config.address === undefined ? null : (yaohuaAddress(config.address) ?? '') };
  return new FrameSplitter({ startByte: STX, examine: (view, at) => examine(view, at, options) }, config.strip_parity === true);
}

function examine(view: FrameView, at: number, options: Options): Verdict {
  const end = endOfText(view, at, ETX, LONGEST);
  if (end === 'wait' || end === 'drop') return end;
  const length = end + 1 - at;
  if (length < SHORTEST) return 'drop';
  const raw = view.hex(at, end + 1);
  if (!xorPairHolds(view.bytes, at + 1, end - 2)) return { reading: otherReading('bad_checksum', raw), length, sound: false };
  const reading = replyReading(view.text(at + 1, end - 2), raw, options);
  return { reading, length, sound: reading.status !== 'bad_frame' };
}

function replyReading(text: string, raw: string, { unit, address }: Options): Reading {
  const [from = '', command = ''] = text;
  if (from < 'A' || from > 'Z') return otherReading('bad_frame', raw);
  if (address !== null && from !== address) return otherReading('wrong_address', raw);
  const data = text.slice(2);
  // A handshake, the echo of a request and the numbers of truck, goods, price and amount show no weight.
  if (data === '' || !WEIGHT_COMMANDS.includes(command)) return otherReading('not_weight', raw);
  const value = dataValue(data);
  if (value === null) return otherReading('bad_frame', raw);
  if (command === 'C') return tareReading(value, unit, raw);
  return weightReading({ value, unit, stable: null, net: command === 'D', tare: null, raw });
}

function dataValue(data: string): string | null {
  const counted = COUNTED.exec(data);
  if (counted !== null) return pointedNumber(Number(counted[2]), Number(counted[3]), counted[1] === '-');
  const pointed = POINTED.exec(data);
  return pointed === null ? null : shownDecimal(`${pointed[1] ?? ''}${pointed[2] ?? ''}`);
}
