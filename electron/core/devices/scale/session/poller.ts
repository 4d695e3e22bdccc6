import type { OpenPort } from '../port/scale-port.ts';
import type { DecoderConfig } from '../../../../contract/scale-profile.ts';
import type { SafePoll, ScaleProtocol } from '../protocols/protocol.ts';
import { PollAnswers } from './poll-answers.ts';
import type { Timers } from './timers.ts';

/** The question for a scale set up like this; null where the protocol has none. */
export function pollOf(protocol: ScaleProtocol, config: DecoderConfig): SafePoll | null {
  return protocol.pollFor?.(config) ?? protocol.safePolls[0] ?? null;
}

/** How often a scale of this protocol is asked when nobody has said it. */
export const USUAL_POLL_MS = 500;

/** How often a scale is asked, in milliseconds; null for one that speaks by itself. */
export function askEveryMs(protocol: ScaleProtocol, pollMs: number | null): number | null {
  return pollMs ?? (protocol.onlyAnswers === true ? USUAL_POLL_MS : null);
}

export interface PollerParts {
  /** Null where the scale speaks by itself. */
  readonly poll: SafePoll | null;
  readonly everyMs: number;
  readonly timers: Timers;
  readonly port: () => OpenPort | null;
}

/** Asks a scale again and again while its port is open. What is left of an earlier answer is thrown away before each question (device reference 1.3). */
export class Poller {
  readonly #parts: PollerParts;
  #answers = new PollAnswers(null);
  #cancel: (() => void) | null = null;

  constructor(parts: PollerParts) {
    this.#parts = parts;
  }

  start(): void {
    this.stop();
    if (this.#parts.poll !== null) void this.#ask(this.#parts.poll);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#answers = new PollAnswers(null);
  }

  /** The bytes that belong to an answer; the dialogue goes on by itself. */
  hear(chunk: Uint8Array): Uint8Array {
    const { bytes, reply } = this.#answers.hear(chunk);
    if (reply !== null) void this.#write(reply);
    return bytes;
  }

  async #ask(poll: SafePoll): Promise<void> {
    this.#cancel = this.#parts.timers.after(this.#parts.everyMs, () => void this.#ask(poll));
    await this.#parts.port()?.flush().catch(() => undefined);
    this.#answers = new PollAnswers(poll);
    await this.#write(poll.bytes);
  }

  /** A question that cannot be written shows as silence and as a lost port; both are watched. */
  async #write(bytes: Uint8Array): Promise<void> {
    await this.#parts.port()?.write(bytes).catch(() => undefined);
  }
}
