import { useState, type ReactElement } from 'react';
import { amountWords } from '../../../electron/domain/amount-words.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useText } from '../../ui/language/use-text.ts';
import { MemberPicker } from '../settlement/pay/MemberPicker.tsx';
import { useAmount, useAmountRules } from './amount-field.ts';
import styles from './cash.module.css';
import { FormDialog } from './FormDialog.tsx';
import { MemberDebt } from './MemberDebt.tsx';

/** Seed, fertiliser or other goods handed over on credit; it is recovered from produce under the cap. A second person agrees. */
export function CreditDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (words: string) => void }): ReactElement {
  const t = useText('cash');
  const ask = useApproval();
  const rules = useAmountRules();
  const { send, sending } = useCommandOp('debt.inputCredit');
  const [memberId, setMemberId] = useState<string | null>(null);
  const [goods, setGoods] = useState('');
  const [consent, setConsent] = useState<string>(t('form.usualConsent'));
  const [failure, setFailure] = useState<Failure | null>(null);
  const amount = useAmount();
  const member = useQueryOp('member.get', { id: memberId ?? '' }, { enabled: memberId !== null });
  const name = member.data?.ok === true ? member.data.data.name : '';
  const { fen } = amount;
  const ready = memberId !== null && fen !== null && goods.trim() !== '' && consent.trim() !== '' && !sending;
  const go = async (): Promise<void> => {
    if (memberId === null || fen === null || !ready) return;
    setFailure(null);
    const reply = await ask({
      title: t('credit.ask', { name }), permission: 'approve.money', facts: [t('credit.fact', { name, goods: goods.trim(), amount: moneyText(fen) }), t('form.consentFact', { consent: consent.trim() })],
      run: (approval) => send({ memberId, goods: goods.trim(), amountFen: fen, consent: consent.trim() }, approval),
    });
    if (reply === null) return;
    if (reply.ok) onDone(t('credit.done', { number: reply.data.number, goods: goods.trim(), amount: moneyText(fen) }));
    else setFailure(reply);
  };
  return (
    <FormDialog title={t('credit.title')} go={t('form.second')} ready={ready} failure={failure} op="debt.inputCredit" onGo={() => void go()} onClose={onClose}>
      <div className={styles['label']}>{t('form.member')}<MemberPicker value={memberId} onChange={setMemberId} autoFocus /></div>
      {memberId === null ? null : <MemberDebt memberId={memberId} />}
      <TextField label={t('credit.goods')} hint={t('credit.goodsHint')} value={goods} onChange={setGoods} maxLength={200} />
      <NumPadField large label={t('form.amount')} unit={t('form.yuan')} rules={rules} value={amount.typed} onChange={amount.change} {...(fen === null ? {} : { hint: amountWords(fen) })} />
      <TextField label={t('form.consent')} hint={t('form.consentHint')} value={consent} onChange={setConsent} maxLength={200} />
    </FormDialog>
  );
}
