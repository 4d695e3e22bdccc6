import type { ReactElement } from 'react';
import type { Person } from '../../../electron/contract/session.ts';
import { Keycap } from '../../ui/actions/Keycap.tsx';
import { digitKeys, type KeyName } from '../../ui/keyboard/key-name.ts';
import type { KeyHandler } from '../../ui/keyboard/keyboard-scopes.ts';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { PersonFace } from '../../ui/PersonFace.tsx';
import styles from './sign-in.module.css';

/** The people of the station as large tiles, numbered for the numpad. */
export function PersonTiles({ people, onChoose }: { readonly people: readonly Person[]; readonly onChoose: (person: Person) => void }): ReactElement {
  const t = useText('app');
  const bindings: Partial<Record<KeyName, KeyHandler>> = {};
  people.slice(0, digitKeys.length).forEach((person, index) => {
    const key = digitKeys[index];
    if (key !== undefined) bindings[key] = () => onChoose(person);
  });
  useKeyboardScope(bindings, 'part');
  return (
    <ul className={styles['tiles']} data-many={people.length > 6 || undefined}>
      {people.map((person, index) => (
        <li key={person.id}>
          <button type="button" className={styles['tile']} onClick={() => onChoose(person)} autoFocus={index === 0}>
            <PersonFace name={person.name} />
            <span className={styles['tileWords']}>
              <span className={styles['tileName']}>{person.name}</span>
              <span className={styles['tileRole']}>{t(`role.${person.role}`)}</span>
            </span>
            {index < 9 ? <Keycap label={String(index + 1)} /> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
