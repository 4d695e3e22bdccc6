import type { Reading } from '../../../../domain/reading.ts';
import type { Line } from './line-splitter.ts';
import { otherReading } from './reading-of.ts';

const PRINTABLE = /^[\x20-\x7e]*$/;

/**
 * Reads lines of a known length by position. Noise or a cut line may stand in front, so the frame is the last `length`
 * characters; `read` answers null where they are none.
 */
export function lineTail(line: Line, length: number, read: (text: string, raw: string, behindNoise: boolean) => Reading | null): Reading[] {
  const from = line.text.length - length;
  const reading = from < 0 ? null : read(line.text.slice(from), line.hex(from), from > 0);
  if (reading !== null) return from === 0 ? [reading] : [otherReading('garbage', line.hex(0, from)), reading];
  if (!PRINTABLE.test(line.text)) return [otherReading('garbage', line.hex())];
  return [otherReading(line.terminated ? 'bad_frame' : 'incomplete', line.hex())];
}
