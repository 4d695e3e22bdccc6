import type { ReactElement } from 'react';
import { ActionButton } from '../actions/ActionButton.tsx';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import styles from './notices.module.css';

export interface EmptyStateProps {
  readonly icon: IconName;
  /** What belongs here. */
  readonly title: string;
  readonly text?: string;
  /** The first step. */
  readonly action?: { readonly label: string; readonly onPress: () => void; readonly icon?: IconName };
}

/** An empty list says what belongs here and offers the first step. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps): ReactElement {
  return (
    <section className={styles['empty']}>
      <span className={styles['emptyIcon']}><Icon name={icon} /></span>
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {action === undefined ? null : (
        <ActionButton kind="main" onPress={action.onPress} {...(action.icon === undefined ? {} : { icon: action.icon })}>{action.label}</ActionButton>
      )}
    </section>
  );
}
