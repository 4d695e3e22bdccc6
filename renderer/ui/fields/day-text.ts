import { isBusinessDate, type BusinessDate } from '../../../electron/domain/business-date.ts';

const shaped = (year: string, month: string, day: string): BusinessDate | null => {
  const text = `${year}-${month}-${day}`;
  return isBusinessDate(text) ? text : null;
};

/** The last time this month and day came round, today included; a 29 February goes back to the last leap year. */
function lastOf(month: string, day: string, today: BusinessDate): BusinessDate | null {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: 8 }, (_, back) => shaped(String(year - back), month, day)).find((date) => date !== null && date <= today) ?? null;
}

/**
 * What has been typed of a day, so that digits on a numpad suffice: `1125` becomes the last 25 November up to today, `20251125` and
 * `2025-11-25` that very day. Anything unfinished or impossible stays as it was typed. No eight digits begin with a month and a day, so that
 * four are never taken for half of a year.
 */
export function dayAsTyped(raw: string, today: BusinessDate): string {
  const text = raw.normalize('NFKC').trim();
  const [, year, month, day] = /^(\d{4})[-./]?(\d{2})[-./]?(\d{2})$/u.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return shaped(year, month, day) ?? raw;
  const [, shortMonth, shortDay] = /^(\d{2})[-./]?(\d{2})$/u.exec(text) ?? [];
  return shortMonth === undefined || shortDay === undefined ? raw : lastOf(shortMonth, shortDay, today) ?? raw;
}
