import { uptime } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createClockGuard } from '../../../electron/core/platform/clock-guard.ts';
import { sleepCountingClock, systemClock } from '../../../electron/core/platform/clock.ts';
import { daysUntilFull, diskSpace, diskState } from '../../../electron/core/platform/disk.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = 1_790_000_000_000;

/** A clock on the wall and one that nobody can set. */
function twoClocks(): { clock: { now(): number; monotonic(): number }; pass(ms: number): void; set(ms: number): void } {
  let wall = start;
  let elapsed = 5_000;
  return {
    clock: { now: () => wall, monotonic: () => elapsed },
    pass: (ms) => {
      wall += ms;
      elapsed += ms;
    },
    set: (ms) => {
      wall += ms;
    },
  };
}

describe('the watch over the clock', () => {
  it('an ordinary day raises no question', () => {
    const { clock, pass } = twoClocks();
    const guard = createClockGuard(clock, start - 12 * hour);
    for (let count = 0; count < 10; count += 1) {
      pass(hour);
      guard.noteEvent(clock.now());
      expect(guard.finding()).toBe('ok');
    }
    expect(guard.quality()).toBe('ok');
  });

  it('a clock set forward or back by more than an hour while the program runs stops numbering until confirmed', () => {
    for (const jump of [hour + 60_000, -hour - 60_000]) {
      const { clock, pass, set } = twoClocks();
      const guard = createClockGuard(clock, start - 12 * hour);
      guard.finding();
      pass(10 * 60_000);
      set(jump);
      expect(guard.finding()).toBe('jumped');
      guard.confirm();
      expect(guard.finding()).toBe('ok');
      expect(guard.quality()).toBe('corrected');
    }
  });

  it('a small correction by the network is no jump', () => {
    const { clock, set } = twoClocks();
    const guard = createClockGuard(clock, start - 12 * hour);
    guard.finding();
    set(5 * 60_000);
    expect(guard.finding()).toBe('ok');
  });

  it('a clock behind the last event stops numbering, and a confirmed one goes on', () => {
    const { clock, pass } = twoClocks();
    const guard = createClockGuard(clock, start + day);
    expect(guard.finding()).toBe('behind');
    guard.confirm();
    pass(60_000);
    guard.noteEvent(clock.now());
    expect(guard.finding()).toBe('ok');
  });

  it('after a rest of a day somebody must look at the date, even when events were written meanwhile; after 45 days two must', () => {
    const { clock, pass } = twoClocks();
    const rested = createClockGuard(clock, start - 2 * day);
    rested.noteEvent(clock.now());
    pass(60_000);
    expect(rested.finding()).toBe('rested_confirm');
    rested.confirm();
    expect(rested.finding()).toBe('ok');
    expect(rested.quality()).toBe('ok');
    expect(createClockGuard(twoClocks().clock, start - 46 * day).finding()).toBe('far_future');
    expect(createClockGuard(twoClocks().clock, null).finding()).toBe('ok');
  });

  it('the clock given to the watch counts a night asleep as passed time', () => {
    expect(Math.abs(sleepCountingClock.now() - systemClock.now())).toBeLessThan(1_000);
    if (process.platform !== 'darwin') expect(Math.abs(sleepCountingClock.monotonic() - uptime() * 1000)).toBeLessThan(1_000);
  });
});

describe('room on the disk', () => {
  it('is asked of the system', async () => {
    const space = await diskSpace('.');
    expect(space.freeBytes).toBeGreaterThan(0);
    expect(space.totalBytes).toBeGreaterThanOrEqual(space.freeBytes);
    await expect(diskSpace('/no/such/folder')).rejects.toMatchObject({ code: 'file_unreadable' });
  });

  it('warns in two steps', () => {
    expect([10 * 1024 ** 3, 1024 ** 3, 100 * 1024 ** 2].map(diskState)).toEqual(['ample', 'low', 'critical']);
  });

  it('the forecast follows what was used, and says nothing it cannot know', () => {
    const samples = [{ at: start + 10 * day, freeBytes: 9_000 }, { at: start, freeBytes: 10_000 }];
    expect(daysUntilFull(samples)).toBe(90);
    expect(daysUntilFull([{ at: start, freeBytes: 10 }, { at: start + hour, freeBytes: 5 }])).toBeNull();
    expect(daysUntilFull([{ at: start, freeBytes: 10 }, { at: start + day, freeBytes: 20 }])).toBeNull();
    expect(daysUntilFull([])).toBeNull();
  });
});
