import type { Bitmap } from './bitmap.ts';
import type { PaperPen } from './paper-pen.ts';
import { bitmapPng } from './png.ts';
import type { ReceiptDocument, ReceiptPaper } from './receipt-document.ts';
import { layoutReceipt, type LaidReceipt } from './receipt-layout.ts';
import { receiptPicture } from './receipt-picture.ts';
import type { Substitution } from './substitution.ts';

/** What the screen shows of a slip before it is printed: the dots themselves, at the paper's own proportions. */
export interface ReceiptPreview {
  readonly png: Buffer;
  readonly bitmap: Bitmap;
  readonly laid: LaidReceipt;
  readonly substitutions: readonly Substitution[];
}

/** Draws a slip from the same layout that the printer gets. */
export function previewReceipt(document: ReceiptDocument, paper: ReceiptPaper, pen: PaperPen): ReceiptPreview {
  pen.takeBoxed();
  const laid = layoutReceipt(document, paper);
  const bitmap = receiptPicture(laid, pen);
  return { png: bitmapPng(bitmap), bitmap, laid, substitutions: [...laid.substitutions, ...pen.takeBoxed()] };
}
