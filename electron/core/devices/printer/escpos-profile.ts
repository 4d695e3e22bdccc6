import type { ReceiptPaper } from '../../documents/receipt-document.ts';
import { PAPER_58, PAPER_80 } from '../../documents/receipt-document.ts';
import type { DrawerPulse } from './escpos-commands.ts';
import type { Charset } from './gbk.ts';

/** What a slip printer can do; the installer's test page decides it. */
export interface EscposProfile {
  readonly paper: ReceiptPaper;
  /** `text`: the printer's own font, with single lines as pictures where a character is missing. `raster`: everything as a picture. */
  readonly mode: 'text' | 'raster';
  /** The characters its font has. */
  readonly charset: Charset;
  /** A few clones burn the zeros of a picture. */
  readonly invert: boolean;
  /** `native`: the printer draws QR codes (`GS ( k`). */
  readonly qr: 'native' | 'raster';
  /** `native`: the printer draws Code 128 (`GS k`). */
  readonly barcode: 'native' | 'raster';
  /** Rows of one picture command; cheap printers have a buffer for few of them. 24 to 255. */
  readonly bandRows: number;
  readonly cut: 'partial' | 'full' | 'none';
  /** Darker (to 8) or lighter (to -6) than the printer is set to. */
  readonly density: number;
  /** The socket of the cash drawer; null where none hangs on the printer. */
  readonly drawer: DrawerPulse | null;
  /** Short tones when a slip is out. */
  readonly beeps: number;
}

export const TEXT_58: EscposProfile = { paper: PAPER_58, mode: 'text', charset: 'gbk', invert: false, qr: 'native', barcode: 'native', bandRows: 120, cut: 'partial', density: 0, drawer: null, beeps: 0 };
export const TEXT_80: EscposProfile = { ...TEXT_58, paper: PAPER_80 };
export const RASTER_58: EscposProfile = { ...TEXT_58, mode: 'raster', qr: 'raster', barcode: 'raster' };
export const RASTER_80: EscposProfile = { ...RASTER_58, paper: PAPER_80 };
