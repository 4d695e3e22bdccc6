import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { navigate } from '../../../app/navigation.ts';
import { useMay } from '../../../app/session.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import type { Tone } from '../../../ui/Mark.tsx';
import { PlainTable } from '../../report/parts/PlainTable.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import styles from './detail.module.css';

type Part = TicketDetail['ownerParts'][number];
const tones: Readonly<Record<Part['state'], Tone>> = { open: 'wait', in_run: 'info', settled: 'good', void: 'off' };

/** Whose goods these are, what each is owed, and the settlement that took it. */
export function OwnersCard({ ticket }: { readonly ticket: TicketDetail }): ReactElement {
  const t = useText('ticket');
  const mayOpen = useMay('settlement.read');
  const settlement = (part: Part): ReactElement | string => {
    if (part.settlementNumber === null || part.settlementId === null) return '–';
    return mayOpen ? <button type="button" className={styles['link']} onClick={() => navigate(`/settlement/paper/${part.settlementId ?? ''}`)}>{part.settlementNumber}</button> : part.settlementNumber;
  };
  return (
    <Card title={t('detail.owners')}>
      <PlainTable
        label={t('detail.owners')}
        columns={[{ title: t('list.column.member') }, { title: t('detail.share'), figure: true }, { title: t('list.column.settlement'), figure: true }, { title: t('list.column.amount'), figure: true }, { title: t('list.column.paid') }, { title: t('detail.settlement') }]}
        rows={ticket.ownerParts.map((part) => ({
          key: part.memberCode,
          cells: [
            `${part.memberName} ${part.memberCode}`, part.share, <Weight key="kg" grams={part.settlementGrams} single />, <Money key="fen" fen={part.amountFen} strong />,
            <StateWord key="state" tone={tones[part.state]}>{t(`detail.part.${part.state}`)}</StateWord>, <span key="settlement">{settlement(part)}</span>,
          ],
        }))}
      />
    </Card>
  );
}
