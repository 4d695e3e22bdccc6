import type { ReactElement, ReactNode } from 'react';
import { useText } from '../../ui/language/use-text.ts';
import styles from './frame.module.css';

/** Training wears a hatched frame and its word on every screen, so that nobody takes it for the real thing. */
export function TrainingFrame({ active, children }: { readonly active: boolean; readonly children: ReactNode }): ReactElement {
  const t = useText('app');
  if (!active) return <>{children}</>;
  return (
    <div className={styles['training']}>
      <aside className={styles['trainingWord']} aria-label={t('training.word')}>{t('training.word')}<span>{t('training.line')}</span></aside>
      <div className={styles['trainingInside']}>{children}</div>
    </div>
  );
}
