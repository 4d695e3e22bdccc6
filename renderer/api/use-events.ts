import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { LineState } from './core-line.ts';
import { coreLine } from './station.ts';

/** Hears one event of core while the component stands, such as the live weight. */
export function useCoreEvent(name: string, listener: (payload: unknown) => void): void {
  const latest = useRef(listener);
  useLayoutEffect(() => {
    latest.current = listener;
  });
  useEffect(() => coreLine.onEvent((heard, payload) => {
    if (heard === name) latest.current(payload);
  }), [name]);
}

/** Whether core is there. */
export function useLineState(): LineState {
  return useSyncExternalStore(coreLine.subscribe, coreLine.state);
}

function areasOf(name: string, payload: unknown): readonly string[] {
  const own = name.split('.')[0] ?? name;
  if (typeof payload !== 'object' || payload === null || !('areas' in payload) || !Array.isArray(payload.areas)) return [own];
  return payload.areas.filter((area): area is string => typeof area === 'string');
}

/**
 * Renews answers when core says that something changed: an event `ticket.posted` renews the area `ticket`; a payload with `areas` names
 * them itself. A new line renews everything. Readings of the scale come many times a second and change no answer.
 */
export function renewAnswersOnEvents(client: QueryClient): () => void {
  const stopEvents = coreLine.onEvent((name, payload) => {
    if (name === 'scale.reading') return;
    for (const area of areasOf(name, payload)) void client.invalidateQueries({ queryKey: [area] });
  });
  let generation = 0;
  const stopLine = coreLine.subscribe(() => {
    const line = coreLine.state();
    if (line.state !== 'ready' || line.generation === generation) return;
    generation = line.generation;
    void client.invalidateQueries();
  });
  return () => {
    stopEvents();
    stopLine();
  };
}
