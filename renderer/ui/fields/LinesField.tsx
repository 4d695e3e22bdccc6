import { useId, type ReactElement } from 'react';
import { Field } from './Field.tsx';
import styles from './fields.module.css';

export interface LinesFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows: number;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
}

/** Free text of several lines: here Enter begins a new one. */
export function LinesField({ label, hint, value, rows, maxLength, onChange }: LinesFieldProps): ReactElement {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      <textarea id={id} className={styles['lines']} value={value} rows={rows} maxLength={maxLength} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
