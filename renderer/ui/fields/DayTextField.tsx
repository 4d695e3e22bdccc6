import { useId, type ReactElement } from 'react';
import type { BusinessDate } from '../../../electron/domain/business-date.ts';
import { dayAsTyped } from './day-text.ts';
import { Field } from './Field.tsx';
import styles from './fields.module.css';

export interface DayTextFieldProps {
  readonly label: string;
  /** A whole day, or what has been typed of one. */
  readonly value: string;
  /** The day that month and day alone count back from. */
  readonly today: BusinessDate;
  readonly onChange: (typed: string) => void;
  /** Said behind the day, such as how long ago it is. */
  readonly note?: string | undefined;
  readonly placeholder: string;
  readonly refusal?: string | null;
}

/** A day typed on the numpad, without a calendar to be clicked: month and day, or all eight digits. */
export function DayTextField({ label, value, today, onChange, note, placeholder, refusal = null }: DayTextFieldProps): ReactElement {
  const id = useId();
  return (
    <Field id={id} label={label} refusal={refusal}>
      <span className={styles['box']}>
        <input
          id={id} className={styles['number']} data-keys="number" inputMode="numeric" autoComplete="off" maxLength={12} value={value} placeholder={placeholder}
          aria-invalid={refusal !== null} aria-describedby={`${id}-note`} onChange={(event) => onChange(dayAsTyped(event.target.value, today))} onFocus={(event) => event.currentTarget.select()}
        />
        {note === undefined ? null : <span className={styles['unit']}>{note}</span>}
      </span>
    </Field>
  );
}
