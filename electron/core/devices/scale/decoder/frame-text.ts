import type { FrameView } from './frame-rule.ts';

/** What may stand at each place of a frame: one where a byte is allowed; null where anything may stand. */
export type FrameTemplate = readonly (Uint8Array | null)[];

/** A template made of the allowed characters of each place; null where anything may stand. */
export function frameTemplate(places: readonly (string | null)[]): FrameTemplate {
  const tables = new Map<string, Uint8Array>();
  return places.map((allowed) => {
    if (allowed === null) return null;
    const table = tables.get(allowed) ?? new Uint8Array(256);
    tables.set(allowed, table);
    for (const byte of Buffer.from(allowed, 'latin1')) table[byte] = 1;
    return table;
  });
}

/** Whether the bytes received so far fit the template; a frame that cannot become one is dropped without waiting for its end. */
export function fitsTemplate({ bytes, filled }: FrameView, at: number, template: FrameTemplate): boolean {
  const known = Math.min(template.length, filled - at);
  for (let index = 0; index < known; index += 1) {
    const table = template[index];
    if (table && table[bytes[at + index] ?? 0] !== 1) return false;
  }
  return true;
}

/**
 * Where a frame of varying length ends: the index of its end byte. It consists of printable characters only and is at
 * most `longest` bytes long with start and end byte.
 */
export function endOfText({ bytes, filled }: FrameView, at: number, endByte: number, longest: number): number | 'wait' | 'drop' {
  const known = Math.min(at + longest, filled);
  for (let index = at + 1; index < known; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === endByte) return index;
    if (byte < 0x20 || byte > 0x7e) return 'drop';
  }
  return filled < at + longest ? 'wait' : 'drop';
}
