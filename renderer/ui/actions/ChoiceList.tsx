import { useRef, type ReactElement, type ReactNode } from 'react';
import { digitKeys, type KeyName } from '../keyboard/key-name.ts';
import type { KeyHandler } from '../keyboard/keyboard-scopes.ts';
import { useKeyboardScope } from '../keyboard/use-keyboard-scope.ts';
import { Keycap } from './Keycap.tsx';
import styles from './ChoiceList.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
  readonly disabled?: boolean;
}

export interface ChoiceListProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
  /** One beside the other where they are short. */
  readonly across?: boolean;
  readonly layer?: 'screen' | 'part' | 'dialog';
  /** Off where another list on the screen has the digits. */
  readonly digits?: boolean;
}

/** A numbered list: the digit chooses (while no field has the cursor), the arrows move, so that the numpad alone suffices. */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const open = props.choices.filter((choice) => choice.disabled !== true);
  const bindings: Partial<Record<KeyName, KeyHandler>> = {};
  // Where the cursor stands in the list it goes along, so that no second line looks chosen.
  const goTo = (value: Value): void => {
    if (list.current?.contains(document.activeElement) === true) list.current.querySelector<HTMLElement>(`[data-value="${CSS.escape(value)}"]`)?.focus();
  };
  const choose = (value: Value): void => {
    props.onChoose(value);
    goTo(value);
  };
  props.choices.slice(0, digitKeys.length).forEach((choice, index) => {
    const key = digitKeys[index];
    if (key !== undefined && choice.disabled !== true) bindings[key] = () => choose(choice.value);
  });
  useKeyboardScope(bindings, props.layer ?? 'part', props.digits !== false);
  const move = (step: 1 | -1): void => {
    const at = open.findIndex((choice) => choice.value === props.chosen);
    const next = open[(at + step + open.length) % open.length];
    if (next === undefined) return;
    choose(next.value);
  };
  return (
    <div
      ref={list} role="radiogroup" aria-label={props.label} className={props.across === true ? styles['across'] : styles['list']}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowRight') move(1);
        else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') move(-1);
        else return;
        event.preventDefault();
      }}
    >
      {props.choices.map((choice, index) => (
        <div
          key={choice.value} role="radio" aria-checked={choice.value === props.chosen} aria-disabled={choice.disabled === true || undefined}
          data-value={choice.value} className={styles['choice']}
          tabIndex={choice.value === props.chosen || (props.chosen === null && index === 0) ? 0 : -1}
          onClick={() => { if (choice.disabled !== true) props.onChoose(choice.value); }}
          onKeyDown={(event) => { if (event.key === ' ' && choice.disabled !== true) { event.preventDefault(); props.onChoose(choice.value); } }}
        >
          {props.digits !== false && index < 9 ? <Keycap label={String(index + 1)} /> : null}
          <span className={styles['words']}>
            <span className={styles['label']}>{choice.label}</span>
            {choice.detail === undefined ? null : <span className={styles['detail']}>{choice.detail}</span>}
          </span>
          <svg className={styles['tick']} viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8.5 6.5 12 13 4.5" /></svg>
        </div>
      ))}
    </div>
  );
}
