import { join } from 'node:path';
import { expect, it } from 'vitest';
import { labelDocument } from '../../../electron/core/devices/printer/label-request.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { EVERY_SIZE, labelsOf, profileOf } from '../../support/label-cases.ts';

const pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));

it.each(EVERY_SIZE)('the labels of a lot and of a crate on %s mm say their weight in kilograms and in jin, also at a practice station', (size) => {
  for (const training of [false, true]) {
    for (const [locale, kilogram, jin] of [['zh', '公斤', '斤'], ['en', 'kg', 'jin']] as const) {
      const said = new Map(labelsOf(size, profileOf('tspl'), { locale, training }).filter(({ kind }) => kind === 'lotLabel' || kind === 'crateLabel').map((request) => {
        const document = labelDocument(request);
        expect(labelPicture(document, pen).shortened.filter((text) => text.includes(jin))).toEqual([]);
        return [request.kind, document.elements.flatMap((element) => ('text' in element ? [element.text] : []))] as const;
      }));
      expect(said.get('lotLabel')).toEqual(expect.arrayContaining(['43.75', kilogram, `87.5 ${jin}`]));
      expect(said.get('crateLabel')).toEqual(expect.arrayContaining(['22.55', kilogram, `45.1 ${jin}`]));
    }
  }
});

it.each(EVERY_SIZE.filter((size) => size !== '30x20'))('a crate on %s mm says its number in the lot and the member beside both weights', (size) => {
  const crate = labelsOf(size, profileOf('tspl'), { training: true }).find(({ kind }) => kind === 'crateLabel');
  const words = crate === undefined ? [] : labelDocument(crate).elements.flatMap((element) => ('text' in element ? [element.text] : []));
  expect(words).toContain('筐 2/12');
  expect(words.some((word) => word.startsWith('张三'))).toBe(true);
});
