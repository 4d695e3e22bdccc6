import { useRef, useState, type ReactElement } from 'react';
import type { MemberRow } from '../../../../../electron/contract/member.ts';
import type { Failure } from '../../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import { DialogKeys } from './DialogKeys.tsx';

export interface SellerDialogProps {
  /** What stood in the search: digits are a phone, anything else a name. */
  readonly text: string;
  readonly onDone: (member: MemberRow) => void;
  readonly onClose: () => void;
}

const isPhone = (text: string): boolean => /^[\d\s-]{5,}$/u.test(text);
const lineOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A new seller in ten seconds: name, phone, group, member or not; the rest later. Enter goes from field to field and saves behind the last. */
export function SellerDialog({ text, onDone, onClose }: SellerDialogProps): ReactElement {
  const t = useText('ticket');
  const add = useCommandOp('member.quickAdd');
  const groups = useQueryOp('member.groups', {});
  const [name, setName] = useState(isPhone(text) ? '' : text);
  const [phone, setPhone] = useState(isPhone(text) ? text : '');
  const [houseGroup, setHouseGroup] = useState('');
  const [kind, setKind] = useState<MemberRow['kind']>('non_member');
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const doubled = failure !== null && 'refusal' in failure && failure.refusal.code === 'duplicate_likely';

  const save = async (acceptDuplicate: boolean): Promise<void> => {
    if (name.trim() === '' || add.sending) return;
    const fields = { name: name.trim(), nickname: null, houseGroup: lineOrNull(houseGroup), kind, phone: lineOrNull(phone) };
    const reply = await add.send({ ...fields, acceptDuplicate });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onDone({ id: reply.data.id, code: reply.data.code, name: fields.name, nickname: null, houseGroup: fields.houseGroup, kind, status: 'active', phoneMasked: null, version: 1 });
  };
  const goOn = (): void => {
    const fields = [...(form.current?.querySelectorAll<HTMLElement>('input') ?? [])];
    const focused = document.activeElement;
    const next = fields[fields.findIndex((field) => field === focused) + 1];
    const kinds = form.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]');
    if (focused instanceof HTMLElement && focused.closest('[role="radiogroup"]') !== null) void save(doubled);
    else (next ?? kinds)?.focus();
  };
  const known = groups.data?.ok === true ? groups.data.data.groups : [];
  return (
    <Dialog title={t('desk.seller.title')} onClose={onClose} wide>
      <DialogKeys bindings={{ Enter: goOn, F9: () => void save(doubled) }} />
      <div className={styles['form']}>
        <div ref={form} className={styles['form']}>
          <div className={styles['row']}>
            <TextField label={t('desk.seller.name')} value={name} onChange={setName} maxLength={60} autoFocus hint={t('desk.seller.nameHint')} />
            <TextField label={t('desk.seller.phone')} value={phone} onChange={setPhone} maxLength={20} hint={t('desk.seller.phoneHint')} />
          </div>
          <TextField label={t('desk.seller.group')} value={houseGroup} onChange={setHouseGroup} maxLength={40} hint={known.length === 0 ? t('desk.seller.groupHint') : known.slice(0, 8).join(t('desk.listComma'))} />
          <ChoiceList
            label={t('desk.seller.kind')} layer="dialog" across chosen={kind} onChoose={setKind}
            choices={[{ value: 'non_member', label: t('desk.kind.nonMember'), detail: t('desk.seller.nonMemberDetail') }, { value: 'member', label: t('desk.kind.member'), detail: t('desk.seller.memberDetail') }]}
          />
        </div>
        {failure === null ? null : <RefusalNotice failure={failure} op="member.quickAdd" {...(doubled ? { saved: t('desk.seller.doubleSaved') } : {})} />}
        <ActionButton kind="main" wide keyLabel="Enter / F9" disabled={name.trim() === ''} onPress={() => void save(doubled)}>{t(doubled ? 'desk.seller.addAnyway' : 'desk.seller.add')}</ActionButton>
      </div>
    </Dialog>
  );
}
