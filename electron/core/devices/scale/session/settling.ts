import type { ScaleProfile } from '../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../domain/reading.ts';

/** Whether the weight shown now may be taken, by which rule, and the frames that prove it. */
export interface Settled {
  readonly stable: boolean;
  /** Stands in the evidence of a ticket; null while the weight is not settled. */
  readonly rule: string | null;
  readonly frames: readonly string[];
}

const UNSETTLED: Settled = { stable: false, rule: null, frames: [] };
/** Frames kept as the proof of one weight. */
const MOST_FRAMES = 10;

/**
 * Decides when a weight has settled. A scale that says so is believed, after several equal frames where its check is weak.
 * Where the protocol does not say, so many equal readings over so long a time decide. Anything else between two
 * readings begins the count again.
 */
export class Settling {
  readonly #equalFrames: number;
  readonly #profile: Pick<ScaleProfile, 'settle' | 'sendsOnce'>;
  #key = '';
  #count = 0;
  #since = 0;
  #frames: string[] = [];

  constructor(equalFrames: number, profile: Pick<ScaleProfile, 'settle' | 'sendsOnce'>) {
    this.#equalFrames = equalFrames;
    this.#profile = profile;
  }

  /** `at` is the monotonic time of arrival in milliseconds. */
  accept(reading: Reading, at: number): Settled {
    if (reading.status !== 'ok') return this.interrupt();
    const key = `${reading.value ?? ''} ${reading.unit ?? ''} ${String(reading.net)} ${String(reading.stable)} ${reading.tare ?? ''}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#count = 0;
      this.#since = at;
      this.#frames = [];
    }
    this.#count += 1;
    this.#frames.push(reading.raw);
    if (this.#frames.length > MOST_FRAMES) this.#frames.shift();
    const rule = this.#rule(reading.stable, at);
    return rule === null ? UNSETTLED : { stable: true, rule, frames: [...this.#frames] };
  }

  interrupt(): Settled {
    this.#key = '';
    this.#count = 0;
    this.#frames = [];
    return UNSETTLED;
  }

  #rule(told: boolean | null, at: number): string | null {
    if (told === false) return null;
    if (this.#profile.sendsOnce) return told === true ? 'scale-key-press' : 'key-press';
    if (told === true) {
      if (this.#equalFrames === 1) return 'scale';
      return this.#count >= this.#equalFrames ? `scale-repeat-${this.#equalFrames}` : null;
    }
    const { readings, milliseconds } = this.#profile.settle;
    return this.#count >= readings && at - this.#since >= milliseconds ? `repeat-${readings}-${milliseconds}ms` : null;
  }
}
