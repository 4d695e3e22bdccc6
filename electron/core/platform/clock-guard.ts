import type { ClockVerdict } from '../../domain/clock-rule.ts';
import { judgeClock, stopsNumbering } from '../../domain/clock-rule.ts';
import type { Clock } from './clock.ts';

/**
 * Watches the computer's clock against the last event and the monotonic clock (rule: domain/clock-rule.ts).
 * Once it has found a fault it stays stopped until a person confirms; looking away does not heal a clock.
 */
export interface ClockGuard {
  /** What is wrong now; `ok` when numbers may be given. */
  finding(): ClockVerdict;
  /** The word written into each event: `doubtful` while the clock is stopped or its date waits to be confirmed, `corrected` after a person has confirmed it in this run. */
  quality(): 'ok' | 'doubtful' | 'corrected';
  /** Called after each committed event. */
  noteEvent(at: number): void;
  /** A second person has confirmed the time; numbering goes on from here. */
  confirm(): void;
  lastEventAt(): number | null;
}

export function createClockGuard(clock: Clock, lastEventAtStart: number | null): ClockGuard {
  let lastEventAt = lastEventAtStart;
  let seen: { now: number; monotonic: number } | null = null;
  let stopped: ClockVerdict = 'ok';
  let confirmed = false;
  let behindAllowed: number | null = null;

  const look = (): ClockVerdict => {
    const now = clock.now();
    const monotonic = clock.monotonic();
    const verdict = judgeClock({
      lastEventAt: behindAllowed === null ? lastEventAt : Math.min(lastEventAt ?? behindAllowed, behindAllowed),
      now,
      lastSeenAt: seen?.now ?? null,
      monotonicDeltaMs: seen === null ? 0 : monotonic - seen.monotonic,
    });
    seen = { now, monotonic };
    if (stopsNumbering(verdict) || (verdict === 'rested_confirm' && stopped === 'ok')) stopped = verdict;
    return stopped;
  };

  look();
  return {
    finding: look,
    quality() {
      if (stopped !== 'ok') return 'doubtful';
      return confirmed ? 'corrected' : 'ok';
    },
    noteEvent(at) {
      // Looked at first: a long rest that ends with this very event would be forgotten.
      look();
      // A moment nobody believes is no measure for later ones.
      if (stopped !== 'ok') return;
      lastEventAt = Math.max(lastEventAt ?? at, at);
      if (behindAllowed !== null) behindAllowed = Math.max(behindAllowed, at);
    },
    confirm() {
      confirmed = confirmed || stopsNumbering(stopped);
      stopped = 'ok';
      const now = clock.now();
      if (lastEventAt !== null && now < lastEventAt) behindAllowed = now;
      else if (lastEventAt !== null) lastEventAt = now;
      seen = { now, monotonic: clock.monotonic() };
    },
    lastEventAt: () => lastEventAt,
  };
}
