import type { ScaleProfile } from '../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../domain/reading.ts';

/** Whether the weight shown now may be taken, by which rule, and the frames that prove it. */
export interface Settled {
  readonly stable: boolean;
  /** Stands in the evidence of a ticket; null while the weight is not settled. */
  readonly rule: string | null;
  readonly frames: readonly string[];
  /** The scale sends once on a key, and its key must be pressed once more before the weight counts. */
  readonly pressAgain: boolean;
}

export const UNSETTLED: Settled = { stable: false, rule: null, frames: [], pressAgain: false };
/** What is asked of a scale that sends once on a key and has no check, or a weak one. */
const EQUAL_PRESSES = 2;
/** Frames kept as the proof of one weight. */
const MOST_FRAMES = 10;

type SettlingRules = Pick<ScaleProfile, 'settle' | 'sendsOnce' | 'ageLimitMs'>;

/**
 * Decides when a weight has settled. A scale that says so is believed, after several equal frames where its check is weak.
 * Where the protocol does not say, so many equal readings over so long a time decide. Anything else between two
 * readings begins the count again.
 *
 * A scale that sends once when its key is pressed cannot repeat by itself. One frame alone proves nothing where the check is weak, so the
 * key is pressed twice within the age limit, and both frames must be equal.
 */
export class Settling {
  readonly #equalFrames: number;
  readonly #profile: SettlingRules;
  #key = '';
  #count = 0;
  #since = 0;
  #last = 0;
  #frames: string[] = [];

  constructor(equalFrames: number, profile: SettlingRules) {
    this.#equalFrames = equalFrames;
    this.#profile = profile;
  }

  /** `at` is the monotonic time of arrival in milliseconds. */
  accept(reading: Reading, at: number): Settled {
    if (reading.status !== 'ok') return this.interrupt();
    const key = `${reading.value ?? ''} ${reading.unit ?? ''} ${String(reading.net)} ${String(reading.stable)} ${reading.tare ?? ''}`;
    const isLate = this.#profile.sendsOnce && at - this.#last > this.#profile.ageLimitMs;
    this.#last = at;
    if (key !== this.#key || isLate) {
      this.#key = key;
      this.#count = 0;
      this.#since = at;
      this.#frames = [];
    }
    this.#count += 1;
    this.#frames.push(reading.raw);
    if (this.#frames.length > MOST_FRAMES) this.#frames.shift();
    const rule = this.#rule(reading.stable, at);
    if (rule === null) return { ...UNSETTLED, pressAgain: this.#profile.sendsOnce && reading.stable !== false };
    return { stable: true, rule, frames: [...this.#frames], pressAgain: false };
  }

  interrupt(): Settled {
    this.#key = '';
    this.#count = 0;
    this.#frames = [];
    return UNSETTLED;
  }

  #pressRule(name: string): string | null {
    if (this.#equalFrames === 1) return name;
    return this.#count >= EQUAL_PRESSES ? `${name}-${EQUAL_PRESSES}` : null;
  }

  #rule(told: boolean | null, at: number): string | null {
    if (told === false) return null;
    if (this.#profile.sendsOnce) return this.#pressRule(told === true ? 'scale-key-press' : 'key-press');
    if (told === true) {
      if (this.#equalFrames === 1) return 'scale';
      return this.#count >= this.#equalFrames ? `scale-repeat-${this.#equalFrames}` : null;
    }
    const { readings, milliseconds } = this.#profile.settle;
    return this.#count >= readings && at - this.#since >= milliseconds ? `repeat-${readings}-${milliseconds}ms` : null;
  }
}
