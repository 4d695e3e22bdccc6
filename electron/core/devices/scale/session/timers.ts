/** Lets work happen later. Tests hand in their own, moved by hand. */
export interface Timers {
  /** Runs `work` once after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, work: () => void): () => void;
}

export const systemTimers: Timers = {
  after(milliseconds, work) {
    const handle = setTimeout(work, milliseconds);
    return () => clearTimeout(handle);
  },
};
