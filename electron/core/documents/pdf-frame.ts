/** Part of a PDF that is written from front to back without ever being held as a whole. */
export interface PdfPiece {
  readonly bytes: Uint8Array;
  /** Where in the piece each of its objects begins; their numbers follow each other. */
  readonly offsets: readonly number[];
  /** Numbers of the objects that are pages, in their order. */
  readonly pages: readonly number[];
}

/** The numbers of the objects that lay a mark over a page: what is drawn, and what stands before and behind the page's own drawing. */
export interface MarkObjects { readonly form: number; readonly open: number; readonly close: number }

const catalogObject = 1;
/** The list of pages; it is written last and known from the beginning. */
export const pagesObject = 2;
export const firstPageObject = 3;

/** The second line tells programs that the file is not text. */
const head = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/** Counts what stands in the file so far and closes it with its tables. */
export class PdfFrame {
  readonly #places: number[] = [];
  readonly #pages: number[] = [];
  #length = head.length;

  /** The first bytes of the file. */
  begin(): Uint8Array {
    return head;
  }

  /** The number that the next piece begins with. */
  get next(): number {
    return firstPageObject + this.#places.length;
  }

  get pages(): number {
    return this.#pages.length;
  }

  /** Notes a piece that follows; answers its bytes. */
  add({ bytes, offsets, pages }: PdfPiece): Uint8Array {
    for (const offset of offsets) this.#places.push(this.#length + offset);
    this.#pages.push(...pages);
    this.#length += bytes.length;
    return bytes;
  }

  /** The last bytes: the list of pages, where each object stands, and where that table begins. */
  end(): Uint8Array {
    const catalog = `${catalogObject} 0 obj\n<< /Type /Catalog /Pages ${pagesObject} 0 R >>\nendobj\n`;
    const list = `${pagesObject} 0 obj\n<< /Type /Pages /Count ${this.#pages.length} /Kids [${this.#pages.map((page) => `${page} 0 R`).join(' ')}] >>\nendobj\n`;
    const places = [this.#length, this.#length + catalog.length, ...this.#places];
    const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    return Buffer.from(`${catalog}${list}xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${places.length + 1} /Root ${catalogObject} 0 R >>\nstartxref\n${this.#length + catalog.length + list.length}\n%%EOF\n`, 'latin1');
  }
}
