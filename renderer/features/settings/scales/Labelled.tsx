import type { ReactElement, ReactNode } from 'react';
import styles from '../settings.module.css';

/** A word above a control that brings its own name along. */
export function Labelled({ label, wide = false, children }: { readonly label: string; readonly wide?: boolean; readonly children: ReactNode }): ReactElement {
  return <div className={wide ? styles['choiceWide'] : styles['choice']}><span className={styles['label']}>{label}</span>{children}</div>;
}
