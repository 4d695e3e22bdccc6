import type { ReactElement } from 'react';
import { useText } from '../../ui/language/use-text.ts';
import styles from './clock.module.css';

/** How the computer's clock is set right, in the order of the hands. */
export function SetTheClock(): ReactElement {
  const t = useText('clock');
  return (
    <ol className={styles['steps']}>
      <li>{t('set.open')}</li>
      <li>{t('set.adjust')}</li>
      <li>{t('set.reopen')}</li>
    </ol>
  );
}
