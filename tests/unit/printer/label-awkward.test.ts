import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LABEL_LANGUAGES, type LabelLanguage } from '../../../electron/core/devices/printer/label-profile.ts';
import { labelDocument } from '../../../electron/core/devices/printer/label-request.ts';
import { writeLabel } from '../../../electron/core/devices/printer/label-writer.ts';
import type { LabelDocument, LabelElement } from '../../../electron/core/documents/label-document.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import { LABEL_SIZES } from '../../../electron/core/documents/label-size.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { shippedFonts } from '../../../electron/core/documents/shipped-fonts.ts';
import { FIVE_HUNDRED_TEXTS } from '../../support/awkward-names.ts';
import { counts } from '../../support/counts.ts';
import { bitmapDots } from '../../support/dot-picture.ts';
import { EVERY_SIZE, LABEL_READERS, labelsOf, profileOf, VOIDED_COPY } from '../../support/label-cases.ts';
import { boxedOf, missingIn } from '../../support/missing-characters.ts';

const fonts = join(import.meta.dirname, '../../../resources/fonts');
const pen = openPaperPen(fonts);
const covers = shippedFonts(fonts).covers;

/** What a clean label of the language consists of, besides codes. */
const COMMANDS: Readonly<Record<LabelLanguage, readonly string[]>> = {
  tspl: ['SIZE', 'GAP', 'DIRECTION', 'REFERENCE', 'DENSITY', 'CLS', 'BITMAP', 'PRINT'],
  zpl: ['^XA', '^MN', '^PW', '^LL', '^LH', '^LS', '^PO', '^MD', '^FO', '^PQ', '^XZ'],
  epl2: ['q', 'Q', 'D', 'ZT', 'R0,0', 'N', 'GW', 'P'],
  cpcl: ['!', 'PAGE-WIDTH', 'GAP-SENSE', 'TONE', 'EG', 'FORM', 'PRINT'],
};

describe('five hundred awkward texts in every field of every label', () => {
  it('are five hundred, none longer than 200 characters', () => {
    expect(FIVE_HUNDRED_TEXTS).toHaveLength(500);
    expect(Math.max(...FIVE_HUNDRED_TEXTS.map((text) => [...text].length))).toBe(200);
  });

  it.each(EVERY_SIZE)('become no command and leave nothing garbled after them on %s mm', (size) => {
    FIVE_HUNDRED_TEXTS.slice(0, counts.awkwardLabels).forEach((text, index) => {
      if (EVERY_SIZE[index % EVERY_SIZE.length] !== size) return;
      const missing = missingIn(text, covers);
      const language = LABEL_LANGUAGES[Math.floor(index / EVERY_SIZE.length) % LABEL_LANGUAGES.length] ?? 'zpl';
      for (const request of labelsOf(size, profileOf(language), { text, locale: index % 2 === 0 ? 'zh' : 'en' })) {
        const document = labelDocument(request);
        const job = writeLabel(document, profileOf(language, { codes: 'native' }), pen);
        const boxed = boxedOf(job.substitutions);
        for (const codePoint of boxed) expect(missing).toContain(codePoint);
        // A text that was shortened leaves out what stood behind its end.
        if (job.shortened.length === 0) expect([text, boxed]).toEqual([text, missing]);
        const label = LABEL_READERS[language].read(job.bytes);
        const codes = label.codes.length;
        expect(label.commands.filter((command) => !['QRCODE', 'BARCODE', 'B'].includes(command)).slice(0, COMMANDS[language].length + (language === 'zpl' ? codes : 0))).toEqual(
          language === 'zpl' ? COMMANDS.zpl.flatMap((command) => (command === '^FO' ? Array<string>(codes + 1).fill(command) : [command])) : COMMANDS[language]);
        expect(label.copies).toBe(1);
        expect(label.bitmaps).toHaveLength(1);
      }
    });
  }, 300_000);

  it.each(EVERY_SIZE)('stay each inside its own place on %s mm, so that nothing is printed over anything', (size) => {
    for (const text of ['字'.repeat(200), 'W'.repeat(200), 'Ấg'.repeat(100), '𠮷'.repeat(40)]) {
      for (const request of labelsOf(size, profileOf('zpl'), { text, training: true, copy: VOIDED_COPY })) {
        for (const element of labelDocument(request).elements) expect(strayDots(element, size)).toBe(0);
      }
    }
  }, 300_000);
});

/** Dots that one element, drawn alone, burns outside the place that the plan gave it. */
function strayDots(element: LabelElement, size: keyof typeof LABEL_SIZES): number {
  const alone: LabelDocument = { layout: 'alone', ...LABEL_SIZES[size], dotsPerMillimetre: 8, elements: [element] };
  const { bitmap } = labelPicture(alone, pen);
  const right = element.leftDots + (element.kind === 'qr' ? element.sideDots : element.widthDots);
  const bottom = element.topDots + (element.kind === 'qr' ? element.sideDots : element.kind === 'text' ? Math.max(Math.ceil(element.sizeDots * 1.25), Math.round((element.lines - 1) * element.leastDots * 1.15) + Math.ceil(element.leastDots * 1.25)) : element.heightDots);
  const { width, black } = bitmapDots(bitmap);
  let stray = 0;
  for (let at = black.indexOf(1); at >= 0; at = black.indexOf(1, at + 1)) {
    const [x, y] = [at % width, Math.floor(at / width)];
    if (x < element.leftDots || x >= right || y < element.topDots || y >= bottom) stray += 1;
  }
  return stray;
}
