import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useKeyboardScope } from '../keyboard/use-keyboard-scope.ts';
import { useText } from '../language/use-text.ts';
import styles from './overlay.module.css';

export interface SidePanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** The chosen row beside its table: both stay in view. Put it behind the table in a `SplitView`. */
export function SidePanel({ title, onClose, children, actions }: SidePanelProps): ReactElement {
  const t = useText('app');
  useKeyboardScope({ Escape: onClose }, 'part');
  return (
    <aside className={styles['side']}>
      <header className={styles['sideHead']}>
        <h2>{title}</h2>
        <ActionButton kind="quiet" small icon="close" keyLabel="Esc" label={t('action.close')} onPress={onClose}>{null}</ActionButton>
      </header>
      <div className={styles['sideBody']}>{children}</div>
      {actions === undefined ? null : <footer className={styles['dialogFoot']}>{actions}</footer>}
    </aside>
  );
}

/** A table (or list) that fills the screen, and beside it the panel of the chosen row. */
export function SplitView({ children, panel }: { readonly children: ReactNode; readonly panel: ReactNode }): ReactElement {
  return <div className={styles['split']}><div className={styles['splitMain']}>{children}</div>{panel}</div>;
}
