import type { ReactElement } from 'react';
import { ActionButton } from '../actions/ActionButton.tsx';
import type { KeyName } from '../keyboard/key-name.ts';
import { useText } from '../language/use-text.ts';
import styles from './notices.module.css';

export interface ProgressTaskProps {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  /** Null while nothing can be said yet. */
  readonly secondsLeft: number | null;
  readonly onCancel?: () => void;
  readonly cancelKey?: KeyName;
}

/** Long work: how far, how long yet, and a way out. The desk stays usable beside it. */
export function ProgressTask({ title, done, total, secondsLeft, onCancel, cancelKey }: ProgressTaskProps): ReactElement {
  const t = useText('app');
  const left = secondsLeft === null ? t('progress.unknown')
    : secondsLeft < 60 ? t('progress.secondsLeft', { seconds: secondsLeft }) : t('progress.minutesLeft', { minutes: Math.ceil(secondsLeft / 60) });
  return (
    <section className={styles['task']} aria-label={title}>
      <div className={styles['taskHead']}>
        <strong>{title}</strong>
        <span>{t('progress.count', { done, total })} · {left}</span>
      </div>
      <progress className={styles['progress']} max={Math.max(total, 1)} value={done} aria-label={title} />
      {onCancel === undefined ? null : <ActionButton small {...(cancelKey === undefined ? {} : { shortcut: cancelKey })} onPress={onCancel}>{t('progress.cancel')}</ActionButton>}
    </section>
  );
}
