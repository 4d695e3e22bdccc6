import { businessDate, type BusinessDate, startOfDay } from '../../../electron/domain/business-date.ts';
import { yuanText, type Fen } from '../../../electron/domain/money.ts';
import type { Language } from '../language/languages.ts';

const localeOf: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** Groups the whole part of a decimal text by thousands: `12345.60` becomes `12,345.60`. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const marked = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ',');
  return fraction === undefined ? marked : `${marked}.${fraction}`;
}

/** `¥245.00`, with a true minus sign before the mark: `−¥12.30`. */
export function moneyText(fen: Fen): string {
  const text = grouped(yuanText(fen));
  return text.startsWith('-') ? `−¥${text.slice(1)}` : `¥${text}`;
}

/** A business date with its weekday: `2026年11月22日 星期日`, `Sun 22 Nov 2026`. */
export function dateTextOf(date: BusinessDate, language: Language): string {
  const at = new Date(startOfDay(date));
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(localeOf[language], { timeZone: 'Asia/Shanghai', ...options }).format(at);
  const day = part({ year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' });
  return language === 'zh' ? `${day} ${part({ weekday: 'long' })}` : `${part({ weekday: 'short' })} ${day}`;
}

/** Short form for tables: `11-22 周日`, `Sun 22 Nov`. */
export function shortDateTextOf(date: BusinessDate, language: Language): string {
  const at = new Date(startOfDay(date));
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(localeOf[language], { timeZone: 'Asia/Shanghai', ...options }).format(at);
  if (language === 'en') return `${part({ weekday: 'short' })} ${part({ month: 'short', day: 'numeric' })}`;
  return `${date.slice(5)} ${part({ weekday: 'short' })}`;
}

/** Hours and minutes in Asia/Shanghai: `08:32`. */
export function timeText(epochMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(epochMs));
}

/** Date, weekday and time of a moment (UTC epoch ms), in Asia/Shanghai. */
export function momentText(epochMs: number, language: Language): string {
  return `${dateTextOf(businessDate(epochMs), language)} ${timeText(epochMs)}`;
}
