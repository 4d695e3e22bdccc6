import { useKeyboardScope } from '../../../../ui/keyboard/use-keyboard-scope.ts';
import type { KeyBindings } from '../../../../ui/keyboard/keyboard-scopes.ts';

/** Keys of a dialog; it must stand inside, so that they belong to it together with its lists and buttons. */
export function DialogKeys({ bindings }: { readonly bindings: KeyBindings }): null {
  useKeyboardScope(bindings, 'dialog');
  return null;
}
