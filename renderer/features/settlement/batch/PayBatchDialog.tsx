import { useState, type ReactElement } from 'react';
import type { SettlementRow } from '../../../../electron/contract/settlement.ts';
import { sumFen } from '../../../../electron/domain/money.ts';
import type { Failure, OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { useApproval } from '../../../app/approval/approval-context.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../ui/actions/ChoiceList.tsx';
import { moneyText } from '../../../ui/format/format-text.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { CashBoxChoice, useCashBoxes } from '../pay/CashBoxChoice.tsx';
import { PaidOut } from '../pay/QuoteFacts.tsx';
import styles from '../settlement.module.css';

type Method = 'cash' | 'bank';

export interface PayBatchDialogProps {
  readonly batch: { readonly id: string; readonly number: string };
  /** Settlements with money that no payout has yet. */
  readonly due: readonly SettlementRow[];
  readonly onClose: () => void;
  readonly onPaid: (payout: OutputOf<'settlement.pay'>) => void;
}

/** Pays an approved batch in cash or by bank, with a second person. Who has no account is paid in cash. */
export function PayBatchDialog({ batch, due, onClose, onPaid }: PayBatchDialogProps): ReactElement {
  const t = useText('settlement');
  const ask = useApproval();
  const { send, sending } = useCommandOp('settlement.pay');
  const dueBy = (way: Method): readonly SettlementRow[] => due.filter((row) => row.channel === way);
  const [method, setMethod] = useState<Method>(dueBy('cash').length > 0 ? 'cash' : 'bank');
  const [chosenBox, setChosenBox] = useState<string | null>(null);
  const { boxes, box } = useCashBoxes(chosenBox);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fen = sumFen(dueBy(method).map((row) => row.paidFen));
  const go = async (): Promise<void> => {
    setFailure(null);
    const input = { id: batch.id, method, cashBoxId: method === 'cash' ? box?.id ?? null : null };
    const reply = await ask({
      title: t('payBatch.ask', { number: batch.number }), permission: 'approve.money', run: (approval) => send(input, approval),
      facts: [t(`payBatch.fact.${method}`, { count: dueBy(method).length, amount: moneyText(fen), box: box?.name ?? '' })],
    });
    if (reply === null) return;
    if (reply.ok) onPaid(reply.data);
    else setFailure(reply);
  };
  return (
    <Dialog
      title={t('payBatch.title', { number: batch.number })} onClose={onClose}
      actions={<ActionButton kind="main" icon="cash" layer="dialog" shortcut="F9" disabled={fen === 0 || sending || (method === 'cash' && box === null)} onPress={() => void go()}>{t(`payBatch.go.${method}`)}</ActionButton>}
    >
      <div className={styles['form']}>
        <ChoiceList
          label={t('payBatch.how')} layer="dialog" chosen={method} onChoose={setMethod}
          choices={(['cash', 'bank'] as const).map((way) => ({ value: way, label: t(`payBatch.way.${way}`), detail: t('payBatch.waiting', { count: dueBy(way).length, fen: sumFen(dueBy(way).map((row) => row.paidFen)) }), disabled: dueBy(way).length === 0 }))}
        />
        {method === 'cash' ? <div className={styles['label']}>{t('pay.box')}<CashBoxChoice boxes={boxes} box={box} onChange={setChosenBox} /></div> : <p>{t('payBatch.bankNote')}</p>}
        <PaidOut fen={fen} label={t('quote.paid')} />
        {failure === null ? null : <RefusalNotice failure={failure} op="settlement.pay" />}
      </div>
    </Dialog>
  );
}
