import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { kilogramText } from '../../../../electron/domain/mass.ts';
import { momentText } from '../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import styles from './detail.module.css';

/** What was sent back and why, the page of the paper book, and the crates; nothing for a ticket without them. */
export function YardFacts({ ticket }: { readonly ticket: TicketDetail }): ReactElement | null {
  const t = useText('yard');
  const app = useText('app');
  const language = useLanguage();
  const weight = (grams: number): string => app('unit.kilograms', { value: kilogramText(grams) });
  const facts = [
    ...(ticket.writtenAt === null ? [] : [t('page.paper', { page: ticket.paperNo ?? '', at: momentText(ticket.writtenAt, language) })]),
    ...(ticket.lateReason === null ? [] : [t('page.late', { reason: ticket.lateReason })]),
    ...(ticket.returnedGrams <= 0 ? [] : [t('page.returned', { weight: weight(ticket.returnedGrams), reasons: ticket.returns.map((back) => `${back.reason} ${weight(back.grams)}`).join(' · ') || t('page.noReason') })]),
    ...ticket.crates.map((crate) => t('page.crates', { name: language === 'zh' ? crate.nameZh : crate.nameEn, in: crate.inCount, out: crate.outCount })),
  ];
  if (facts.length === 0) return null;
  return <p className={styles['line']} data-role="yard-facts">{facts.map((fact) => <span key={fact}>{fact}</span>)}</p>;
}
