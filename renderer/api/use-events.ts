import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { LineState } from './core-line.ts';
import { coreLine } from './station.ts';

/** Hears one event of core while the component stands, such as `scale.live`. */
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

/** What a draft or a session changes stays in its area; everything else may show anywhere, in a total or a balance. */
const ownAreaOnly: ReadonlySet<string> = new Set(['draft', 'session']);

function changedArea(payload: unknown): string | null {
  const op = typeof payload === 'object' && payload !== null && 'op' in payload && typeof payload.op === 'string' ? payload.op : '';
  const [area = op] = op.split('.');
  return ownAreaOnly.has(area) ? area : null;
}

/**
 * Renews the answers on screen when core says that something was recorded (`changed` with the operation's name), and all of them on a new
 * line. Other events, such as the live weight, belong to the screens that listen to them.
 */
export function renewAnswersOnEvents(client: QueryClient): () => void {
  const stopEvents = coreLine.onEvent((name, payload) => {
    if (name !== 'changed') return;
    const area = changedArea(payload);
    void client.invalidateQueries(area === null ? {} : { queryKey: [area] });
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
