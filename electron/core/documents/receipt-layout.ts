import type { Bitmap } from './bitmap.ts';
import { printableText, textColumns, wrapColumns, type ColumnAlign } from './column-text.ts';
import { code128Bars, type Code128Bars } from './code128-bars.ts';
import { qrSide, QR_QUIET_MODULES, type QrLevel } from './qr-matrix.ts';
import { DOUBLE, NORMAL, TALL, type ReceiptBlock, type ReceiptDocument, type ReceiptPaper, type TextSize } from './receipt-document.ts';
import { SubstitutionList, type Substitution } from './substitution.ts';
import { tableLines } from './table-layout.ts';

/** Characters of one size and weight that stand beside each other. */
export interface TextRun {
  readonly text: string;
  readonly size: TextSize;
  readonly bold: boolean;
}

/** What stands on the paper from top to bottom, each part with its exact height. */
export type LaidPart =
  | { readonly kind: 'line'; readonly runs: readonly TextRun[]; readonly heightDots: number }
  | { readonly kind: 'image'; readonly bitmap: Bitmap; readonly leftDots: number; readonly heightDots: number }
  | { readonly kind: 'qr'; readonly text: string; readonly level: QrLevel; readonly moduleDots: number; readonly leftDots: number; readonly heightDots: number }
  | { readonly kind: 'code128'; readonly text: string; readonly bars: Code128Bars; readonly moduleDots: number; readonly leftDots: number; readonly heightDots: number }
  | { readonly kind: 'feed'; readonly heightDots: number }
  /** Where the mark of a copy stands on a copy. */
  | { readonly kind: 'copyPlace'; readonly heightDots: 0 }
  | { readonly kind: 'drawer'; readonly heightDots: 0 }
  | { readonly kind: 'cut'; readonly heightDots: 0 };

export interface LaidReceipt {
  readonly paper: ReceiptPaper;
  readonly parts: readonly LaidPart[];
  readonly heightDots: number;
  readonly substitutions: readonly Substitution[];
}

export const CHARACTER_DOTS = 24;
/** White between two lines. */
export const LINE_GAP_DOTS = 6;

interface LayoutContext {
  readonly paper: ReceiptPaper;
  readonly clean: (text: string) => string;
}

/** Turns a slip into lines for a paper width: wraps, aligns, chooses the size of the big figure and places the codes. */
export function layoutReceipt(document: ReceiptDocument, paper: ReceiptPaper): LaidReceipt {
  const substitutions = new SubstitutionList();
  const context: LayoutContext = { paper, clean: (text) => printableText(text, substitutions) };
  const parts = withWatermark(document).flatMap((block) => layoutBlock(block, context));
  return { paper, parts, heightDots: parts.reduce((sum, part) => sum + part.heightDots, 0), substitutions: substitutions.list() };
}

const endsSlip: ReadonlySet<ReceiptBlock['kind']> = new Set(['drawer', 'feed', 'cut']);

function withWatermark(document: ReceiptDocument): ReceiptBlock[] {
  const { watermark } = document;
  if (watermark === null) return [...document.blocks];
  const banner: ReceiptBlock[] = [{ kind: 'rule', heavy: true }, { kind: 'text', text: watermark, align: 'center', size: DOUBLE, bold: true }, { kind: 'rule', heavy: true }];
  const last = document.blocks.findLastIndex((block) => !endsSlip.has(block.kind)) + 1;
  return [
    ...banner,
    ...document.blocks.slice(0, last).flatMap((block) => (block.kind === 'figure' ? [...banner, block] : [block])),
    ...banner,
    ...document.blocks.slice(last),
  ];
}

function layoutBlock(block: ReceiptBlock, context: LayoutContext): LaidPart[] {
  const { paper, clean } = context;
  switch (block.kind) {
    case 'title': return textParts(clean(block.text), paper, 'center', textColumns(clean(block.text)) * 2 <= paper.columns ? DOUBLE : TALL, true);
    case 'text': return textParts(clean(block.text), paper, block.align ?? 'left', block.size ?? NORMAL, block.bold ?? false);
    case 'pair': return pairParts(clean(block.label), clean(block.value), block, paper);
    case 'table': return tableLines(block, paper.columns, clean).map(({ text, bold }) => line([{ text, size: block.size ?? NORMAL, bold }]));
    case 'rule': return [line([{ text: (block.heavy === true ? '=' : '-').repeat(paper.columns), size: NORMAL, bold: false }])];
    case 'figure': return figureParts(clean(block.label), clean(block.value), clean(block.unit), clean(block.second ?? ''), paper);
    case 'qr': return qrParts(block.text, block.level, clean(block.caption ?? ''), paper);
    case 'code128': return code128Parts(block.text, paper);
    case 'image': return [imagePart(block.bitmap, block.align ?? 'center', paper)];
    case 'feed': return [{ kind: 'feed', heightDots: block.lines * (CHARACTER_DOTS + LINE_GAP_DOTS) }];
    case 'copyMark': return [
      line([{ text: '*'.repeat(paper.columns), size: NORMAL, bold: false }]),
      ...[block.text, block.voided].flatMap((word) => (word === undefined ? [] : textParts(clean(word), paper, 'center', DOUBLE, true))),
      ...(block.by === undefined ? [] : textParts(clean(block.by), paper, 'center', NORMAL, true)),
      ...textParts(clean(block.detail), paper, 'center', NORMAL, false),
      line([{ text: '*'.repeat(paper.columns), size: NORMAL, bold: false }]),
    ];
    case 'mark': return block.name === 'copy' ? [{ kind: 'copyPlace', heightDots: 0 }] : [];
    case 'drawer': return [{ kind: 'drawer', heightDots: 0 }];
    case 'cut': return [{ kind: 'cut', heightDots: 0 }];
  }
}

