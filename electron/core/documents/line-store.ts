import type { Bitmap } from './bitmap.ts';

/** Lines kept at once; the oldest goes first. A label has a dozen, most of them the same on the next label. */
const MOST_LINES = 256;

/** Lines of text as drawn, so that what stands on every label is drawn once. Nobody may burn onto them. */
export class LineStore {
  readonly #lines = new Map<string, Bitmap>();

  find(text: string, sizeDots: number, bold: boolean): Bitmap | undefined {
    return this.#lines.get(keyOf(text, sizeDots, bold));
  }

  keep(text: string, sizeDots: number, bold: boolean, line: Bitmap): void {
    const oldest = this.#lines.keys().next();
    if (this.#lines.size >= MOST_LINES && oldest.done !== true) this.#lines.delete(oldest.value);
    this.#lines.set(keyOf(text, sizeDots, bold), line);
  }
}

const keyOf = (text: string, sizeDots: number, bold: boolean): string => `${sizeDots} ${bold ? 'b' : 'n'} ${text}`;
