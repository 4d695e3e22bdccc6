import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading, ReadingStatus } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { shownDecimal } from '../../decoder/decimal-text.ts';
import { lineHead } from '../../decoder/line-head.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { otherReading, tareReading, unitReading } from '../../decoder/reading-of.ts';
import { massUnitOf } from '../../decoder/unit-text.ts';

const HEAD = /S [SDI+-]/g;
/** Widths vary by model, so blanks part the fields. */
const WEIGHT = /^S ([SD]) +([+-]? *\d[\d.]*) +([A-Za-z%]+) *$/;
const TARE = /^TA? [ASD] +([+-]?\d[\d.]*) +([A-Za-z]+) *$/;
const WITHOUT_WEIGHT: ReadonlyMap<string, ReadingStatus> = new Map([['S I', 'busy'], ['S +', 'overload'], ['S -', 'underload'], ['ES', 'error'], ['ET', 'error'], ['EL', 'error']]);
/** An error text in the place of the weight. */
const ERROR_TEXT = /^S [SD] +Err/i;
/** Answers to commands that ask for no weight: serial number, level, zero, reset. */
const OTHER_ANSWER = /^(?:@|[A-Z]{1,3}\d{0,2}) [A-Z](?: |$)/;

/**
 * Answers of the MT-SICS command set, and of Kern KCP, which is the same for weights (device reference 1.6): `S S` stable,
 * `S D` in motion, `S I` not now, `S +` and `S -` out of range. Only a plain number with a unit is a weight. No check.
 */
export function mtSicsDecoder(config: DecoderConfig): Decoder {
  return new LineSplitter((line) => lineHead(line, HEAD, (text, raw) => lineReading(text, raw, line.terminated)), config.strip_parity === true);
}

function lineReading(text: string, raw: string, terminated: boolean): Reading | null {
  const match = WEIGHT.exec(text);
  if (match !== null) return weightOf(match, raw, terminated);
  const status = WITHOUT_WEIGHT.get(text.trimEnd());
  if (status !== undefined) return terminated || status !== 'overload' && status !== 'underload' ? otherReading(status, raw) : null;
  if (ERROR_TEXT.test(text)) return otherReading('error', raw);
  const tare = TARE.exec(text);
  const value = tare === null ? null : shownDecimal(tare[1] ?? '');
  if (tare !== null && value !== null) return tareReading(value, tare[2] ?? null, raw);
  return terminated && !text.startsWith('S ') && OTHER_ANSWER.test(text) ? otherReading('not_weight', raw) : null;
}

/** The end of the stream may have cut the unit: only a whole one closes the frame there. */
function weightOf(match: RegExpExecArray, raw: string, terminated: boolean): Reading | null {
  const [, state = '', shown = '', unit = ''] = match;
  if (!terminated && massUnitOf(unit) === null) return null;
  const value = shownDecimal(shown.replaceAll(' ', ''));
  return value === null ? otherReading('bad_frame', raw) : unitReading({ value, unit, stable: state === 'S', net: null, tare: null, raw });
}
