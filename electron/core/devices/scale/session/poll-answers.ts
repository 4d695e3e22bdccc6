import type { SafePoll } from '../protocols/protocol.ts';

/** What came behind a question, and what to say to it. */
export interface Heard {
  /** The bytes that belong to the scale's answer. */
  readonly bytes: Uint8Array;
  /** The second half of a dialogue, to be written now; null most of the time. */
  readonly reply: Uint8Array | null;
}

/**
 * Looks at what comes behind one question: takes out the question itself where a two-wire line sends it back, and
 * goes on with the dialogue when the scale has acknowledged (device reference 1.8, 1.18).
 */
export class PollAnswers {
  readonly #poll: SafePoll | null;
  #echoed = 0;
  #isFirst = true;
  #goesOn = true;

  constructor(poll: SafePoll | null) {
    this.#poll = poll;
  }

  hear(chunk: Uint8Array): Heard {
    const bytes = this.#withoutEcho(chunk);
    const next = this.#poll?.next;
    if (next === undefined || !this.#goesOn || !bytes.includes(next.after)) return { bytes, reply: null };
    this.#goesOn = false;
    return { bytes: bytes.filter((byte) => byte !== next.after), reply: next.bytes };
  }

  /** Only an echo repeats the whole question, and only before anything else has come. */
  #withoutEcho(chunk: Uint8Array): Uint8Array {
    const question = this.#poll?.bytes;
    if (question === undefined || !this.#isFirst || question.length < 2) return chunk;
    let at = 0;
    while (at < chunk.length && this.#echoed < question.length && chunk[at] === question[this.#echoed]) {
      at += 1;
      this.#echoed += 1;
    }
    const isWhole = this.#echoed === question.length;
    if (at === chunk.length && !isWhole) return chunk.subarray(chunk.length);
    this.#isFirst = false;
    if (isWhole) return chunk.subarray(at);
    // What looked like an echo was the beginning of the answer.
    const held = question.subarray(0, this.#echoed - at);
    return held.length === 0 ? chunk : Buffer.concat([held, chunk]);
  }
}
