import { useEffect } from 'react';
import type { ShownOnDisplay } from '../../../electron/contract/display.ts';
import { call, newCommandId } from '../../api/station.ts';
import { useLineState } from '../../api/use-events.ts';
import { useText } from '../../ui/language/use-text.ts';
import { shownSheet, type DeskForDisplay } from './shown-sheet.ts';

/**
 * Keeps the farmer's display on what the desk shows: told at each change, and told again to a core that was started anew. Core empties
 * it when the person signs out. A display that cannot be told stops nobody at the desk.
 */
export function useShowOnDisplay(desk: DeskForDisplay): void {
  const t = useText('app');
  const line = useLineState();
  const generation = line.state === 'ready' ? line.generation : 0;
  const text = JSON.stringify(shownSheet(desk, t));
  useEffect(() => {
    if (generation === 0) return;
    void call('display.show', JSON.parse(text) as ShownOnDisplay, { commandId: newCommandId() });
  }, [text, generation]);
}
