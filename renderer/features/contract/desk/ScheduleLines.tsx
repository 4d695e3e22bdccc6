import type { ReactElement } from 'react';
import styles from '../../ticket/desk/desk.module.css';
import type { DeskView } from '../../ticket/desk/desk-model.ts';
import { useScheduleWords } from './schedule-words.ts';

/** What is left under the owners' contracts and what their certificates add, kindly; nothing where there is neither. */
export function ScheduleLines({ desk }: { readonly desk: DeskView }): ReactElement | null {
  const words = useScheduleWords().sentences(desk);
  if (words.length === 0) return null;
  return <span className={styles['scheduled']} data-role="schedules">{words.map((line) => <span key={line}>{line}</span>)}</span>;
}
