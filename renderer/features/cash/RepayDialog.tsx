import { useState, type ReactElement } from 'react';
import { amountWords } from '../../../electron/domain/amount-words.ts';
import type { Failure, OutputOf } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useText } from '../../ui/language/use-text.ts';
import { CashBoxChoice, type CashBox } from '../settlement/pay/CashBoxChoice.tsx';
import { useAmount, useAmountRules } from './amount-field.ts';
import styles from './cash.module.css';
import { FormDialog } from './FormDialog.tsx';

type Debt = OutputOf<'debt.list'>['rows'][number];

export interface RepayDialogProps {
  readonly debt: Debt;
  readonly boxes: readonly CashBox[];
  readonly firstBox: CashBox;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** Cash that a member pays in against a debt, whole or in part; the box is the first unless another is chosen. */
export function RepayDialog({ debt, boxes, firstBox, onClose, onDone }: RepayDialogProps): ReactElement {
  const t = useText('cash');
  const rules = useAmountRules();
  const { send, sending } = useCommandOp('debt.repay');
  const amount = useAmount();
  const [boxId, setBoxId] = useState(firstBox.id);
  const [failure, setFailure] = useState<Failure | null>(null);
  const box = boxes.find((row) => row.id === boxId) ?? firstBox;
  const { fen } = amount;
  const isMore = fen !== null && fen > debt.leftFen;
  const ready = fen !== null && !isMore && !sending;
  const go = async (): Promise<void> => {
    if (fen === null || !ready) return;
    setFailure(null);
    const reply = await send({ id: debt.documentId, cashBoxId: box.id, amountFen: fen });
    if (reply.ok) onDone(t('repay.done', { number: reply.data.number, name: debt.memberName, amount: moneyText(fen), left: moneyText(reply.data.leftFen) }));
    else setFailure(reply);
  };
  return (
    <FormDialog title={t('repay.title', { name: debt.memberName })} go={t('repay.go')} ready={ready} failure={failure} op="debt.repay" onGo={() => void go()} onClose={onClose}>
      <p>{t('repay.owed', { number: debt.number, left: debt.leftFen })}</p>
      <NumPadField
        large autoFocus label={t('form.amount')} unit={t('form.yuan')} rules={rules} value={amount.typed} onChange={amount.change}
        {...(isMore ? { refusal: t('repay.tooMuch', { left: debt.leftFen }) } : fen === null ? {} : { hint: amountWords(fen) })}
      />
      <div className={styles['label']}>{t('repay.into')}<CashBoxChoice boxes={boxes} box={box} onChange={setBoxId} /></div>
    </FormDialog>
  );
}
