import type { Reading } from '../../../../../domain/reading.ts';
import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import type { Decoder } from '../../decoder/decoder.ts';
import type { Line } from '../../decoder/line-splitter.ts';
import { LineSplitter } from '../../decoder/line-splitter.ts';
import { otherReading } from '../../decoder/reading-of.ts';
import type { StLineOptions } from './st-line.ts';
import { headerPositions, stLineReading } from './st-line.ts';

const PRINTABLE = /^[\x20-\x7e]*$/;

/** `ST,GS,+00007.86kg` text lines of many makers, in all their spellings (device reference 1.9). No check of any kind. */
export function stGsDecoder(config: DecoderConfig): Decoder {
  const options: StLineOptions = { unit: config.unit ?? null, decimal: config.decimal ?? '.' };
  return new LineSplitter((line) => readLine(line, options), config.strip_parity === true);
}

function readLine(line: Line, options: StLineOptions): Reading[] {
  const whole = stLineReading(line.text, line.terminated, line.hex(), options);
  if (whole !== null) return [whole];
  // Noise or a cut frame may stand in front of a good one: what counts is the line from its last status on.
  for (const from of headerPositions(line.text)) {
    const reading = from === 0 ? null : stLineReading(line.text.slice(from), line.terminated, line.hex(from), options);
    if (reading !== null) return [otherReading('garbage', line.hex(0, from)), reading];
  }
  if (!PRINTABLE.test(line.text)) return [otherReading('garbage', line.hex())];
  return [otherReading(line.terminated ? 'bad_frame' : 'incomplete', line.hex())];
}
