/** Text as base64 of its UTF-8 bytes, with the mark that lets a plain editor read Chinese. */
export function base64OfText(text: string): string {
  const bytes = new TextEncoder().encode(`\uFEFF${text}`);
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
}
