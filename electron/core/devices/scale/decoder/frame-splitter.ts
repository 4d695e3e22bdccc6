import type { Reading } from '../../../../domain/reading.ts';
import { ByteWindow } from './byte-window.ts';
import type { Decoder } from './decoder.ts';
import type { FoundFrame, FrameRule, FrameView } from './frame-rule.ts';
import { otherReading } from './reading-of.ts';

/** Noise is reported in blocks of this many bytes at most. */
const NOISE_BLOCK = 128;

/**
 * Finds frames of a start byte and a known length in a stream with noise, lost and doubled bytes. What fails costs one
 * byte, never the buffer, so a good frame behind or inside a bad one is found. The buffer never grows.
 */
export class FrameSplitter implements Decoder {
  readonly #rule: FrameRule;
  readonly #window: ByteWindow;
  /** One where the byte may begin a frame. */
  readonly #starts = new Uint8Array(256);
  readonly #silent: readonly number[];
  #cursor = 0;
  /** First dropped byte that no reading has shown yet. */
  #noiseFrom = 0;
  /** Bytes before this index belong to a reading already given. */
  #coveredTo = 0;
  /** Index behind the last good frame. */
  #frameEnd = 0;

  constructor(rule: FrameRule, stripParity: boolean) {
    this.#rule = rule;
    this.#window = new ByteWindow(stripParity);
    this.#silent = rule.silent ?? [];
    for (const byte of typeof rule.startByte === 'number' ? [rule.startByte] : rule.startByte) this.#starts[byte] = 1;
  }

  push(chunk: Uint8Array): Reading[] {
    const readings: Reading[] = [];
    for (let from = 0; from < chunk.length;) {
      this.#forgetSeen();
      from += this.#window.append(chunk, from);
      this.#search(readings, false);
    }
    return readings;
  }

  end(): Reading[] {
    const readings: Reading[] = [];
    this.#search(readings, true);
    this.#reportNoise(readings);
    this.#forgetSeen();
    this.#frameEnd = 0;
    return readings;
  }

  #search(readings: Reading[], atEnd: boolean): void {
    const { bytes, filled } = this.#window;
    const view: FrameView = { bytes, filled, atEnd, hex: (from, to) => this.#window.hex(from, to), text: (from, to) => this.#window.text(from, to) };
    while (this.#cursor < filled) {
      if (!this.#mayStart(bytes[this.#cursor])) {
        this.#drop(readings, this.#nextStart(filled));
        continue;
      }
      const verdict = this.#rule.examine(view, this.#cursor, this.#cursor === this.#frameEnd);
      if (verdict === 'drop') this.#drop(readings, this.#cursor + 1);
      else if (verdict !== 'wait') this.#accept(readings, verdict);
      else if (atEnd) this.#giveUp(readings, filled);
      else return;
    }
  }

  #nextStart(filled: number): number {
    const { bytes } = this.#window;
    let index = this.#cursor + 1;
    while (index < filled && !this.#mayStart(bytes[index])) index += 1;
    return index;
  }

  #mayStart(byte: number | undefined): boolean {
    return this.#starts[byte ?? 0] === 1;
  }

  #accept(readings: Reading[], found: FoundFrame): void {
    this.#reportNoise(readings);
    readings.push(found.reading);
    const frameEnd = this.#cursor + found.length;
    this.#coveredTo = Math.max(this.#coveredTo, frameEnd + (found.trailing ?? 0));
    this.#cursor = found.sound ? frameEnd : this.#cursor + 1;
    if (found.sound) this.#frameEnd = frameEnd;
    this.#noiseFrom = this.#cursor;
  }

  /** The stream ended inside a frame; a whole frame may still lie within its bytes. */
  #giveUp(readings: Reading[], filled: number): void {
    if (this.#cursor >= this.#coveredTo) {
      this.#reportNoise(readings);
      readings.push(otherReading('incomplete', this.#window.hex(this.#cursor, filled)));
      this.#coveredTo = filled;
    }
    this.#drop(readings, this.#cursor + 1);
  }

  #drop(readings: Reading[], to: number): void {
    this.#cursor = to;
    this.#skipCovered();
    while (this.#cursor - this.#noiseFrom >= NOISE_BLOCK) {
      readings.push(otherReading('garbage', this.#window.hex(this.#noiseFrom, this.#noiseFrom + NOISE_BLOCK)));
      this.#noiseFrom += NOISE_BLOCK;
      this.#skipSilent();
    }
  }

  #reportNoise(readings: Reading[]): void {
    this.#skipCovered();
    if (this.#noiseFrom < this.#cursor) readings.push(otherReading('garbage', this.#window.hex(this.#noiseFrom, this.#cursor)));
    this.#noiseFrom = this.#cursor;
  }

  #skipCovered(): void {
    this.#noiseFrom = Math.max(this.#noiseFrom, Math.min(this.#coveredTo, this.#cursor));
    this.#skipSilent();
  }

  /** Noise begins with the first byte that is not silent. */
  #skipSilent(): void {
    if (this.#silent.length === 0) return;
    while (this.#noiseFrom < this.#cursor && this.#silent.includes(this.#window.bytes[this.#noiseFrom] ?? 0)) this.#noiseFrom += 1;
  }

  #forgetSeen(): void {
    if (this.#noiseFrom === 0) return;
    this.#window.forget(this.#noiseFrom);
    this.#cursor -= this.#noiseFrom;
    this.#coveredTo = Math.max(0, this.#coveredTo - this.#noiseFrom);
    this.#frameEnd -= this.#noiseFrom;
    this.#noiseFrom = 0;
  }
}
