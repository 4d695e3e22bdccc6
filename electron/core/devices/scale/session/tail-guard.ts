/** Bytes within this time of opening may be the tail of a line whose head was missed. */
const QUIET_OPENING_MS = 300;

/**
 * Drops what comes first after opening, up to the first end of line: nearly always it is the tail of a frame, and
 * `76kg` out of `4.876kg` looks like a weight. A scale that sends on a key press only is let off when it was silent first.
 */
export class TailGuard {
  readonly #sendsOnce: boolean;
  #dropping: boolean;
  #openedAt: number;

  constructor(lineBased: boolean, sendsOnce: boolean, openedAt: number) {
    this.#dropping = lineBased;
    this.#sendsOnce = sendsOnce;
    this.#openedAt = openedAt;
  }

  /** The bytes that may be decoded. */
  pass(bytes: Uint8Array, at: number): Uint8Array {
    if (!this.#dropping) return bytes;
    if (this.#sendsOnce && at - this.#openedAt >= QUIET_OPENING_MS) {
      this.#dropping = false;
      return bytes;
    }
    const end = bytes.findIndex((byte) => (byte & 0x7f) === 0x0d || (byte & 0x7f) === 0x0a);
    // The line goes on: its rest is part of the same tail, however late it comes.
    this.#openedAt = at;
    if (end < 0) return bytes.subarray(bytes.length);
    this.#dropping = false;
    return bytes.subarray(end);
  }
}
