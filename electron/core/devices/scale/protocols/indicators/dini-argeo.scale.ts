import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import { lineHead } from '../../decoder/line-head.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';

const HEAD = /(?:\d\d)?(?:ST|US|OL|UL|ER),/g;
/** Address on a shared line, state, what is shown, eight of weight, two of unit. */
const STANDARD = /^(\d\d)?(ST|US|OL|UL|ER),(GS|NT),(.{8}),(.{2})$/;
/** Scale, state, ten of net weight, `PT` for a typed tare, ten of tare, two counts, unit. */
const EXTENDED = /^(?:(\d\d)?(\d),)(ST|US|OL|UL|ER),(.{10}),(PT|  )(.{10}), *(\d+), *(\d+),([A-Za-z]{1,2}) *$/;
const ERROR = /^(?:\d\d)?ERR\d\d$/;

/**
 * Dini Argeo's answers to `READ` and `REXT`, read by position (device reference 1.15). A line of another address than the
 * site's is somebody else's weight. No check.
 */
export function diniArgeoDecoder(config: DecoderConfig): Decoder {
  const address = config.address === undefined ? null : Number(config.address);
  return new LineSplitter((line) => lineHead(line, HEAD, (text, raw) => lineReading(text, raw, address)), config.strip_parity === true);
}

function lineReading(text: string, raw: string, address: number | null): Reading | null {
  if (ERROR.test(text)) return otherReading('error', raw);
  const match = STANDARD.exec(text);
  if (match === null) return extendedReading(text, raw, address);
  const [, sent, state = '', shows = '', field = '', unit = ''] = match;
  if (isStrange(sent, address)) return otherReading('wrong_address', raw);
  const net = shows === 'NT';
  return withoutWeight(state, raw, net) ?? weightOf({ field, unit: unit.trim(), stable: state === 'ST', net, tare: null }, raw);
}

function extendedReading(text: string, raw: string, address: number | null): Reading | null {
  const match = EXTENDED.exec(text);
  if (match === null) return null;
  const [, sent, , state = '', field = '', , tareField = '', , , unit = ''] = match;
  if (isStrange(sent, address)) return otherReading('wrong_address', raw);
  const tare = fieldDecimal(tareField);
  if (tare === null) return otherReading('bad_frame', raw);
  const net = !/^0*\.?0*$/.test(tare);
  return withoutWeight(state, raw, net) ?? weightOf({ field, unit, stable: state === 'ST', net, tare }, raw);
}

/** On a shared line a weight whose address was lost may be anybody's. */
function isStrange(sent: string | undefined, address: number | null): boolean {
  return address !== null && (sent === undefined || Number(sent) !== address);
}

function withoutWeight(state: string, raw: string, net: boolean): Reading | null {
  if (state === 'OL') return otherReading('overload', raw, { net });
  if (state === 'UL') return otherReading('underload', raw, { net });
  return state === 'ER' ? otherReading('error', raw) : null;
}

function weightOf(found: { field: string; unit: string; stable: boolean; net: boolean; tare: string | null }, raw: string): Reading {
  const { field, unit, stable, net, tare } = found;
  const value = fieldDecimal(field);
  return value === null ? otherReading('bad_frame', raw) : unitReading({ value, unit, stable, net, tare, raw });
}
