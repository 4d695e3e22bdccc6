import type { ReactElement, ReactNode } from 'react';
import { Mark, type Tone } from '../Mark.tsx';
import styles from './notices.module.css';

/** A sentence that stands on the page, in one of the five states. Use `RefusalNotice` for what core refused. */
export function Notice({ tone, title, children, action }: { readonly tone: Tone; readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }): ReactElement {
  return (
    <section className={styles['notice']} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Mark tone={tone} />
      <div className={styles['words']}>
        <p className={styles['what']}>{title}</p>
        {children}
      </div>
      {action}
    </section>
  );
}
