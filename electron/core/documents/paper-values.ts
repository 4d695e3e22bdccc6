import type { BusinessDate } from '../../domain/business-date.ts';
import { weekday } from '../../domain/business-date.ts';
import type { Fen } from '../../domain/money.ts';
import { yuanText } from '../../domain/money.ts';
import type { PaperKey, PaperText } from './paper-text.ts';

const WEEKDAYS = ['weekday1', 'weekday2', 'weekday3', 'weekday4', 'weekday5', 'weekday6', 'weekday7'] as const satisfies readonly PaperKey[];
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** A business date with its weekday: `2026-11-22 星期日`. */
export function dateWithWeekday(date: BusinessDate, text: PaperText): string {
  return `${date} ${weekdayText(date, text)}`;
}

/** The weekday of a business date. */
export function weekdayText(date: BusinessDate, text: PaperText): string {
  return text(WEEKDAYS[weekday(date) - 1] ?? 'weekday7');
}

/** Hour and minute in Asia/Shanghai of a moment in UTC milliseconds. */
export function timeOfDay(at: number): string {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/** Date and minute in Asia/Shanghai of a moment in UTC milliseconds. */
export function momentText(at: number): string {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** `￥245.00`, negative `-￥245.00`; the full-width sign is the one Chinese slip printers have. */
export function moneyText(fen: Fen): string {
  return signedAmount(fen, '￥');
}

/** `¥245.00`, for pages that are drawn with the product's font. */
export function pageMoneyText(fen: Fen): string {
  return signedAmount(fen, '¥');
}

function signedAmount(fen: Fen, sign: string): string {
  const yuan = yuanText(fen);
  return yuan.startsWith('-') ? `-${sign}${yuan.slice(1)}` : `${sign}${yuan}`;
}

/** Basis points as per cent with two decimals: 125 is `1.25%`. */
export function percentText(basisPoints: number): string {
  const digits = String(Math.abs(basisPoints)).padStart(3, '0');
  return `${basisPoints < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}
