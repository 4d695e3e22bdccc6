import { useContext, useLayoutEffect, useRef } from 'react';
import { DialogScope } from './dialog-scope.ts';
import { addKeyScope, type KeyBindings, type KeyLayer } from './keyboard-scopes.ts';

/**
 * Binds keys while the component stands. Enter advances, the numpad's operators act (see `KeyName`), and nothing happens while an input
 * method is composing. `screen` is for a screen's own keys, `part` for a list or a panel in it, `dialog` for what covers the screen; what
 * stands inside a `Dialog` belongs to that dialog whatever it asks for.
 */
export function useKeyboardScope(bindings: KeyBindings, layer: KeyLayer = 'screen', active = true): void {
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  const dialog = useContext(DialogScope);
  // Before the paint: whoever sees the screen may press its keys, and none may be lost because a busy computer comes to the effects late.
  useLayoutEffect(() => (active ? addKeyScope({ layer: dialog === null ? layer : 'dialog', bindings: () => latest.current, dialog }) : undefined), [layer, active, dialog]);
}
