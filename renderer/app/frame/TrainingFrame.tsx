import type { ReactElement, ReactNode } from 'react';
import { useText } from '../../ui/language/use-text.ts';
import styles from './frame.module.css';

/** Training wears a hatched frame and its word on every screen, so that nobody takes it for the real thing. */
export function TrainingFrame({ active, children }: { readonly active: boolean; readonly children: ReactNode }): ReactElement {
  const t = useText('app');
  if (!active) return <>{children}</>;
  return (
    <div className={styles['training']}>
      <p className={styles['trainingWord']}>{t('training.word')}<span>{t('training.line')}</span></p>
      <div className={styles['trainingInside']}>{children}</div>
    </div>
  );
}
