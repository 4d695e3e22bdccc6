import { useId, type ReactElement, type ReactNode, type Ref } from 'react';
import { Field } from './Field.tsx';
import styles from './fields.module.css';

interface LabelledProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly refusal?: string | null;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
}

export interface TextFieldProps extends LabelledProps {
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly maxLength?: number;
}

/** Free text on one line: here the numpad's operators are text, and Enter still takes the step. */
export function TextField(props: TextFieldProps): ReactElement {
  const id = useId();
  return (
    <Field id={id} label={props.label} hint={props.hint} refusal={props.refusal ?? null}>
      <input
        id={id} ref={props.inputRef} className={styles['text']} value={props.value} disabled={props.disabled} autoFocus={props.autoFocus}
        maxLength={props.maxLength} autoComplete="off" aria-describedby={`${id}-note`} aria-invalid={(props.refusal ?? null) !== null}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  );
}

export interface SearchFieldProps extends TextFieldProps {
  /** A key shown at the right edge, such as F2. */
  readonly keyLabel?: ReactNode;
  readonly placeholder?: string;
}

/** A search box: the numpad's operators act, everything else is text. */
export function SearchField(props: SearchFieldProps): ReactElement {
  const id = useId();
  return (
    <Field id={id} label={props.label} hint={props.hint} refusal={props.refusal ?? null}>
      <span className={styles['box']}>
        <input
          id={id} ref={props.inputRef} className={styles['search']} data-keys="search" value={props.value} disabled={props.disabled}
          autoFocus={props.autoFocus} autoComplete="off" placeholder={props.placeholder} aria-describedby={`${id}-note`}
          onChange={(event) => props.onChange(event.target.value)} onFocus={(event) => event.currentTarget.select()}
        />
        {props.keyLabel === undefined ? null : <span className={styles['unit']}>{props.keyLabel}</span>}
      </span>
    </Field>
  );
}
