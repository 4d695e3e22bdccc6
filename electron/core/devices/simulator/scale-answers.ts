import type { SafePoll, ScaleProtocol } from '../scale/protocols/protocol.ts';

/** What a simulated scale does with what it is sent. */
export type Answer = 'frame' | Uint8Array | null;

const MOST_KEPT = 64;

/** Listens as a scale does that speaks only when asked: a question of its protocol gets a frame, the first half of a dialogue an acknowledgement. */
export class ScaleAnswers {
  readonly #questions: readonly SafePoll[];
  #received = Buffer.alloc(0);

  constructor(protocol: ScaleProtocol) {
    // Where a question carries an address, the scale answers to its own alone: the one nobody had to set.
    const own = protocol.safePolls.length > 0 ? protocol.pollFor?.({}) ?? null : null;
    this.#questions = own === null ? protocol.safePolls : [own];
  }

  receive(bytes: Uint8Array): Answer {
    this.#received = Buffer.concat([this.#received, bytes]).subarray(-MOST_KEPT);
    for (const poll of this.#questions) {
      const { next } = poll;
      if (next !== undefined && this.#takes(next.bytes)) return 'frame';
      if (this.#takes(poll.bytes)) return next === undefined ? 'frame' : Uint8Array.of(next.after);
    }
    return null;
  }

  #takes(question: Uint8Array): boolean {
    if (!this.#received.subarray(-question.length).equals(question)) return false;
    this.#received = Buffer.alloc(0);
    return true;
  }
}
