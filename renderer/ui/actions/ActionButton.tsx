import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { useKeyboardScope } from '../keyboard/use-keyboard-scope.ts';
import type { KeyName } from '../keyboard/key-name.ts';
import type { KeyLayer } from '../keyboard/keyboard-scopes.ts';
import { Keycap } from './Keycap.tsx';
import styles from './actions.module.css';

/** `main` once per screen; `danger` only for what cannot be taken back; `quiet` for what stands aside. */
export type ActionKind = 'main' | 'plain' | 'danger' | 'quiet';

export interface ActionButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: ActionKind;
  readonly icon?: IconName;
  /** Shown on the button and bound while it stands; leave it out where the screen binds the key itself. */
  readonly shortcut?: KeyName;
  /** Shown on the button without being bound here. */
  readonly keyLabel?: string;
  readonly layer?: KeyLayer;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly small?: boolean;
  readonly submit?: boolean;
  readonly pressed?: boolean;
  readonly title?: string;
  readonly label?: string;
}

const keyLabels: Partial<Record<KeyName, string>> = { Add: '+', Subtract: '−', Multiply: '*', Divide: '/', Escape: 'Esc', Enter: 'Enter ↵' };

/** How a key is written on a button. */
export function keyLabelOf(key: KeyName): string {
  return keyLabels[key] ?? key.replace('Digit', '');
}

/** A button that shows its key. A click leaves the cursor where it was, so that Enter goes on taking the step. */
export function ActionButton(props: ActionButtonProps): ReactElement {
  const { shortcut, disabled = false, onPress } = props;
  useKeyboardScope(shortcut === undefined ? {} : { [shortcut]: () => (disabled ? false : onPress()) }, props.layer ?? 'screen', shortcut !== undefined);
  const keyLabel = props.keyLabel ?? (shortcut === undefined ? undefined : keyLabelOf(shortcut));
  return (
    <button
      type={props.submit === true ? 'submit' : 'button'} className={styles[props.kind ?? 'plain']} disabled={disabled} title={props.title}
      aria-label={props.label} aria-keyshortcuts={keyLabel} aria-pressed={props.pressed}
      data-wide={props.wide === true || undefined} data-small={props.small === true || undefined}
      onMouseDown={(event) => event.preventDefault()} onClick={onPress}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      <span className={styles['word']}>{props.children}</span>
      {keyLabel === undefined ? null : <Keycap label={keyLabel} />}
    </button>
  );
}
