import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnBitmap } from './bitmap.ts';
import type { PaperPen } from './paper-pen.ts';
import { code128Bitmap } from './code128-bars.ts';
import { qrBitmap, qrMatrix } from './qr-matrix.ts';
import { characterColumns } from './column-text.ts';
import type { LaidPart, LaidReceipt, TextRun } from './receipt-layout.ts';
import { CHARACTER_DOTS } from './receipt-layout.ts';

/** The whole slip as dots: what the printer burns in raster mode, and what the screen shows in every mode. */
export function receiptPicture(receipt: LaidReceipt, pen: PaperPen): Bitmap {
  const picture = blankBitmap(receipt.paper.dots, Math.max(1, receipt.heightDots));
  let top = 0;
  for (const part of receipt.parts) {
    const dots = partPicture(part, receipt.paper.dots, pen);
    if (dots !== null) burnBitmap(picture, dots, 0, top);
    top += part.heightDots;
  }
  return picture;
}

/** One part as dots over the whole width of the paper; null where nothing is burnt. */
export function partPicture(part: LaidPart, paperDots: number, pen: PaperPen): Bitmap | null {
  switch (part.kind) {
    case 'line': return linePicture(part.runs, paperDots, part.heightDots, pen);
    case 'image': return placed(part.bitmap, part.leftDots, paperDots);
    case 'qr': return placed(qrBitmap(qrMatrix(part.text, part.level), part.moduleDots), part.leftDots, paperDots);
    case 'code128': return placed(code128Bitmap(part.bars, part.moduleDots, part.heightDots), part.leftDots, paperDots);
    case 'feed':
    case 'copyPlace':
    case 'drawer':
    case 'cut': return null;
  }
}

/** Runs of different height stand on one base line, as a printer sets them. */
function linePicture(runs: readonly TextRun[], paperDots: number, heightDots: number, pen: PaperPen): Bitmap {
  const picture = blankBitmap(paperDots, heightDots);
  const highest = Math.max(1, ...runs.map((run) => run.size.high));
  let left = 0;
  for (const run of runs) {
    if (run.text.trim() !== '') burnBitmap(picture, pen.cells(run.text, run.size, run.bold), left, (highest - run.size.high) * CHARACTER_DOTS);
    for (const character of run.text) left += characterColumns(character) * 12 * run.size.wide;
  }
  return picture;
}

function placed(bitmap: Bitmap, leftDots: number, paperDots: number): Bitmap {
  const picture = blankBitmap(paperDots, bitmap.heightDots);
  burnBitmap(picture, bitmap, leftDots, 0);
  return picture;
}
