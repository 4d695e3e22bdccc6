import type { Reading } from '../../../../domain/reading.ts';
import type { Line } from './line-splitter.ts';
import { otherReading } from './reading-of.ts';

const PRINTABLE = /^[\x20-\x7e]*$/;
const MOST_HEADS = 8;

/**
 * Reads lines that begin with a known head. Noise or a cut line may stand in front, so the line is tried whole, then from
 * its last head on; `read` answers null where no frame begins.
 */
export function lineHead(line: Line, head: RegExp, read: (text: string, raw: string) => Reading | null): Reading[] {
  const whole = read(line.text, line.hex());
  if (whole !== null) return [whole];
  for (const { index } of [...line.text.matchAll(head)].reverse().slice(0, MOST_HEADS)) {
    const reading = index === 0 ? null : read(line.text.slice(index), line.hex(index));
    if (reading !== null) return [otherReading('garbage', line.hex(0, index)), reading];
  }
  return [strangeLine(line)];
}

/** A line that is no frame: noise, a frame that was spoilt, or at the end of the stream a part of one. */
export function strangeLine(line: Line): Reading {
  if (!PRINTABLE.test(line.text)) return otherReading('garbage', line.hex());
  return otherReading(line.terminated ? 'bad_frame' : 'incomplete', line.hex());
}
