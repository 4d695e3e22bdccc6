import type { SerialCable } from './pty.ts';

/** What a Modbus indicator was asked. */
export interface AskedRegisters { readonly address: number; readonly called: number; readonly first: number; readonly count: number }

const REQUEST_BYTES = 8;

/** The sum of the Modbus specification, bit by bit from its polynomial written backwards. */
function sumOf(bytes: Uint8Array): Buffer {
  const rest = bytes.reduce((sum, byte) => Array.from({ length: 8 }).reduce<number>((crc) => (crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1), sum ^ byte), 0xffff);
  return Buffer.of(rest & 0xff, rest >>> 8);
}

/** An indicator at the far end of a serial cable that holds registers and speaks only when it is asked for them. */
export class ModbusIndicator {
  readonly asked: AskedRegisters[] = [];
  /** Registers by their number; one that is not there is answered with exception 2. */
  readonly registers = new Map<number, number>();
  /** The answers that follow: sound, with a spoilt sum, or none. */
  answers: 'sound' | 'spoilt' | 'none' = 'sound';
  readonly #address: number;
  #heard = Buffer.alloc(0);

  constructor(address: number) {
    this.#address = address;
  }

  /** Puts a weight, in the steps of the display, into two registers, the high word first. */
  show(first: number, digits: number): void {
    this.registers.set(first, (digits >>> 16) & 0xffff).set(first + 1, digits & 0xffff);
  }

  /** Listens on the cable; after it was pulled and plugged in again, call it once more. */
  attach(cable: SerialCable): void {
    this.#heard = Buffer.alloc(0);
    cable.hear((bytes) => {
      this.#heard = Buffer.concat([this.#heard, bytes]);
      for (; this.#heard.length >= REQUEST_BYTES; this.#heard = this.#heard.subarray(REQUEST_BYTES)) this.#take(this.#heard.subarray(0, REQUEST_BYTES), cable);
    });
  }

  #take(request: Buffer, cable: SerialCable): void {
    if (!request.subarray(6).equals(sumOf(request.subarray(0, 6)))) throw new Error(`a request with a wrong sum: ${request.toString('hex')}`);
    const asked = { address: request.readUInt8(0), called: request.readUInt8(1), first: request.readUInt16BE(2), count: request.readUInt16BE(4) };
    this.asked.push(asked);
    if (asked.address !== this.#address || this.answers === 'none') return;
    const body = this.#answerTo(asked);
    const sum = sumOf(body);
    cable.write(Buffer.concat([body, this.answers === 'spoilt' ? Buffer.of((sum[0] ?? 0) ^ 0x01, sum[1] ?? 0) : sum]));
  }

  #answerTo({ called, first, count }: AskedRegisters): Buffer {
    const values = Array.from({ length: count }, (_, place) => this.registers.get(first + place));
    if (values.includes(undefined)) return Buffer.of(this.#address, called | 0x80, 2);
    const data = Buffer.alloc(count * 2);
    values.forEach((value, place) => data.writeUInt16BE(value ?? 0, place * 2));
    return Buffer.concat([Buffer.of(this.#address, called, data.length), data]);
  }
}
