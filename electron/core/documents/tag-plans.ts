import type { LabelPlans } from './label-plan.ts';

/** What the tag of a crate says, the most important first: where the roll is small, the last ones are left out. */
export const TAG_ORDER = ['code', 'qr', 'cooperative', 'kind', 'station', 'please', 'bars'] as const;
export type TagBlock = (typeof TAG_ORDER)[number] | 'training';

/** The tag on a crate that goes out to members and comes back. */
export const TAG_PLANS: LabelPlans<TagBlock> = {
  '30x20': [
    { kind: 'text', block: 'cooperative', box: [4, 4, 112, 62], sizeDots: 24, leastDots: 17, lines: 3 },
    { kind: 'text', block: 'kind', box: [4, 68, 112, 34], sizeDots: 26, leastDots: 14, lines: 1 },
    { kind: 'band', block: 'training', box: [4, 104, 112, 24], sizeDots: 19 },
    { kind: 'qr', block: 'qr', box: [118, 0, 120, 120] },
    { kind: 'text', block: 'code', box: [4, 129, 232, 30], sizeDots: 24, leastDots: 14, bold: true },
  ],
  '40x30': [
    { kind: 'text', block: 'cooperative', box: [8, 2, 304, 58], sizeDots: 28, leastDots: 20, bold: true, lines: 2 },
    { kind: 'text', block: 'kind', box: [8, 70, 156, 45], sizeDots: 36, leastDots: 18 },
    { kind: 'text', block: 'station', box: [8, 118, 156, 40], sizeDots: 24, leastDots: 14, lines: 2 },
    { kind: 'band', block: 'training', box: [8, 162, 156, 32], sizeDots: 25 },
    { kind: 'qr', block: 'qr', box: [170, 64, 140, 140] },
    { kind: 'text', block: 'code', box: [8, 205, 304, 33], sizeDots: 26, leastDots: 16, bold: true },
  ],
  '60x40': [
    { kind: 'text', block: 'cooperative', box: [14, 6, 452, 52], sizeDots: 40, leastDots: 20, bold: true, lines: 2 },
    { kind: 'rule', box: [14, 62, 452, 3] },
    { kind: 'text', block: 'kind', box: [14, 72, 286, 70], sizeDots: 56, leastDots: 24, bold: true, lines: 2 },
    { kind: 'text', block: 'station', box: [14, 145, 286, 45], sizeDots: 32, leastDots: 18, lines: 2 },
    { kind: 'text', block: 'please', box: [14, 192, 286, 34], sizeDots: 26, leastDots: 16 },
    { kind: 'band', block: 'training', box: [14, 230, 286, 30], sizeDots: 24 },
    { kind: 'qr', block: 'qr', box: [304, 78, 168, 168] },
    { kind: 'text', block: 'code', box: [14, 262, 452, 55], sizeDots: 44, leastDots: 24, bold: true },
  ],
  '100x100': [
    { kind: 'text', block: 'cooperative', box: [24, 16, 752, 100], sizeDots: 70, leastDots: 36, bold: true, lines: 2 },
    { kind: 'rule', box: [24, 122, 752, 4] },
    { kind: 'text', block: 'kind', box: [24, 136, 430, 150], sizeDots: 100, leastDots: 48, bold: true, lines: 2 },
    { kind: 'text', block: 'station', box: [24, 292, 430, 70], sizeDots: 52, leastDots: 28, lines: 2 },
    { kind: 'text', block: 'please', box: [24, 370, 430, 60], sizeDots: 46, leastDots: 24 },
    { kind: 'band', block: 'training', box: [24, 440, 430, 60], sizeDots: 42 },
    { kind: 'qr', block: 'qr', box: [456, 136, 328, 328] },
    { kind: 'text', block: 'code', box: [24, 510, 752, 120], sizeDots: 96, leastDots: 44, bold: true },
    { kind: 'code128', block: 'bars', box: [24, 650, 752, 120] },
  ],
};
