import { Fault } from '../../platform/fault.ts';

/** Gives work of the printing window up when the signal falls; what it would have brought is nobody's then. */
export function givenUp<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new Fault('window_missing', { why: 'stopped' }));
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
