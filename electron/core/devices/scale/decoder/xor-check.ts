/** Exclusive or of the bytes from `from` up to but without `to`. */
export function xorOf(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum ^= bytes[index] ?? 0;
  return sum;
}

/** Whether the two characters at `to` are the exclusive or of the bytes before them, as upper-case hexadecimal, high nibble first. */
export function xorPairHolds(bytes: Uint8Array, from: number, to: number): boolean {
  const sum = xorOf(bytes, from, to);
  return bytes[to] === hexDigit(sum >> 4) && bytes[to + 1] === hexDigit(sum & 0x0f);
}

function hexDigit(nibble: number): number {
  return nibble + (nibble < 10 ? 0x30 : 0x37);
}
