import type { ReactElement } from 'react';
import { useText } from '../../ui/language/use-text.ts';
import { Mark } from '../../ui/Mark.tsx';
import styles from './sign-in.module.css';

/** Core is being started again; the screen and everything typed stay. */
export function LostBanner(): ReactElement {
  const t = useText('app');
  return <div className={styles['lost']} role="alert"><Mark tone="wait" /> {t('connecting.lost')}</div>;
}
