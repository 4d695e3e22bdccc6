import type { Timers } from '../scale/session/timers.ts';

const TICK_MS = 10;
/** A byte takes ten bits on the line; `owed` counts bits times milliseconds, so that it stays whole. */
const OWED_PER_BYTE = 10 * 1000;

/**
 * Hands bytes on as a serial line of that speed would: a pseudo-terminal has no speed of its own. What is sent faster
 * than the line carries waits; `waiting` tells how much.
 */
export class PacedLine {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #timers: Timers;
  readonly #owedPerTick: number;
  #queue: number[] = [];
  #owed = 0;
  #cancel: (() => void) | null = null;

  constructor(baudRate: number, write: (bytes: Uint8Array) => void, timers: Timers) {
    this.#write = write;
    this.#timers = timers;
    this.#owedPerTick = baudRate * TICK_MS;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  send(bytes: Uint8Array): void {
    this.#queue.push(...bytes);
    this.#cancel ??= this.#timers.after(TICK_MS, () => this.#tick());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#queue = [];
  }

  #tick(): void {
    this.#owed += this.#owedPerTick;
    const count = Math.min(Math.floor(this.#owed / OWED_PER_BYTE), this.#queue.length);
    this.#owed -= count * OWED_PER_BYTE;
    if (count > 0) this.#write(Uint8Array.from(this.#queue.splice(0, count)));
    const isIdle = this.#queue.length === 0;
    if (isIdle) this.#owed = 0;
    this.#cancel = isIdle ? null : this.#timers.after(TICK_MS, () => this.#tick());
  }
}
