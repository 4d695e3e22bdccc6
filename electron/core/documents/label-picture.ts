import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnBitmap, burnRectangle, clearBitmap } from './bitmap.ts';
import { printableText } from './column-text.ts';
import { code128Bars, code128Bitmap, code128WidestModules, CODE128_QUIET_MODULES } from './code128.ts';
import type { LabelBand, LabelCode128, LabelDocument, LabelQr, LabelText } from './label-document.ts';
import { widthDots } from './label-head.ts';
import type { PaperPen } from './paper-pen.ts';
import { qrBitmap, qrMatrix, QR_QUIET_MODULES, type QrLevel, type QrMatrix } from './qr-matrix.ts';
import { SubstitutionList, type Substitution } from './substitution.ts';

/** A code as placed for the printer to draw: where its first module stands and how large the modules are. */
export type PlacedCode =
  | { readonly kind: 'qr'; readonly text: string; readonly level: LabelQr['level']; readonly leftDots: number; readonly topDots: number; readonly moduleDots: number }
  | { readonly kind: 'code128'; readonly text: string; readonly leftDots: number; readonly topDots: number; readonly moduleDots: number; readonly heightDots: number };

/** Says which codes to leave for the printer. */
export type NativeCodes = (code: Pick<PlacedCode, 'kind' | 'text'>) => boolean;

export interface LabelPicture {
  /** Everything but the codes of `leftOut`. */
  readonly bitmap: Bitmap;
  /** Codes that the printer shall draw itself. */
  readonly leftOut: readonly PlacedCode[];
  readonly substitutions: readonly Substitution[];
  /** Texts that did not fit: they end in `…` on the label, or their code is not there. */
  readonly shortened: readonly string[];
}

interface Drawing {
  readonly bitmap: Bitmap;
  /** How many dots of this head make one of 203 dpi. */
  readonly scale: number;
  readonly pen: PaperPen;
  readonly clean: (text: string) => string;
  readonly shortened: string[];
  readonly native: NativeCodes;
  readonly leftOut: PlacedCode[];
}

/** Dots to a millimetre in which the least sizes are told. */
const USUAL_DOTS = 8;

/** Draws a label. `native` says which codes to leave for the printer; the picture then keeps their place white. */
export function labelPicture(label: LabelDocument, pen: PaperPen, native: NativeCodes = () => false): LabelPicture {
  pen.takeBoxed();
  const substitutions = new SubstitutionList();
  const bitmap = blankBitmap(widthDots(label.widthMillimetres, label.dotsPerMillimetre), Math.floor(label.heightMillimetres * label.dotsPerMillimetre));
  const drawing: Drawing = { bitmap, pen, scale: label.dotsPerMillimetre / USUAL_DOTS, clean: (text) => printableText(text, substitutions), shortened: [], native, leftOut: [] };
  for (const element of label.elements) {
    switch (element.kind) {
      case 'text': drawText(element, drawing); break;
      case 'band': drawBand(element, drawing); break;
      case 'rule': burnRectangle(bitmap, element.leftDots, element.topDots, element.widthDots, element.heightDots); break;
      case 'qr': drawQr(element, drawing); break;
      case 'code128': drawCode128(element, drawing); break;
    }
  }
  return { bitmap, leftOut: drawing.leftOut, substitutions: [...substitutions.list(), ...pen.takeBoxed()], shortened: drawing.shortened };
}

function drawText(element: LabelText, drawing: Drawing): void {
  const { rows, sizeDots, cut } = fitWhole(element, element, drawing);
  if (cut) drawing.shortened.push(element.text);
  rows.forEach((row, index) => {
    const dots = drawing.pen.free(row, sizeDots, element.bold);
    const spare = Math.max(0, element.widthDots - dots.widthDots);
    const indent = element.align === 'left' ? 0 : element.align === 'right' ? spare : Math.floor(spare / 2);
    burnBitmap(drawing.bitmap, dots, element.leftDots + indent, element.topDots + Math.round(index * sizeDots * 1.15));
  });
}

/** What decides how a text is fitted. */
type TextRoom = Pick<LabelText, 'sizeDots' | 'leastDots' | 'widthDots' | 'lines' | 'bold'>;

