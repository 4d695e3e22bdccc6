import type { ReactElement, ReactNode } from 'react';
import styles from './layout.module.css';

export interface PageProps {
  readonly title: ReactNode;
  /** A sentence or a date beside the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** The content fills the height and scrolls inside, as a table wants. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** The title of a screen that shows none, for those who listen to it; the weigh desk uses it. */
export function HiddenTitle({ children }: { readonly children: string }): ReactElement {
  return <h1 className={styles['hidden']}>{children}</h1>;
}

/** A screen's title line and its content. */
export function Page({ title, note, actions, fill = false, children }: PageProps): ReactElement {
  return (
    <div className={styles['page']} data-fill={fill || undefined}>
      <header className={styles['head']}>
        <h1>{title}</h1>
        {note === undefined ? null : <span className={styles['note']}>{note}</span>}
        {actions === undefined ? null : <span className={styles['actions']}>{actions}</span>}
      </header>
      <div className={styles['content']}>{children}</div>
    </div>
  );
}
