import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ready } from 'zpl-renderer-js';
import { labelDocument } from '../../../electron/core/devices/printer/label-request.ts';
import { writeLabel } from '../../../electron/core/devices/printer/label-writer.ts';
import { dotIsBlack } from '../../../electron/core/documents/bitmap.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import { LABEL_SIZES } from '../../../electron/core/documents/label-size.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { readPicture, type DotPicture } from '../../support/dot-picture.ts';
import { EVERY_SIZE, labelsOf, profileOf } from '../../support/label-cases.ts';
import { readLabelCodes } from '../../support/qr-reader.ts';

const pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));

async function rendered(bytes: Buffer, size: keyof typeof LABEL_SIZES): Promise<DotPicture> {
  const { api } = await ready;
  const { widthMillimetres, heightMillimetres } = LABEL_SIZES[size];
  return readPicture(Buffer.from(await api.zplToBase64Async(bytes.toString('latin1'), widthMillimetres, heightMillimetres, 8), 'base64'));
}

describe.each(EVERY_SIZE)('ZPL of %s mm, drawn by a program that knows nothing of ours', (size) => {
  it('gives the preview dot for dot', async () => {
    for (const request of labelsOf(size, profileOf('zpl'))) {
      const document = labelDocument(request);
      const preview = labelPicture(document, pen).bitmap;
      const picture = await rendered(writeLabel(document, profileOf('zpl'), pen).bytes, size);
      expect([picture.width, picture.height]).toEqual([preview.widthDots, preview.heightDots]);
      expect(picture.black.findIndex((dot, at) => (dot === 1) !== dotIsBlack(preview, at % picture.width, Math.floor(at / picture.width)))).toBe(-1);
    }
  }, 60_000);

  it('bears codes drawn by the printer where the preview has them', async () => {
    for (const request of labelsOf(size, profileOf('zpl'))) {
      const document = labelDocument(request);
      const ours = await readLabelCodes(await rendered(writeLabel(document, profileOf('zpl'), pen).bytes, size));
      const picture = await rendered(writeLabel(document, profileOf('zpl', { codes: 'native' }), pen).bytes, size);
      expect(await readLabelCodes(picture)).toEqual(ours);
      const place = document.elements.find((element) => element.kind === 'qr');
      const left = labelPicture(document, pen, (code) => code.kind === 'qr').leftOut[0];
      const [x, y] = [left?.leftDots ?? 0, left?.topDots ?? 0];
      expect(place).toBeDefined();
      expect(picture.black[y * picture.width + x]).toBe(1);
      expect(picture.black.subarray((y - 1) * picture.width + x, (y - 1) * picture.width + x + 20).includes(1)).toBe(false);
    }
  }, 60_000);
});
