import { useState, type ReactElement } from 'react';
import { useQueryOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Money } from '../../../ui/format/Money.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { CashBoxChoice, useCashBoxes, type CashBox } from './CashBoxChoice.tsx';
import styles from './pay.module.css';
import { QuoteFacts } from './QuoteFacts.tsx';
import { usePayNow, type PaidNow } from './use-pay-now.ts';
import type { WaitingSeller } from './waiting-sellers.ts';

/** What one person may still hand out today without a second; null when the next payment stays within it. */
function SecondNeeded({ box, paidFen }: { readonly box: CashBox; readonly paidFen: number }): ReactElement | null {
  const t = useText('settlement');
  if (paidFen > box.balanceFen) return <Notice tone="danger" title={t('today.short', { available: box.balanceFen, needed: paidFen })} />;
  return box.spentTodayFen + paidFen <= box.dayLimitFen ? null : <Notice tone="wait" title={t('today.second', { limit: box.dayLimitFen, spent: box.spentTodayFen })} />;
}

/** What the chosen seller gets today, and the one key that hands it over. */
export function PayPanel({ seller, onPaid }: { readonly seller: WaitingSeller; readonly onPaid: (paid: PaidNow) => void }): ReactElement {
  const t = useText('settlement');
  const [chosenBox, setChosenBox] = useState<string | null>(null);
  const { boxes, box } = useCashBoxes(chosenBox);
  const quote = useQueryOp('settlement.quote', { memberId: seller.memberId });
  const { pay, sending, failure } = usePayNow();
  const quoted = quote.data?.ok === true ? quote.data.data : null;
  const go = async (): Promise<void> => {
    if (quoted === null || box === null) return;
    const paid = await pay({ memberId: seller.memberId }, { name: seller.name, cashBoxId: box.id, boxName: box.name, paidFen: quoted.paidFen });
    if (paid !== null) onPaid(paid);
  };
  return (
    <div className={styles['side']}>
      <Card title={`${seller.name} ${seller.code}`}>
        {quote.data?.ok === false ? <RefusalNotice failure={quote.data} op="settlement.quote" /> : null}
        {quoted === null ? null : <QuoteFacts quote={quoted} />}
        <div className={styles['label']}>{t('pay.box')}<CashBoxChoice boxes={boxes} box={box} onChange={setChosenBox} /></div>
        {quoted === null || box === null ? null : <SecondNeeded box={box} paidFen={quoted.paidFen} />}
        {failure === null ? null : <RefusalNotice failure={failure} op="settlement.payNow" />}
        <ActionButton kind="main" wide icon="cash" shortcut="F9" disabled={quoted === null || box === null || sending} onPress={() => void go()}>
          {quoted === null ? t('pay.go') : <>{t('pay.goAmount')} <Money fen={quoted.paidFen} /></>}
        </ActionButton>
      </Card>
    </div>
  );
}
