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

/** Readings come many times a second; no answer hangs on one. */
const liveOnly: ReadonlySet<string> = new Set(['scale.reading']);

/** What a draft or a session changes stays in its area; everything else may show anywhere, in a total or a balance. */
const ownAreaOnly: ReadonlySet<string> = new Set(['draft', 'session']);

function changedArea(name: string, payload: unknown): string | null {
  const op = name === 'changed' && typeof payload === 'object' && payload !== null && 'op' in payload && typeof payload.op === 'string' ? payload.op : name;
  const [area = op] = op.split('.');
  return ownAreaOnly.has(area) ? area : null;
}

/**
 * Renews the answers on screen when core says that something changed (`changed` with the operation's name, or any other event), and all
 * of them on a new line.
 */
export function renewAnswersOnEvents(client: QueryClient): () => void {
  const stopEvents = coreLine.onEvent((name, payload) => {
    if (liveOnly.has(name)) return;
    const area = changedArea(name, payload);
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
