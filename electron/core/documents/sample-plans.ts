import type { LabelPlans } from './label-plan.ts';

/** What the bag of a retained sample says, the most important first: where the roll is small, the last ones are left out. */
export const SAMPLE_ORDER = ['code', 'qr', 'product', 'until', 'title', 'place', 'taken', 'station'] as const;
export type SampleBlock = (typeof SAMPLE_ORDER)[number] | 'training' | 'copy';

/** The label on the bag of a retained sample. */
export const SAMPLE_PLANS: LabelPlans<SampleBlock> = {
  '30x20': [
    { kind: 'text', block: 'code', box: [4, 2, 112, 45], sizeDots: 36, leastDots: 16, bold: true },
    { kind: 'text', block: 'product', box: [4, 50, 112, 35], sizeDots: 26, leastDots: 14, lines: 2 },
    { kind: 'band', block: 'training', box: [4, 88, 112, 20], sizeDots: 16 },
    { kind: 'band', block: 'copy', box: [4, 110, 112, 20], sizeDots: 16 },
    { kind: 'qr', block: 'qr', box: [120, 2, 116, 116] },
    { kind: 'text', block: 'until', box: [4, 132, 232, 27], sizeDots: 21, leastDots: 12, bold: true },
  ],
  '40x30': [
    { kind: 'text', block: 'product', box: [8, 2, 204, 38], sizeDots: 30, leastDots: 18, bold: true },
    { kind: 'band', block: 'title', box: [220, 2, 92, 36], sizeDots: 28 },
    { kind: 'text', block: 'code', box: [8, 44, 140, 60], sizeDots: 48, leastDots: 20, bold: true },
    { kind: 'band', block: 'training', box: [8, 108, 140, 30], sizeDots: 22 },
    { kind: 'text', block: 'place', box: [8, 140, 140, 45], sizeDots: 24, leastDots: 18, lines: 2, unless: ['copy'] },
    { kind: 'band', block: 'copy', box: [8, 150, 140, 34], sizeDots: 24 },
    { kind: 'qr', block: 'qr', box: [152, 42, 160, 160] },
    { kind: 'text', block: 'until', box: [8, 206, 304, 32], sizeDots: 25, leastDots: 16, bold: true },
  ],
  '60x40': [
    { kind: 'text', block: 'product', box: [14, 6, 320, 60], sizeDots: 48, leastDots: 24, bold: true, lines: 2 },
    { kind: 'band', block: 'title', box: [344, 12, 122, 48], sizeDots: 36 },
    { kind: 'rule', box: [14, 68, 452, 3] },
    { kind: 'text', block: 'code', box: [14, 76, 282, 82], sizeDots: 64, leastDots: 36, bold: true },
    { kind: 'text', block: 'until', box: [14, 160, 282, 34], sizeDots: 26, leastDots: 16, bold: true },
    { kind: 'text', block: 'place', box: [14, 196, 282, 46], sizeDots: 28, leastDots: 18, lines: 2 },
    { kind: 'text', block: 'taken', box: [14, 246, 282, 28], sizeDots: 22, leastDots: 16 },
    { kind: 'text', block: 'station', box: [14, 280, 282, 30], sizeDots: 24, leastDots: 18 },
    { kind: 'qr', block: 'qr', box: [304, 76, 168, 168] },
    { kind: 'band', block: 'training', box: [304, 248, 164, 34], sizeDots: 27 },
    { kind: 'band', block: 'copy', box: [304, 284, 164, 34], sizeDots: 27 },
  ],
  '100x100': [
    { kind: 'text', block: 'product', box: [24, 12, 560, 110], sizeDots: 80, leastDots: 44, bold: true, lines: 2 },
    { kind: 'band', block: 'title', box: [600, 20, 176, 88], sizeDots: 56 },
    { kind: 'rule', box: [24, 126, 752, 4] },
    { kind: 'text', block: 'code', box: [24, 140, 752, 150], sizeDots: 120, leastDots: 50, bold: true },
    { kind: 'text', block: 'until', box: [24, 300, 752, 70], sizeDots: 56, leastDots: 28, bold: true },
    { kind: 'text', block: 'place', box: [24, 384, 430, 100], sizeDots: 56, leastDots: 36, lines: 2 },
    { kind: 'text', block: 'taken', box: [24, 496, 430, 52], sizeDots: 40, leastDots: 24 },
    { kind: 'text', block: 'station', box: [24, 560, 430, 52], sizeDots: 40, leastDots: 24 },
    { kind: 'qr', block: 'qr', box: [460, 384, 328, 328] },
    { kind: 'band', block: 'training', box: [24, 640, 200, 70], sizeDots: 40 },
    { kind: 'band', block: 'copy', box: [240, 640, 200, 70], sizeDots: 40 },
  ],
};
