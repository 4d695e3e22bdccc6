import type { LineSettings } from '../../../contract/scale-profile.ts';

/**
 * What a receiver set to `heard` makes of bytes sent with `sent`: the bits go over a wire and are read in the middle of
 * where the receiver believes them to be. Bytes without a stop bit or with a wrong parity are dropped, as the system's
 * serial driver drops them. Before and behind the bytes the line rests.
 */
export function heardAs(bytes: Uint8Array, sent: LineSettings, heard: LineSettings): Uint8Array {
  const wire = bitsOf(bytes, sent);
  const bit = sent.baudRate / heard.baudRate;
  const level = (at: number): number => wire[Math.floor(at)] ?? 1;
  const bits = heard.dataBits + (heard.parity === 'none' ? 0 : 1);
  const received: number[] = [];
  for (let at = nextLow(wire, 0); at < wire.length;) {
    const middle = at + bit / 2;
    if (level(middle) === 1) {
      at = nextLow(wire, Math.ceil(middle));
      continue;
    }
    let byte = 0;
    let ones = 0;
    for (let index = 0; index < bits; index += 1) {
      const value = level(middle + (index + 1) * bit);
      ones += value;
      if (index < heard.dataBits) byte += value << index;
    }
    const stop = middle + (bits + 1) * bit;
    const isFramed = level(stop) === 1;
    if (isFramed && parityHolds(heard.parity, ones)) received.push(byte);
    at = isFramed ? nextLow(wire, Math.ceil(stop - 0.5)) : nextLow(wire, nextHigh(wire, Math.floor(stop)));
  }
  return Uint8Array.from(received);
}

function parityHolds(parity: LineSettings['parity'], ones: number): boolean {
  return parity === 'none' || ones % 2 === (parity === 'odd' ? 1 : 0);
}

/** Start bit, data from the lowest bit on, parity, stop bits. */
function bitsOf(bytes: Uint8Array, { dataBits, parity, stopBits }: LineSettings): number[] {
  const wire: number[] = [];
  for (const byte of bytes) {
    let ones = 0;
    wire.push(0);
    for (let index = 0; index < dataBits; index += 1) {
      const value = (byte >> index) & 1;
      ones += value;
      wire.push(value);
    }
    if (parity !== 'none') wire.push(ones % 2 === (parity === 'odd' ? 0 : 1) ? 1 : 0);
    for (let index = 0; index < stopBits; index += 1) wire.push(1);
  }
  return wire;
}

function nextLow(wire: readonly number[], from: number): number {
  const at = wire.indexOf(0, from);
  return at < 0 ? wire.length : at;
}

function nextHigh(wire: readonly number[], from: number): number {
  const at = wire.indexOf(1, from);
  return at < 0 ? wire.length : at;
}
