import { performance } from 'node:perf_hooks';

/** Where the program learns the time from. Tests hand in their own. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC, whole. */
  now(): number;
  /** Milliseconds that never run backwards; its zero means nothing. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => Math.floor(performance.now()),
};
