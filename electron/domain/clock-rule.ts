const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** A clock that moves more than this against the monotonic clock was set by somebody. */
export const LARGEST_JUMP_MS = HOUR_MS;
/** From this long after the last event the first person to sign in confirms date and weekday. */
export const REST_FROM_MS = DAY_MS;
/** Beyond this the clock is not believed at all. */
export const LONGEST_REST_MS = 45 * DAY_MS;

/** What is known about time at this moment; UTC epoch ms. */
export interface ClockFacts {
  /** Time of the last event of this device; null for a new folder. */
  readonly lastEventAt: number | null;
  readonly now: number;
  /** Computer time when the clock was last looked at in this run; null at the start of the program. */
  readonly lastSeenAt: number | null;
  /** Milliseconds the monotonic clock moved since then. */
  readonly monotonicDeltaMs: number;
}

/** `behind`, `jumped` and `far_future` stop numbering until a second person confirms; `rested_confirm` asks at the next sign-in. */
export type ClockVerdict = 'ok' | 'behind' | 'jumped' | 'far_future' | 'rested_confirm';

/** Judges the computer's clock against the last event and the monotonic clock. Takes any numbers; refuses nothing. */
export function judgeClock(facts: ClockFacts): ClockVerdict {
  const { lastEventAt, now, lastSeenAt, monotonicDeltaMs } = facts;
  if (lastEventAt !== null && now < lastEventAt) return 'behind';
  if (lastSeenAt !== null && Math.abs(now - lastSeenAt - monotonicDeltaMs) > LARGEST_JUMP_MS) return 'jumped';
  if (lastEventAt === null) return 'ok';
  const restMs = now - lastEventAt;
  if (restMs > LONGEST_REST_MS) return 'far_future';
  return restMs >= REST_FROM_MS ? 'rested_confirm' : 'ok';
}

/** True when the verdict stops the numbering of documents. */
export function stopsNumbering(verdict: ClockVerdict): boolean {
  return verdict === 'behind' || verdict === 'jumped' || verdict === 'far_future';
}
