import { useEffect, useRef } from 'react';

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Calls once nobody has touched keyboard, mouse or screen for the given time. */
export function useIdle(afterMs: number, onIdle: () => void, active: boolean): void {
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  useEffect(() => {
    if (!active) return undefined;
    let touchedAt = performance.now();
    const touch = (): void => {
      touchedAt = performance.now();
    };
    for (const sign of signsOfLife) window.addEventListener(sign, touch, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (performance.now() - touchedAt >= afterMs) latest.current();
    }, 1_000);
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [afterMs, active]);
}
