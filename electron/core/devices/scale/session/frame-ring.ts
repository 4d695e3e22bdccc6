import type { Reading, ReadingStatus } from '../../../../domain/reading.ts';

export interface RecentFrame {
  readonly raw: string;
  readonly status: ReadingStatus;
  readonly at: number;
}

const SIZE = 64;

/** The last frames of a line, sound or not, for the set-up screen and for whoever looks into a complaint. */
export class FrameRing {
  readonly #frames: RecentFrame[] = [];
  #next = 0;

  add(reading: Reading, at: number): void {
    this.#frames[this.#next % SIZE] = { raw: reading.raw, status: reading.status, at };
    this.#next += 1;
  }

  /** Oldest first. */
  list(): RecentFrame[] {
    const cut = this.#frames.length < SIZE ? 0 : this.#next % SIZE;
    return [...this.#frames.slice(cut), ...this.#frames.slice(0, cut)];
  }
}
