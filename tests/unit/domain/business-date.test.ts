import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDate, daysBetween, isBusinessDate, startOfDay, tenDayPeriod, weekday } from '../../../electron/domain/business-date.ts';
import { expectRefusal } from './refusals.ts';

const moment = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2200, 0, 1) });

describe('the business date', () => {
  it('is that of Asia/Shanghai whatever zone the computer has', () => {
    const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    fc.assert(fc.property(moment, (at) => { expect(businessDate(at)).toBe(shanghai.format(at)); }));
  });

  it('changes at midnight in Shanghai, eight hours before midnight UTC', () => {
    expect(businessDate(Date.UTC(2026, 10, 22, 15, 59, 59, 999))).toBe('2026-11-22');
    expect(businessDate(Date.UTC(2026, 10, 22, 16))).toBe('2026-11-23');
    expect(startOfDay('2026-11-23')).toBe(Date.UTC(2026, 10, 22, 16));
  });

  it('begins at the start of its day and ends before the next', () => {
    fc.assert(fc.property(moment, (at) => {
      const date = businessDate(at);
      expect(startOfDay(date)).toBeLessThanOrEqual(at);
      expect(startOfDay(addDays(date, 1))).toBeGreaterThan(at);
      expect(daysBetween(date, addDays(date, 400))).toBe(400);
    }));
  });

  it('knows the calendar', () => {
    expect(['2028-02-29', '2026-12-31'].every(isBusinessDate)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '20261122', '', '0026-01-01'].some(isBusinessDate)).toBe(false);
    expectRefusal(() => startOfDay('2026-02-30'), 'date_invalid', 'date');
    expectRefusal(() => businessDate(Number.MAX_SAFE_INTEGER), 'out_of_range', 'at');
  });

  it('names the weekday from Monday 1 to Sunday 7', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(weekday)).toEqual([7, 1, 6]);
  });
});

describe('the ten-day period 旬', () => {
  it('parts each month into 1 to 10, 11 to 20 and the rest', () => {
    expect(tenDayPeriod('2026-11-10')).toMatchObject({ part: 1, from: '2026-11-01', to: '2026-11-10', key: '2026-11-1' });
    expect(tenDayPeriod('2026-11-11')).toMatchObject({ part: 2, from: '2026-11-11', to: '2026-11-20' });
    expect(tenDayPeriod('2028-02-21')).toMatchObject({ year: 2028, month: 2, part: 3, to: '2028-02-29' });
  });

  it('covers every day once, without a gap', () => {
    fc.assert(fc.property(moment, (at) => {
      const date = businessDate(at);
      const { from, to } = tenDayPeriod(date);
      expect(from <= date && date <= to).toBe(true);
      expect(tenDayPeriod(addDays(to, 1)).from).toBe(addDays(to, 1));
    }));
  });
});
