import { hexText } from './hex.ts';

const CAPACITY = 4096;

/**
 * The stretch of the stream under examination: a buffer of fixed size. With stripped parity `bytes` lack the top bit,
 * while `hex` shows the bytes as they came, because that is the evidence.
 */
export class ByteWindow {
  readonly bytes = Buffer.alloc(CAPACITY);
  readonly #received: Uint8Array;
  readonly #stripParity: boolean;
  #filled = 0;

  constructor(stripParity: boolean) {
    this.#stripParity = stripParity;
    this.#received = stripParity ? new Uint8Array(CAPACITY) : this.bytes;
  }

  /** First index beyond the bytes received. */
  get filled(): number {
    return this.#filled;
  }

  /** Takes as much of the chunk as fits and answers how many bytes that was. */
  append(chunk: Uint8Array, from: number): number {
    const part = chunk.subarray(from, from + CAPACITY - this.#filled);
    this.#received.set(part, this.#filled);
    if (this.#stripParity) {
      for (let index = 0; index < part.length; index += 1) this.bytes[this.#filled + index] = (part[index] ?? 0) & 0x7f;
    }
    this.#filled += part.length;
    return part.length;
  }

  /** Forgets the first `count` bytes; the rest moves to the front. */
  forget(count: number): void {
    this.bytes.copyWithin(0, count, this.#filled);
    if (this.#stripParity) this.#received.copyWithin(0, count, this.#filled);
    this.#filled -= count;
  }

  /** One character a byte, without the top bit where parity is stripped. */
  text(from: number, to: number): string {
    return this.bytes.toString('latin1', from, to);
  }

  hex(from: number, to: number): string {
    return hexText(this.#received, from, Math.min(to, this.#filled));
  }
}
