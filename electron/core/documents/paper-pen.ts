import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnBitmap } from './bitmap.ts';
import { LineStore } from './line-store.ts';
import { characterColumns } from './column-text.ts';
import { codePointBox, codePointName } from './code-point-box.ts';
import { openPaperFonts, type PaperFace } from './paper-fonts.ts';
import type { TextSize } from './receipt-document.ts';
import { SubstitutionList, type Substitution } from './substitution.ts';

/** Draws text as dots with the font that ships with the product. Made per thread: it holds no handle that may not cross threads. */
export interface PaperPen {
  /** Text on the printer's grid: a Latin character in a cell of 12 dots, a Chinese one in 24, times the size. */
  cells(text: string, size: TextSize, bold: boolean): Bitmap;
  /** Text with the font's own widths, `sizeDots` high; for labels. */
  free(text: string, sizeDots: number, bold: boolean): Bitmap;
  /** Dots that `free` takes from left to right. */
  width(text: string, sizeDots: number, bold: boolean): number;
  /** Characters that had to be boxed since this was last asked; ask before and after drawing one paper. */
  takeBoxed(): Substitution[];
}

/** A dot burns when at least this share of it is covered (of 255): thin strokes of 24-dot Chinese stay whole, bold ones do not run together. */
const BURN_FROM_COVERAGE = 104;
const CELL_DOTS = 24;
/** Where letters stand inside a line of 24 dots: Chinese characters reach 20 dots above and 2 below. */
const BASELINE_DOTS = 21;
/** Latin characters are drawn smaller and higher, so that a figure fits its 12 dots unsqueezed and a `g` keeps its tail. */
const LATIN_DOTS = 21;
const LATIN_BASELINE_DOTS = 19;

/** Characters of one font and size whose widths are kept. */
const MOST_WIDTHS = 4_000;

const measuring = createCanvas(1, 1).getContext('2d');

/** Opens the fonts of the folder. Throws the fault `font_missing` with the file's name where one is not there. Pure of data and font path: may run in a worker. */
export function openPaperPen(fontFolder: string): PaperPen {
  const faceOf = openPaperFonts(fontFolder);
  const boxed = new SubstitutionList();
  const lines = new LineStore();
  const faceIn = (bold: boolean): CharacterFace => (character) => faceOf(character.codePointAt(0) ?? 0, bold);
  return {
    cells: (text, size, bold) => drawCells(text, size, faceIn(bold), boxed),
    free(text, sizeDots, bold) {
      const known = lines.find(text, sizeDots, bold);
      if (known !== undefined) return known;
      const drawn = drawFree(text, sizeDots, faceIn(bold), boxed);
      // What has boxes in it is drawn each time, so that each paper tells of them.
      if ([...text].every((character) => faceIn(bold)(character) !== null)) lines.keep(text, sizeDots, bold, drawn);
      return drawn;
    },
    width: (text, sizeDots, bold) => freeWidth([...text], sizeDots, faceIn(bold)).total,
    takeBoxed: () => boxed.take(),
  };
}

/** The font of a character; null where none has it. */
type CharacterFace = (character: string) => PaperFace | null;

function drawCells(text: string, size: TextSize, faceFor: CharacterFace, boxed: SubstitutionList): Bitmap {
  const characters = [...text];
  const widthDots = characters.reduce((sum, character) => sum + characterColumns(character) * 12 * size.wide, 0);
  const bitmap = blankBitmap(Math.max(1, widthDots), CELL_DOTS * size.high);
  const context = whiteContext(bitmap);
  let left = 0;
  for (const character of characters) {
    const cellDots = characterColumns(character) * 12;
    const codePoint = character.codePointAt(0) ?? 0;
    const face = faceFor(character);
    if (face !== null) drawInCell(context, character, left, cellDots, size, face);
    else burnBox(bitmap, codePoint, left, Math.min(cellDots * size.wide, CELL_DOTS * size.high), CELL_DOTS * size.high, boxed);
    left += cellDots * size.wide;
  }
  burnCovered(bitmap, context);
  return bitmap;
}

