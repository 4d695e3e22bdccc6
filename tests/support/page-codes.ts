import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyPicture, paint, readPicture } from './dot-picture.ts';
import { readQrCodes } from './qr-reader.ts';

/** Dots of a module when the lines of a page are painted. */
const dots = 4;
/** A page as a scanner in an office sees it. */
const scannedDpi = 200;

/** Every QR code that stands as lines in a page, painted and read by zxing. */
export async function codesInMarkup(markup: string): Promise<string[]> {
  const found: string[] = [];
  for (const [, side = '', path = ''] of markup.matchAll(/<svg viewBox="0 0 (\d+) \d+"[^>]*><path d="([^"]*)"\/><\/svg>/g)) {
    const picture = emptyPicture(Number(side) * dots, Number(side) * dots);
    const bars = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)];
    if (bars.map(([bar]) => bar).join('') !== path) throw new Error('a line of a code that is no bar');
    for (const bar of bars) {
      const [x, y, length] = bar.slice(1).map((text) => Number(text) * dots) as [number, number, number];
      for (let at = 0; at < length * dots; at += 1) paint(picture, x + (at % length), y + Math.floor(at / length));
    }
    found.push(...await readQrCodes(picture));
  }
  return found;
}

/** Every QR code of a PDF, page by page, drawn by poppler and read by zxing. */
export async function codesInPdf(file: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    execFileSync('pdftoppm', ['-png', '-gray', '-r', String(scannedDpi), file, join(folder, 'page')]);
    const codes: string[] = [];
    for (const name of readdirSync(folder).toSorted()) codes.push(...await readQrCodes(readPicture(readFileSync(join(folder, name)))));
    return codes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
