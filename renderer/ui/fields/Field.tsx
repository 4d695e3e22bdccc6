import type { ReactElement, ReactNode } from 'react';
import { Mark } from '../Mark.tsx';
import styles from './fields.module.css';

export interface FieldProps {
  /** The id of the control inside; its note has the id with `-note` behind. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly refusal?: string | null;
  readonly children: ReactNode;
}

/** A label above its control, with a hint below that gives way to a refusal. */
export function Field({ id, label, hint, refusal = null, children }: FieldProps): ReactElement {
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>{label}</label>
      {children}
      <p id={`${id}-note`} className={refusal === null ? styles['hint'] : styles['refusal']} role={refusal === null ? undefined : 'alert'}>
        {refusal === null ? hint : <><Mark tone="danger" /> {refusal}</>}
      </p>
    </div>
  );
}
