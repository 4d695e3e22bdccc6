import type { LabelCell, LabelPlans } from './label-plan.ts';

/**
 * What a label on produce says, the most important first: where the roll is small, the last ones are left out. The marks of practice
 * and of a copy are on every size.
 */
export const PRODUCE_ORDER = ['product', 'grade', 'net', 'unit', 'code', 'qr', 'member', 'beside', 'day', 'weekday', 'station', 'cooperative', 'group', 'bars'] as const;
/** `beside` is the weight in jin on a lot and the number of the crate on a crate. */
export type ProduceBlock = (typeof PRODUCE_ORDER)[number] | 'training' | 'copy';

/** The label of a lot. */
export const LOT_PLANS: LabelPlans<ProduceBlock> = {
  '30x20': [
    { kind: 'text', block: 'product', box: [4, 2, 100, 35], sizeDots: 28, leastDots: 14, bold: true, lines: 2 },
    { kind: 'band', block: 'grade', box: [4, 38, 100, 28], sizeDots: 22 },
    { kind: 'text', block: 'net', box: [4, 68, 66, 35], sizeDots: 28, leastDots: 14, bold: true },
    { kind: 'text', block: 'unit', box: [71, 74, 33, 23], sizeDots: 18, leastDots: 14 },
    { kind: 'text', block: 'member', box: [4, 104, 100, 28], sizeDots: 22, leastDots: 16, unless: ['training'] },
    { kind: 'band', block: 'training', box: [4, 104, 100, 27], sizeDots: 20 },
    { kind: 'qr', block: 'qr', box: [105, 0, 132, 132] },
    { kind: 'text', block: 'code', box: [4, 132, 232, 28], sizeDots: 22, leastDots: 14, bold: true, unless: ['copy'] },
    { kind: 'text', block: 'code', box: [4, 134, 144, 25], sizeDots: 20, leastDots: 12, when: 'copy' },
    { kind: 'band', block: 'copy', box: [150, 133, 86, 26], sizeDots: 20 },
  ],
  '40x30': [
    { kind: 'text', block: 'product', box: [8, 2, 204, 38], sizeDots: 30, leastDots: 18, bold: true },
    { kind: 'band', block: 'grade', box: [220, 2, 92, 36], sizeDots: 28 },
    { kind: 'text', block: 'net', box: [8, 42, 102, 55], sizeDots: 44, leastDots: 18, bold: true },
    { kind: 'text', block: 'unit', box: [111, 64, 40, 25], sizeDots: 20, leastDots: 14 },
    { kind: 'text', block: 'beside', box: [8, 98, 142, 30], sizeDots: 24, leastDots: 16, unless: ['training'] },
    { kind: 'band', block: 'training', box: [8, 98, 142, 30], sizeDots: 24 },
    { kind: 'text', block: 'member', box: [8, 130, 142, 36], sizeDots: 28, leastDots: 18, bold: true },
    { kind: 'text', block: 'day', box: [8, 168, 142, 32], sizeDots: 25, leastDots: 16, unless: ['copy'] },
    { kind: 'band', block: 'copy', box: [8, 168, 142, 32], sizeDots: 24 },
    { kind: 'qr', block: 'qr', box: [152, 40, 164, 164] },
    { kind: 'text', block: 'code', box: [8, 205, 304, 33], sizeDots: 26, leastDots: 16, bold: true },
  ],
  '60x40': [
    { kind: 'text', block: 'product', box: [14, 6, 320, 60], sizeDots: 48, leastDots: 24, bold: true, lines: 2 },
    { kind: 'band', block: 'grade', box: [344, 12, 122, 48], sizeDots: 36 },
    { kind: 'rule', box: [14, 68, 452, 3] },
    { kind: 'text', block: 'net', box: [14, 72, 206, 90], sizeDots: 72, leastDots: 40, bold: true },
    { kind: 'text', block: 'unit', box: [226, 80, 74, 40], sizeDots: 32, leastDots: 20, bold: true },
    { kind: 'text', block: 'beside', box: [226, 122, 76, 38], sizeDots: 30, leastDots: 12 },
    { kind: 'text', block: 'member', box: [14, 163, 282, 44], sizeDots: 32, leastDots: 18, bold: true, lines: 2 },
    { kind: 'text', block: 'day', box: [14, 208, 150, 33], sizeDots: 26, leastDots: 18 },
    { kind: 'text', block: 'weekday', box: [168, 208, 128, 33], sizeDots: 26, leastDots: 18 },
    { kind: 'text', block: 'station', box: [14, 242, 282, 30], sizeDots: 24, leastDots: 18 },
    { kind: 'text', block: 'code', box: [14, 274, 282, 38], sizeDots: 30, leastDots: 18, bold: true },
    { kind: 'qr', block: 'qr', box: [304, 78, 168, 168] },
    { kind: 'text', block: 'cooperative', box: [304, 250, 168, 58], sizeDots: 22, leastDots: 18, lines: 2, align: 'center', unless: ['training', 'copy'] },
    { kind: 'band', block: 'training', box: [304, 247, 164, 34], sizeDots: 27 },
    { kind: 'band', block: 'copy', box: [304, 283, 164, 34], sizeDots: 27 },
  ],
  '100x100': [
    { kind: 'text', block: 'product', box: [24, 12, 560, 110], sizeDots: 80, leastDots: 44, bold: true, lines: 2 },
    { kind: 'band', block: 'grade', box: [600, 20, 176, 88], sizeDots: 64 },
    { kind: 'rule', box: [24, 126, 752, 4] },
    { kind: 'text', block: 'net', box: [24, 132, 420, 178], sizeDots: 142, leastDots: 60, bold: true },
    { kind: 'text', block: 'unit', box: [456, 150, 320, 80], sizeDots: 64, leastDots: 32, bold: true },
    { kind: 'text', block: 'beside', box: [456, 234, 320, 70], sizeDots: 54, leastDots: 30 },
    { kind: 'rule', box: [24, 312, 752, 3] },
    { kind: 'text', block: 'member', box: [24, 320, 430, 82], sizeDots: 60, leastDots: 32, bold: true, lines: 2 },
    { kind: 'text', block: 'group', box: [24, 404, 430, 55], sizeDots: 44, leastDots: 28 },
    { kind: 'text', block: 'day', box: [24, 462, 250, 52], sizeDots: 41, leastDots: 28 },
    { kind: 'text', block: 'weekday', box: [280, 462, 174, 52], sizeDots: 41, leastDots: 24 },
    { kind: 'text', block: 'station', box: [24, 516, 430, 52], sizeDots: 41, leastDots: 26 },
    { kind: 'text', block: 'cooperative', box: [24, 572, 430, 68], sizeDots: 34, leastDots: 26, lines: 2 },
    { kind: 'qr', block: 'qr', box: [460, 316, 328, 328] },
    { kind: 'code128', block: 'bars', box: [24, 652, 752, 80] },
    { kind: 'text', block: 'code', box: [24, 736, 440, 60], sizeDots: 46, leastDots: 28, bold: true },
    { kind: 'band', block: 'training', box: [468, 738, 184, 56], sizeDots: 36 },
    { kind: 'band', block: 'copy', box: [656, 738, 124, 56], sizeDots: 30 },
  ],
};

/** The same places on a crate, save that the smallest roll names the crate and not the member. */
export const CRATE_PLANS: LabelPlans<ProduceBlock> = { ...LOT_PLANS, '30x20': LOT_PLANS['30x20'].map(crateForMember) };
/** On a crate its number comes before the member. */
export const CRATE_ORDER = PRODUCE_ORDER.toSpliced(6, 2, 'beside', 'member');

function crateForMember(cell: LabelCell<ProduceBlock>): LabelCell<ProduceBlock> {
  return cell.kind === 'text' && cell.block === 'member' ? { ...cell, block: 'beside' } : cell;
}
