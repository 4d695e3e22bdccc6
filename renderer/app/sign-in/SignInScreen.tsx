import { useEffect, useState, type ReactElement } from 'react';
import type { Person, SessionState } from '../../../electron/contract/session.ts';
import { queryClient } from '../../api/query-client.ts';
import { queryKeyOf } from '../../api/use-operation.ts';
import { BatikPanel } from '../../ui/BatikPanel.tsx';
import { dateTextOf, timeText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { LookSwitch } from '../frame/LookSwitch.tsx';
import { TrainingFrame } from '../frame/TrainingFrame.tsx';
import { useNow } from '../use-now.ts';
import { PersonTiles } from './PersonTiles.tsx';
import { SignInForm } from './SignInForm.tsx';
import styles from './sign-in.module.css';

const deskAfterMs = 300;

/** Who is at the desk? A tile and a PIN; nothing to remember but four digits. */
export function SignInScreen({ state }: { readonly state: SessionState }): ReactElement {
  const t = useText('app');
  const language = useLanguage();
  const now = useNow(10_000);
  const [person, setPerson] = useState<Person | null>(null);
  const people = state.people.filter((candidate) => candidate.active);
  // The desk is fetched while the PIN is typed, so that it stands at once; the tiles come first.
  useEffect(() => {
    const timer = setTimeout(() => void import('../Workplace.tsx'), deskAfterMs);
    return () => clearTimeout(timer);
  }, []);
  const renew = (): void => void queryClient.invalidateQueries({ queryKey: queryKeyOf('session.state', {}) });
  return (
    <TrainingFrame active={state.folderKind === 'training'}>
      <div className={styles['screen']}>
        <BatikPanel title={state.cooperative ?? t('product')} subtitle={state.station?.name ?? null}>
          <p className={styles['clock']}>{timeText(now)}</p>
          <p className={styles['date']}>{dateTextOf(state.businessDate, language)}</p>
        </BatikPanel>
        <main className={styles['main']}>
          <div className={styles['corner']}><LookSwitch /></div>
          {person === null ? (
            <div className={styles['column']}>
              <h1>{t('signIn.who')}</h1>
              <PersonTiles people={people} onChoose={setPerson} />
              {state.keyProtection === 'system' ? null : <p className={styles['small']}>{t(`keyProtection.${state.keyProtection}`)}</p>}
            </div>
          ) : (
            <SignInForm key={person.id} person={person} training={state.folderKind === 'training'} onSignedIn={renew} onBack={() => setPerson(null)} backWord={t('signIn.someoneElse')} />
          )}
        </main>
      </div>
    </TrainingFrame>
  );
}
