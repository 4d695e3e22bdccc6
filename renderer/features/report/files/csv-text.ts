/** A formula in a spreadsheet begins with one of these; a plain negative number may. */
const formulaStart = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/u;

function cell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as CSV for the spreadsheets people have: byte order mark, so that Chinese is read as UTF-8, and lines ended as Windows does.
 * Text that a spreadsheet would run as a formula is marked as text.
 */
export function csvText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** UTF-8 text as base64. */
export function base64OfText(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
