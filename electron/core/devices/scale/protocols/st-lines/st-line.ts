import type { Reading } from '../../../../../domain/reading.ts';
import { shownDecimal } from '../../decoder/decimal-text.ts';
import { otherReading, tareReading, weightReading } from '../../decoder/reading-of.ts';
import { isCountUnit, massUnitOf } from '../../decoder/unit-text.ts';

/**
 * One pattern for the whole family (device reference 1.9): status, then perhaps what is weighed, sign, number and unit,
 * with commas or blanks between them. The fill of an overloaded display (`^^^^`, `____`, `----`) takes the number's place.
 */
const LINE = /^(ST|US|OL|UL|QT)(?:[, ]*(GS|GR|GW|G|NT|NW|N|TR|TW|T|PC|QT))?(?![A-Za-z])[, ]*([+-]?)[ ]*([0-9](?:[0-9.,]*[0-9.])?|\.[0-9]+|[-^_]{2,})?[, ]*([A-Za-z%\u0080-\u00ff]+\.?)?[, ]*$/i;

const HEADER = /(?:ST|US|OL|UL|QT)[, ]/gi;
const LONGEST_HEADER_RUN = 8;

export interface StLineOptions {
  readonly unit: string | null;
  readonly decimal: '.' | ',';
}

/** Where a line with noise or a cut frame in front of it may begin in earnest, the last place first. */
export function headerPositions(text: string): number[] {
  const positions: number[] = [];
  for (const match of text.matchAll(HEADER)) positions.push(match.index);
  return positions.reverse().slice(0, LONGEST_HEADER_RUN);
}

/**
 * Reads one line from its status on; null when the line is not of this family. A line that was not terminated must
 * show a known unit, because a cut number looks like a number.
 */
export function stLineReading(text: string, terminated: boolean, raw: string, options: StLineOptions): Reading | null {
  const match = LINE.exec(text.replace(/\0/g, ' ').trimEnd());
  if (match === null) return null;
  const status = (match[1] ?? '').toUpperCase();
  const kind = (match[2] ?? '').toUpperCase();
  const sign = match[3] ?? '';
  const shown = match[4] ?? '';
  const sentUnit = match[5] ?? '';
  const net = kind.startsWith('N') ? true : kind.startsWith('G') ? false : null;
  const known = { unit: massUnitOf(sentUnit) ?? (sentUnit === '' ? null : sentUnit), net };
  if (status === 'UL' || shown.startsWith('_')) return otherReading('underload', raw, known);
  if (status === 'OL' || shown.startsWith('^')) return otherReading(sign === '-' ? 'underload' : 'overload', raw, known);
  if (status === 'QT' || kind === 'QT' || kind === 'PC' || isCountUnit(sentUnit)) return otherReading('not_weight', raw, known);
  if (!terminated && massUnitOf(sentUnit) === null) return otherReading('incomplete', raw);
  const stable = status === 'ST';
  if (shown === '' || shown.startsWith('-')) return stable ? otherReading('bad_frame', raw) : otherReading('unstable', raw, { ...known, stable: false });
  const value = shownDecimal(sign + shown, options.decimal);
  if (value === null) return otherReading('bad_frame', raw);
  const unit = sentUnit === '' ? options.unit : sentUnit;
  if (kind.startsWith('T')) return tareReading(value, unit, raw);
  return weightReading({ value, unit, stable, net, tare: null, raw });
}
