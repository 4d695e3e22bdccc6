import { useId, type ReactElement } from 'react';
import { Field } from './Field.tsx';
import styles from './fields.module.css';

export interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly hint?: string;
  readonly refusal?: string | null;
  readonly autoFocus?: boolean;
}

/** A new PIN in a form. Only digits stay; the sign-in has its own large pad. */
export function PinField({ label, value, onChange, hint, refusal = null, autoFocus = false }: PinFieldProps): ReactElement {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} refusal={refusal}>
      <input
        id={id} className={styles['text']} type="password" inputMode="numeric" autoComplete="new-password" data-keys="number" maxLength={8} autoFocus={autoFocus}
        value={value} aria-describedby={`${id}-note`} aria-invalid={refusal !== null}
        onChange={(event) => onChange(event.target.value.normalize('NFKC').replace(/\D/gu, ''))}
      />
    </Field>
  );
}
