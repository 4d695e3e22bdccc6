import type { QrLevel } from './qr-matrix.ts';

/** A place on a label in dots from the top left corner. */
interface Place {
  readonly leftDots: number;
  readonly topDots: number;
}

/** Text is drawn as large as `sizeDots`, smaller down to `leastDots` where the width asks for it, then over `lines` lines, and only then shortened with `…`. */
export interface LabelText extends Place {
  readonly kind: 'text';
  readonly text: string;
  /** Said instead where the text does not fit whole in letters that can be read. */
  readonly shorter?: string;
  readonly sizeDots: number;
  readonly leastDots: number;
  readonly widthDots: number;
  readonly lines: number;
  readonly bold: boolean;
  readonly align: 'left' | 'right' | 'center';
}

/** White text on black. */
export interface LabelBand extends Place {
  readonly kind: 'band';
  readonly text: string;
  readonly shorter?: string;
  readonly sizeDots: number;
  readonly widthDots: number;
  readonly heightDots: number;
}

/** A QR code that fills the square as far as whole dots allow, with its quiet zone; nothing where even two dots a module are too many. */
export interface LabelQr extends Place {
  readonly kind: 'qr';
  readonly text: string;
  readonly level: QrLevel;
  readonly sideDots: number;
}

/** A Code 128 as wide as whole dots allow, in the middle of its place with white beside it; nothing where it would be too narrow to read. */
export interface LabelCode128 extends Place {
  readonly kind: 'code128';
  readonly text: string;
  readonly widthDots: number;
  readonly heightDots: number;
}

export interface LabelRule extends Place {
  readonly kind: 'rule';
  readonly widthDots: number;
  readonly heightDots: number;
}

export type LabelElement = LabelText | LabelBand | LabelQr | LabelCode128 | LabelRule;

/** One label as data: the only source of the printer's bytes and of the picture on the screen. */
export interface LabelDocument {
  readonly layout: string;
  readonly widthMillimetres: number;
  readonly heightMillimetres: number;
  /** 8 dots per millimetre is 203 dpi, 11.8 is 300 dpi. */
  readonly dotsPerMillimetre: 8 | 11.8;
  readonly elements: readonly LabelElement[];
}
