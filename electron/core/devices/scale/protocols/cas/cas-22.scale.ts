import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import type { FrameView, Verdict } from '../../decoder/frame-rule.ts';
import { FrameSplitter } from '../../decoder/frame-splitter.ts';
import { fitsTemplate, frameTemplate } from '../../decoder/frame-text.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';

const ANY = null;
const UNIT = 'kgtlbozjinpcsKGTLBOZJINPCS% ';
const WEIGHT = '0123456789. +-';
/** Status, kind, device id and lamps as raw bytes, eight of weight, a filler, two of unit, carriage return, line feed. */
const TEMPLATE = frameTemplate([
  'SUO', 'TSL', ',', 'GN', 'ST', ',', ANY, ANY, ',', ...Array.from({ length: 8 }, () => WEIGHT), ' \0', UNIT, UNIT, '\r', '\n',
]);
/** The frame without its line end, which may be missing where the stream stops. */
const WITHOUT_END = TEMPLATE.length - 2;
const ID_AT = 6;

/**
 * CAS, 22 bytes (device reference 1.8), read by position: the device id is a raw byte and may be a comma or a line end. The
 * sign stands within the eight of the weight, and blanks may follow it.
 */
export function cas22Decoder(config: DecoderConfig): Decoder {
  const address = config.address === undefined ? null : Number(config.address);
  return new FrameSplitter({ startByte: [0x53, 0x55, 0x4f], examine: (view, at) => examine(view, at, address) }, config.strip_parity === true);
}

function examine(view: FrameView, at: number, address: number | null): Verdict {
  if (!fitsTemplate(view, at, TEMPLATE)) return 'drop';
  const received = Math.min(TEMPLATE.length, view.filled - at);
  if (received < TEMPLATE.length && !(view.atEnd && received >= WITHOUT_END)) return 'wait';
  const raw = view.hex(at, at + received);
  const text = view.text(at, at + received);
  const reading = address === null || text.charCodeAt(ID_AT) === address ? textReading(text, raw) : otherReading('wrong_address', raw);
  return { reading, length: received, sound: reading.status !== 'bad_frame' };
}

function textReading(text: string, raw: string): Reading {
  const status = text.slice(0, 2);
  const kind = text.slice(3, 5);
  if (!['ST', 'US', 'OL'].includes(status) || !['GS', 'NT'].includes(kind)) return otherReading('bad_frame', raw);
  const field = text.slice(9, 17);
  const unit = text.slice(18, 20).trim();
  const net = kind === 'NT';
  if (status === 'OL') return otherReading(field.includes('-') ? 'underload' : 'overload', raw, { net });
  const value = fieldDecimal(field);
  if (value === null) return otherReading('bad_frame', raw);
  return unitReading({ value, unit, stable: status === 'ST', net, tare: null, raw });
}
