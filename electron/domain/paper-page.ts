import { daysBetween, type BusinessDate } from './business-date.ts';

/** Hyphens, dashes and minus signs of all keyboards; the wide one is made narrow before. */
const DASHES = /[\u2010-\u2015\u2212\u30fc]+/gu;

/** The page of the paper book as it is compared: `１２—3`, `12 - 3` and `012-3` are the same line, so that it is not entered twice. */
export function pageKey(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll(DASHES, '-').replaceAll(/\d+/gu, (digits) => digits.replace(/^0+(?=\d)/u, '')).toUpperCase();
}

/** How far back a page may lie, in days, unless the station set its own limit. */
export const usualPaperDays = 30;

/** The station's limit for pages of the paper book in days; anything but a whole number of at least one leaves the usual. */
export const paperDays = (setting: unknown): number => (typeof setting === 'number' && Number.isSafeInteger(setting) && setting >= 1 ? setting : usualPaperDays);

/** True when a page was written more days ago than the limit allows; the day itself counts as none. */
export const isPaperTooOld = (writtenOn: BusinessDate, today: BusinessDate, limitDays: number): boolean => daysBetween(writtenOn, today) > limitDays;
