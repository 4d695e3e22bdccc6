/**
 * The keys a screen may bind. `Add`, `Subtract`, `Multiply` and `Divide` are the operator keys of the numpad, which act even inside
 * number and search fields; in a free-text field they are text. `Digit0` and `Decimal` act like the other digits, outside fields only.
 */
export type KeyName =
  | 'Enter' | 'Escape' | 'Add' | 'Subtract' | 'Multiply' | 'Divide'
  | 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'PageUp' | 'PageDown' | 'Home' | 'End'
  | 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7' | 'F8' | 'F9' | 'F10' | 'F11' | 'F12'
  | 'Digit0' | 'Decimal'
  | 'Digit1' | 'Digit2' | 'Digit3' | 'Digit4' | 'Digit5' | 'Digit6' | 'Digit7' | 'Digit8' | 'Digit9'
  | 'Ctrl+K' | 'Ctrl+B' | 'Ctrl+L';

/** The digits of numbered lists, in order. */
export const digitKeys = [
  'Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9',
] as const satisfies readonly KeyName[];

/** What the focused element does with typed characters. */
export type FieldKind = 'none' | 'number' | 'search' | 'text' | 'lines';

const operators: Readonly<Record<string, KeyName>> = { NumpadAdd: 'Add', NumpadSubtract: 'Subtract', NumpadMultiply: 'Multiply', NumpadDivide: 'Divide' };
const operatorCharacters: Readonly<Record<string, KeyName>> = { '+': 'Add', '-': 'Subtract', '*': 'Multiply', '/': 'Divide' };
const plainKeys: ReadonlySet<string> = new Set([
  'Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End',
  'F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12',
]);
const chords: Readonly<Record<string, KeyName>> = { k: 'Ctrl+K', b: 'Ctrl+B', l: 'Ctrl+L' };
const cursorKeys: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

function isPlainKey(key: string): key is KeyName {
  return plainKeys.has(key);
}

function operatorOf(press: KeyPress, field: FieldKind): KeyName | null {
  if (field === 'text' || field === 'lines') return null;
  const numpad = operators[press.code];
  if (numpad !== undefined) return numpad;
  // A search may be for "GZ01A-T-2026", so the signs of the main keys stay text there.
  return field === 'search' ? null : operatorCharacters[press.key] ?? null;
}

function digitOf(press: KeyPress, field: FieldKind): KeyName | null {
  if (field !== 'none') return null;
  if (press.key === '.') return 'Decimal';
  if (press.key === '0') return 'Digit0';
  if (!/^[1-9]$/u.test(press.key)) return null;
  return digitKeys[Number(press.key) - 1] ?? null;
}

/**
 * Which bound key a press means, or null when it is text or an input method is at work (a press that ends a composition reports
 * key code 229).
 */
export function keyNameOf(press: KeyPress, field: FieldKind): KeyName | null {
  if (press.isComposing || press.keyCode === 229) return null;
  if (press.ctrlKey || press.metaKey) return press.altKey ? null : chords[press.key.toLowerCase()] ?? null;
  if (press.altKey) return null;
  if (press.key === 'Enter' && field === 'lines') return null;
  if (cursorKeys.has(press.key) && field !== 'none') return null;
  if (isPlainKey(press.key)) return press.key;
  return operatorOf(press, field) ?? digitOf(press, field);
}
