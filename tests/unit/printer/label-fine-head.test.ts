import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LABEL_LANGUAGES } from '../../../electron/core/devices/printer/label-profile.ts';
import { labelDocument, type LabelRequest } from '../../../electron/core/devices/printer/label-request.ts';
import { writeLabel } from '../../../electron/core/devices/printer/label-writer.ts';
import type { Bitmap } from '../../../electron/core/documents/bitmap.ts';
import type { LabelElement } from '../../../electron/core/documents/label-document.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import { LABEL_SIZES, type LabelSize } from '../../../electron/core/documents/label-size.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { bitmapDots } from '../../support/dot-picture.ts';
import { EVERY_SIZE, LABEL_READERS, labelsOf, profileOf, VOIDED_COPY } from '../../support/label-cases.ts';
import { burntLabel } from '../../support/label-paper.ts';
import { readLabelCodes } from '../../support/qr-reader.ts';

const pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));
const FINE = 11.8;
const coarse = profileOf('tspl');
const fine = profileOf('tspl', { dpi: 300 });

const picturesOf = (request: LabelRequest): Bitmap => labelPicture(labelDocument(request), pen).bitmap;

/** Where a label has ink, in millimetres from its left and upper edge. */
function inkOf(picture: Bitmap, dotsPerMm: number): readonly number[] {
  const { width, black } = bitmapDots(picture);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  black.forEach((dot, at) => {
    if (dot === 0) return;
    const [x, y] = [at % width, Math.floor(at / width)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  });
  return [left, right, top, bottom].map((edge) => edge / dotsPerMm);
}

const rightOf = (element: LabelElement): number => element.leftDots + (element.kind === 'qr' ? element.sideDots : element.widthDots);
const bottomOf = (element: LabelElement): number => element.topDots + (element.kind === 'text' ? Math.ceil(element.sizeDots * 1.25) : element.kind === 'qr' ? element.sideDots : element.heightDots);

/** What a label on the coarser head bears, read once for each size. */
const codesOf = async (size: LabelSize): Promise<ReadonlyMap<string, { qr: string[]; bars: string[] }>> =>
  new Map(await Promise.all(labelsOf(size, coarse).map(async (request) => [request.kind, await codesIn(picturesOf(request))] as const)));
const codesIn = (picture: Bitmap) => readLabelCodes(bitmapDots(picture));

describe.each(EVERY_SIZE)('a head of 300 dpi on %s mm', (size) => {
  it('burns the preview dot for dot in every language, with the codes of the coarser head, whoever draws them', async () => {
    const usual = await codesOf(size);
    const { widthMillimetres, heightMillimetres } = LABEL_SIZES[size];
    for (const language of LABEL_LANGUAGES) {
      const { read, burns } = LABEL_READERS[language];
      // Every label in one language, and in the others those with both codes.
      for (const request of labelsOf(size, profileOf(language, { dpi: 300 })).filter(({ kind }) => language === 'tspl' || kind === 'lotLabel')) {
        const preview = picturesOf(request);
        for (const codes of ['raster', 'native'] as const) {
          const label = read(writeLabel(labelDocument(request), profileOf(language, { dpi: 300, codes }), pen, 2).bytes, FINE);
          expect([preview.bytesPerRow, preview.heightDots]).toEqual([Math.floor((widthMillimetres * FINE) / 8), Math.floor(heightMillimetres * FINE)]);
          expect(label.bitmaps.every(({ bytesPerRow }) => bytesPerRow === preview.bytesPerRow)).toBe(true);
          expect([label.copies, label.bitmaps.reduce((rows, bitmap) => rows + bitmap.rows, 0)]).toEqual([2, preview.heightDots]);
          for (const code of label.codes) expect(code.cell).toBeGreaterThanOrEqual(3);
          const paper = await burntLabel({ ...label, widthDots: preview.widthDots, heightDots: preview.heightDots }, burns);
          if (codes === 'raster') expect(Buffer.compare(paper.black, bitmapDots(preview).black)).toBe(0);
          if (codes === 'native' ? label.codes.length > 0 : language === 'tspl') expect(await readLabelCodes(paper)).toEqual(usual.get(request.kind));
        }
      }
    }
  }, 120_000);
});

describe.each(EVERY_SIZE)('a label of %s mm on a finer head', (size) => {
  it('has its ink at the same places in millimetres as on the coarser one', () => {
    for (const request of labelsOf(size, coarse)) {
      const [usual, finer] = [inkOf(picturesOf({ ...request, profile: coarse }), 8), inkOf(picturesOf({ ...request, profile: fine }), FINE)];
      finer.forEach((edge, index) => expect(Math.abs(edge - (usual[index] ?? 0)), `${request.kind} ${index}`).toBeLessThan(2));
    }
  });

  it('keeps every block to a place of its own inside the label', () => {
    for (const text of [undefined, '字'.repeat(60)]) {
      for (const request of labelsOf(size, fine, { training: true, copy: VOIDED_COPY, ...(text === undefined ? {} : { text }) })) {
        const { elements } = labelDocument(request);
        const picture = picturesOf(request);
        elements.forEach((one, index) => {
          expect(rightOf(one)).toBeLessThanOrEqual(picture.widthDots);
          expect(bottomOf(one)).toBeLessThanOrEqual(picture.heightDots);
          for (const other of elements.slice(index + 1)) {
            const apart = rightOf(one) <= other.leftDots || rightOf(other) <= one.leftDots || bottomOf(one) <= other.topDots || bottomOf(other) <= one.topDots;
            expect(apart, `${JSON.stringify(one)} over ${JSON.stringify(other)}`).toBe(true);
          }
        });
      }
    }
  });
});
