import { uptime } from 'node:os';
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

/**
 * The same clock for the watch over jumps: its monotonic time counts sleep, which the process's own does not on every system,
 * and a night asleep is no jump. Coarser and dearer, so not for the age of a reading. macOS derives its figure from the very
 * clock that is doubted; there it is the process's own.
 */
export const sleepCountingClock: Clock = process.platform === 'darwin' ? systemClock : {
  now: systemClock.now,
  monotonic: () => Math.floor(uptime() * 1000),
};
