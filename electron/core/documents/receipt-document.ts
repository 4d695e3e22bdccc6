import type { Bitmap } from './bitmap.ts';
import type { ColumnAlign } from './column-text.ts';
import type { SlipSection } from '../../contract/slip-layout.ts';
import type { QrLevel } from './qr-matrix.ts';

/** How many times wider and higher than normal text; a normal Latin character is 12 dots wide, a Chinese one 24, both are 24 high. */
export interface TextSize {
  readonly wide: 1 | 2 | 3 | 4;
  readonly high: 1 | 2 | 3 | 4;
}

export const NORMAL: TextSize = { wide: 1, high: 1 };
export const TALL: TextSize = { wide: 1, high: 2 };
export const DOUBLE: TextSize = { wide: 2, high: 2 };

/** One column of a table: at least `columns` wide, and `grow` shares of what is left over. */
export interface TableColumn {
  readonly columns: number;
  readonly grow: number;
  readonly align: ColumnAlign;
}

/** The parts of a slip from top to bottom. Sizes and places follow from the width of the paper, never from the block. */
export type ReceiptBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly align?: ColumnAlign; readonly size?: TextSize; readonly bold?: boolean }
  /** A name and its value: the value follows the name, or stands at the right edge when `spread`. */
  | { readonly kind: 'pair'; readonly label: string; readonly value: string; readonly spread?: boolean; readonly size?: TextSize; readonly bold?: boolean }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly size?: TextSize; readonly header?: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'rule'; readonly heavy?: boolean }
  /** The number everybody looks for: as large as the paper allows, its unit beside it, a second reading below. */
  | { readonly kind: 'figure'; readonly label: string; readonly value: string; readonly unit: string; readonly second?: string }
  | { readonly kind: 'qr'; readonly text: string; readonly level: QrLevel; readonly caption?: string }
  /** Bars over the text they hold; where the paper is too narrow for them, the text alone. */
  | { readonly kind: 'code128'; readonly text: string }
  | { readonly kind: 'image'; readonly bitmap: Bitmap; readonly align?: ColumnAlign }
  | { readonly kind: 'feed'; readonly lines: number }
  /** Where a part of the slip begins that a layout may move, enlarge or leave out; at `copy` the mark of a copy is put. Nothing is printed of it. */
  | { readonly kind: 'mark'; readonly name: SlipSection }
  /** COPY n with time and person, and the word of a document that was voided with the number that voided it. */
  | { readonly kind: 'copyMark'; readonly text: string; readonly detail: string; readonly voided?: string; readonly by?: string }
  | { readonly kind: 'drawer' }
  | { readonly kind: 'cut' };

/**
 * One slip as data: the only source of the bytes for the printer, of the picture on the screen and of the test picture.
 * A watermark (training) is put by the layout at the top, before the big figure and at the end, so that no builder can leave it out.
 */
export interface ReceiptDocument {
  readonly layout: string;
  readonly watermark: string | null;
  readonly blocks: readonly ReceiptBlock[];
}

/** Paper of a slip printer at 203 dpi. */
export interface ReceiptPaper {
  readonly columns: 32 | 48;
  readonly dots: 384 | 576;
}

export const PAPER_58: ReceiptPaper = { columns: 32, dots: 384 };
export const PAPER_80: ReceiptPaper = { columns: 48, dots: 576 };
