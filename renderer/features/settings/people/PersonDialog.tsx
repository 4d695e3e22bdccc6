import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { roles, type Role } from '../../../../electron/contract/permission.ts';
import type { Person } from '../../../../electron/contract/session.ts';
import { pinProblem } from '../../../../electron/domain/pin-rule.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { useApproval } from '../../../app/approval/approval-context.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { PinField } from '../../../ui/fields/PinField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { FormGrid } from '../../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { ResetPinDialog } from './ResetPinDialog.tsx';
import styles from '../settings.module.css';

/** A person who signs in. A PIN once given is changed only with a second person, and so is who may agree to what others do. */
export function PersonDialog({ person, onClose }: { readonly person: Person | null; readonly onClose: () => void }): ReactElement {
  const t = useText('settings');
  const app = useText('app');
  const language = useLanguage();
  const { training } = useSession();
  const save = useCommandOp('user.save');
  const ask = useApproval();
  const [name, setName] = useState(person?.name ?? '');
  const [login, setLogin] = useState(person?.login ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'clerk');
  const [active, setActive] = useState(person?.active ?? true);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [strict, setStrict] = useState(false);
  const [resetting, setResetting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (resetting && person !== null) return <ResetPinDialog person={person} onClose={onClose} />;
  const loginHolds = /^[a-z0-9._-]{2,32}$/u.test(login);
  const pinHolds = person !== null || (pinProblem(pin) === null && pin === again);
  const send = async (): Promise<void> => {
    setStrict(true);
    if (name.trim() === '' || !loginHolds || !pinHolds || save.sending) return;
    const density = person?.density ?? (role === 'clerk' || role === 'grader' ? 'desk' : 'office');
    const input = { ...(person === null ? { pin } : { id: person.id }), login, name, role, active, locale: person?.locale ?? language, density };
    const first = await save.send(input);
    // Whoever may agree to what others do is made so by two people.
    const reply = !first.ok && 'refusal' in first && first.refusal.code === 'approval_required'
      ? await ask({ title: t('people.agreeTitle', { name }), facts: [t('people.agreeFact', { name, role: app(`role.${role}`) })], permission: 'approve.system', run: (approval) => save.send(input, approval) }) : first;
    if (reply === null) return;
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  const offered = roles.filter((candidate) => training || candidate !== 'trainer' || candidate === person?.role);
  return (
    <Dialog
      title={person === null ? t('people.add') : t('people.change', { name: person.name })} onClose={onClose}
      actions={(
        <>
          {person === null ? null : <ActionButton kind="quiet" layer="dialog" icon="lock" onPress={() => setResetting(true)}>{t('people.reset')}</ActionButton>}
          <ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton>
          <ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={save.sending} onPress={() => void send()}>{app('action.save')}</ActionButton>
        </>
      )}
    >
      <div className={styles['stack']}>
        <TextField label={t('people.name')} maxLength={60} value={name} refusal={strict && name.trim() === '' ? t('missing.name') : null} onChange={setName} />
        <FormGrid>
          <div className={styles['choice']}>
            <span className={styles['label']}>{t('people.role')}</span>
            <Select aria-label={t('people.role')} value={role} onChange={setRole} options={offered.map((value) => ({ value, label: app(`role.${value}`) }))} />
          </div>
          <TextField label={t('people.login')} hint={t('people.loginHint')} maxLength={32} value={login} refusal={strict && !loginHolds ? t('missing.login') : null} onChange={(text) => setLogin(text.toLowerCase())} />
          {person === null ? (
            <>
              <PinField label={t('people.pin')} hint={t('people.pinHint')} value={pin} refusal={strict && pinProblem(pin) !== null ? t('missing.pin') : null} onChange={setPin} />
              <PinField label={t('people.again')} value={again} refusal={strict && pin !== again ? t('missing.pinsDiffer') : null} onChange={setAgain} />
            </>
          ) : null}
        </FormGrid>
        <label className={styles['check']}><input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} /> {t('people.mayEnter')}</label>
        {failure === null ? null : <RefusalNotice failure={failure} op="user.save" />}
      </div>
    </Dialog>
  );
}
