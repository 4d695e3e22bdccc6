import type { FrameView } from './frame-rule.ts';

/** A part of the frame as text, one character a byte. */
export function frameText(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** What may stand at each place of a frame, as the allowed characters; null where anything may. */
export type FrameTemplate = readonly (string | null)[];

/** Whether the bytes received so far fit the template; a frame that cannot become one is dropped without waiting for its end. */
export function fitsTemplate({ bytes, filled }: FrameView, at: number, template: FrameTemplate): boolean {
  const known = Math.min(template.length, filled - at);
  for (let index = 0; index < known; index += 1) {
    const allowed = template[index] ?? null;
    if (allowed !== null && !allowed.includes(String.fromCharCode(bytes[at + index] ?? 0))) return false;
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
