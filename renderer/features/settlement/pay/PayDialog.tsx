import { useState, type ReactElement } from 'react';
import { useQueryOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { CashBoxChoice, useCashBoxes } from './CashBoxChoice.tsx';
import styles from './pay.module.css';
import { QuoteFacts } from './QuoteFacts.tsx';
import { usePayNow, type PaidNow } from './use-pay-now.ts';

export interface PayDialogProps {
  readonly ticketId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onPaid: (paid: PaidNow) => void;
}

/** Pays one ticket from the cash box: what it comes to stands there before anything happens. */
export function PayDialog({ ticketId, name, onClose, onPaid }: PayDialogProps): ReactElement {
  const t = useText('settlement');
  const [chosenBox, setChosenBox] = useState<string | null>(null);
  const { boxes, box } = useCashBoxes(chosenBox);
  const quote = useQueryOp('settlement.quote', { ticketId });
  const { pay, sending, failure } = usePayNow();
  const quoted = quote.data?.ok === true ? quote.data.data : null;
  const go = async (): Promise<void> => {
    if (quoted === null || box === null) return;
    const paid = await pay({ ticketId }, { name, cashBoxId: box.id, boxName: box.name, paidFen: quoted.paidFen });
    if (paid !== null) onPaid(paid);
  };
  return (
    <Dialog
      title={t('pay.title', { name })} onClose={onClose}
      actions={<ActionButton kind="main" icon="cash" layer="dialog" shortcut="F9" disabled={quoted === null || box === null || sending} onPress={() => void go()}>{t('pay.go')}</ActionButton>}
    >
      <div className={styles['form']}>
        {quote.data?.ok === false ? <RefusalNotice failure={quote.data} op="settlement.quote" /> : null}
        {quoted === null ? null : <QuoteFacts quote={quoted} />}
        <div className={styles['label']}>{t('pay.box')}<CashBoxChoice boxes={boxes} box={box} onChange={setChosenBox} /></div>
        {failure === null ? null : <RefusalNotice failure={failure} op="settlement.payNow" />}
      </div>
    </Dialog>
  );
}
