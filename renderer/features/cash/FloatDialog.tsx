import { useState, type ReactElement } from 'react';
import { amountWords } from '../../../electron/domain/amount-words.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useText } from '../../ui/language/use-text.ts';
import type { CashBox } from '../settlement/pay/CashBoxChoice.tsx';
import { useAmount, useAmountRules } from './amount-field.ts';
import { FormDialog } from './FormDialog.tsx';

export interface FloatDialogProps {
  readonly box: CashBox;
  readonly direction: 'in' | 'out';
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** Money from the bank into the box, or back; always with a second person. */
export function FloatDialog({ box, direction, onClose, onDone }: FloatDialogProps): ReactElement {
  const t = useText('cash');
  const ask = useApproval();
  const rules = useAmountRules();
  const { send, sending } = useCommandOp('cash.float');
  const amount = useAmount();
  const [note, setNote] = useState<string>(t(`float.usual.${direction}`));
  const [failure, setFailure] = useState<Failure | null>(null);
  const { fen } = amount;
  const ready = fen !== null && note.trim() !== '' && !sending;
  const go = async (): Promise<void> => {
    if (fen === null || !ready) return;
    setFailure(null);
    const reply = await ask({
      title: t(`float.${direction}`), permission: 'approve.money', facts: [t(`float.fact.${direction}`, { box: box.name, amount: moneyText(fen) }), note.trim()],
      run: (approval) => send({ cashBoxId: box.id, direction, amountFen: fen, note: note.trim() }, approval),
    });
    if (reply === null) return;
    if (reply.ok) onDone(t('float.done', { number: reply.data.number, box: box.name, balance: moneyText(reply.data.balanceFen) }));
    else setFailure(reply);
  };
  return (
    <FormDialog title={`${t(`float.${direction}`)} ${box.name}`} go={t('form.second')} ready={ready} failure={failure} op="cash.float" onGo={() => void go()} onClose={onClose}>
      <NumPadField large autoFocus label={t('form.amount')} unit={t('form.yuan')} rules={rules} value={amount.typed} onChange={amount.change} hint={fen === null ? t('float.balance', { fen: box.balanceFen }) : amountWords(fen)} />
      <TextField label={t('form.note')} value={note} onChange={setNote} maxLength={200} />
    </FormDialog>
  );
}
