import { useState, type ReactElement } from 'react';
import type { MemberDetail } from '../../../electron/contract/member.ts';
import { checkIdentifier } from '../../../electron/domain/identifiers.ts';
import type { Failure, InputOf } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './member.module.css';

type AccountKind = InputOf<'member.saveAccount'>['kind'];

/** Blanks between the groups of a card are how people read it out. */
const compact = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

/** A bank account. Where the number does not fit its check it has to be typed a second time, because passbooks need not fit it. */
export function AccountDialog({ member, onClose }: { readonly member: MemberDetail; readonly onClose: () => void }): ReactElement {
  const t = useText('member');
  const app = useText('app');
  const save = useCommandOp('member.saveAccount');
  const ask = useApproval();
  const [bankName, setBankName] = useState('');
  const [cnapsCode, setCnapsCode] = useState('');
  const [kind, setKind] = useState<AccountKind>('card');
  const [account, setAccount] = useState('');
  const [again, setAgain] = useState('');
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const number = compact(account);
  const doubtful = number.length >= 6 && !checkIdentifier('bank_card', number).valid;
  const malformed = !/^[0-9A-Za-z-]{6,34}$/u.test(number);
  const differs = doubtful && compact(again) !== number;
  const cnaps = compact(cnapsCode);
  const cnapsWrong = cnaps !== '' && !/^\d{12}$/u.test(cnaps);
  const send = async (): Promise<void> => {
    setStrict(true);
    if (bankName.trim() === '' || malformed || differs || cnapsWrong || save.sending) return;
    const input = { memberId: member.id, bankName, cnapsCode: cnaps === '' ? null : cnaps, kind, account: number, typedTwice: doubtful };
    const first = await save.send(input);
    // An account that takes the place of another is agreed to by two people.
    const reply = !first.ok && 'refusal' in first && first.refusal.code === 'approval_required'
      ? await ask({ title: t('account.agreeTitle', { name: member.name }), facts: [t('account.agreeFact', { name: member.name, bank: bankName.trim(), tail: number.slice(-4) })], permission: 'approve.money', run: (approval) => save.send(input, approval) }) : first;
    if (reply === null) return;
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  return (
    <Dialog
      title={t('account.dialog', { name: member.name })} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={save.sending} onPress={() => void send()}>{app('action.save')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        <TextField label={t('account.bank')} hint={t('account.bankHint')} value={bankName} maxLength={80} refusal={strict && bankName.trim() === '' ? t('missing.bank') : null} onChange={setBankName} />
        <div className={styles['choice']}>
          <span className={styles['label']}>{t('account.kind')}</span>
          <ChoiceList across digits={false} label={t('account.kind')} chosen={kind} onChoose={setKind} choices={(['card', 'passbook', 'company'] as const).map((value) => ({ value, label: t(`account.${value}`) }))} />
        </div>
        <TextField label={t('account.number')} value={account} maxLength={48} refusal={strict && malformed ? t('missing.account') : null} onChange={setAccount} />
        {doubtful ? (
          <>
            <Notice tone="wait" title={t(kind === 'card' ? 'account.doubtCard' : 'account.doubt')} />
            <TextField label={t('account.again')} value={again} maxLength={48} refusal={(strict || compact(again).length >= number.length) && differs ? t('missing.accountsDiffer') : null} onChange={setAgain} />
          </>
        ) : null}
        <TextField label={t('account.cnaps')} hint={t('account.cnapsHint')} value={cnapsCode} maxLength={16} refusal={cnapsWrong && (strict || cnaps.length > 12) ? t('missing.cnaps') : null} onChange={setCnapsCode} />
        {failure === null ? null : <RefusalNotice failure={failure} op="member.saveAccount" />}
      </div>
    </Dialog>
  );
}
