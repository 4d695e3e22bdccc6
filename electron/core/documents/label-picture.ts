import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnBitmap, burnRectangle, clearBitmap } from './bitmap.ts';
import { printableText } from './column-text.ts';
import type { LabelBand, LabelDocument, LabelQr, LabelText } from './label-document.ts';
import type { PaperPen } from './paper-pen.ts';
import { qrBitmap, qrMatrix, QR_QUIET_MODULES } from './qr-matrix.ts';
import { SubstitutionList, type Substitution } from './substitution.ts';

/** A QR code as placed: where its first module stands and how large the modules are. */
export interface PlacedQr {
  readonly text: string;
  readonly level: LabelQr['level'];
  readonly leftDots: number;
  readonly topDots: number;
  readonly moduleDots: number;
}

export interface LabelPicture {
  /** Everything but the codes of `leftOut`. */
  readonly bitmap: Bitmap;
  /** Codes that the printer shall draw itself. */
  readonly leftOut: readonly PlacedQr[];
  readonly substitutions: readonly Substitution[];
  /** Texts that did not fit and end in `…` on the label. */
  readonly shortened: readonly string[];
}

interface Drawing {
  readonly bitmap: Bitmap;
  readonly pen: PaperPen;
  readonly clean: (text: string) => string;
  readonly shortened: string[];
}

/** Draws a label. `nativeQr` says which codes to leave for the printer; the picture then keeps their place white. */
export function labelPicture(label: LabelDocument, pen: PaperPen, nativeQr: (text: string) => boolean = () => false): LabelPicture {
  pen.takeBoxed();
  const substitutions = new SubstitutionList();
  const bitmap = blankBitmap(label.widthMillimetres * label.dotsPerMillimetre, label.heightMillimetres * label.dotsPerMillimetre);
  const drawing: Drawing = { bitmap, pen, clean: (text) => printableText(text, substitutions), shortened: [] };
  const leftOut: PlacedQr[] = [];
  for (const element of label.elements) {
    switch (element.kind) {
      case 'text': drawText(element, drawing); break;
      case 'band': drawBand(element, drawing); break;
      case 'rule': burnRectangle(bitmap, element.leftDots, element.topDots, element.widthDots, element.heightDots); break;
      case 'qr': drawQr(element, bitmap, nativeQr, leftOut); break;
    }
  }
  return { bitmap, leftOut, substitutions: [...substitutions.list(), ...pen.takeBoxed()], shortened: drawing.shortened };
}

function drawText(element: LabelText, drawing: Drawing): void {
  const { rows, sizeDots, cut } = fitText(drawing.clean(element.text), element, drawing.pen);
  if (cut) drawing.shortened.push(element.text);
  rows.forEach((row, index) => {
    const dots = drawing.pen.free(row, sizeDots, element.bold);
    const spare = Math.max(0, element.widthDots - dots.widthDots);
    const indent = element.align === 'left' ? 0 : element.align === 'right' ? spare : Math.floor(spare / 2);
    burnBitmap(drawing.bitmap, dots, element.leftDots + indent, element.topDots + Math.round(index * sizeDots * 1.15));
  });
}

function fitText(text: string, element: LabelText, pen: PaperPen): { rows: string[]; sizeDots: number; cut: boolean } {
  for (let sizeDots = element.sizeDots; sizeDots > element.leastDots; sizeDots -= 2) {
    if (pen.width(text, sizeDots, element.bold) <= element.widthDots) return { rows: [text], sizeDots, cut: false };
  }
  const rows: string[] = [];
  let rest = [...text];
  while (rest.length > 0 && rows.length < element.lines) {
    const take = charactersThatFit(rest, element, pen);
    rows.push(rest.slice(0, take).join('').trim());
    rest = rest.slice(take);
  }
  if (rest.length === 0) return { rows, sizeDots: element.leastDots, cut: false };
  const last = [...(rows.pop() ?? '')];
  while (last.length > 0 && pen.width(`${last.join('')}…`, element.leastDots, element.bold) > element.widthDots) last.pop();
  return { rows: [...rows, `${last.join('')}…`], sizeDots: element.leastDots, cut: true };
}

function charactersThatFit(characters: readonly string[], element: LabelText, pen: PaperPen): number {
  let take = 1;
  while (take < characters.length && pen.width(characters.slice(0, take + 1).join(''), element.leastDots, element.bold) <= element.widthDots) take += 1;
  return take;
}

function drawBand(band: LabelBand, drawing: Drawing): void {
  burnRectangle(drawing.bitmap, band.leftDots, band.topDots, band.widthDots, band.heightDots);
  const text = drawing.clean(band.text);
  let sizeDots = band.sizeDots;
  while (sizeDots > 16 && drawing.pen.width(text, sizeDots, true) > band.widthDots - 8) sizeDots -= 2;
  const dots = drawing.pen.free(text, sizeDots, true);
  clearBitmap(drawing.bitmap, dots, band.leftDots + Math.floor((band.widthDots - dots.widthDots) / 2), band.topDots + Math.floor((band.heightDots - dots.heightDots) / 2));
}

function drawQr(element: LabelQr, bitmap: Bitmap, nativeQr: (text: string) => boolean, leftOut: PlacedQr[]): void {
  const matrix = qrMatrix(element.text, element.level);
  const modules = matrix.size + 2 * QR_QUIET_MODULES;
  const moduleDots = Math.floor(element.sideDots / modules);
  if (moduleDots < 2) throw new RangeError('the QR text is too long for its place on the label');
  const margin = Math.floor((element.sideDots - modules * moduleDots) / 2);
  const leftDots = element.leftDots + margin;
  const topDots = element.topDots + margin;
  if (!nativeQr(element.text)) return burnBitmap(bitmap, qrBitmap(matrix, moduleDots), leftDots, topDots);
  const quiet = QR_QUIET_MODULES * moduleDots;
  leftOut.push({ text: element.text, level: element.level, leftDots: leftDots + quiet, topDots: topDots + quiet, moduleDots });
}
