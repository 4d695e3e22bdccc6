import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { NoWeight, TriedLine } from '../../../../../contract/scale-expression.ts';
import { toGrams } from '../../../../../domain/mass.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import { sampleText } from '../../detection/heard-bytes.ts';
import { parseHex } from '../../decoder/hex.ts';
import { massUnitOf } from '../../decoder/unit-text.ts';
import { genericLineDecoder, withoutMarks } from './generic-line.scale.ts';
import { LONGEST_SITE_LINE, siteExpression } from './site-expression.ts';

const LINE_END = Uint8Array.of(0x0d, 0x0a);
/** So many different lines are enough to see whether an expression holds. */
const MOST_LINES = 12;

/**
 * What the expression and options of a site make of lines, given as their bytes, oldest first. Answers the newest first, each different
 * line once with how often it came. An expression that cannot be used must be refused before; here it would read nothing.
 */
export function tryLines(config: DecoderConfig, lines: readonly Uint8Array[]): TriedLine[] {
  const decoder = genericLineDecoder(config);
  const tried = new Map<string, TriedLine>();
  for (const reading of lines.flatMap((line) => [...decoder.push(line), ...decoder.push(LINE_END)]).reverse()) {
    const former = tried.get(reading.raw);
    if (former !== undefined) tried.set(reading.raw, { ...former, times: former.times + 1 });
    else if (tried.size < MOST_LINES) tried.set(reading.raw, triedLine(reading, config));
  }
  return [...tried.values()];
}

function triedLine(reading: Reading, config: DecoderConfig): TriedLine {
  const bytes = parseHex(reading.raw) ?? new Uint8Array();
  const unit = reading.unit === null ? null : massUnitOf(reading.unit);
  const mass = reading.status !== 'ok' || reading.value === null || unit === null ? null : toGrams(reading.value, unit);
  return {
    text: sampleText(bytes), times: 1, value: reading.value, unit: reading.unit, grams: mass?.wholeGrams ?? null, stable: reading.stable,
    why: mass === null ? noWeight(reading, bytes, config) : null,
  };
}

function noWeight(reading: Reading, bytes: Uint8Array, config: DecoderConfig): NoWeight {
  switch (reading.status) {
    case 'ok': return 'no_unit';
    case 'bad_unit': return 'bad_unit';
    case 'not_weight': return 'not_mass';
    case 'error': return 'error';
    case 'garbage': return bytes.length > LONGEST_SITE_LINE ? 'too_long' : 'noise';
    case 'bad_frame': case 'incomplete': case 'overload': case 'underload': case 'unstable': case 'busy': case 'not_ready': case 'bad_checksum': case 'tare': case 'wrong_address':
      return bytes.length > LONGEST_SITE_LINE ? 'too_long' : matches(bytes, config) ? 'no_number' : 'no_match';
  }
}

/** Whether the expression finds its place on the line, though what it takes out is no number. */
function matches(bytes: Uint8Array, config: DecoderConfig): boolean {
  const site = siteExpression(config.expression ?? '');
  return config.expression !== undefined && 'pattern' in site && site.pattern.test(withoutMarks(Buffer.from(bytes).toString('latin1')));
}
