import type { Reading } from '../../../../domain/reading.ts';

const NOISE: ReadonlySet<Reading['status']> = new Set(['garbage', 'bad_frame', 'bad_checksum', 'incomplete']);
/** Fewer bytes say nothing about the settings. */
const FEWEST_BYTES = 24;
/** Below this share of sound bytes the settings of the line are suspected. */
const LEAST_SOUND_PERCENT = 20;

/** True for what a wrong baud rate, a loose plug or a cut frame gives. */
export function isNoise(reading: Reading): boolean {
  return NOISE.has(reading.status);
}

/** How much of what came lately belongs to sound frames. */
export class LineQuality {
  readonly #windowMs: number;
  #began = 0;
  #received = 0;
  #sound = 0;
  #suspect = false;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  restart(at: number): void {
    this.#began = at;
    this.#received = 0;
    this.#sound = 0;
    this.#suspect = false;
  }

  received(bytes: number): void {
    this.#received += bytes;
  }

  decoded(reading: Reading): void {
    if (!isNoise(reading)) this.#sound += (reading.raw.length + 1) / 3;
  }

  /** Whether the bytes of the last full window were mostly noise. */
  isSuspect(at: number): boolean {
    if (at - this.#began >= this.#windowMs) {
      this.#suspect = this.#received >= FEWEST_BYTES && this.#sound * 100 < this.#received * LEAST_SOUND_PERCENT;
      this.#began = at;
      this.#received = 0;
      this.#sound = 0;
    }
    return this.#suspect;
  }
}
