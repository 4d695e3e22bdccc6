/** Repeatable noise: the same seed gives the same bytes, so that a failed run can be run again. */
export class ScaleNoise {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }

  /** A whole number from 0 up to but without `below`. */
  next(below: number): number {
    // Xorshift of 32 bits: enough to spread noise, and nothing else hangs on it.
    this.#state ^= this.#state << 13;
    this.#state >>>= 0;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    this.#state >>>= 0;
    return this.#state % below;
  }

  bytes(count: number): Uint8Array {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; at += 1) bytes[at] = this.next(256);
    return bytes;
  }

  /** The frame with two bits turned: damage that an XOR over the bytes may not see. */
  turnTwo(frame: Uint8Array): Uint8Array {
    const turned = Uint8Array.from(frame);
    for (let turn = 0; turn < 2; turn += 1) {
      const at = this.next(frame.length);
      turned[at] = (turned[at] ?? 0) ^ (1 << this.next(8));
    }
    return turned;
  }

  /** The frame as a bad line delivers it: a bit turned, a byte lost, a byte doubled, or strange bytes in front. */
  spoil(frame: Uint8Array): Uint8Array {
    if (frame.length === 0) return this.bytes(3);
    const at = this.next(frame.length);
    const before = frame.subarray(0, at);
    const byte = frame[at] ?? 0;
    switch (this.next(4)) {
      case 0: return Buffer.concat([before, Buffer.of(byte ^ (1 << this.next(8))), frame.subarray(at + 1)]);
      case 1: return Buffer.concat([before, frame.subarray(at + 1)]);
      case 2: return Buffer.concat([before, Buffer.of(byte, byte), frame.subarray(at + 1)]);
      default: return Buffer.concat([this.bytes(1 + this.next(6)), frame]);
    }
  }
}
