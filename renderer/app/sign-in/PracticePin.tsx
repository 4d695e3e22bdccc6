import type { ReactElement } from 'react';
import { practicePeople } from '../../../electron/contract/practice.ts';
import type { Person } from '../../../electron/contract/session.ts';
import { useText } from '../../ui/language/use-text.ts';
import styles from './sign-in.module.css';

/** The PIN that a person of the practice station was given: the next class has not seen the page that told it. Nothing for anybody else. */
export function PracticePin({ person }: { readonly person: Person }): ReactElement | null {
  const t = useText('app');
  const given = practicePeople.find(({ login, name }) => login === person.login && name === person.name);
  return given === undefined ? null : <p className={styles['practicePin']}>{t('signIn.practicePin')} <strong>{given.pin}</strong></p>;
}
