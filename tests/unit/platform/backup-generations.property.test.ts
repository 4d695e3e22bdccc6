import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToKeep, standardGenerations } from '../../../electron/core/platform/backup-generations.ts';
import { businessDate } from '../../../electron/domain/business-date.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 1);
const times = fc.array(fc.integer({ min: 0, max: 800 * 24 }).map((hours) => ({ at: start + hours * hour })), { maxLength: 120 });

describe('generations of backups', () => {
  it('nothing is lost from view: every backup is either kept or dropped, and the newest is always kept', () => {
    fc.assert(fc.property(times, (backups) => {
      const { keep, drop } = backupsToKeep(backups);
      expect(keep.length + drop.length).toBe(backups.length);
      expect(keep.length).toBeLessThanOrEqual(7 + 4 + 12);
      if (backups.length > 0) expect(keep[0]?.at).toBe(Math.max(...backups.map(({ at }) => at)));
    }));
  });

  it('the newest of each of the last seven days with a backup is kept', () => {
    fc.assert(fc.property(times, (backups) => {
      const kept = new Set(backupsToKeep(backups).keep.map(({ at }) => at));
      const newestOfDay = new Map<string, number>();
      for (const { at } of backups) newestOfDay.set(businessDate(at), Math.max(at, newestOfDay.get(businessDate(at)) ?? 0));
      const lastSeven = [...newestOfDay.values()].sort((one, other) => other - one).slice(0, standardGenerations.days);
      for (const at of lastSeven) expect(kept).toContain(at);
    }));
  });

  it('thinning twice is the same as thinning once', () => {
    fc.assert(fc.property(times, (backups) => {
      const { keep } = backupsToKeep(backups);
      expect(backupsToKeep(keep).drop).toEqual([]);
    }));
  });

  it('two years of daily backups thin out to a week of days, a month of weeks and a year of months', () => {
    const daily = Array.from({ length: 730 }, (_, index) => ({ at: start + index * day }));
    const { keep } = backupsToKeep(daily);
    const ages = keep.map(({ at }) => (start + 729 * day - at) / day);
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(keep.length).toBeGreaterThan(17);
    expect(Math.max(...ages)).toBeGreaterThan(330);
  });

  it('the day is the business day: an evening backup after 16:00 UTC belongs to the next day', () => {
    const { keep } = backupsToKeep([{ at: Date.UTC(2026, 5, 1, 15, 59) }, { at: Date.UTC(2026, 5, 1, 16, 1) }], { days: 2, weeks: 0, months: 0 });
    expect(keep).toHaveLength(2);
  });
});
