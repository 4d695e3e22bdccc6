import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Person, SessionState } from '../../../electron/contract/session.ts';
import { queryClient } from '../../api/query-client.ts';
import { BatikPanel } from '../../ui/BatikPanel.tsx';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { TrainingFrame } from '../frame/TrainingFrame.tsx';
import { PersonTiles } from './PersonTiles.tsx';
import { SignInForm } from './SignInForm.tsx';
import styles from './sign-in.module.css';

/** Covers the desk after a rest. Everything below stays as it was; the same person goes on, or another one takes over. */
export function LockScreen({ state, person, onUnlock }: { readonly state: SessionState; readonly person: Person; readonly onUnlock: () => void }): ReactElement {
  const t = useText('app');
  const cover = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<Person | null>(person);
  useEffect(() => cover.current?.showModal(), []);
  // A browser may close a dialog whatever it says, when Escape is pressed again and again: the key is taken here, and a cover that was closed all
  // the same comes back.
  useKeyboardScope({ Escape: () => setChosen(null) }, 'dialog');
  const signedIn = (): void => {
    // Below the cover the desk may have asked while core knew nobody.
    void queryClient.invalidateQueries();
    onUnlock();
  };
  return (
    <dialog ref={cover} className={styles['cover']} aria-label={t('lock.title')} onCancel={(event) => event.preventDefault()} onClose={() => cover.current?.showModal()}>
      <TrainingFrame active={state.folderKind === 'training'}>
        <div className={styles['screen']}>
          <BatikPanel title={t('lock.title')} subtitle={t('lock.kept')} />
          <div className={styles['main']}>
            {chosen === null ? (
              <div className={styles['column']}>
                <h1>{t('signIn.who')}</h1>
                <PersonTiles people={state.people.filter((candidate) => candidate.active)} onChoose={setChosen} />
              </div>
            ) : <SignInForm key={chosen.id} person={chosen} training={state.folderKind === 'training'} onSignedIn={signedIn} onBack={() => setChosen(null)} backWord={t('signIn.someoneElse')} />}
          </div>
        </div>
      </TrainingFrame>
    </dialog>
  );
}
