import type { ReactElement } from 'react';
import type { Person } from '../../../electron/contract/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Popup } from '../../ui/overlay/Popup.tsx';
import { PersonFace } from '../../ui/PersonFace.tsx';
import styles from './frame.module.css';

export interface PersonMenuProps {
  readonly person: Person;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
}

/** Who is signed in; lock keeps the screen, changing over ends the session. */
export function PersonMenu({ person, onLock, onSignOut }: PersonMenuProps): ReactElement {
  const t = useText('app');
  return (
    <Popup label={t('person.title', { name: person.name })} buttonClass={styles['personButton']} button={<><PersonFace name={person.name} /><span>{person.name}</span></>}>
      {(close) => (
        <div className={styles['personMenu']}>
          <strong>{person.name}</strong>
          <span>{t(`role.${person.role}`)}</span>
          <ActionButton wide icon="lock" onPress={() => { close(); onLock(); }}>{t('person.lock')}</ActionButton>
          <ActionButton wide icon="person" onPress={() => { close(); onSignOut(); }}>{t('person.signOut')}</ActionButton>
        </div>
      )}
    </Popup>
  );
}
