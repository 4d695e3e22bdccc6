import type { Timers } from '../session/timers.ts';

/** Waiting that can be ended from outside, at once and for good. */
export class Patience {
  readonly #timers: Timers;
  #isOver = false;
  #wake: (() => void) | null = null;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Resolves after so long, or as soon as patience ends. */
  async wait(milliseconds: number): Promise<void> {
    if (this.#isOver) return;
    await new Promise<void>((resolve) => {
      const cancel = this.#timers.after(milliseconds, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
    this.#wake = null;
  }

  end(): void {
    this.#isOver = true;
    this.#wake?.();
  }
}
