import { AutoComplete } from 'antd';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import type { MemberDetail } from '../../../electron/contract/member.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card, FormGrid } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { DuplicateNotice, isDuplicate } from './DuplicateNotice.tsx';
import { draftTroubles, savingInput, withResidentId, type MemberDraft } from './member-draft.ts';
import styles from './member.module.css';

export interface GroupFieldProps {
  readonly value: string;
  readonly onChange: (group: string) => void;
}

/** A house group: those in use are offered, another may be typed. */
export function GroupField({ value, onChange }: GroupFieldProps): ReactElement {
  const t = useText('member');
  const id = useId();
  const groups = useQueryOp('member.groups', {});
  const names = groups.data?.ok === true ? groups.data.data.groups : [];
  return (
    <Field id={id} label={t('field.houseGroup')} hint={t('hint.houseGroup')}>
      <AutoComplete
        id={id} value={value} maxLength={40} onChange={onChange} style={{ width: '100%' }} options={names.filter((name) => name.includes(value)).map((name) => ({ value: name }))}
      />
    </Field>
  );
}

interface RemovableProps {
  readonly masked: string | null;
  readonly removed: boolean;
  readonly onRemove: (removed: boolean) => void;
  readonly children: ReactNode;
}

function Removable({ masked, removed, onRemove, children }: RemovableProps): ReactElement {
  const t = useText('member');
  return (
    <div>
      {children}
      {masked === null ? null : (
        <label className={styles['check']}><input type="checkbox" checked={removed} onChange={(event) => onRemove(event.target.checked)} /> {t('edit.remove', { masked })}</label>
      )}
    </div>
  );
}

interface PartProps {
  readonly draft: MemberDraft;
  readonly known: MemberDetail | null;
  readonly strict: boolean;
  readonly onDraft: (draft: MemberDraft) => void;
}

function NameCard({ draft, strict, onDraft }: PartProps): ReactElement {
  const t = useText('member');
  const troubles = draftTroubles(draft);
  return (
    <Card title={t('person.title')}>
      <FormGrid>
        <TextField label={t('field.name')} autoFocus maxLength={60} value={draft.name} refusal={strict && troubles.has('name') ? t('missing.name') : null} onChange={(name) => onDraft({ ...draft, name })} />
        <TextField label={t('field.nickname')} hint={t('hint.nickname')} maxLength={40} value={draft.nickname} onChange={(nickname) => onDraft({ ...draft, nickname })} />
        <GroupField value={draft.houseGroup} onChange={(houseGroup) => onDraft({ ...draft, houseGroup })} />
      </FormGrid>
      <div className={styles['choice']}>
        <span className={styles['label']}>{t('field.kind')}</span>
        <ChoiceList
          across digits={false} label={t('field.kind')} chosen={draft.kind} onChoose={(kind) => onDraft({ ...draft, kind })}
          choices={[{ value: 'member', label: t('kind.member'), detail: t('kind.memberText') }, { value: 'non_member', label: t('kind.non_member'), detail: t('kind.nonMemberText') }]}
        />
      </div>
    </Card>
  );
}

function ContactCard({ draft, known, strict, onDraft }: PartProps): ReactElement {
  const t = useText('member');
  const troubles = draftTroubles(draft);
  const phoneWrong = troubles.has('phone') && (strict || draft.phone.replace(/\D/gu, '').length >= 11);
  const idWrong = troubles.has('residentId') && (strict || draft.residentId.replace(/\s/gu, '').length >= 18);
  const hint = (masked: string | null): string => (masked === null ? t('hint.later') : t('hint.keep', { masked }));
  return (
    <Card title={t('contact.title')}>
      <FormGrid>
        <Removable masked={known?.phoneMasked ?? null} removed={draft.removePhone} onRemove={(removePhone) => onDraft({ ...draft, removePhone })}>
          <TextField
            label={t('field.phone')} hint={hint(known?.phoneMasked ?? null)} value={draft.phone} maxLength={20} disabled={draft.removePhone} refusal={phoneWrong ? t('missing.phone') : null}
            onChange={(phone) => onDraft({ ...draft, phone })}
          />
        </Removable>
        <Removable masked={known?.residentMasked ?? null} removed={draft.removeResidentId} onRemove={(removeResidentId) => onDraft({ ...draft, removeResidentId })}>
          <TextField
            label={t('field.residentId')} hint={hint(known?.residentMasked ?? null)} value={draft.residentId} maxLength={20} disabled={draft.removeResidentId}
            refusal={idWrong ? t('missing.residentId') : null} onChange={(residentId) => onDraft(withResidentId(draft, residentId))}
          />
        </Removable>
        <DayField label={t('field.birthDate')} value={draft.birthDate} onChange={(birthDate) => onDraft({ ...draft, birthDate })} />
      </FormGrid>
    </Card>
  );
}

function DealingsCard({ draft, onDraft }: PartProps): ReactElement {
  const t = useText('member');
  return (
    <Card title={t('dealings.title')}>
      <FormGrid>
        <div className={styles['choice']}>
          <span className={styles['label']}>{t('field.channel')}</span>
          <ChoiceList
            across digits={false} label={t('field.channel')} chosen={draft.channel} onChoose={(channel) => onDraft({ ...draft, channel })}
            choices={[{ value: 'cash', label: t('channel.cash') }, { value: 'bank', label: t('channel.bank') }]}
          />
        </div>
        <TextField label={t('field.note')} maxLength={300} value={draft.note} onChange={(note) => onDraft({ ...draft, note })} />
      </FormGrid>
      <label className={styles['check']}><input type="checkbox" checked={draft.ownGrown} onChange={(event) => onDraft({ ...draft, ownGrown: event.target.checked })} /> {t('own.statement')}</label>
    </Card>
  );
}

export interface MemberFormProps {
  readonly start: MemberDraft;
  /** The member that is changed; null for a new one. */
  readonly known: MemberDetail | null;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

/** Everything the station knows of a member, in three cards. What cannot be right is marked where it stands, before it is sent. */
export function MemberForm({ start, known, onSaved, onCancel }: MemberFormProps): ReactElement {
  const t = useText('member');
  const app = useText('app');
  const save = useCommandOp('member.save');
  const [draft, setDraft] = useState(start);
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (acceptDuplicate: boolean): Promise<void> => {
    setStrict(true);
    if (draftTroubles(draft).size > 0 || save.sending) return;
    const reply = await save.send(savingInput(draft, known, acceptDuplicate));
    if (reply.ok) onSaved(reply.data.id);
    else setFailure(reply);
  };
  const change = (next: MemberDraft): void => {
    setDraft(next);
    setFailure(null);
  };
  const part = { draft, known, strict, onDraft: change };
  return (
    <div className={styles['form']}>
      <NameCard {...part} />
      <ContactCard {...part} />
      <DealingsCard {...part} />
      {failure === null ? null : isDuplicate(failure)
        ? <DuplicateNotice failure={failure} onOther={() => void send(true)} onSame={onSaved} />
        : <RefusalNotice failure={failure} op="member.save" />}
      <div className={styles['foot']}>
        <ActionButton kind="main" shortcut="F9" disabled={save.sending} onPress={() => void send(false)}>{app('action.save')}</ActionButton>
        <ActionButton shortcut="Escape" onPress={onCancel}>{t('edit.cancel')}</ActionButton>
      </div>
    </div>
  );
}
