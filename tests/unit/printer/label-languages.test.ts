import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelPaper, leavable } from '../../../electron/contract/label-layout.ts';
import { standardLabelProfile } from '../../../electron/core/devices/printer/label-profile.ts';
import { labelDocument, type LabelRequest } from '../../../electron/core/devices/printer/label-request.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import type { LabelLooks } from '../../../electron/core/documents/label-plan.ts';
import { sampleLabelRequest } from '../../../electron/core/documents/label-samples.ts';
import { LABEL_SIZE_NAMES, type LabelSize } from '../../../electron/core/documents/label-size.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import type { SlipLanguage } from '../../../electron/core/documents/paper-text.ts';
import { bitmapDots } from '../../support/dot-picture.ts';

const pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));
const profile = standardLabelProfile('tspl');
const sample = (paper: (typeof labelPaper.options)[number], language: SlipLanguage, size: LabelSize, looks?: LabelLooks): LabelRequest => sampleLabelRequest(paper, language, { size, ...(looks === undefined ? {} : { looks }) }, profile);
const texts = (request: LabelRequest): string[] => labelDocument(request).elements.flatMap((element) => ('text' in element ? [element.text] : []));
const dots = (request: LabelRequest): string => bitmapDots(labelPicture(labelDocument(request), pen).bitmap).black.join('');

describe('a label in both languages', () => {
  it('says goods, grade and words twice, Chinese first, and figures, people and places once', () => {
    const said = texts(sample('lot_label', 'both', '60x40'));
    for (const words of ['红芯红薯 Red sweet potato', '一等 First', '公斤 kg', '87.5 斤 jin', '星期日 Sunday', '43.75', '样张服务站']) expect(said).toContain(words);
    expect(texts(sample('crate_tag', 'both', '60x40'))).toContain('周转筐 Crate');
  });

  it.each(LABEL_SIZE_NAMES)('on %s mm leaves the English of a line out where it has no room, and never cuts the Chinese for it', (size) => {
    for (const paper of labelPaper.options) {
      expect(labelPicture(labelDocument(sample(paper, 'both', size)), pen).shortened).toEqual(labelPicture(labelDocument(sample(paper, 'zh', size)), pen).shortened);
    }
  });

  it('is burnt in Chinese alone where the English name of the goods is too long for the roll', () => {
    const short = sample('lot_label', 'both', '40x30');
    const long: LabelRequest = { ...short, english: { productName: 'A very long name of red-hearted sweet potatoes from the terraces', gradeName: '一等' } };
    const chinese: LabelRequest = { ...short, english: { productName: '红芯红薯', gradeName: '一等' } };
    expect(dots(long)).toBe(dots(chinese));
    const large: LabelRequest = { ...sample('lot_label', 'both', '100x100'), english: { productName: 'Batata', gradeName: '一等' } };
    expect(dots(large)).not.toBe(dots({ ...large, english: { productName: '红芯红薯', gradeName: '一等' } }));
  });
});

describe('a label in the looks of a manager', () => {
  it('leaves out what it may, and says the own words in the line of the cooperative', () => {
    const said = texts(sample('lot_label', 'zh', '100x100', { hidden: ['member', 'bars'], words: ' 订货 0851-12345 ' }));
    expect(said).toContain('订货 0851-12345');
    for (const gone of ['样张·张三', '样张农产品专业合作社']) expect(said).not.toContain(gone);
    expect(labelDocument(sample('lot_label', 'zh', '100x100', { hidden: ['bars'], words: '' })).elements.some(({ kind }) => kind === 'code128')).toBe(false);
    expect(texts(sample('parcel_label', 'zh', '100x100', { hidden: [], words: '订货' }))).toContain('订货');
  });

  it('every part that may be left out changes the largest label, so that nothing is offered in vain', () => {
    for (const paper of labelPaper.options) {
      const whole = texts(sample(paper, 'zh', '100x100')).length;
      for (const block of leavable[paper]) expect(texts(sample(paper, 'zh', '100x100', { hidden: [block], words: '' })), `${paper} ${block}`).toHaveLength(whole - 1);
    }
  });
});
