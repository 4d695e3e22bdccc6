import type { ReactElement, ReactNode } from 'react';
import styles from './layout.module.css';

/** A bordered part of a screen with its heading. */
export function Card({ title, actions, children }: { readonly title?: ReactNode; readonly actions?: ReactNode; readonly children: ReactNode }): ReactElement {
  return (
    <section className={styles['card']}>
      {title === undefined ? null : <header className={styles['cardHead']}><h2>{title}</h2>{actions}</header>}
      {children}
    </section>
  );
}

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** The one that matters stands larger. */
  readonly strong?: boolean;
}

/** Names and values, one a line, values on one edge. */
export function Facts({ items }: { readonly items: readonly Fact[] }): ReactElement {
  return (
    <dl className={styles['facts']}>
      {items.map((item) => (
        <div key={item.label} className={styles['fact']} data-strong={item.strong === true || undefined}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Fields side by side as far as they fit. */
export function FormGrid({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles['form']}>{children}</div>;
}

/** Buttons in a line; the main one stands first, under the reading hand. */
export function Actions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles['buttons']}>{children}</div>;
}