function drawInCell(context: SKRSContext2D, character: string, left: number, cellDots: number, size: TextSize, face: PaperFace): void {
  context.save();
  context.translate(left, 0);
  context.scale(size.wide, size.high);
  const latin = cellDots === 12;
  const sizeDots = latin ? LATIN_DOTS : CELL_DOTS;
  context.font = `${sizeDots}px ${face.family}`;
  const advance = context.measureText(character).width;
  const squeeze = advance > cellDots ? cellDots / advance : 1;
  context.translate((cellDots - advance * squeeze) / 2, latin ? LATIN_BASELINE_DOTS : BASELINE_DOTS);
  context.scale(squeeze, 1);
  put(context, character, 0, 0, face, sizeDots);
  context.restore();
}

/** Widths of characters by font and size: a label asks for the same ones over and over while it looks for the size that fits. */
const knownWidths = new Map<string, Map<string, number>>();

function widthOf(character: string, sizeDots: number, font: string): number {
  const key = `${sizeDots}px ${font}`;
  const widths = knownWidths.get(key) ?? new Map<string, number>();
  if (widths.size === 0) knownWidths.set(key, widths);
  const known = widths.get(character);
  if (known !== undefined) return known;
  if (measuring.font !== key) measuring.font = key;
  const { width } = measuring.measureText(character);
  if (widths.size < MOST_WIDTHS) widths.set(character, width);
  return width;
}

function freeWidth(characters: readonly string[], sizeDots: number, faceFor: CharacterFace): { widths: number[]; total: number } {
  const widths = characters.map((character) => {
    const face = faceFor(character);
    return face === null ? sizeDots : widthOf(character, sizeDots, face.family);
  });
  return { widths, total: Math.ceil(widths.reduce((sum, width) => sum + width, 0)) };
}

function drawFree(text: string, sizeDots: number, faceFor: CharacterFace, boxed: SubstitutionList): Bitmap {
  const characters = [...text];
  const { widths, total } = freeWidth(characters, sizeDots, faceFor);
  const bitmap = blankBitmap(Math.max(1, total), Math.ceil(sizeDots * 1.25));
  const context = whiteContext(bitmap);
  let used: PaperFace | null = null;
  let left = 0;
  characters.forEach((character, index) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const face = faceFor(character);
    if (face !== null && face.family !== used?.family) context.font = `${sizeDots}px ${face.family}`;
    used = face ?? used;
    if (face !== null) put(context, character, left, sizeDots * 0.96, face, sizeDots);
    else burnBox(bitmap, codePoint, Math.round(left), sizeDots, bitmap.heightDots, boxed);
    left += widths[index] ?? 0;
  });
  burnCovered(bitmap, context);
  return bitmap;
}

function put(context: SKRSContext2D, character: string, left: number, baseline: number, face: PaperFace, sizeDots: number): void {
  context.fillText(character, left, baseline);
  if (face.outline === 0) return;
  context.lineWidth = sizeDots * face.outline;
  context.strokeText(character, left, baseline);
}

function whiteContext(bitmap: Bitmap): SKRSContext2D {
  const context = createCanvas(bitmap.widthDots, bitmap.heightDots).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, bitmap.widthDots, bitmap.heightDots);
  context.fillStyle = '#000';
  return context;
}

function burnCovered(bitmap: Bitmap, context: SKRSContext2D): void {
  const { data } = context.getImageData(0, 0, bitmap.widthDots, bitmap.heightDots);
  const { widthDots, bytesPerRow, data: dots } = bitmap;
  for (let y = 0, index = 0; y < bitmap.heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1, index += 4) {
      if (255 - (data[index] ?? 255) < BURN_FROM_COVERAGE) continue;
      const at = y * bytesPerRow + (x >> 3);
      dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
}

function burnBox(bitmap: Bitmap, codePoint: number, left: number, sideDots: number, heightDots: number, boxed: SubstitutionList): void {
  boxed.add(codePointName(codePoint), 'boxed');
  burnBitmap(bitmap, codePointBox(codePoint, sideDots), left, Math.floor((heightDots - sideDots) / 2));
}
