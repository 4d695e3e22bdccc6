import type { Candidate, Way } from '../../../../contract/scale-detection.ts';
import type { Reading } from '../../../../domain/reading.ts';
import type { Decoder } from '../decoder/decoder.ts';
import type { ScaleProtocol } from '../protocols/protocol.ts';
import { isNoise } from '../session/line-quality.ts';

const CHECKS = { 1: 'strong', 2: 'weak', 3: 'shape', 4: 'shape' } as const;

/** What was known of a way of reading when it began to be watched. */
export interface Known {
  readonly share: number;
  readonly frames: number;
  readonly reading: Reading | null;
}

/** A way of reading, and what it shows while the line is listened to on. */
export class WatchedCandidate {
  readonly #protocol: ScaleProtocol;
  readonly #way: Omit<Way, 'protocol'>;
  readonly #decoder: Decoder;
  readonly #share: number;
  #frames: number;
  #reading: Reading | null;

  constructor(protocol: ScaleProtocol, way: Omit<Way, 'protocol'>, known: Known) {
    this.#protocol = protocol;
    this.#way = way;
    this.#decoder = protocol.decoder(way.config);
    this.#share = known.share;
    this.#frames = known.frames;
    this.#reading = known.reading;
  }

  /** Answers with everything that was found in the bytes, sound or not. */
  hear(bytes: Uint8Array): readonly Reading[] {
    const readings = this.#decoder.push(bytes);
    const sound = readings.filter((reading) => !isNoise(reading));
    this.#frames += sound.length;
    this.#reading = sound.at(-1) ?? this.#reading;
    return readings;
  }

  view(): Candidate {
    const { key, equalFrames } = this.#protocol;
    const reading = this.#reading;
    return {
      key: `${key} ${JSON.stringify(this.#way.config)}`, protocol: key, line: this.#way.line, config: this.#way.config, pollMs: this.#way.pollMs, share: this.#share, frames: this.#frames, check: CHECKS[equalFrames],
      status: reading?.status ?? null, value: reading?.value ?? null, unit: reading?.unit ?? null, stable: reading?.stable ?? null, net: reading?.net ?? null,
    };
  }
}
