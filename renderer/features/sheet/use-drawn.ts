import { useRef, useState } from 'react';
import { useCoreEvent } from '../../api/use-events.ts';

interface Told { readonly batchId: string; readonly language: string; readonly state: string; readonly done: number; readonly total: number; readonly failed: number }
export interface Drawn { readonly state: string; readonly done: number; readonly total: number; /** Null until enough is drawn to tell. */ readonly secondsLeft: number | null }

function isTold(payload: unknown): payload is Told {
  return typeof payload === 'object' && payload !== null && 'batchId' in payload && 'language' in payload && 'state' in payload && 'done' in payload && 'total' in payload && 'failed' in payload
    && typeof payload.done === 'number' && typeof payload.total === 'number' && typeof payload.failed === 'number' && typeof payload.state === 'string';
}

/** How far the work on a batch's statements is, from what core tells page by page; null until it told. */
export function useDrawn(batchId: string, language: string): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const began = useRef<{ readonly at: number; readonly passed: number; readonly state: string } | null>(null);
  useCoreEvent('sheet.progress', (payload) => {
    if (!isTold(payload) || payload.batchId !== batchId || payload.language !== language) return;
    const now = performance.now();
    const passed = payload.done + payload.failed;
    if (began.current === null || began.current.passed > passed || began.current.state !== payload.state) began.current = { at: now, passed, state: payload.state };
    const made = passed - began.current.passed;
    setDrawn({ state: payload.state, done: payload.done, total: payload.total, secondsLeft: made === 0 ? null : Math.ceil(((now - began.current.at) / 1000) * ((payload.total - passed) / made)) });
    if (payload.state !== 'drawing' && payload.state !== 'writing') began.current = null;
  });
  return drawn;
}
