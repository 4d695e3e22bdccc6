import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading, ReadingStatus } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import { lineHead } from '../../decoder/line-head.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { otherReading, unitReading } from '../../decoder/reading-of.ts';

const HEAD = /S(?:U?I|U)? /g;
/** The command in three places, mark of stability, blank, sign, nine of value, blank, three of unit. */
const FRAME = /^(S  |SI |SU |SUI)([ ?^v]) ([- ])(.{9}) (.{3})$/;
/** `A` the request is understood and the weight follows, `I` not now, `E` no stable weight in time. */
const ANSWERS: ReadonlyMap<string, ReadingStatus> = new Map([['A', 'busy'], ['I', 'busy'], ['E', 'not_ready'], ['^', 'overload'], ['v', 'underload']]);
const ANSWER = /^SU?I? ([AIE^v]) *$/;

/** Radwag's answers to `S` and `SI`, read by position (device reference 1.11). No check. */
export function radwagDecoder(config: DecoderConfig): Decoder {
  return new LineSplitter((line) => lineHead(line, HEAD, (text, raw) => lineReading(text, raw, line.terminated)), config.strip_parity === true);
}

function lineReading(text: string, raw: string, terminated: boolean): Reading | null {
  const answer = terminated ? ANSWERS.get(ANSWER.exec(text)?.[1] ?? '') : undefined;
  if (answer !== undefined) return otherReading(answer, raw);
  if (terminated && text.trimEnd() === 'ES') return otherReading('error', raw);
  const match = FRAME.exec(text);
  if (match === null) return null;
  const [, , mark = '', sign = '', field = '', unit = ''] = match;
  if (mark === '^') return otherReading('overload', raw);
  if (mark === 'v') return otherReading('underload', raw);
  const value = fieldDecimal(`${sign}${field}`);
  if (value === null) return otherReading('bad_frame', raw);
  return unitReading({ value, unit: unit.trim(), stable: mark === ' ', net: null, tare: null, raw });
}
