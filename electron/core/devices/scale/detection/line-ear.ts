import type { SafePoll } from '../protocols/protocol.ts';
import type { OpenPort, PortOpener, PortTrouble } from '../port/scale-port.ts';
import { PollAnswers } from '../session/poll-answers.ts';

/** No stretch of listening needs more; what comes beyond it is heard and not kept. */
const MOST_BYTES = 16_384;

/** An open port whose bytes are kept for a while. */
export class LineEar {
  #port: OpenPort | null = null;
  #kept: Uint8Array[] = [];
  #length = 0;
  #answers = new PollAnswers(null);
  #listener: ((bytes: Uint8Array) => void) | null = null;
  #lost: PortTrouble | null = null;

  /** Opens the port; rejects with the `PortError` of the opener. */
  async open(opener: PortOpener): Promise<void> {
    this.#lost = null;
    this.#port = await opener({
      data: (bytes) => this.#hear(bytes),
      lost: (trouble) => {
        this.#lost = trouble;
      },
    });
  }

  /** Why the port is gone; null while it is there. Unplugging is not always announced, so the device is looked for. */
  async trouble(): Promise<PortTrouble | null> {
    const port = this.#port;
    if (this.#lost === null && port !== null && !await port.isPresent()) this.#lost ??= 'unplugged';
    return this.#lost;
  }

  get length(): number {
    return this.#length;
  }

  /** All bytes since the last `forget`. */
  bytes(): Uint8Array {
    return Buffer.concat(this.#kept);
  }

  forget(): void {
    this.#kept = [];
    this.#length = 0;
  }

  /** From now on bytes are handed on as well. */
  follow(listener: (bytes: Uint8Array) => void): void {
    this.#listener = listener;
  }

  /** Sends a question; the dialogue behind it is led to its end, and an echo of a two-wire line is taken out. A write that fails shows as silence. */
  async ask(poll: SafePoll): Promise<void> {
    await this.#port?.flush().catch(() => undefined);
    this.#answers = new PollAnswers(poll);
    await this.#port?.write(poll.bytes).catch(() => undefined);
  }

  async close(): Promise<void> {
    const port = this.#port;
    this.#port = null;
    this.#listener = null;
    await port?.close().catch(() => undefined);
  }

  #hear(chunk: Uint8Array): void {
    const { bytes, reply } = this.#answers.hear(chunk);
    if (reply !== null) void this.#port?.write(reply).catch(() => undefined);
    if (bytes.length === 0) return;
    if (this.#length < MOST_BYTES) this.#kept.push(bytes);
    this.#length += bytes.length;
    this.#listener?.(bytes);
  }
}
