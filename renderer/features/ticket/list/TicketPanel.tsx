import type { ReactElement } from 'react';
import type { TicketRow } from '../../../../electron/contract/ticket.ts';
import { navigate } from '../../../app/navigation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { DateWithWeekday } from '../../../ui/format/DateWithWeekday.tsx';
import { timeText } from '../../../ui/format/format-text.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Facts } from '../../../ui/layout/Card.tsx';
import { SidePanel } from '../../../ui/overlay/SidePanel.tsx';
import styles from './list.module.css';
import { PaidWord, TicketMarks } from './ticket-words.tsx';

/** The chosen ticket beside the list: the figures a question is usually about, and the way to its page. */
export function TicketPanel({ ticket, onClose }: { readonly ticket: TicketRow; readonly onClose: () => void }): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  return (
    <SidePanel
      title={ticket.memberName} onClose={onClose}
      actions={<ActionButton kind="main" icon="open" shortcut="Enter" layer="part" onPress={() => navigate(`/tickets/${ticket.id}`)}>{t('list.open')}</ActionButton>}
    >
      <p className={styles['marks']}><PaidWord ticket={ticket} /><TicketMarks ticket={ticket} /></p>
      <Facts items={[
        { label: t('list.column.amount'), value: <Money fen={ticket.totalFen} />, strong: true },
        { label: t('list.column.number'), value: ticket.number },
        { label: t('list.column.day'), value: <><DateWithWeekday date={ticket.businessDate} /> {timeText(ticket.postedAt)}</> },
        { label: t('list.column.member'), value: `${ticket.memberCode} ${t(`list.kind.${ticket.partyKind}`)}` },
        { label: t('list.column.product'), value: language === 'zh' ? ticket.productNameZh : ticket.productNameEn },
        { label: t('list.column.grades'), value: ticket.grades },
        { label: t('list.column.baskets'), value: ticket.baskets },
        { label: t('list.column.gross'), value: <Weight grams={ticket.grossGrams} /> },
        { label: t('list.column.tare'), value: <Weight grams={ticket.tareGrams} /> },
        { label: t('list.column.net'), value: <Weight grams={ticket.netGrams} /> },
        { label: t('list.column.settlement'), value: <Weight grams={ticket.settlementGrams} /> },
        { label: t('list.column.by'), value: ticket.postedBy },
        ...(ticket.reversedBy === null ? [] : [{ label: t('detail.reversedBy'), value: ticket.reversedBy }]),
        ...(ticket.reverses === null ? [] : [{ label: t('detail.reverses'), value: ticket.reverses }]),
      ]}
      />
    </SidePanel>
  );
}
