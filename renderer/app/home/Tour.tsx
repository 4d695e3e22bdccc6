import { useState, type ReactElement } from 'react';
import type { Role } from '../../../electron/contract/permission.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import styles from './home.module.css';

const steps = ['one', 'two', 'three'] as const;

/** Three steps for a person's first day in a role; put away with one press, brought back with another. */
export function Tour({ role, personId }: { readonly role: Role; readonly personId: string }): ReactElement {
  const t = useText('home');
  const key = `station.tour.${personId}`;
  const [seen, setSeen] = useState(() => localStorage.getItem(key) === 'seen');
  const put = (next: boolean): void => {
    localStorage.setItem(key, next ? 'seen' : 'open');
    setSeen(next);
  };
  if (seen) return <div className={styles['again']}><ActionButton kind="quiet" small icon="help" onPress={() => put(false)}>{t('tour.again')}</ActionButton></div>;
  return (
    <section className={styles['tour']} aria-label={t('tour.title')}>
      <header>
        <h2>{t('tour.title')}</h2>
        <ActionButton kind="quiet" small onPress={() => put(true)}>{t('tour.seen')}</ActionButton>
      </header>
      <ol>
        {steps.map((step, index) => (
          <li key={step}>
            <span className={styles['tourNumber']} aria-hidden="true">{index + 1}</span>
            <div>
              <h3>{t(`tour.${role}.${step}.title`)}</h3>
              <p>{t(`tour.${role}.${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
