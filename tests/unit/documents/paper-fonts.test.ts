import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../../electron/core/documents/font-files.ts';
import { boxMissingCharacters } from '../../../electron/core/documents/html-page.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { shippedFonts } from '../../../electron/core/documents/shipped-fonts.ts';
import { printFonts } from '../../../electron/main/pdf/print-fonts.ts';
import { bitmapDots } from '../../support/dot-picture.ts';

const resources = join(import.meta.dirname, '../../../resources');
const fonts = join(resources, 'fonts');
const covers = shippedFonts(fonts).covers;

/** How much of a range of code points the fonts have, from 0 to 1. */
function share(first: number, last: number): number {
  let found = 0;
  for (let codePoint = first; codePoint <= last; codePoint += 1) if (covers(codePoint)) found += 1;
  return found / (last - first + 1);
}

describe('the fonts that ship with the product', () => {
  it.each([
    ['every Chinese character of everyday writing', 0x4e00, 0x9fef, 1], ['extension A', 0x3400, 0x4db5, 1], ['extension B', 0x20000, 0x2a6d6, 1], ['extension C', 0x2a700, 0x2b734, 0.99],
    ['extension D', 0x2b740, 0x2b81d, 0.99], ['extension E', 0x2b820, 0x2cea1, 0.99], ['extension F', 0x2ceb0, 0x2ebe0, 0.99], ['compatibility characters', 0xf900, 0xfad9, 0.99],
    ['Yi', 0xa000, 0xa48c, 1], ['Latin with marks', 0xc0, 0x17f, 1], ['Latin of Vietnamese', 0x1ea0, 0x1ef9, 1], ['Greek', 0x3b1, 0x3c9, 1], ['Cyrillic', 0x400, 0x45f, 1],
  ] as const)('have %s', (_name, first, last, least) => {
    expect(share(first, last)).toBeGreaterThanOrEqual(least);
  });

  it('draw a rare character by itself, and draw different ones differently, bold or not', () => {
    const pen = openPaperPen(fonts);
    for (const text of ['𠮷', '𪚥', '𫝀', 'ꆈ', 'ő', 'Ł']) {
      expect(bitmapDots(pen.cells(text, { wide: 1, high: 1 }, false)).black).toContain(1);
      expect(bitmapDots(pen.free(text, 40, true)).black).toContain(1);
    }
    expect(bitmapDots(pen.free('𠮷', 48, false))).not.toEqual(bitmapDots(pen.free('吉', 48, false)));
    expect(bitmapDots(pen.cells('ꆈ', { wide: 1, high: 1 }, false))).not.toEqual(bitmapDots(pen.cells('ꆉ', { wide: 1, high: 1 }, false)));
    expect(pen.takeBoxed()).toEqual([]);
  });

  it('leave what can only garble a line to the box: marks without a letter, invisible signs, pictures', () => {
    const pen = openPaperPen(fonts);
    pen.free('a\u202eb\u200dc\u0310😀', 30, false);
    expect(pen.takeBoxed().map(({ codePoint }) => codePoint)).toEqual(['U+202E', 'U+200D', 'U+0310', 'U+1F600']);
  });

  it('are the same for pages, and every one that a page names is served to it', () => {
    const text = '<body>𠮷 ꆈ ő 𰀁</body>';
    expect(boxMissingCharacters(text, covers).page).toBe('<body>𠮷 ꆈ ő <span class="box-code">U+30001</span></body>');
    expect(printFonts(resources).map(({ url }) => url)).toEqual([fontFiles.regular, fontFiles.bold, ...fontFiles.rare].map(({ file }) => `/fonts/${file}`));
  });

  describe('where the files of rare characters are not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'everyday-fonts-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('box what they would have and print the rest', () => {
      for (const { file } of [fontFiles.regular, fontFiles.bold]) symlinkSync(join(fonts, file), join(folder, file));
      const pen = openPaperPen(folder);
      pen.free('张𠮷ő', 30, false);
      expect(pen.takeBoxed().map(({ codePoint }) => codePoint)).toEqual(['U+20BB7', 'U+0151']);
    });
  });
});
