import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { jinText, type Grams } from '../../../../electron/domain/mass.ts';
import { DateWithWeekday } from '../../../ui/format/DateWithWeekday.tsx';
import { grouped, timeText } from '../../../ui/format/format-text.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Figures } from '../../report/parts/Figures.tsx';
import styles from './detail.module.css';
import { YardFacts } from './YardFacts.tsx';

/** Who, what, how much: what a question about a ticket asks first. */
export function TicketFigures({ ticket }: { readonly ticket: TicketDetail }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const jin = (grams: Grams): string => app('unit.jin', { value: grouped(jinText(grams)) });
  return (
    <>
      <Figures label={t('detail.figures')} items={[
        { label: t('list.column.member'), value: ticket.memberName, note: `${ticket.memberCode} ${t(`list.kind.${ticket.partyKind}`)}` },
        { label: t('list.column.product'), value: language === 'zh' ? ticket.productNameZh : ticket.productNameEn, note: ticket.grades },
        { label: t('list.column.net'), value: <Weight grams={ticket.netGrams} single />, note: jin(ticket.netGrams) },
        { label: t('list.column.settlement'), value: <Weight grams={ticket.settlementGrams} single />, note: jin(ticket.settlementGrams) },
        { label: t('list.column.amount'), value: <Money fen={ticket.totalFen} /> },
      ]}
      />
      <p className={styles['line']}>
        <DateWithWeekday date={ticket.businessDate} /> <span>{timeText(ticket.postedAt)}</span>
        <span>{t('detail.postedBy', { name: ticket.postedBy })}</span>
        {ticket.approvedBy === null ? null : <span>{t('detail.approvedBy', { name: ticket.approvedBy })}</span>}
        <span>{t(`detail.mode.${ticket.mode}`)}</span>
        {ticket.paperNo === null || ticket.writtenAt !== null ? null : <span>{t('detail.paperNo', { number: ticket.paperNo })}</span>}
        {ticket.note === null ? null : <span>{ticket.note}</span>}
        {ticket.reason === null ? null : <span>{t('detail.reverse.because', { reason: ticket.reason })}</span>}
      </p>
      <YardFacts ticket={ticket} />
    </>
  );
}
