import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading, ReadingStatus } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import { strangeLine } from '../../decoder/line-head.ts';
import type { Line } from '../../decoder/line-splitter.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { otherReading, tareReading, unitReading, weightReading } from '../../decoder/reading-of.ts';

/** What is shown (in the long form), sign, blank, eight of value, blank, three of unit. */
const FRAME = /^(?:(.{6}))?([+\- ]) (.{8}) (.{3})$/;
const SHORT = 14;
const LONG = 20;
const GROSS = /^G#? *$/;
const SPECIALS: ReadonlyArray<readonly [RegExp, ReadingStatus]> = [[/High/, 'overload'], [/Low/, 'underload'], [/Cal/, 'busy'], [/Err/, 'error'], [/--/, 'not_ready']];

/**
 * Sartorius SBI print lines of 16 and of 22 characters, read by position (device reference 1.11). A blank unit means that the
 * weight is not stable; brackets mark a digit that is not verified and belong to the number. No check.
 */
export function sartoriusSbiDecoder(config: DecoderConfig): Decoder {
  const siteUnit = config.unit ?? null;
  return new LineSplitter((line) => [lineReading(line, siteUnit)], config.strip_parity === true);
}

function lineReading(line: Line, siteUnit: string | null): Reading {
  const raw = line.hex();
  const { length } = line.text;
  const match = length === SHORT || length === LONG ? FRAME.exec(line.text) : null;
  const special = SPECIALS.find(([pattern]) => pattern.test(line.text));
  if (special !== undefined && (line.terminated || match !== null)) return otherReading(special[1], raw);
  if (match === null) return strangeLine(line);
  const [, shows = '', sign = '', field = '', unitField = ''] = match;
  const value = fieldDecimal(`${sign}${field.replaceAll(/[[\]]/g, '')}`);
  if (value === null) return otherReading('bad_frame', raw);
  return valueReading(shows.trim(), value, unitField.trim(), siteUnit, raw);
}

function valueReading(shows: string, value: string, unit: string, siteUnit: string | null, raw: string): Reading {
  if (/^T\d?$/.test(shows)) return tareReading(value, unit === '' ? siteUnit : unit, raw);
  if (shows !== '' && shows !== 'N' && !GROSS.test(shows)) return otherReading('not_weight', raw);
  const net = shows === '' ? null : shows === 'N';
  if (unit === '') return weightReading({ value, unit: siteUnit, stable: false, net, tare: null, raw });
  return unitReading({ value, unit, stable: true, net, tare: null, raw });
}
