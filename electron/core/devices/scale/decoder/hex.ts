const DIGITS = Buffer.from('0123456789ABCDEF', 'latin1');
const BLANK = 0x20;
/** Reused for every frame: text made of a buffer is one flat string, which costs a third of one joined pair by pair. */
let scratch = Buffer.alloc(3 * 128);

/** Bytes as evidence text: upper-case hexadecimal parted by blanks (`02 2B 30`). */
export function hexText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  if (from >= to) return '';
  const length = (to - from) * 3 - 1;
  if (scratch.length <= length) scratch = Buffer.alloc(length + 1);
  let at = 0;
  for (let index = from; index < to; index += 1) {
    const byte = bytes[index] ?? 0;
    scratch[at] = DIGITS[byte >> 4] ?? 0;
    scratch[at + 1] = DIGITS[byte & 0x0f] ?? 0;
    scratch[at + 2] = BLANK;
    at += 3;
  }
  return scratch.toString('latin1', 0, length);
}

/** Reads hexadecimal text, blanks between bytes optional; null when a character or a half byte does not fit. */
export function parseHex(text: string): Uint8Array | null {
  const digits = text.replace(/\s+/g, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
