import type { LabelPlans } from './label-plan.ts';

/** What the label of a parcel says, the most important first: where the roll is small, the last ones are left out. */
export const PARCEL_ORDER = ['receiver', 'count', 'code', 'qr', 'address', 'phone', 'contents', 'sender', 'day', 'bars'] as const;
export type ParcelBlock = (typeof PARCEL_ORDER)[number] | 'training' | 'copy';

/** The label of a parcel to a customer. */
export const PARCEL_PLANS: LabelPlans<ParcelBlock> = {
  '30x20': [
    { kind: 'text', block: 'receiver', box: [4, 2, 100, 35], sizeDots: 28, leastDots: 14, bold: true, lines: 2 },
    { kind: 'band', block: 'count', box: [4, 38, 100, 28], sizeDots: 22 },
    { kind: 'text', block: 'address', box: [4, 69, 100, 60], sizeDots: 22, leastDots: 16, lines: 3, unless: ['training'] },
    { kind: 'band', block: 'training', box: [4, 104, 100, 27], sizeDots: 20 },
    { kind: 'qr', block: 'qr', box: [105, 0, 132, 132] },
    { kind: 'text', block: 'code', box: [4, 132, 232, 28], sizeDots: 22, leastDots: 14, bold: true, unless: ['copy'] },
    { kind: 'text', block: 'code', box: [4, 134, 144, 25], sizeDots: 20, leastDots: 12, when: 'copy' },
    { kind: 'band', block: 'copy', box: [150, 133, 86, 26], sizeDots: 20 },
  ],
  '40x30': [
    { kind: 'text', block: 'receiver', box: [8, 2, 204, 38], sizeDots: 30, leastDots: 18, bold: true },
    { kind: 'band', block: 'count', box: [220, 2, 92, 36], sizeDots: 28 },
    { kind: 'text', block: 'address', box: [8, 42, 142, 94], sizeDots: 24, leastDots: 18, lines: 4 },
    { kind: 'text', block: 'phone', box: [8, 138, 142, 28], sizeDots: 22, leastDots: 16, unless: ['training'] },
    { kind: 'band', block: 'training', box: [8, 137, 142, 29], sizeDots: 23 },
    { kind: 'text', block: 'contents', box: [8, 168, 142, 32], sizeDots: 22, leastDots: 16, unless: ['copy'] },
    { kind: 'band', block: 'copy', box: [8, 168, 142, 32], sizeDots: 24 },
    { kind: 'qr', block: 'qr', box: [152, 40, 164, 164] },
    { kind: 'text', block: 'code', box: [8, 205, 304, 33], sizeDots: 26, leastDots: 16, bold: true },
  ],
  '60x40': [
    { kind: 'text', block: 'receiver', box: [14, 6, 320, 60], sizeDots: 48, leastDots: 24, bold: true, lines: 2 },
    { kind: 'band', block: 'count', box: [344, 12, 122, 48], sizeDots: 36 },
    { kind: 'rule', box: [14, 68, 452, 3] },
    { kind: 'text', block: 'address', box: [14, 74, 286, 106], sizeDots: 32, leastDots: 22, lines: 4 },
    { kind: 'text', block: 'phone', box: [14, 182, 286, 37], sizeDots: 29, leastDots: 18 },
    { kind: 'text', block: 'contents', box: [14, 221, 286, 50], sizeDots: 28, leastDots: 18, lines: 2 },
    { kind: 'text', block: 'code', box: [14, 274, 282, 38], sizeDots: 30, leastDots: 18, bold: true },
    { kind: 'qr', block: 'qr', box: [304, 78, 168, 168] },
    { kind: 'text', block: 'sender', box: [304, 250, 168, 58], sizeDots: 22, leastDots: 18, lines: 2, align: 'center', unless: ['training', 'copy'] },
    { kind: 'band', block: 'training', box: [304, 247, 164, 34], sizeDots: 27 },
    { kind: 'band', block: 'copy', box: [304, 283, 164, 34], sizeDots: 27 },
  ],
  '100x100': [
    { kind: 'text', block: 'receiver', box: [24, 12, 560, 110], sizeDots: 80, leastDots: 44, bold: true, lines: 2 },
    { kind: 'band', block: 'count', box: [600, 20, 176, 88], sizeDots: 56 },
    { kind: 'rule', box: [24, 126, 752, 4] },
    { kind: 'text', block: 'address', box: [24, 136, 752, 178], sizeDots: 56, leastDots: 44, lines: 3 },
    { kind: 'text', block: 'phone', box: [24, 320, 430, 62], sizeDots: 48, leastDots: 30 },
    { kind: 'text', block: 'contents', box: [24, 386, 430, 118], sizeDots: 40, leastDots: 32, lines: 3 },
    { kind: 'text', block: 'day', box: [24, 508, 430, 52], sizeDots: 41, leastDots: 28 },
    { kind: 'text', block: 'sender', box: [24, 566, 430, 76], sizeDots: 36, leastDots: 28, lines: 2 },
    { kind: 'qr', block: 'qr', box: [460, 316, 328, 328] },
    { kind: 'code128', block: 'bars', box: [24, 652, 752, 80] },
    { kind: 'text', block: 'code', box: [24, 736, 440, 60], sizeDots: 46, leastDots: 28, bold: true },
    { kind: 'band', block: 'training', box: [468, 738, 184, 56], sizeDots: 36 },
    { kind: 'band', block: 'copy', box: [656, 738, 124, 56], sizeDots: 30 },
  ],
};
