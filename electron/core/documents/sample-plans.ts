import { codeOfCopies } from './label-marks.ts';
import { band, text, type LabelPlans } from './label-plan.ts';
import { shared } from './label-places.ts';

/** What the bag of a retained sample says, the most important first: where the roll is small, the last ones are left out. */
export const SAMPLE_ORDER = ['code', 'qr', 'product', 'until', 'title', 'place', 'taken', 'station'] as const;
export type SampleBlock = (typeof SAMPLE_ORDER)[number];

/** The label on the bag of a retained sample: the code as large as it goes, so that it is read through the bag. */
export const SAMPLE_PLANS: LabelPlans<SampleBlock> = {
  '30x20': [
    text('code', [4, 2, 112, 45], 36, 16, { bold: true }),
    text('product', [4, 50, 112, 35], 26, 14, { lines: 2 }),
    band('training', [4, 88, 112, 20], 16),
    band('copy', [4, 110, 112, 20], 16),
    ...codeOfCopies('30x20', [120, 2, 116], { copyElsewhere: true }),
    text('until', [4, 132, 232, 27], 21, 12, { bold: true }),
  ],
  '40x30': [
    ...shared('40x30', { head: 'product', mark: 'title', line: 'until' }),
    ...codeOfCopies('40x30', [152, 40, 164]),
    text('code', [8, 44, 142, 60], 48, 20, { bold: true }),
    band('training', [8, 106, 142, 30], 22),
    text('place', [8, 140, 142, 45], 24, 18, { lines: 2 }),
  ],
  '60x40': [
    ...shared('60x40', { head: 'product', mark: 'title', training: 'training' }),
    ...codeOfCopies('60x40', [304, 78, 168]),
    text('code', [14, 76, 282, 82], 64, 36, { bold: true }),
    text('until', [14, 160, 282, 34], 26, 16, { bold: true }),
    text('place', [14, 196, 282, 46], 28, 18, { lines: 2 }),
    text('taken', [14, 246, 282, 28], 22, 16),
    text('station', [14, 280, 282, 30], 24, 18),
  ],
  '100x100': [
    ...shared('100x100', { head: 'product', mark: 'title' }),
    text('code', [24, 140, 752, 150], 120, 50, { bold: true }),
    text('until', [24, 300, 752, 70], 56, 28, { bold: true }),
    text('place', [24, 384, 430, 100], 56, 36, { lines: 2 }),
    text('taken', [24, 496, 430, 52], 40, 24),
    text('station', [24, 560, 430, 52], 40, 24),
    ...codeOfCopies('100x100', [460, 384, 328]),
    band('training', [24, 640, 416, 70], 48),
  ],
};
