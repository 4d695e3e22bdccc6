import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { shownDecimal } from '../../decoder/decimal-text.ts';
import { strangeLine } from '../../decoder/line-head.ts';
import type { Line } from '../../decoder/line-splitter.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { otherReading, unitReading, weightReading } from '../../decoder/reading-of.ts';
import { massUnitOf } from '../../decoder/unit-text.ts';
import { LONGEST_SITE_LINE, siteExpression } from './site-expression.ts';

/** One signed number alone on the line, perhaps with its unit. */
const USUAL = /^\s*(?<value>[+-]?\s*(?:\d[\d.,]*|[.,]\d+))\s*(?<unit>[A-Za-z%\u0080-\u00ff]+)?\s*$/;
const ERROR = /^\s*ERR/i;
const MARKS = ['\u0002', '\u0003'] as const;

interface SiteOptions {
  readonly pattern: RegExp | null;
  readonly unit: string | null;
  readonly decimal: '.' | ',';
}

/**
 * Lines of a scale that no other protocol reads. The site's `expression` names the number `value` and may name `unit`,
 * `stable` and `moving` (found or not); without one, one signed number alone on the line is read. STX and ETX are stripped,
 * a line beginning with `ERR` is an error, anything else no frame; an expression that cannot be used reads nothing. No check.
 */
export function genericLineDecoder(config: DecoderConfig): Decoder {
  const site = config.expression === undefined ? { pattern: USUAL } : siteExpression(config.expression);
  const options = { pattern: 'pattern' in site ? site.pattern : null, unit: config.unit ?? null, decimal: config.decimal ?? '.' } as const;
  return new LineSplitter((line) => [lineReading(line, options)], config.strip_parity === true);
}

/** A line as the expression sees it. */
export const withoutMarks = (text: string): string => MARKS.reduce((rest, mark) => rest.replaceAll(mark, ''), text);

function lineReading(line: Line, options: SiteOptions): Reading {
  const text = withoutMarks(line.text);
  if (ERROR.test(text)) return otherReading('error', line.hex());
  const match = text.length > LONGEST_SITE_LINE ? null : options.pattern?.exec(text);
  if (!match) return strangeLine(line);
  const sent = match.groups?.['unit'] ?? '';
  // Without a rule of the site, a number with anything but a unit of mass behind it is no line of a scale.
  if (options.pattern === USUAL && sent !== '' && massUnitOf(sent) === null && line.terminated) return otherReading('bad_frame', line.hex());
  // A cut number looks like a number: at the end of the stream only a line that shows its unit is whole.
  if (!line.terminated && massUnitOf(sent) === null) return otherReading('incomplete', line.hex());
  const value = shownDecimal((match.groups?.['value'] ?? match[1] ?? '').replaceAll(/\s/g, ''), options.decimal);
  if (value === null) return otherReading('bad_frame', line.hex());
  const found = { value, stable: stabilityOf(match.groups), net: null, tare: null, raw: line.hex() };
  return sent === '' ? weightReading({ ...found, unit: options.unit }) : unitReading({ ...found, unit: sent });
}

/** Null where the expression names neither `stable` nor `moving`. */
function stabilityOf(groups: Record<string, string | undefined> | undefined): boolean | null {
  if (groups === undefined) return null;
  if ('moving' in groups && Boolean(groups['moving'])) return false;
  if ('stable' in groups) return Boolean(groups['stable']);
  return 'moving' in groups ? true : null;
}
