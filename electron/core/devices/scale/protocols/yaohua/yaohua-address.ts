/**
 * The letter of an address of the Yaohua command mode: 1 is `A`, 26 is `Z`. Takes the number, its text (decimal or with
 * `0x`) or the letter itself; null for what names none of the 26.
 */
export function yaohuaAddress(address: number | string): string | null {
  const text = String(address).trim();
  if (/^[A-Za-z]$/.test(text)) return text.toUpperCase();
  const number = /^(0x[0-9a-fA-F]{1,2}|\d{1,2})$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= 26 ? String.fromCharCode(0x40 + number) : null;
}
