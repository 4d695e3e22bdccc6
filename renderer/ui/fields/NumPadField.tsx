import { useId, useState, type ReactElement, type Ref } from 'react';
import { useText } from '../language/use-text.ts';
import { Field } from './Field.tsx';
import styles from './fields.module.css';
import { longestTyped, readNumberText, type NumberRules, type NumberText } from './number-text.ts';

export interface NumPadFieldProps {
  readonly label: string;
  readonly value: string;
  /** Gets the text as typed and what it means; the meaning is null while the text cannot be used. */
  readonly onChange: (typed: string, meaning: string | null) => void;
  readonly rules: NumberRules;
  /** Shown behind the number: 公斤, 元, %. */
  readonly unit?: string;
  readonly hint?: string;
  /** A refusal of the screen itself, such as "more than the gross weight". */
  readonly refusal?: string | null;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly large?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/**
 * A number field for the numpad. Digits type; `+ - * /` and Enter stay with the screen (see `useKeyboardScope`), so the hand never leaves
 * the pad. What cannot be understood is refused with a sentence, never dropped or guessed.
 */
export function NumPadField(props: NumPadFieldProps): ReactElement {
  const t = useText('app');
  const id = useId();
  const [composing, setComposing] = useState(false);
  const reading: NumberText = readNumberText(props.value, props.rules);
  const misread = !composing && !reading.ok && reading.reason !== 'empty' ? t(`number.${reading.reason}`, { decimals: props.rules.decimals }) : null;
  const change = (typed: string): void => {
    const result = readNumberText(typed, props.rules);
    props.onChange(typed, result.ok ? result.text : null);
  };
  return (
    <Field id={id} label={props.label} hint={props.hint} refusal={misread ?? props.refusal ?? null}>
      <span className={props.large === true ? styles['boxLarge'] : styles['box']} data-refused={misread !== null || undefined}>
        <input
          id={id} ref={props.inputRef} className={styles['number']} data-keys="number" inputMode="decimal" autoComplete="off" enterKeyHint="next"
          value={props.value} maxLength={longestTyped} disabled={props.disabled} autoFocus={props.autoFocus}
          aria-invalid={misread !== null || (props.refusal ?? null) !== null} aria-describedby={`${id}-note`}
          onChange={(event) => change(event.target.value)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={(event) => { setComposing(false); change(event.currentTarget.value); }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => { if (reading.ok && reading.text !== props.value) props.onChange(reading.text, reading.text); }}
        />
        {props.unit === undefined ? null : <span className={styles['unit']}>{props.unit}</span>}
      </span>
    </Field>
  );
}
