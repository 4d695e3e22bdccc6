import { codeOfCopies } from './label-marks.ts';
import { band, bars, rule, text, type LabelPlans } from './label-plan.ts';

/** What a member card says, the most important first: where the roll is small, the last ones are left out. */
export const CARD_ORDER = ['name', 'code', 'qr', 'title', 'group', 'cooperative', 'station', 'bars'] as const;
export type CardBlock = (typeof CARD_ORDER)[number];

/** The card that a member shows at the scale. */
export const CARD_PLANS: LabelPlans<CardBlock> = {
  '30x20': [
    text('name', [4, 4, 114, 45], 36, 18, { bold: true, lines: 2 }),
    text('code', [4, 50, 114, 38], 30, 18, { bold: true }),
    band('title', [4, 90, 114, 29], 22),
    ...codeOfCopies('30x20', [120, 0, 120]),
    text('group', [4, 122, 232, 32], 25, 16, { unless: ['training'] }),
    band('training', [4, 122, 232, 34], 26),
  ],
  '40x30': [
    text('name', [8, 4, 184, 60], 48, 24, { bold: true }),
    text('code', [8, 66, 184, 45], 36, 20, { bold: true }),
    band('title', [8, 114, 184, 36], 27),
    ...codeOfCopies('40x30', [196, 4, 120]),
    text('group', [8, 154, 304, 38], 30, 18, { unless: ['training'] }),
    band('training', [8, 154, 304, 38], 30),
    text('cooperative', [8, 196, 304, 40], 28, 16, { lines: 2 }),
  ],
  '60x40': [
    text('cooperative', [14, 6, 452, 40], 32, 20, { bold: true }),
    rule([14, 50, 452, 3]),
    text('name', [14, 58, 286, 85], 68, 34, { bold: true }),
    text('code', [14, 146, 286, 57], 45, 24, { bold: true }),
    text('group', [14, 206, 286, 40], 32, 18),
    text('station', [14, 250, 286, 33], 26, 18, { unless: ['training'] }),
    band('training', [14, 248, 286, 34], 27),
    ...codeOfCopies('60x40', [304, 62, 168]),
    band('title', [314, 250, 152, 50], 36),
  ],
  '100x100': [
    text('cooperative', [24, 16, 752, 80], 60, 34, { bold: true }),
    rule([24, 102, 752, 4]),
    text('name', [24, 116, 430, 150], 120, 56, { bold: true }),
    text('code', [24, 270, 430, 100], 80, 40, { bold: true }),
    text('group', [24, 374, 430, 78], 60, 32),
    text('station', [24, 456, 430, 58], 46, 28),
    band('title', [24, 526, 752, 84], 60),
    band('training', [24, 614, 752, 40], 32),
    ...codeOfCopies('100x100', [456, 116, 328]),
    bars([24, 664, 752, 110]),
  ],
};
