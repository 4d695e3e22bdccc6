import { useState, type ReactElement } from 'react';
import { amountWords } from '../../../electron/domain/amount-words.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useText } from '../../ui/language/use-text.ts';
import { CashBoxChoice, type CashBox } from '../settlement/pay/CashBoxChoice.tsx';
import { MemberPicker } from '../settlement/pay/MemberPicker.tsx';
import { useAmount, useAmountRules } from './amount-field.ts';
import styles from './cash.module.css';
import { FormDialog } from './FormDialog.tsx';
import { MemberDebt } from './MemberDebt.tsx';

export interface AdvanceDialogProps {
  readonly boxes: readonly CashBox[];
  readonly firstBox: CashBox;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** Cash handed to a member before the settlement, with their consent to its recovery and a second person. */
export function AdvanceDialog({ boxes, firstBox, onClose, onDone }: AdvanceDialogProps): ReactElement {
  const t = useText('cash');
  const ask = useApproval();
  const rules = useAmountRules();
  const { send, sending } = useCommandOp('debt.advance');
  const [boxId, setBoxId] = useState(firstBox.id);
  const [memberId, setMemberId] = useState<string | null>(null);
  const [consent, setConsent] = useState<string>(t('form.usualConsent'));
  const [failure, setFailure] = useState<Failure | null>(null);
  const amount = useAmount();
  const member = useQueryOp('member.get', { id: memberId ?? '' }, { enabled: memberId !== null });
  const name = member.data?.ok === true ? member.data.data.name : '';
  const box = boxes.find((row) => row.id === boxId) ?? firstBox;
  const { fen } = amount;
  const ready = memberId !== null && fen !== null && consent.trim() !== '' && !sending;
  const go = async (): Promise<void> => {
    if (memberId === null || fen === null || !ready) return;
    setFailure(null);
    const reply = await ask({
      title: t('advance.ask', { name }), permission: 'approve.money', facts: [t('advance.fact', { name, amount: moneyText(fen), box: box.name }), t('form.consentFact', { consent: consent.trim() })],
      run: (approval) => send({ memberId, cashBoxId: box.id, amountFen: fen, consent: consent.trim() }, approval),
    });
    if (reply === null) return;
    if (reply.ok) onDone(t('advance.done', { number: reply.data.number, name, amount: moneyText(fen) }));
    else setFailure(reply);
  };
  return (
    <FormDialog title={t('advance.title')} go={t('form.second')} ready={ready} failure={failure} op="debt.advance" onGo={() => void go()} onClose={onClose}>
      <div className={styles['label']}>{t('form.member')}<MemberPicker value={memberId} onChange={setMemberId} autoFocus /></div>
      {memberId === null ? null : <MemberDebt memberId={memberId} />}
      <NumPadField large label={t('form.amount')} unit={t('form.yuan')} rules={rules} value={amount.typed} onChange={amount.change} {...(fen === null ? {} : { hint: amountWords(fen) })} />
      <div className={styles['label']}>{t('form.box')}<CashBoxChoice boxes={boxes} box={box} onChange={setBoxId} /></div>
      <TextField label={t('form.consent')} hint={t('form.consentHint')} value={consent} onChange={setConsent} maxLength={200} />
    </FormDialog>
  );
}