const WORD = /^[\p{Script=Latin}\p{M}\d'’-]$/u;

/** Ends the row after the last whole Latin word where one would be torn; Chinese breaks anywhere. */
function wholeWords(characters: readonly string[], take: number): number {
  if (!WORD.test(characters[take - 1] ?? '') || !WORD.test(characters[take] ?? '')) return take;
  const start = characters.slice(0, take).findLastIndex((character) => !WORD.test(character)) + 1;
  return start === 0 ? take : start;
}

/** White letters smaller than this run together on black. */
const LEAST_BAND_DOTS = 16;
const BAND_EDGE_DOTS = 4;
/** Wider bars are no easier to read and only take room. */
const MOST_BAR_DOTS = 4;

function fitText(text: string, element: TextRoom, pen: PaperPen): { rows: string[]; sizeDots: number; cut: boolean } {
  if (pen.width(text, element.leastDots, element.bold) <= element.widthDots) {
    for (let sizeDots = element.sizeDots; sizeDots > element.leastDots; sizeDots -= 2) {
      if (pen.width(text, sizeDots, element.bold) <= element.widthDots) return { rows: [text], sizeDots, cut: false };
    }
  }
  const rows: string[] = [];
  let rest = [...text];
  while (rest.length > 0 && rows.length < element.lines) {
    const take = wholeWords(rest, charactersThatFit(rest, element, pen));
    rows.push(rest.slice(0, take).join('').trim());
    rest = rest.slice(take);
  }
  if (rest.length === 0) return { rows, sizeDots: element.leastDots, cut: false };
  const last = [...(rows.pop() ?? '')];
  while (last.length > 0 && pen.width(`${last.join('')}…`, element.leastDots, element.bold) > element.widthDots) last.pop();
  return { rows: [...rows, `${last.join('')}…`], sizeDots: element.leastDots, cut: true };
}

/** A second language must not make letters smaller than this, 2.25 mm: on a sack nobody reads them. */
const LEAST_BOTH_DOTS = 18;

/** The text, or what is said instead where it does not fit whole and readable. */
function fitWhole({ text, shorter }: Pick<LabelText, 'text' | 'shorter'>, room: TextRoom, { clean, pen, scale }: Drawing): ReturnType<typeof fitText> {
  const whole = fitText(clean(text), room, pen);
  const isReadable = !whole.cut && whole.sizeDots >= Math.min(Math.floor(LEAST_BOTH_DOTS * scale), room.sizeDots);
  return shorter === undefined || isReadable ? whole : fitText(clean(shorter), room, pen);
}

/** At least one, so that a row is never empty. */
function charactersThatFit(characters: readonly string[], element: TextRoom, pen: PaperPen): number {
  let take = 1;
  let tooMany = characters.length + 1;
  while (take + 1 < tooMany) {
    const middle = Math.floor((take + tooMany) / 2);
    if (pen.width(characters.slice(0, middle).join(''), element.leastDots, element.bold) <= element.widthDots) take = middle;
    else tooMany = middle;
  }
  return take;
}

function drawBand(band: LabelBand, drawing: Drawing): void {
  burnRectangle(drawing.bitmap, band.leftDots, band.topDots, band.widthDots, band.heightDots);
  const room = { sizeDots: band.sizeDots, leastDots: Math.floor(LEAST_BAND_DOTS * drawing.scale), bold: true, widthDots: band.widthDots - 2 * BAND_EDGE_DOTS, lines: 1 };
  const { rows, sizeDots, cut } = fitWhole(band, room, drawing);
  if (cut) drawing.shortened.push(band.text);
  const dots = drawing.pen.free(rows[0] ?? '', sizeDots, true);
  clearBitmap(drawing.bitmap, dots, band.leftDots + Math.floor((band.widthDots - dots.widthDots) / 2), band.topDots + Math.floor((band.heightDots - dots.heightDots) / 2));
}

/** A code must be read at arm's length from a sack: two dots a module is the least that a cheap reader takes at 203 dpi. */
const LEAST_MODULE_DOTS = 2;

const leastModule = (scale: number): number => Math.ceil(LEAST_MODULE_DOTS * scale);

/** The code at the asked level of correction; where its modules would be too small, at the lowest; null where even that does not fit. */
function fitQr(element: LabelQr, scale: number): { matrix: QrMatrix; level: QrLevel; moduleDots: number } | null {
  if (element.text === '') return null;
  for (const level of new Set([element.level, 'L'] as const)) {
    const matrix = qrMatrix(element.text, level);
    const moduleDots = Math.floor(element.sideDots / (matrix.size + 2 * QR_QUIET_MODULES));
    if (moduleDots >= leastModule(scale)) return { matrix, level, moduleDots };
  }
  return null;
}

function drawQr(element: LabelQr, { bitmap, scale, native, leftOut, shortened }: Drawing): void {
  const fit = fitQr(element, scale);
  if (fit === null) {
    shortened.push(element.text);
    return;
  }
  const { matrix, level, moduleDots } = fit;
  const margin = Math.floor((element.sideDots - (matrix.size + 2 * QR_QUIET_MODULES) * moduleDots) / 2);
  const quiet = QR_QUIET_MODULES * moduleDots;
  const [leftDots, topDots] = [element.leftDots + margin, element.topDots + margin];
  if (native(element)) leftOut.push({ kind: 'qr', text: element.text, level, leftDots: leftDots + quiet, topDots: topDots + quiet, moduleDots });
  else burnBitmap(bitmap, qrBitmap(matrix, moduleDots), leftDots, topDots);
}

function drawCode128(element: LabelCode128, { bitmap, scale, native, leftOut, shortened }: Drawing): void {
  const { text, widthDots, heightDots, topDots } = element;
  const placed = (modules: number): { moduleDots: number; leftDots: number } => {
    const moduleDots = Math.min(Math.round(MOST_BAR_DOTS * scale), Math.floor(widthDots / (modules + 2 * CODE128_QUIET_MODULES)));
    return { moduleDots, leftDots: element.leftDots + Math.floor((widthDots - modules * moduleDots) / 2) };
  };
  if (native(element)) {
    const { moduleDots, leftDots } = placed(code128WidestModules(text));
    if (moduleDots >= leastModule(scale)) {
      leftOut.push({ kind: 'code128', text, leftDots, topDots, moduleDots, heightDots });
      return;
    }
  }
  const bars = code128Bars(text);
  const { moduleDots, leftDots } = placed(bars?.reduce((sum, bar) => sum + bar, 0) ?? Number.POSITIVE_INFINITY);
  if (bars === null || moduleDots < leastModule(scale)) shortened.push(text);
  else burnBitmap(bitmap, code128Bitmap(bars, moduleDots, heightDots), leftDots, topDots);
}
