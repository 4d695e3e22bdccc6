import type { OpenPort, PortOpener, PortTrouble } from '../port/scale-port.ts';
import { PortError } from '../port/scale-port.ts';
import type { Timers } from './timers.ts';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

export interface ConnectionHandlers {
  opened(): void;
  data(bytes: Uint8Array): void;
  /** The port is gone or could not be opened; another try follows by itself. */
  failed(trouble: PortTrouble): void;
}

/** Keeps a port open: opens it again after 1, 2, 4 … 30 seconds when it is lost or refused. */
export class PortConnection {
  readonly #open: PortOpener;
  readonly #timers: Timers;
  readonly #handlers: ConnectionHandlers;
  #port: OpenPort | null = null;
  #retryMs = FIRST_RETRY_MS;
  #cancelRetry: (() => void) | null = null;
  #stopped = false;
  /** Tells a late answer of an earlier port from the present one. */
  #generation = 0;

  constructor(open: PortOpener, timers: Timers, handlers: ConnectionHandlers) {
    this.#open = open;
    this.#timers = timers;
    this.#handlers = handlers;
  }

  get port(): OpenPort | null {
    return this.#port;
  }

  /** Never rejects: what goes wrong is told to the handlers. */
  async start(): Promise<void> {
    const generation = (this.#generation += 1);
    try {
      const port = await this.#open({
        data: (bytes) => {
          if (generation === this.#generation) this.#handlers.data(bytes);
        },
        lost: (trouble) => {
          if (generation === this.#generation) this.#lose(trouble);
        },
      });
      if (this.#stopped || generation !== this.#generation) await closeQuietly(port);
      else {
        this.#port = port;
        this.#handlers.opened();
      }
    } catch (error) {
      if (!this.#stopped && generation === this.#generation) this.#lose(error instanceof PortError ? error.trouble : 'failed');
    }
  }

  /** The line works: the next loss is answered quickly again. */
  proved(): void {
    this.#retryMs = FIRST_RETRY_MS;
  }

  /** Gives the port up, as when the device is found to be gone without notice. */
  drop(trouble: PortTrouble): void {
    this.#lose(trouble);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#generation += 1;
    this.#cancelRetry?.();
    const port = this.#port;
    this.#port = null;
    if (port !== null) await closeQuietly(port);
  }

  #lose(trouble: PortTrouble): void {
    this.#generation += 1;
    const port = this.#port;
    this.#port = null;
    if (port !== null) void closeQuietly(port);
    this.#handlers.failed(trouble);
    this.#cancelRetry?.();
    this.#cancelRetry = this.#timers.after(this.#retryMs, () => void this.start());
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }
}

async function closeQuietly(port: OpenPort): Promise<void> {
  // A device that was pulled out cannot be closed in good order; it is gone either way.
  await port.close().catch(() => undefined);
}
