import { useEffect, useState, type ReactElement } from 'react';
import { BatikPanel } from '../../ui/BatikPanel.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { useLook } from '../look.ts';
import styles from './sign-in.module.css';

const patienceMs = 8_000;

/** Shown until core answers; after some seconds it says what to do. */
export function ConnectingScreen(): ReactElement {
  const t = useText('app');
  const [slow, setSlow] = useState(false);
  useLook(null);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['screen']}>
      <BatikPanel title={t('product')} />
      <main className={styles['main']}>
        <div className={styles['waiting']} role="status">
          <span className={styles['pulse']} aria-hidden="true"><i /><i /><i /></span>
          <p className={styles['waitingWord']}>{t('connecting.word')}</p>
          {slow ? <p>{t('connecting.slow')}</p> : null}
        </div>
      </main>
    </div>
  );
}
