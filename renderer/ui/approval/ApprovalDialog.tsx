import { useState, type ReactElement, type ReactNode } from 'react';
import type { Approval } from '../../../electron/contract/envelope.ts';
import type { Person } from '../../../electron/contract/session.ts';
import type { Failure } from '../../api/operation-types.ts';
import { ChoiceList } from '../actions/ChoiceList.tsx';
import { PinPad } from '../fields/PinPad.tsx';
import { useText } from '../language/use-text.ts';
import { failureWords } from '../notices/failure-text.ts';
import { Notice } from '../notices/Notice.tsx';
import { Dialog } from '../overlay/Dialog.tsx';
import styles from './ApprovalDialog.module.css';

export interface ApprovalDialogProps {
  readonly title: string;
  readonly facts: readonly string[];
  /** Who may agree; the person at the desk is not among them. */
  readonly people: readonly Person[];
  /** What stands below the list once a person is chosen. */
  readonly below?: (userId: string) => ReactNode;
  /** Null when it went through. */
  readonly onApprove: (approval: Approval) => Promise<Failure | null>;
  readonly onCancel: () => void;
}

/** A second person agrees in place, without signing anybody out: name, PIN, done. */
export function ApprovalDialog({ title, facts, people, below, onApprove, onCancel }: ApprovalDialogProps): ReactElement {
  const t = useText('app');
  const [user, setUser] = useState<string | null>(people.length === 1 ? people[0]?.id ?? null : null);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const approve = async (): Promise<void> => {
    if (user === null) return;
    setBusy(true);
    const result = await onApprove({ user, pin });
    setBusy(false);
    setPin('');
    setFailure(result);
  };
  const words = failure === null ? null : failureWords(failure, null, t);
  return (
    <Dialog title={title} onClose={onCancel} wide={people.length > 0}>
      <ul className={styles['facts']}>{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>
      {people.length === 0 ? <Notice tone="wait" title={t('approval.nobody')}><p>{t('approval.nobodyTodo')}</p></Notice> : (
        <div className={styles['columns']}>
          <div>
            <h3 className={styles['heading']}>{t('approval.who')}</h3>
            <ChoiceList
              label={t('approval.who')} layer="dialog" chosen={user} onChoose={setUser}
              choices={people.map((person) => ({ value: person.id, label: person.name, detail: t(`role.${person.role}`) }))}
            />
            {user === null ? null : below?.(user)}
          </div>
          {user === null ? <p className={styles['wait']}>{t('approval.chooseFirst')}</p>
            : <PinPad key={user} small label={t('approval.pin')} pin={pin} onChange={setPin} onSubmit={() => void approve()} busy={busy} />}
        </div>
      )}
      {words === null ? null : <Notice tone="danger" title={words.what}>{words.todo === null ? null : <p>{words.todo}</p>}</Notice>}
    </Dialog>
  );
}
