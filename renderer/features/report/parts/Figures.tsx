import type { ReactElement, ReactNode } from 'react';
import styles from './parts.module.css';

export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  /** Opens what the figure sums. */
  readonly onOpen?: () => void;
  readonly openLabel?: string;
}

/** The figures that matter, large and side by side; one that sums something opens it. */
export function Figures({ label, items }: { readonly label: string; readonly items: readonly Figure[] }): ReactElement {
  return (
    <dl className={styles['figures']} aria-label={label}>
      {items.map((item) => (
        <div key={item.label} className={styles['figure']}>
          <dt>{item.label}</dt>
          <dd>
            {item.onOpen === undefined ? item.value
              : <button type="button" className={styles['open']} title={item.openLabel} onClick={item.onOpen}>{item.value}</button>}
            {item.note === undefined ? null : <small>{item.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
