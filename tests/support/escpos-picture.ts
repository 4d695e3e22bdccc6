import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyPicture, paint, picturePng, type DotPicture } from './dot-picture.ts';
import { parseEscpos, type PrintedPart, type PrintedRun } from './escpos-parser.ts';
import { foreignCode128, foreignQr } from './qr-reader.ts';

const FONT_FOLDER = fileURLToPath(new URL('../../resources/fonts/', import.meta.url));
GlobalFonts.registerFromPath(join(FONT_FOLDER, 'NotoSansSC-Regular.ttf'), 'Printer Font');
GlobalFonts.registerFromPath(join(FONT_FOLDER, 'NotoSansSC-Bold.ttf'), 'Printer Font Bold');

/** What a slip printer would make of the bytes, as PNG: text in cells of 12 and 24 dots, pictures dot by dot, codes drawn by another encoder. */
export async function escposPng(bytes: Uint8Array, paperDots: 384 | 576): Promise<Buffer> {
  return picturePng(await escposPicture(parseEscpos(bytes, paperDots), paperDots));
}

/** The paper as dots, from the parsed parts. A cut shows as a dashed line. */
export async function escposPicture(parts: readonly PrintedPart[], paperDots: number): Promise<DotPicture> {
  const drawn = await Promise.all(parts.map((part) => partPicture(part, paperDots)));
  const paper = emptyPicture(paperDots, Math.max(1, drawn.reduce((sum, picture) => sum + picture.height, 0)));
  let top = 0;
  for (const picture of drawn) {
    paper.black.set(picture.black, top * paperDots);
    top += picture.height;
  }
  return paper;
}

async function partPicture(part: PrintedPart, paperDots: number): Promise<DotPicture> {
  switch (part.kind) {
    case 'line': return linePicture(part.runs, part.pitch, paperDots);
    case 'raster': return rasterPicture(part, paperDots);
    case 'feed': return emptyPicture(paperDots, part.dots);
    case 'qr': return qrPicture(part, paperDots);
    case 'barcode': return barcodePicture(part, paperDots);
    case 'drawer':
    case 'beep':
    case 'density':
    case 'cut': return emptyPicture(paperDots, 0);
  }
}

function rasterPicture(part: PrintedPart & { readonly kind: 'raster' }, paperDots: number): DotPicture {
  const picture = emptyPicture(paperDots, part.rows);
  for (let y = 0; y < part.rows; y += 1) {
    for (let at = 0; at < part.bytesPerRow; at += 1) {
      const byte = part.data[y * part.bytesPerRow + at] ?? 0;
      if (byte === 0) continue;
      for (let bit = 0; bit < 8; bit += 1) if (((byte >> (7 - bit)) & 1) === 1) paint(picture, at * 8 + bit, y);
    }
  }
  return picture;
}

async function qrPicture(part: PrintedPart & { readonly kind: 'qr' }, paperDots: number): Promise<DotPicture> {
  const { size, dark } = await foreignQr(part.text, part.level);
  const side = size * part.moduleDots;
  const picture = emptyPicture(paperDots, side);
  const left = part.centred ? Math.floor((paperDots - side) / 2) : 0;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (dark[Math.floor(y / part.moduleDots) * size + Math.floor(x / part.moduleDots)] === true) paint(picture, left + x, y);
    }
  }
  return picture;
}

async function barcodePicture(part: PrintedPart & { readonly kind: 'barcode' }, paperDots: number): Promise<DotPicture> {
  const bars = await foreignCode128(part.text);
  const picture = emptyPicture(paperDots, part.heightDots);
  const left = part.centred ? Math.floor((paperDots - bars.length * part.moduleDots) / 2) : 0;
  for (let y = 0; y < part.heightDots; y += 1) {
    for (let x = 0; x < bars.length * part.moduleDots; x += 1) if (bars[Math.floor(x / part.moduleDots)] === true) paint(picture, left + x, y);
  }
  return picture;
}

function linePicture(runs: readonly PrintedRun[], height: number, paperDots: number): DotPicture {
  const canvas = createCanvas(paperDots, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, paperDots, height);
  context.fillStyle = '#000000';
  const highest = Math.max(1, ...runs.map((run) => run.high));
  let left = 0;
  for (const run of runs) {
    for (const character of run.text) {
      const cell = character.charCodeAt(0) < 0x80 ? 12 : 24;
      drawCharacter(context, character, run, left, (highest - run.high) * 24, cell);
      left += cell * run.wide;
    }
  }
  const picture = emptyPicture(paperDots, height);
  const { data } = context.getImageData(0, 0, paperDots, height);
  for (let at = 0; at < picture.black.length; at += 1) picture.black[at] = (data[at * 4] ?? 255) < 150 ? 1 : 0;
  return picture;
}

function drawCharacter(context: SKRSContext2D, character: string, run: PrintedRun, left: number, top: number, cell: number): void {
  context.save();
  context.translate(left, top);
  context.scale(run.wide, run.high);
  context.font = `${cell === 12 ? 20 : 24}px "Printer Font${run.bold ? ' Bold' : ''}"`;
  const width = context.measureText(character).width;
  const squeeze = Math.min(1, cell / width);
  context.translate((cell - width * squeeze) / 2, cell === 12 ? 18.5 : 21);
  context.scale(squeeze, 1);
  context.fillText(character, 0, 0);
  context.restore();
}
