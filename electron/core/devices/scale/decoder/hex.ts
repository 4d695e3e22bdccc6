const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/** Bytes as evidence text: upper-case hexadecimal parted by blanks (`02 2B 30`). */
export function hexText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  if (from >= to) return '';
  let text = PAIRS[bytes[from] ?? 0] ?? '';
  for (let index = from + 1; index < to; index += 1) text += ` ${PAIRS[bytes[index] ?? 0] ?? ''}`;
  return text;
}

/** Reads hexadecimal text, blanks between bytes optional; null when a character or a half byte does not fit. */
export function parseHex(text: string): Uint8Array | null {
  const digits = text.replace(/\s+/g, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
