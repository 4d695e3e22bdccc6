import type { Clock } from '../../../electron/core/platform/clock.ts';
import type { Timers } from '../../../electron/core/devices/scale/session/timers.ts';

interface Waiting {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
}

/** A clock with timers that move only when told, in the order in which they fall due. */
export class HandTime implements Clock, Timers {
  #now = 1_000;
  #order = 0;
  readonly #waiting = new Set<Waiting>();

  now(): number {
    return Date.UTC(2026, 10, 20, 1) + this.#now;
  }

  monotonic(): number {
    return this.#now;
  }

  after(milliseconds: number, work: () => void): () => void {
    const entry = { at: this.#now + milliseconds, order: (this.#order += 1), work };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }

  get pending(): number {
    return this.#waiting.size;
  }

  /** Lets so much time pass; promises settle between the timers. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#waiting].filter((entry) => entry.at <= until).sort((one, other) => one.at - other.at || one.order - other.order);
      if (next === undefined) break;
      this.#waiting.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.work();
      await settle();
    }
    this.#now = until;
    await settle();
  }
}

/** Lets promises that are already decided run their course. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}
