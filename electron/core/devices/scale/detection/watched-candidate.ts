import type { Candidate } from '../../../../contract/scale-detection.ts';
import type { DecoderConfig, LineSettings } from '../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../domain/reading.ts';
import type { Decoder } from '../decoder/decoder.ts';
import { isNoise } from '../session/line-quality.ts';
import type { Fit } from './trial.ts';

const CHECKS = { 1: 'strong', 2: 'weak', 3: 'shape' } as const;

/** A way of reading that fitted, and what it shows while the line is listened to on. */
export class WatchedCandidate {
  readonly #fit: Fit;
  readonly #line: LineSettings | null;
  readonly #config: DecoderConfig;
  readonly #pollMs: number | null;
  readonly #decoder: Decoder;
  #reading: Reading | null;

  constructor(fit: Fit, line: LineSettings | null, asked: { readonly config: DecoderConfig; readonly pollMs: number } | null) {
    this.#fit = fit;
    this.#line = line;
    this.#config = { ...fit.config, ...asked?.config };
    this.#pollMs = asked?.pollMs ?? null;
    this.#decoder = fit.protocol.decoder(this.#config);
    this.#reading = fit.readings.at(-1) ?? null;
  }

  hear(bytes: Uint8Array): void {
    this.#reading = this.#decoder.push(bytes).findLast((reading) => !isNoise(reading)) ?? this.#reading;
  }

  view(): Candidate {
    const { protocol, share, frames } = this.#fit;
    const { key } = protocol;
    return {
      key: `${key} ${JSON.stringify(this.#config)}`, protocol: key, line: this.#line, config: this.#config, pollMs: this.#pollMs, share, frames, check: CHECKS[protocol.equalFrames],
      status: this.#reading?.status ?? null, value: this.#reading?.value ?? null, unit: this.#reading?.unit ?? null, stable: this.#reading?.stable ?? null, net: this.#reading?.net ?? null,
    };
  }
}
