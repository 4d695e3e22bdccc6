import type { ReactElement } from 'react';
import styles from './actions.module.css';

/** The key that does the same, shown on the button. Screen readers get it through `aria-keyshortcuts`. */
export function Keycap({ label }: { readonly label: string }): ReactElement {
  return <kbd className={styles['keycap']} aria-hidden="true">{label}</kbd>;
}
