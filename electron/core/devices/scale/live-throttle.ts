import type { LiveWeight } from '../../../contract/scale.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Timers } from './session/timers.ts';

/** At most twenty events a second and scale. */
const CHANGE_MS = 50;
/** An unchanged weight is told again so that windows know it is fresh. */
const UNCHANGED_MS = 500;

/** Passes a scale's live weight on: at once when it changed, but never more often than twenty times a second; the last one always arrives. */
export class LiveThrottle {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #emit: (live: LiveWeight) => void;
  #sent: LiveWeight | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;
  #waiting: LiveWeight | null = null;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, timers: Timers, emit: (live: LiveWeight) => void) {
    this.#clock = clock;
    this.#timers = timers;
    this.#emit = emit;
  }

  offer(live: LiveWeight): void {
    const restMs = this.#sentAt + (isSameView(this.#sent, live) ? UNCHANGED_MS : CHANGE_MS) - this.#clock.monotonic();
    if (restMs <= 0) {
      this.#send(live);
      return;
    }
    this.#cancel?.();
    this.#waiting = live;
    this.#cancel = this.#timers.after(restMs, () => {
      if (this.#waiting !== null) this.#send(this.#waiting);
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#waiting = null;
  }

  #send(live: LiveWeight): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#waiting = null;
    this.#sent = live;
    this.#sentAt = this.#clock.monotonic();
    this.#emit(live);
  }
}

function isSameView(one: LiveWeight | null, other: LiveWeight): boolean {
  return one !== null && one.state === other.state && one.status === other.status && one.value === other.value && one.unit === other.unit && one.stable === other.stable && one.net === other.net;
}
