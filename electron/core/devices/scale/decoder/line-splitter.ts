import type { Reading } from '../../../../domain/reading.ts';
import type { Decoder } from './decoder.ts';
import { hexText } from './hex.ts';
import { otherReading } from './reading-of.ts';

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
/** No protocol sends longer lines; what is longer is noise. */
const LONGEST_LINE = 128;

/** One line without its terminator. */
export interface Line {
  /** One character a byte; with stripped parity without the top bit. */
  readonly text: string;
  /** False at the end of the stream: the line may be cut. */
  readonly terminated: boolean;
  /** Hexadecimal of a part of the line as it came. */
  hex(from?: number, to?: number): string;
}

/** Reads one line, which is never empty. */
export type LineRule = (line: Line) => Reading[];

/**
 * Cuts a stream into lines ended by CR, LF or both. Empty lines are dropped. Of a line beyond the cap nothing is read:
 * its tail would look like a line of its own.
 */
export class LineSplitter implements Decoder {
  readonly #rule: LineRule;
  readonly #mask: number;
  readonly #buffer = Buffer.alloc(LONGEST_LINE);
  /** The same bytes without the top bit; the bytes themselves where parity is not stripped. */
  readonly #plain: Buffer;
  #length = 0;
  #overlong = false;

  constructor(rule: LineRule, stripParity: boolean) {
    this.#rule = rule;
    this.#mask = stripParity ? 0x7f : 0xff;
    this.#plain = stripParity ? Buffer.alloc(LONGEST_LINE) : this.#buffer;
  }

  push(chunk: Uint8Array): Reading[] {
    const readings: Reading[] = [];
    for (const byte of chunk) {
      const plain = byte & this.#mask;
      if (plain === CARRIAGE_RETURN || plain === LINE_FEED) this.#finish(readings, true);
      else this.#keep(readings, byte);
    }
    return readings;
  }

  end(): Reading[] {
    const readings: Reading[] = [];
    this.#finish(readings, false);
    return readings;
  }

  #keep(readings: Reading[], byte: number): void {
    if (this.#length === LONGEST_LINE) {
      readings.push(otherReading('garbage', hexText(this.#buffer)));
      this.#length = 0;
      this.#overlong = true;
    }
    this.#buffer[this.#length] = byte;
    this.#plain[this.#length] = byte & this.#mask;
    this.#length += 1;
  }

  #finish(readings: Reading[], terminated: boolean): void {
    if (this.#length > 0) {
      if (this.#overlong) readings.push(otherReading('garbage', hexText(this.#buffer, 0, this.#length)));
      else for (const reading of this.#rule(this.#line(terminated))) readings.push(reading);
    }
    this.#length = 0;
    this.#overlong = false;
  }

  #line(terminated: boolean): Line {
    const bytes = this.#buffer;
    const length = this.#length;
    return { text: this.#plain.toString('latin1', 0, length), terminated, hex: (from = 0, to = length) => hexText(bytes, from, Math.min(to, length)) };
  }
}
