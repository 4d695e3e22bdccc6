import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../electron/contract/ticket.ts';
import { Mark } from '../../ui/Mark.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { percentText } from '../product/percent-text.ts';
import styles from './grading.module.css';

/** What else was said of a posted delivery's grade: a machine, the village's word, the retained sample. */
export function TicketVoices({ ticket: { machine, word, sample } }: { readonly ticket: TicketDetail }): ReactElement | null {
  const t = useText('grading');
  if (machine === null && word === null && sample === null) return null;
  return (
    <ul className={styles['findings']} aria-label={t('ticket.title')}>
      {machine === null ? null : <li><Mark tone="info" /> {t('ticket.machine', machine)}{machine.confidenceBp === null ? null : t('ticket.sure', { percent: percentText(machine.confidenceBp) })}</li>}
      {word === null ? null : <li><Mark tone="info" /> {t('ticket.word', { word })}</li>}
      {sample === null ? null : <li><Mark tone="info" /> {t('ticket.sample', { code: sample.code, place: sample.place, until: sample.keepUntil })}</li>}
    </ul>
  );
}
