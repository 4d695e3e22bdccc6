import { useEffect, useState, type ReactElement } from 'react';
import { BatikPanel } from '../../ui/BatikPanel.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { useLook } from '../look.ts';
import styles from './sign-in.module.css';

/** Core mostly answers sooner; a screen that flashes by unsettles, and painting it delays the one that stays. */
const unnoticedMs = 300;
const patienceMs = 8_000;

/** Shown until core answers, unless it does at once; after some seconds it says what to do. */
export function ConnectingScreen(): ReactElement | null {
  const t = useText('app');
  const [waited, setWaited] = useState<'not yet' | 'a moment' | 'long'>('not yet');
  useLook(null);
  useEffect(() => {
    const timers = [setTimeout(() => setWaited('a moment'), unnoticedMs), setTimeout(() => setWaited('long'), patienceMs)];
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  if (waited === 'not yet') return null;
  return (
    <div className={styles['screen']}>
      <BatikPanel title={t('product')} />
      <main className={styles['main']}>
        <div className={styles['waiting']} role="status">
          <span className={styles['pulse']} aria-hidden="true"><i /><i /><i /></span>
          <p className={styles['waitingWord']}>{t('connecting.word')}</p>
          {waited === 'long' ? <p>{t('connecting.slow')}</p> : null}
        </div>
      </main>
    </div>
  );
}
