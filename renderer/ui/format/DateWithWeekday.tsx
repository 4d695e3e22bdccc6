import type { ReactElement } from 'react';
import { startOfDay, type BusinessDate } from '../../../electron/domain/business-date.ts';
import { useLanguage } from '../language/use-text.ts';
import { dateTextOf, momentText, shortDateTextOf } from './format-text.ts';
import styles from './format.module.css';

/** A business date with its weekday; `short` for tables. */
export function DateWithWeekday({ date, short = false }: { readonly date: BusinessDate; readonly short?: boolean }): ReactElement {
  const language = useLanguage();
  return (
    <time className={styles['number']} dateTime={new Date(startOfDay(date)).toISOString()} title={dateTextOf(date, language)}>
      {short ? shortDateTextOf(date, language) : dateTextOf(date, language)}
    </time>
  );
}

/** A moment (UTC epoch ms) as date, weekday and time in Asia/Shanghai. */
export function Moment({ at }: { readonly at: number }): ReactElement {
  return <time className={styles['number']} dateTime={new Date(at).toISOString()}>{momentText(at, useLanguage())}</time>;
}
