import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { agreedShares, splitRoundingText } from '../../../../electron/domain/agreed-shares.ts';
import { navigate } from '../../../app/navigation.ts';
import { useMay } from '../../../app/session.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import type { Tone } from '../../../ui/Mark.tsx';
import { PlainTable } from '../../report/parts/PlainTable.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import { useShareWords } from '../share-words.ts';
import styles from './detail.module.css';

type Part = TicketDetail['ownerParts'][number];
const tones: Readonly<Record<Part['state'], Tone>> = { nothing: 'off', open: 'wait', in_run: 'info', settled: 'good', void: 'off' };

/** What one owner is owed; the fen that the split gave or took is named below it. */
function Owed({ part }: { readonly part: Part }): ReactElement {
  const t = useText('ticket');
  const rounding = splitRoundingText(part.splitRoundingFen);
  return <><Money fen={part.amountFen} strong />{rounding === null ? null : <><br /><small className={styles['soft']}>{t('desk.owners.rounding', { amount: rounding })}</small></>}</>;
}

/** Whose goods these are, the share of each as they agreed it, what each is owed, and the settlement that took it. */
export function OwnersCard({ ticket }: { readonly ticket: TicketDetail }): ReactElement {
  const t = useText('ticket');
  const words = useShareWords();
  const agreed = agreedShares(ticket.ownerParts.map((part) => part.share), Math.abs(ticket.netGrams) - Math.abs(ticket.returnedGrams));
  const isShared = ticket.ownerParts.length > 1;
  const mayOpen = useMay('settlement.read');
  const settlement = (part: Part): ReactElement | string => {
    if (part.settlementNumber === null || part.settlementId === null) return '–';
    return mayOpen ? <button type="button" className={styles['link']} onClick={() => navigate(`/settlement/paper/${part.settlementId ?? ''}`)}>{part.settlementNumber}</button> : part.settlementNumber;
  };
  return (
    <Card title={t('detail.owners')}>
      <PlainTable
        label={t('detail.owners')}
        columns={[{ title: t('list.column.member') }, { title: isShared ? words.way(agreed) : t('detail.share'), figure: true }, { title: t('list.column.settlement'), figure: true }, { title: t('list.column.amount'), figure: true }, { title: t('list.column.paid') }, { title: t('detail.settlement') }]}
        rows={ticket.ownerParts.map((part, index) => ({
          key: part.memberCode,
          cells: [
            `${part.memberName} ${part.memberCode}`, isShared ? words.share(agreed, index) : t('share.whole'), <Weight key="kg" grams={part.settlementGrams} single />, <Owed key="fen" part={part} />,
            <StateWord key="state" tone={tones[part.state]}>{t(`detail.part.${part.state}`)}</StateWord>, <span key="settlement">{settlement(part)}</span>,
          ],
        }))}
      />
    </Card>
  );
}
