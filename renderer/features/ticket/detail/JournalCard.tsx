import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { sumFen } from '../../../../electron/domain/money.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { PlainTable } from '../../report/parts/PlainTable.tsx';

/** The booking of the ticket, for those who keep the books. */
export function JournalCard({ journal }: { readonly journal: TicketDetail['journal'] }): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  const side = (fen: number): ReactElement | string => (fen === 0 ? '' : <Money fen={fen} />);
  return (
    <Card title={t('detail.journal')}>
      <PlainTable
        label={t('detail.journal')} columns={[{ title: t('detail.account') }, { title: t('detail.party') }, { title: t('detail.debit'), figure: true }, { title: t('detail.credit'), figure: true }]}
        rows={journal.map((row, index) => ({ key: String(index), cells: [`${row.accountCode} ${language === 'zh' ? row.accountZh : row.accountEn}`, row.member ?? '–', side(row.debitFen), side(row.creditFen)] }))}
        foot={[t('list.total.all'), '', <Money key="debit" fen={sumFen(journal.map((row) => row.debitFen))} />, <Money key="credit" fen={sumFen(journal.map((row) => row.creditFen))} />]}
      />
    </Card>
  );
}
