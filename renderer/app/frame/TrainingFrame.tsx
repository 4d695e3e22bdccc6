import type { ReactElement, ReactNode } from 'react';
import { useText } from '../../ui/language/use-text.ts';
import styles from './frame.module.css';

/** Training wears a hatched frame and its word on every screen, so that nobody takes it for the real thing. */
export function TrainingFrame({ active, tools, children }: { readonly active: boolean; /** What a trainer has at hand. */ readonly tools?: ReactNode; readonly children: ReactNode }): ReactElement {
  const t = useText('app');
  if (!active) return <>{children}</>;
  return (
    <div className={styles['training']}>
      <aside className={styles['trainingWord']} aria-label={t('training.word')}>{t('training.word')}<span>{t('training.line')}</span>{tools}</aside>
      <div className={styles['trainingInside']}>{children}</div>
    </div>
  );
}
