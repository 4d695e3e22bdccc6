import { RuleError, safeInteger } from './rule-error.ts';

/** A day of business in Asia/Shanghai as `YYYY-MM-DD`. */
export type BusinessDate = string;

/** China has kept one offset without summer time since 1992, before any document of this product. */
const OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Four-digit years only, or the text would no longer sort as a date. */
const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(9999, 11, 31);

function parseMidnight(date: BusinessDate): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (time < EARLIEST_MS || time > LATEST_MS) return null;
  // Date.UTC rolls 30 February over to March; a date that exists comes back as it was written.
  return new Date(time).toISOString().slice(0, 10) === date ? time : null;
}

function midnightUtc(date: BusinessDate): number {
  const time = parseMidnight(date);
  if (time === null) throw new RuleError('date_invalid', 'date');
  return time;
}

/** The day asked for last: nearly every moment of a day's work lies in it. */
let lastDay: { readonly from: number; readonly date: BusinessDate } | null = null;

/** The business date of a moment (UTC epoch ms), in Asia/Shanghai whatever zone the computer is set to. Refuses years outside 1900 to 9999. */
export function businessDate(epochMs: number): BusinessDate {
  const shifted = safeInteger(epochMs, 'at') + OFFSET_MS;
  if (shifted < EARLIEST_MS || shifted >= LATEST_MS + DAY_MS) throw new RuleError('out_of_range', 'at');
  if (lastDay !== null && shifted >= lastDay.from && shifted < lastDay.from + DAY_MS) return lastDay.date;
  const date = new Date(shifted).toISOString().slice(0, 10);
  lastDay = { from: Math.floor(shifted / DAY_MS) * DAY_MS, date };
  return date;
}

/** True for a date that exists in the calendar, years 1900 to 9999. */
export function isBusinessDate(text: string): boolean {
  return parseMidnight(text) !== null;
}

/** The moment (UTC epoch ms) at which a business date begins; the day ends just before the start of the next. Refuses with `date_invalid`. */
export function startOfDay(date: BusinessDate): number {
  return midnightUtc(date) - OFFSET_MS;
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(date: BusinessDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const days = [7, 1, 2, 3, 4, 5, 6] as const;
  return days[new Date(midnightUtc(date)).getUTCDay()] ?? 7;
}

/** The date a number of days later (or earlier, when negative). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return businessDate(startOfDay(date) + safeInteger(days, 'days') * DAY_MS);
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return (midnightUtc(to) - midnightUtc(from)) / DAY_MS;
}

/** A third of a month (旬), the usual settlement cycle. */
export interface TenDayPeriod {
  readonly year: number;
  readonly month: number;
  /** 1 上旬 (1st to 10th), 2 中旬 (11th to 20th), 3 下旬 (21st to the end). */
  readonly part: 1 | 2 | 3;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Sortable key, such as `2026-11-1`. */
  readonly key: string;
}

/** The 旬 that a business date lies in. */
export function tenDayPeriod(date: BusinessDate): TenDayPeriod {
  midnightUtc(date);
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  const part = day <= 10 ? 1 : day <= 20 ? 2 : 3;
  const ends = { 1: 10, 2: 20, 3: new Date(Date.UTC(year, month, 0)).getUTCDate() } as const;
  const begins = { 1: '01', 2: '11', 3: '21' } as const;
  const monthText = date.slice(0, 7);
  return { year, month, part, from: `${monthText}-${begins[part]}`, to: `${monthText}-${ends[part]}`, key: `${monthText}-${part}` };
}
