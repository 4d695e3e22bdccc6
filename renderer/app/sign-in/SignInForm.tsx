import { useState, type ReactElement } from 'react';
import type { Person } from '../../../electron/contract/session.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { PinPad } from '../../ui/fields/PinPad.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { failureWords } from '../../ui/notices/failure-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { PersonFace } from '../../ui/PersonFace.tsx';
import { PracticePin } from './PracticePin.tsx';
import styles from './sign-in.module.css';

export interface SignInFormProps {
  readonly person: Person;
  /** In the practice station the PIN a person was given stands below the pad. */
  readonly training: boolean;
  readonly onSignedIn: () => void;
  readonly onBack: () => void;
  readonly backWord: string;
}

/** The PIN of one person, with what to do when it was wrong. */
export function SignInForm({ person, training, onSignedIn, onBack, backWord }: SignInFormProps): ReactElement {
  const t = useText('app');
  const [pin, setPin] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const signIn = useCommandOp('session.signIn');
  const submit = async (): Promise<void> => {
    const reply = await signIn.send({ user: person.id, pin });
    setPin('');
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onSignedIn();
  };
  const words = failure === null ? null : failureWords(failure, 'session.signIn', t);
  return (
    <div className={styles['form']}>
      <div className={styles['who']}>
        <PersonFace name={person.name} large />
        <div>
          <h1>{person.name}</h1>
          <p className={styles['tileRole']}>{t(`role.${person.role}`)}</p>
        </div>
      </div>
      <PinPad label={t('signIn.pin')} pin={pin} onChange={setPin} onSubmit={() => void submit()} busy={signIn.sending} />
      {training ? <PracticePin person={person} /> : null}
      {words === null ? null : <Notice tone="danger" title={words.what}>{words.todo === null ? null : <p>{words.todo}</p>}</Notice>}
      <ActionButton kind="quiet" icon="back" shortcut="Escape" onPress={onBack}>{backWord}</ActionButton>
    </div>
  );
}
