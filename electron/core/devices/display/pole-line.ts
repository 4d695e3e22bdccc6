import iconv from 'iconv-lite';
import type { PoleProfile } from '../../../contract/display.ts';
import type { Timers } from '../scale/session/timers.ts';
import type { OpenPort, PortOpener } from '../scale/port/scale-port.ts';
import type { PoleRows } from './pole-rows.ts';

/** At most five pictures a second: at 9600 baud one takes 45 ms of the line, and no eye reads faster. */
const betweenMs = 200;
/** How long a display that is not there is left alone. */
const againMs = 3_000;

/** CLR (0x0C) empties a display of the CD5220 and ESC/POS kinds and puts the cursor at the upper left; the second row follows the first. */
export function poleBytes({ upper, lower }: PoleRows, charset: PoleProfile['charset']): Uint8Array {
  return Uint8Array.from([0x0c, ...iconv.encode(upper + lower, charset === 'ascii' ? 'ascii' : 'gb18030')]);
}

/** A pole display on its line: keeps only the last picture, writes it when the line is free, and opens the line again after it was lost. */
export class PoleLine {
  readonly charset: PoleProfile['charset'];
  readonly #open: PortOpener;
  readonly #timers: Timers;
  #port: OpenPort | null = null;
  #wanted = '';
  #shown = '';
  #rows: PoleRows | null = null;
  #busy = false;
  #stopped = false;
  #cancel: (() => void) | null = null;

  constructor(charset: PoleProfile['charset'], open: PortOpener, timers: Timers) {
    this.charset = charset;
    this.#open = open;
    this.#timers = timers;
  }

  show(rows: PoleRows): void {
    this.#rows = rows;
    this.#wanted = rows.upper + rows.lower;
    void this.#write();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel?.();
    await this.#port?.close();
    this.#port = null;
  }

  async #write(): Promise<void> {
    if (this.#busy || this.#stopped || this.#rows === null || this.#wanted === this.#shown) return;
    this.#busy = true;
    const rows = this.#rows;
    let restMs = betweenMs;
    try {
      this.#port ??= await this.#open({ data: () => undefined, lost: () => this.#lost() });
      await this.#port.write(poleBytes(rows, this.charset));
      this.#shown = rows.upper + rows.lower;
    } catch {
      // A display that is not there stops nobody; it is asked again after a while.
      this.#lost();
      restMs = againMs;
    }
    if (this.#stopped) {
      await this.#port?.close();
      return;
    }
    this.#cancel = this.#timers.after(restMs, () => {
      this.#busy = false;
      void this.#write();
    });
  }

  #lost(): void {
    this.#port = null;
    this.#shown = '';
  }
}
