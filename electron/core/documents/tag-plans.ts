import { codeOfCopies } from './label-marks.ts';
import { band, bars, rule, text, type LabelPlans } from './label-plan.ts';

/** What the tag of a crate says, the most important first: where the roll is small, the last ones are left out. */
export const TAG_ORDER = ['code', 'qr', 'cooperative', 'kind', 'station', 'please', 'bars'] as const;
export type TagBlock = (typeof TAG_ORDER)[number];

/** The tag on a crate that goes out to members and comes back. */
export const TAG_PLANS: LabelPlans<TagBlock> = {
  '30x20': [
    text('cooperative', [4, 4, 112, 62], 24, 17, { lines: 3 }),
    text('kind', [4, 68, 112, 34], 26, 14),
    band('training', [4, 104, 112, 24], 19),
    ...codeOfCopies('30x20', [118, 0, 120]),
    text('code', [4, 129, 232, 30], 24, 14, { bold: true }),
  ],
  '40x30': [
    text('cooperative', [8, 2, 304, 58], 28, 20, { bold: true, lines: 2 }),
    text('kind', [8, 70, 156, 45], 36, 18),
    text('station', [8, 118, 156, 40], 24, 14, { lines: 2 }),
    band('training', [8, 162, 156, 32], 25),
    ...codeOfCopies('40x30', [170, 64, 140]),
    text('code', [8, 205, 304, 33], 26, 16, { bold: true }),
  ],
  '60x40': [
    text('cooperative', [14, 6, 452, 52], 40, 20, { bold: true, lines: 2 }),
    rule([14, 62, 452, 3]),
    text('kind', [14, 72, 286, 70], 56, 24, { bold: true, lines: 2 }),
    text('station', [14, 145, 286, 45], 32, 18, { lines: 2 }),
    text('please', [14, 192, 286, 34], 26, 16),
    band('training', [14, 230, 286, 30], 24),
    ...codeOfCopies('60x40', [304, 78, 168]),
    text('code', [14, 262, 452, 55], 44, 24, { bold: true }),
  ],
  '100x100': [
    text('cooperative', [24, 16, 752, 100], 70, 36, { bold: true, lines: 2 }),
    rule([24, 122, 752, 4]),
    text('kind', [24, 136, 430, 150], 100, 48, { bold: true, lines: 2 }),
    text('station', [24, 292, 430, 70], 52, 28, { lines: 2 }),
    text('please', [24, 370, 430, 60], 46, 24),
    band('training', [24, 440, 430, 60], 42),
    ...codeOfCopies('100x100', [456, 136, 328]),
    text('code', [24, 510, 752, 120], 96, 44, { bold: true }),
    bars([24, 650, 752, 120]),
  ],
};
