import { useRef, useState } from 'react';
import { useCoreEvent } from '../../../api/use-events.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Null until enough is done to tell. */
  readonly secondsLeft: number | null;
}

interface Told { readonly batchId: string; readonly done: number; readonly total: number }

function isTold(payload: unknown): payload is Told {
  return typeof payload === 'object' && payload !== null && 'batchId' in payload && 'done' in payload && 'total' in payload
    && typeof payload.batchId === 'string' && typeof payload.done === 'number' && typeof payload.total === 'number';
}

/** How far the run of a batch is, from what core tells while it calculates. */
export function useProgress(batchId: string): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  const began = useRef<{ readonly at: number; readonly done: number } | null>(null);
  useCoreEvent('settlement.progress', (payload) => {
    if (!isTold(payload) || payload.batchId !== batchId) return;
    const now = performance.now();
    if (began.current === null || began.current.done > payload.done) began.current = { at: now, done: payload.done };
    const made = payload.done - began.current.done;
    setProgress({ done: payload.done, total: payload.total, secondsLeft: made === 0 ? null : Math.ceil(((now - began.current.at) / 1000) * ((payload.total - payload.done) / made)) });
  });
  return progress;
}
