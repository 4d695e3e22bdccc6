import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelDocument, type LabelRequest } from '../../../electron/core/devices/printer/label-request.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { bitmapDots } from '../../support/dot-picture.ts';
import { EVERY_SIZE, labelsOf, profileOf, VOIDED_COPY } from '../../support/label-cases.ts';
import { readLabelCodes } from '../../support/qr-reader.ts';

const pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));
const words = (request: LabelRequest): string[] => labelDocument(request).elements.flatMap((element) => ('text' in element ? [element.text] : []));
/** Cards, tags and samples belong to no document that could be voided. */
const ofTickets: ReadonlySet<string> = new Set(['lotLabel', 'crateLabel', 'parcelLabel']);
const { voidedBy: _voidedBy, ...COPY } = VOIDED_COPY;

describe.each(EVERY_SIZE)('a copy of a label of %s mm', (size) => {
  it.each(['zh', 'en'] as const)('says in %s all that the original says, and which copy it is, when and by whom it was asked for', (locale) => {
    for (const training of [false, true]) {
      const [originals, copies] = [labelsOf(size, profileOf('tspl'), { locale, training }), labelsOf(size, profileOf('tspl'), { locale, training, copy: COPY })];
      originals.forEach((original, index) => {
        const copy = copies[index] ?? original;
        const mark = [locale === 'zh' ? '副本 第12次' : 'COPY 12', '2026-11-23 09:14 阿依古丽·买买提'];
        expect(words(copy).toSorted(), copy.kind).toEqual([...words(original), ...mark].toSorted());
      });
    }
  });

  it('says whether its ticket was voided and by which document, also where it is no copy', () => {
    for (const number of [0, 3]) {
      for (const request of labelsOf(size, profileOf('tspl'), { copy: { ...VOIDED_COPY, number } })) {
        const said = words(request).join(' ');
        expect(said.includes('已作废') && said.includes('GZ01A-T-2026-000124'), request.kind).toBe(ofTickets.has(request.kind));
        expect(said.includes('副本')).toBe(number > 0);
      }
    }
  });

  it.each([203, 300] as const)('on a head of %s dpi keeps every word of the mark whole and a code that reads as on the original', async (dpi) => {
    for (const locale of ['zh', 'en'] as const) {
      const [originals, copies] = [labelsOf(size, profileOf('tspl', { dpi }), { locale }), labelsOf(size, profileOf('tspl', { dpi }), { locale, copy: VOIDED_COPY })];
      for (const [index, copy] of copies.entries()) {
        const picture = labelPicture(labelDocument(copy), pen);
        const first = labelPicture(labelDocument(originals[index] ?? copy), pen);
        expect(picture.shortened, copy.kind).toEqual(first.shortened);
        if (locale === 'zh') expect(await readLabelCodes(bitmapDots(picture.bitmap)), copy.kind).toEqual(await readLabelCodes(bitmapDots(first.bitmap)));
      }
    }
  }, 60_000);
});
