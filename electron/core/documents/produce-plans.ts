import { band, rule, text, type LabelCell, type LabelPlans } from './label-plan.ts';
import { shared, sharedCode } from './label-places.ts';

/**
 * What a label on produce says, the most important first: where the roll is small, the last ones are left out. The marks of practice
 * and of a copy are on every size.
 */
export const PRODUCE_ORDER = ['product', 'grade', 'net', 'unit', 'code', 'qr', 'member', 'beside', 'day', 'weekday', 'station', 'cooperative', 'group', 'bars'] as const;
/** `beside` is the weight in jin on a lot and the number of the crate on a crate. */
export type ProduceBlock = (typeof PRODUCE_ORDER)[number];

/** What stands in the same places on every roll. */
const SHARED = { head: 'product', mark: 'grade', line: 'code' } as const;

/** The label of a lot. */
export const LOT_PLANS: LabelPlans<ProduceBlock> = {
  '30x20': [
    ...sharedCode('30x20'),
    ...shared('30x20', { ...SHARED, lineBesideCopy: 'code', copy: 'copy', training: 'training' }),
    text('net', [4, 68, 66, 35], 28, 14, { bold: true }),
    text('unit', [71, 74, 33, 23], 18, 14),
    text('member', [4, 104, 100, 28], 22, 16, { unless: ['training'] }),
  ],
  '40x30': [
    ...sharedCode('40x30'),
    ...shared('40x30', SHARED),
    text('net', [8, 42, 102, 55], 44, 18, { bold: true }),
    text('unit', [111, 64, 40, 25], 20, 14),
    text('beside', [8, 98, 142, 30], 24, 16, { unless: ['training'] }),
    band('training', [8, 98, 142, 30], 24),
    text('member', [8, 130, 142, 36], 28, 18, { bold: true }),
    text('day', [8, 168, 142, 32], 25, 16),
  ],
  '60x40': [
    ...sharedCode('60x40'),
    ...shared('60x40', { ...SHARED, foot: 'cooperative', training: 'training' }),
    text('net', [14, 72, 206, 90], 72, 40, { bold: true }),
    text('unit', [226, 80, 74, 40], 32, 20, { bold: true }),
    text('beside', [226, 122, 76, 38], 30, 12),
    text('member', [14, 163, 282, 44], 32, 18, { bold: true, lines: 2 }),
    text('day', [14, 208, 150, 33], 26, 18),
    text('weekday', [168, 208, 128, 33], 26, 18),
    text('station', [14, 242, 282, 30], 24, 18),
  ],
  '100x100': [
    ...sharedCode('100x100'),
    ...shared('100x100', { ...SHARED, bars: 'bars', training: 'training' }),
    text('net', [24, 132, 420, 178], 142, 60, { bold: true }),
    text('unit', [456, 150, 320, 80], 64, 32, { bold: true }),
    text('beside', [456, 234, 320, 70], 54, 30),
    rule([24, 312, 752, 3]),
    text('member', [24, 320, 430, 82], 60, 32, { bold: true, lines: 2 }),
    text('group', [24, 404, 430, 55], 44, 28),
    text('day', [24, 462, 250, 52], 41, 28),
    text('weekday', [280, 462, 174, 52], 41, 24),
    text('station', [24, 516, 430, 52], 41, 26),
    text('cooperative', [24, 572, 430, 68], 34, 26, { lines: 2 }),
  ],
};

/** The same places on a crate, save that the smallest roll names the crate and not the member. */
export const CRATE_PLANS: LabelPlans<ProduceBlock> = { ...LOT_PLANS, '30x20': LOT_PLANS['30x20'].map(crateForMember) };
/** On a crate its number comes before the member. */
export const CRATE_ORDER = PRODUCE_ORDER.toSpliced(6, 2, 'beside', 'member');

function crateForMember(cell: LabelCell<ProduceBlock>): LabelCell<ProduceBlock> {
  return cell.kind === 'text' && cell.block === 'member' ? { ...cell, block: 'beside' } : cell;
}
