/** Something that is started once: when somebody needs it, or of its own accord a while after it became possible. */
export interface StartedLater<T> {
  /** Starts it now, unless it was started before; everybody gets the same. */
  now(): Promise<T>;
  /** Starts it after that many milliseconds, unless somebody needs it before. The shortest wait counts. */
  within(ms: number): void;
  /** What was started, however it ended; null when nothing was. Nothing starts any more. */
  end(): Promise<T> | null;
}

/** @param start is called at most once @param failed hears of a start that nobody waited for */
export function startedLater<T>(start: () => Promise<T>, failed: (error: unknown) => void): StartedLater<T> {
  let started: Promise<T> | null = null;
  let timers: NodeJS.Timeout[] = [];
  const stopWaiting = (): void => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  const now = (): Promise<T> => {
    stopWaiting();
    if (started === null) {
      started = start();
      started.catch(failed);
    }
    return started;
  };
  return {
    now,
    within(ms) {
      if (started === null) timers.push(setTimeout(() => void now().catch(() => {}), ms));
    },
    end() {
      stopWaiting();
      return started;
    },
  };
}
