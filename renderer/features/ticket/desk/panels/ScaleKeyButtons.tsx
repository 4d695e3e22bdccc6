import type { ReactElement } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useKeyboardScope } from '../../../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import type { ScaleKeys } from '../live/use-scale-keys.ts';

const keyOf = { zero: 'Home', tare: 'End' } as const;

/** Zero and tare of the scale beside the steps; nothing stands here where the scale cannot be told. */
export function ScaleKeyButtons({ keys }: { readonly keys: ScaleKeys }): ReactElement {
  const w = useText('scale-wizard');
  useKeyboardScope({ Home: () => keys.press('zero'), End: () => keys.press('tare') }, 'part');
  return <>{keys.commands.map((command) => <ActionButton key={command} small keyLabel={keyOf[command]} disabled={keys.busy} onPress={() => keys.press(command)}>{w(`command.${command}`)}</ActionButton>)}</>;
}
