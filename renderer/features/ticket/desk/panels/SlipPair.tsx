import type { ReactElement, ReactNode } from 'react';
import styles from './Slip.module.css';

/** A label and its figure on one line of the paper. */
export function Pair({ label, children, strong = false }: { readonly label: string; readonly children: ReactNode; readonly strong?: boolean }): ReactElement {
  return <div className={styles['pair']} data-strong={strong || undefined}><span>{label}</span><span>{children}</span></div>;
}
