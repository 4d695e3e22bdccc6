import type { LabelPlans } from './label-plan.ts';

/** What a member card says, the most important first: where the roll is small, the last ones are left out. */
export const CARD_ORDER = ['name', 'code', 'qr', 'title', 'group', 'cooperative', 'station', 'bars'] as const;
export type CardBlock = (typeof CARD_ORDER)[number] | 'training';

/** The card that a member shows at the scale. */
export const CARD_PLANS: LabelPlans<CardBlock> = {
  '30x20': [
    { kind: 'text', block: 'name', box: [4, 4, 114, 45], sizeDots: 36, leastDots: 18, bold: true, lines: 2 },
    { kind: 'text', block: 'code', box: [4, 50, 114, 38], sizeDots: 30, leastDots: 18, bold: true },
    { kind: 'band', block: 'title', box: [4, 90, 114, 29], sizeDots: 22 },
    { kind: 'qr', block: 'qr', box: [120, 0, 120, 120] },
    { kind: 'text', block: 'group', box: [4, 122, 232, 32], sizeDots: 25, leastDots: 16, unless: ['training'] },
    { kind: 'band', block: 'training', box: [4, 122, 232, 34], sizeDots: 26 },
  ],
  '40x30': [
    { kind: 'text', block: 'name', box: [8, 4, 184, 60], sizeDots: 48, leastDots: 24, bold: true },
    { kind: 'text', block: 'code', box: [8, 66, 184, 45], sizeDots: 36, leastDots: 20, bold: true },
    { kind: 'band', block: 'title', box: [8, 114, 184, 36], sizeDots: 27 },
    { kind: 'qr', block: 'qr', box: [196, 4, 120, 120] },
    { kind: 'text', block: 'group', box: [8, 154, 304, 38], sizeDots: 30, leastDots: 18, unless: ['training'] },
    { kind: 'band', block: 'training', box: [8, 154, 304, 38], sizeDots: 30 },
    { kind: 'text', block: 'cooperative', box: [8, 196, 304, 40], sizeDots: 28, leastDots: 16, lines: 2 },
  ],
  '60x40': [
    { kind: 'text', block: 'cooperative', box: [14, 6, 452, 40], sizeDots: 32, leastDots: 20, bold: true },
    { kind: 'rule', box: [14, 50, 452, 3] },
    { kind: 'text', block: 'name', box: [14, 58, 286, 85], sizeDots: 68, leastDots: 34, bold: true },
    { kind: 'text', block: 'code', box: [14, 146, 286, 57], sizeDots: 45, leastDots: 24, bold: true },
    { kind: 'text', block: 'group', box: [14, 206, 286, 40], sizeDots: 32, leastDots: 18 },
    { kind: 'text', block: 'station', box: [14, 250, 286, 33], sizeDots: 26, leastDots: 18, unless: ['training'] },
    { kind: 'band', block: 'training', box: [14, 248, 286, 34], sizeDots: 27 },
    { kind: 'qr', block: 'qr', box: [304, 62, 168, 168] },
    { kind: 'band', block: 'title', box: [314, 250, 152, 50], sizeDots: 36 },
  ],
  '100x100': [
    { kind: 'text', block: 'cooperative', box: [24, 16, 752, 80], sizeDots: 60, leastDots: 34, bold: true },
    { kind: 'rule', box: [24, 102, 752, 4] },
    { kind: 'text', block: 'name', box: [24, 116, 430, 150], sizeDots: 120, leastDots: 56, bold: true },
    { kind: 'text', block: 'code', box: [24, 270, 430, 100], sizeDots: 80, leastDots: 40, bold: true },
    { kind: 'text', block: 'group', box: [24, 374, 430, 78], sizeDots: 60, leastDots: 32 },
    { kind: 'text', block: 'station', box: [24, 456, 430, 58], sizeDots: 46, leastDots: 28 },
    { kind: 'band', block: 'title', box: [24, 526, 752, 84], sizeDots: 60 },
    { kind: 'band', block: 'training', box: [24, 614, 752, 40], sizeDots: 32 },
    { kind: 'qr', block: 'qr', box: [456, 116, 328, 328] },
    { kind: 'code128', block: 'bars', box: [24, 664, 752, 110] },
  ],
};
