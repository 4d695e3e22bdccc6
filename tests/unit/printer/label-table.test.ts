import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LABEL_LANGUAGES } from '../../../electron/core/devices/printer/label-profile.ts';
import { labelDocument, type LabelRequest } from '../../../electron/core/devices/printer/label-request.ts';
import { writeLabel } from '../../../electron/core/devices/printer/label-writer.ts';
import type { LabelDocument } from '../../../electron/core/documents/label-document.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { bitmapDots } from '../../support/dot-picture.ts';
import { EVERY_SIZE, LABEL_READERS, labelsOf, PROFILE_CHANGES, profileOf } from '../../support/label-cases.ts';
import { burntLabel } from '../../support/label-paper.ts';
import { readLabelCodes } from '../../support/qr-reader.ts';

const pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));

/** What the codes of a label must say, told from the request alone. */
function expected(request: LabelRequest, size: string): { qr: string; bars: string } {
  const small = size === '30x20';
  switch (request.kind) {
    case 'lotLabel': return { qr: small ? `VSL1|${request.data.lotCode}` : request.data.qrText, bars: request.data.lotCode };
    case 'crateLabel': return { qr: small ? `VSC1|${request.data.lotCode}/2` : request.data.qrText, bars: `${request.data.lotCode}/2` };
    case 'parcelLabel': return { qr: small ? `VSP1|${request.data.parcelCode}` : request.data.qrText, bars: request.data.parcelCode };
    case 'crateTag': return { qr: `VSK1|${request.data.crateCode}`, bars: request.data.crateCode };
    case 'sampleLabel': return { qr: `VSS1|${request.data.code}`, bars: '' };
    case 'memberCard': return { qr: request.data.qrText, bars: request.data.memberCode };
  }
}

/** Whitens the places of codes that the printer draws itself: there the paper is another encoder's. */
function withoutCodes(dots: Uint8Array, widthDots: number, document: LabelDocument, native: readonly string[]): Uint8Array {
  const rest = Uint8Array.from(dots);
  for (const element of document.elements) {
    if (!native.includes(element.kind) || (element.kind !== 'qr' && element.kind !== 'code128')) continue;
    const [wide, high] = element.kind === 'qr' ? [element.sideDots, element.sideDots] : [element.widthDots, element.heightDots];
    for (let y = element.topDots; y < element.topDots + high; y += 1) rest.fill(0, y * widthDots + element.leftDots, y * widthDots + element.leftDots + wide);
  }
  return rest;
}

describe.each(LABEL_LANGUAGES)('labels in %s', (language) => {
  const { read, burns } = LABEL_READERS[language];

  describe.each(EVERY_SIZE)('of %s mm', (size) => {
    it.each(labelsOf(size, profileOf(language)).map((request) => ({ kind: request.kind, request })))('a $kind comes out as its preview, dot for dot, with codes that read back, however the printer is set up', async ({ request }) => {
      const document = labelDocument(request);
      const preview = labelPicture(document, pen).bitmap;
      const dots = bitmapDots(preview).black;
      expect(dots.reduce((sum, dot) => sum + dot, 0)).toBeLessThan(dots.length / 2);
      const { qr, bars } = expected(request, size);
      for (const change of PROFILE_CHANGES) {
        const native = change.codes === 'native' ? [...(language === 'epl2' ? [] : ['qr']), ...(size === '100x100' && bars !== '' ? ['code128'] : [])] : [];
        const label = read(writeLabel(document, profileOf(language, change), pen, 3).bytes);
        expect([label.widthDots, label.heightDots, label.copies]).toEqual([preview.widthDots, preview.heightDots, 3]);
        expect(label.bitmaps.map(({ bytesPerRow, rows }) => [bytesPerRow, rows])).toEqual([[preview.widthDots / 8, preview.heightDots]]);
        expect(label.codes.map((code) => code.kind).toSorted()).toEqual(native.toSorted());
        const paper = await burntLabel(label, change.inverted === true ? (burns === 0 ? 1 : 0) : burns);
        expect(Buffer.compare(withoutCodes(paper.black, paper.width, document, native), withoutCodes(dots, paper.width, document, native))).toBe(0);
        // A paper that is the preview bears the same codes; they are read once, and wherever the printer draws.
        if (native.length === 0 && change !== PROFILE_CHANGES[0]) continue;
        expect(await readLabelCodes(paper)).toEqual({ qr: [qr], bars: size === '100x100' && bars !== '' ? [bars] : [] });
      }
    }, 60_000);
  });
});
