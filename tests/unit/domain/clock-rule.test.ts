import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockFacts } from '../../../electron/domain/clock-rule.ts';
import { LARGEST_JUMP_MS, LONGEST_REST_MS, REST_FROM_MS, judgeClock, stopsNumbering } from '../../../electron/domain/clock-rule.ts';

const now = Date.UTC(2026, 10, 22, 3);
const calm: ClockFacts = { lastEventAt: now - 60_000, now, lastSeenAt: now - 1_000, monotonicDeltaMs: 1_000 };

describe('the clock', () => {
  it.each<[string, Partial<ClockFacts>, string]>([
    ['runs on as the monotonic clock does', {}, 'ok'],
    ['stands behind the last event', { lastEventAt: now + 1 }, 'behind'],
    ['was set forward by more than an hour', { lastSeenAt: now - LARGEST_JUMP_MS - 1_001 }, 'jumped'],
    ['was set back by more than an hour, yet after the last event', { lastEventAt: now - 60_000, lastSeenAt: now + LARGEST_JUMP_MS }, 'jumped'],
    ['moved by an hour at most', { lastSeenAt: now - LARGEST_JUMP_MS - 1_000 }, 'ok'],
    ['slept while the monotonic clock slept not', { lastSeenAt: now - 8 * LARGEST_JUMP_MS, monotonicDeltaMs: 8 * LARGEST_JUMP_MS }, 'ok'],
    ['rested a day', { lastEventAt: now - REST_FROM_MS }, 'rested_confirm'],
    ['rested just under a day', { lastEventAt: now - REST_FROM_MS + 1 }, 'ok'],
    ['rested 45 days', { lastEventAt: now - LONGEST_REST_MS, lastSeenAt: null }, 'rested_confirm'],
    ['is more than 45 days past the last event', { lastEventAt: now - LONGEST_REST_MS - 1, lastSeenAt: null }, 'far_future'],
    ['belongs to a folder without events', { lastEventAt: null, lastSeenAt: null }, 'ok'],
    ['jumped in a folder without events', { lastEventAt: null, lastSeenAt: 0 }, 'jumped'],
  ])('%s', (_, change, verdict) => {
    expect(judgeClock({ ...calm, ...change })).toBe(verdict);
  });

  it('stops numbering whenever time would run backwards on paper', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: LONGEST_REST_MS }), (back) => {
      expect(stopsNumbering(judgeClock({ ...calm, lastEventAt: now + back }))).toBe(true);
    }));
    expect((['ok', 'rested_confirm', 'behind', 'jumped', 'far_future'] as const).map(stopsNumbering)).toEqual([false, false, true, true, true]);
  });
});
