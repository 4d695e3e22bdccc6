import { useState, type ReactElement } from 'react';
import type { MemberRow } from '../../../electron/contract/member.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { DuplicateNotice, isDuplicate } from './DuplicateNotice.tsx';
import { phoneHolds } from './member-draft.ts';
import { GroupField } from './MemberForm.tsx';
import styles from './member.module.css';

export interface QuickMemberFormProps {
  /** What was typed into the search box and found nobody. */
  readonly name?: string;
  readonly onDone: (member: { readonly id: string; readonly name: string }) => void;
  readonly onClose: () => void;
}

/** A new seller in ten seconds at the scale: name, group, phone; the rest comes later. */
export function QuickMemberForm({ name: typedName = '', onDone, onClose }: QuickMemberFormProps): ReactElement {
  const t = useText('member');
  const app = useText('app');
  const add = useCommandOp('member.quickAdd');
  const [name, setName] = useState(typedName);
  const [houseGroup, setHouseGroup] = useState('');
  const [phone, setPhone] = useState('');
  const [kind, setKind] = useState<MemberRow['kind']>('member');
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const send = async (acceptDuplicate: boolean): Promise<void> => {
    setStrict(true);
    if (name.trim() === '' || !phoneHolds(phone) || add.sending) return;
    const reply = await add.send({ name, nickname: null, houseGroup: orNull(houseGroup), kind, phone: orNull(phone), acceptDuplicate });
    if (reply.ok) onDone({ id: reply.data.id, name });
    else setFailure(reply);
  };
  return (
    <Dialog
      title={t('quick.title')} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={add.sending} onPress={() => void send(false)}>{t('quick.save')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        <TextField label={t('field.name')} value={name} maxLength={60} refusal={strict && name.trim() === '' ? t('missing.name') : null} onChange={setName} />
        <GroupField value={houseGroup} onChange={setHouseGroup} />
        <TextField label={t('field.phone')} hint={t('hint.later')} value={phone} maxLength={20} refusal={strict && !phoneHolds(phone) ? t('missing.phone') : null} onChange={setPhone} />
        <ChoiceList across digits={false} label={t('field.kind')} chosen={kind} onChoose={setKind} choices={[{ value: 'member', label: t('kind.member') }, { value: 'non_member', label: t('kind.non_member') }]} />
        {failure === null ? null : isDuplicate(failure)
          ? <DuplicateNotice failure={failure} onOther={() => void send(true)} onSame={(id) => onDone({ id, name })} />
          : <RefusalNotice failure={failure} op="member.quickAdd" />}
      </div>
    </Dialog>
  );
}
