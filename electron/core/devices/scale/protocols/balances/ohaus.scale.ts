import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../../domain/reading.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import { fieldDecimal } from '../../decoder/decimal-text.ts';
import { strangeLine } from '../../decoder/line-head.ts';
import type { Line } from '../../decoder/line-splitter.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { otherReading, tareReading, unitReading } from '../../decoder/reading-of.ts';

/** Sign, weight, unit, `?` while it moves, what is shown. Widths differ between models; one blank at least parts weight and unit. */
const WEIGHT = /^( *[+-]? *\d*\.?\d+) +([A-Za-z%]+) *(\?)? *(\?)?(G|B|NET|N|T|PT)? *$/;
const OVER = /^ *[+-]? *(?:\^+|OL|O\.L\.?|OVER(?:LOAD)?) *$/i;
const UNDER = /^ *-? *(?:_+|UL|UNDER(?:LOAD)?) *$/i;
const ERROR = /^ *(?:ES|ERR)/i;

/**
 * Lines of Ohaus scales: `   7.860 kg    G`, with `?` behind the unit while the weight moves (device reference 1.10). What
 * is shown stands last: `G` gross, `N` or `NET` net, `T` or `PT` the tare. No check, so a line counts only whole.
 */
export function ohausDecoder(config: DecoderConfig): Decoder {
  return new LineSplitter((line) => [lineReading(line)], config.strip_parity === true);
}

function lineReading(line: Line): Reading {
  const match = WEIGHT.exec(line.text);
  if (match === null) return withoutWeight(line);
  const [, field = '', unit = '', first, second, legend = ''] = match;
  const value = fieldDecimal(field);
  const raw = line.hex();
  // What says that the weight moves stands behind the unit: at the end of the stream only a line with its legend shows that it is not missing.
  if (!line.terminated && legend === '') return otherReading('incomplete', raw);
  if (value === null) return otherReading('bad_frame', raw);
  if (legend.endsWith('T') && legend !== 'NET') return tareReading(value, unit, raw);
  const net = legend === '' ? null : legend.startsWith('N');
  return unitReading({ value, unit, stable: first === undefined && second === undefined, net, tare: null, raw });
}

function withoutWeight(line: Line): Reading {
  if (!line.terminated) return strangeLine(line);
  if (OVER.test(line.text)) return otherReading('overload', line.hex());
  if (UNDER.test(line.text)) return otherReading('underload', line.hex());
  return ERROR.test(line.text) ? otherReading('error', line.hex()) : strangeLine(line);
}
