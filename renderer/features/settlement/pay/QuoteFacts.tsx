import type { ReactElement } from 'react';
import { amountWords } from '../../../../electron/domain/amount-words.ts';
import type { OutputOf } from '../../../api/operation-types.ts';
import { DateWithWeekday } from '../../../ui/format/DateWithWeekday.tsx';
import { Money } from '../../../ui/format/Money.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { PlainTable } from '../../report/parts/PlainTable.tsx';
import styles from './pay.module.css';

export type Quote = OutputOf<'settlement.quote'>;

/** The amount handed over, in figures and, as on paper, in capitals. */
export function PaidOut({ fen, label }: { readonly fen: number; readonly label: string }): ReactElement {
  return (
    <div className={styles['paid']}>
      <span>{label}</span>
      <strong><Money fen={fen} /></strong>
      <span className={styles['words']} lang="zh-CN">{amountWords(fen)}</span>
    </div>
  );
}

/** What a payment would be made of: deliveries, what is taken back under the cap, and what is handed over. */
export function QuoteFacts({ quote }: { readonly quote: Quote }): ReactElement {
  const t = useText('settlement');
  return (
    <>
      <PlainTable
        label={t('quote.deliveries')} columns={[{ title: t('quote.deliveries') }, { title: t('column.day') }, { title: t('column.gross'), figure: true }]}
        rows={quote.tickets.map((ticket) => ({ key: ticket.number, cells: [ticket.number, <DateWithWeekday key="day" date={ticket.businessDate} short />, <Money key="fen" fen={ticket.fen} />] }))}
        foot={[t('quote.gross'), '', <Money key="gross" fen={quote.grossFen} />]}
      />
      {quote.recoveries.length === 0 ? <p className={styles['soft']}>{t('quote.noRecoveries')}</p> : (
        <PlainTable
          label={t('quote.recoveries')} columns={[{ title: t('quote.recoveries') }, { title: t('column.taken'), figure: true }, { title: t('column.left'), figure: true }]}
          rows={quote.recoveries.map((row) => ({ key: row.number, cells: [`${t(`debtKind.${row.kind}`)} ${row.number}`, <Money key="fen" fen={-row.fen} />, <Money key="left" fen={row.leftFen} />] }))}
        />
      )}
      <PaidOut fen={quote.paidFen} label={t('quote.paid')} />
    </>
  );
}
