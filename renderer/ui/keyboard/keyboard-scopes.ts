import { keyNameOf, type FieldKind, type KeyName } from './key-name.ts';

/** Answers false to let the scope below have the key. */
export type KeyHandler = () => void | false;
export type KeyBindings = Readonly<Partial<Record<KeyName, KeyHandler>>>;

/** Higher layers hear a key first; a dialog lets nothing through but to `always`, which holds chords that belong to no screen. */
export type KeyLayer = 'frame' | 'screen' | 'part' | 'dialog' | 'always';

export interface KeyScope {
  readonly layer: KeyLayer;
  readonly bindings: () => KeyBindings;
  /** The dialog the scope stands in; all scopes of one dialog hear the keys, those of a dialog below hear none. */
  readonly dialog?: symbol | null;
}

const layerOrder: Readonly<Record<KeyLayer, number>> = { frame: 0, screen: 1, part: 2, dialog: 3, always: 4 };
const scopes: KeyScope[] = [];

/** Adds a scope; answers the function that takes it away again. */
export function addKeyScope(scope: KeyScope): () => void {
  scopes.push(scope);
  return () => {
    const index = scopes.indexOf(scope);
    if (index >= 0) scopes.splice(index, 1);
  };
}

function fieldKindOf(target: EventTarget | null): FieldKind {
  if (!(target instanceof HTMLElement)) return 'none';
  const named = target.dataset['keys'];
  if (named === 'number' || named === 'search') return named;
  if (target instanceof HTMLTextAreaElement) return 'lines';
  if (target instanceof HTMLInputElement) return ['checkbox', 'radio', 'button', 'range', 'file'].includes(target.type) ? 'none' : 'text';
  return target.isContentEditable ? 'lines' : 'none';
}

/** Enter on a focused button, link or open list belongs to that control. */
function belongsToControl(target: EventTarget | null, key: KeyName): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === 'Enter' && target.closest('button, a[href], summary, [role="option"], [role="menuitem"], [role="tab"]') !== null) return true;
  const listIsOpen = target.getAttribute('aria-expanded') === 'true';
  return listIsOpen && ['Enter', 'Escape', 'ArrowUp', 'ArrowDown'].includes(key);
}

function inOrder(): readonly KeyScope[] {
  return scopes.map((scope, index) => ({ scope, index }))
    .sort((left, right) => layerOrder[right.scope.layer] - layerOrder[left.scope.layer] || right.index - left.index)
    .map((entry) => entry.scope);
}

/** The scopes that may hear a key now: those of the topmost dialog where one stands, else all; and before them those that always hear. */
function hearing(): readonly KeyScope[] {
  const ordered = inOrder();
  const always = ordered.filter((scope) => scope.layer === 'always');
  const top = ordered[always.length];
  if (top?.layer !== 'dialog') return ordered;
  const { dialog = null } = top;
  return [...always, ...(dialog === null ? [top] : ordered.filter((scope) => scope.dialog === dialog))];
}

function offer(key: KeyName): boolean {
  return hearing().some((scope) => {
    const handler = scope.bindings()[key];
    return handler !== undefined && handler() !== false;
  });
}

function hear(event: KeyboardEvent): void {
  const reloads = event.key === 'F5' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r');
  if (reloads) event.preventDefault();
  if (event.defaultPrevented && !reloads) return;
  const field = fieldKindOf(event.target);
  const key = keyNameOf(event, field);
  if (key === null || belongsToControl(event.target, key)) return;
  // A held key may scroll or type, but it takes no basket and posts no ticket twice.
  if (event.repeat && !key.startsWith('Arrow') && !key.startsWith('Page')) {
    if (key !== 'Enter') event.preventDefault();
    return;
  }
  if (offer(key)) event.preventDefault();
  else if (field === 'number' && ['Add', 'Subtract', 'Multiply', 'Divide'].includes(key)) event.preventDefault();
}

/** Starts listening, once per window. */
export function startKeyboard(): void {
  window.addEventListener('keydown', hear);
}
