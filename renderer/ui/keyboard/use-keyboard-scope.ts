import { useEffect, useLayoutEffect, useRef } from 'react';
import { addKeyScope, type KeyBindings, type KeyLayer } from './keyboard-scopes.ts';

/**
 * Binds keys while the component stands. Enter advances, the numpad's operators act (see `KeyName`), and nothing happens while an input
 * method is composing. `screen` is for a screen's own keys, `part` for a list or a panel in it, `dialog` for what covers the screen.
 */
export function useKeyboardScope(bindings: KeyBindings, layer: KeyLayer = 'screen', active = true): void {
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => (active ? addKeyScope({ layer, bindings: () => latest.current }) : undefined), [layer, active]);
}
