import type { ReceiptPaper } from '../../documents/receipt-document.ts';
import { PAPER_58, PAPER_80 } from '../../documents/receipt-document.ts';

/** What a slip printer can do; the installer's test page decides it. */
export interface EscposProfile {
  readonly paper: ReceiptPaper;
  /** `text`: the printer's own font, with single lines as pictures where a character is missing. `raster`: everything as a picture. */
  readonly mode: 'text' | 'raster';
  /** `native`: the printer draws QR codes (`GS ( k`). */
  readonly qr: 'native' | 'raster';
  /** Rows of one picture command; cheap printers have a buffer for few of them. 24 to 255. */
  readonly bandRows: number;
  readonly cut: 'partial' | 'none';
  /** Whether a cash drawer hangs on the printer. */
  readonly drawer: boolean;
}

export const TEXT_58: EscposProfile = { paper: PAPER_58, mode: 'text', qr: 'native', bandRows: 120, cut: 'partial', drawer: false };
export const TEXT_80: EscposProfile = { ...TEXT_58, paper: PAPER_80 };
export const RASTER_58: EscposProfile = { ...TEXT_58, mode: 'raster', qr: 'raster' };
export const RASTER_80: EscposProfile = { ...TEXT_80, mode: 'raster', qr: 'raster' };
