import type { ReactElement } from 'react';
import { useQueryOp } from '../../../../api/use-operation.ts';
import { moneyText } from '../../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import styles from '../desk.module.css';
import type { PostedTicket } from '../use-posting.ts';

export interface PostedLineProps {
  readonly ticket: PostedTicket;
  readonly copies: number;
  readonly paid: boolean;
}

/** How it stands with the papers of the ticket: on their way, out, or stuck. Only open jobs are listed, so what is not there is out. */
function usePrintWord(ticket: PostedTicket): 'printing' | 'sent' | 'stuck' | 'noPrinter' {
  const jobs = useQueryOp('print.jobs', { open: true }, { refreshMs: 2_000 });
  const open = jobs.data?.ok === true ? jobs.data.data.rows.filter((job) => ticket.jobs.includes(job.id)) : null;
  if (open === null) return 'printing';
  if (open.some((job) => job.state === 'failed' || job.state === 'unsure')) return 'stuck';
  if (open.some((job) => job.printer === null)) return 'noPrinter';
  return open.length > 0 ? 'printing' : 'sent';
}

/** One line: posted, printing, next. */
export function PostedLine({ ticket, copies, paid }: PostedLineProps): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  const print = usePrintWord(ticket);
  const printWord = { printing: t('desk.posted.printing'), sent: t('desk.posted.sent'), stuck: t('desk.posted.stuck'), noPrinter: t('desk.posted.noPrinter') }[print];
  return (
    <section className={styles['posted']} role="status" data-role="posted">
      <span><Mark tone="good" /> {t('desk.posted.posted')}</span>
      <strong>{ticket.name} {moneyText(ticket.totalFen)}</strong>
      <span>{ticket.number}</span>
      <span>{print === 'stuck' || print === 'noPrinter' ? <Mark tone="wait" /> : null} {printWord}{copies === 0 ? '' : ` ${t('desk.posted.copy', { count: copies })}`}</span>
      {paid ? <span className={styles['tag']} data-tone="good">{t('desk.posted.paid')}</span> : null}
      {ticket.cratesBelow.map((crates) => <span key={crates.nameZh} className={styles['tag']} data-tone="wait">{t('desk.posted.cratesBelow', { crate: language === 'zh' ? crates.nameZh : crates.nameEn, count: crates.count })}</span>)}
      {ticket.awaitingCountersign ? <span className={styles['tag']} data-tone="wait">{t('desk.posted.countersign')}</span> : null}
    </section>
  );
}
