import type { ReactElement, ReactNode } from 'react';
import styles from './BatikPanel.module.css';

/** The indigo cloth beside the sign-in: white wax on blue, as it is worn here. */
export function BatikPanel({ title, subtitle = null, children }: { readonly title: string; readonly subtitle?: string | null; readonly children?: ReactNode }): ReactElement {
  return (
    <aside className={styles['panel']}>
      <div className={styles['cloth']} aria-hidden="true" />
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {subtitle === null ? null : <p className={styles['subtitle']}>{subtitle}</p>}
      </div>
      {children === undefined ? null : <div className={styles['foot']}>{children}</div>}
    </aside>
  );
}