function line(runs: readonly TextRun[]): LaidPart {
  return { kind: 'line', runs, heightDots: Math.max(1, ...runs.map((run) => run.size.high)) * CHARACTER_DOTS + LINE_GAP_DOTS };
}

function textParts(text: string, paper: ReceiptPaper, align: ColumnAlign, size: TextSize, bold: boolean): LaidPart[] {
  return wrapColumns(text, Math.floor(paper.columns / size.wide)).map((row) => {
    const spare = paper.columns - textColumns(row) * size.wide;
    const before = align === 'left' ? 0 : align === 'right' ? spare : Math.floor(spare / 2);
    return line([...blankRun(before), { text: row, size, bold }]);
  });
}

function blankRun(columns: number): TextRun[] {
  return columns > 0 ? [{ text: ' '.repeat(columns), size: NORMAL, bold: false }] : [];
}

function pairParts(label: string, value: string, style: { readonly spread?: boolean; readonly size?: TextSize; readonly bold?: boolean }, paper: ReceiptPaper): LaidPart[] {
  const size = style.size ?? NORMAL;
  const bold = style.bold ?? false;
  const name = style.spread === true ? `${label} ` : label;
  const rest = Math.floor((paper.columns - textColumns(name)) / size.wide);
  if (rest < Math.max(2, Math.min(8, textColumns(value))) || standsBetterAlone(value, rest, Math.floor(paper.columns / size.wide), style.spread === true)) return [...textParts(label, paper, 'left', NORMAL, false), ...textParts(value, paper, 'right', size, bold)];
  return wrapColumns(value, rest).map((row, index) => {
    const before = index === 0 ? name : ' '.repeat(textColumns(name));
    const spare = paper.columns - textColumns(name) - textColumns(row) * size.wide;
    return line([{ text: style.spread === true ? before + ' '.repeat(spare) : before, size: { wide: 1, high: size.high }, bold: false }, { text: row, size, bold }]);
  });
}

/** A number is never broken where a line of its own holds it whole, and neither is a figure with its unit at the right edge. */
function standsBetterAlone(value: string, rest: number, whole: number, spread: boolean): boolean {
  const columns = textColumns(value);
  const longestWord = Math.max(0, ...(value.match(/[\u0021-\u007e]+/gu) ?? []).map(textColumns));
  return columns > rest && columns <= whole && (spread || longestWord > rest);
}

const FIGURE_SIZES: readonly TextSize[] = [{ wide: 4, high: 4 }, { wide: 3, high: 3 }, { wide: 2, high: 3 }, DOUBLE, TALL];

function figureParts(label: string, value: string, unit: string, second: string, paper: ReceiptPaper): LaidPart[] {
  const unitColumns = textColumns(unit) * 2 + 1;
  const size = FIGURE_SIZES.find((each) => textColumns(value) * each.wide + unitColumns <= paper.columns) ?? TALL;
  const spare = Math.max(0, paper.columns - textColumns(value) * size.wide - unitColumns);
  return [
    ...textParts(label, paper, 'left', TALL, true),
    line([...blankRun(Math.floor(spare / 2)), { text: value, size, bold: true }, { text: ' ', size: NORMAL, bold: false }, { text: unit, size: DOUBLE, bold: true }]),
    ...(second === '' ? [] : textParts(second, paper, 'center', DOUBLE, false)),
  ];
}

/** A module of at least three dots survives a worn head and a cheap camera; a long text on narrow paper gets two. */
function qrParts(text: string, level: QrLevel, caption: string, paper: ReceiptPaper): LaidPart[] {
  const modules = qrSide(text, level) + 2 * QR_QUIET_MODULES;
  const moduleDots = Math.max(2, Math.min(5, Math.floor(Math.min(paper.dots, 320) / modules)));
  const side = modules * moduleDots;
  return [
    { kind: 'qr', text, level, moduleDots, leftDots: centred(side, paper), heightDots: side },
    ...(caption === '' ? [] : textParts(caption, paper, 'center', NORMAL, false)),
  ];
}

const BAR_DOTS = 72;

/** Two dots a module is the least that cheap scanners read; three where the paper has room. */
function code128Parts(text: string, paper: ReceiptPaper): LaidPart[] {
  const bars = code128Bars(text);
  const moduleDots = Math.min(3, Math.floor(paper.dots / bars.modules));
  const words = textParts(text, paper, 'center', NORMAL, false);
  return moduleDots < 2 ? words : [{ kind: 'code128', text, bars, moduleDots, leftDots: centred(bars.modules * moduleDots, paper), heightDots: BAR_DOTS }, ...words];
}

function imagePart(bitmap: Bitmap, align: ColumnAlign, paper: ReceiptPaper): LaidPart {
  if (bitmap.widthDots > paper.dots) throw new RangeError('the picture is wider than the paper');
  const leftDots = align === 'left' ? 0 : align === 'right' ? paper.dots - bitmap.widthDots : centred(bitmap.widthDots, paper);
  return { kind: 'image', bitmap, leftDots, heightDots: bitmap.heightDots };
}

function centred(widthDots: number, paper: ReceiptPaper): number {
  return Math.floor((paper.dots - widthDots) / 2);
}

/** A line of normal size as plain text, for tests and for the list of what stands on a slip. */
export function lineText(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

