import { band, rule, text, type LabelCell, type LabelPlans } from './label-plan.ts';
import { shared, sharedCode } from './label-places.ts';
import type { LabelSize } from './label-size.ts';

/**
 * What a label on produce says, the most important first: where the roll is small, the last ones are left out. The marks of practice
 * and of a copy are on every size, and so are both weights.
 */
export const LOT_ORDER = ['product', 'grade', 'net', 'unit', 'jin', 'code', 'qr', 'member', 'day', 'weekday', 'station', 'cooperative', 'group', 'bars'] as const;
/** `crate` is the number of the crate in its lot. */
export type ProduceBlock = (typeof LOT_ORDER)[number] | 'crate';
/** On a crate its number comes before the member. */
export const CRATE_ORDER: readonly ProduceBlock[] = [...LOT_ORDER.slice(0, 7), 'crate', ...LOT_ORDER.slice(7)];

type Cells = readonly LabelCell<ProduceBlock>[];

/** What stands in the same places on every roll. */
const SHARED = { head: 'product', mark: 'grade', line: 'code' } as const;

/** The weight in kilograms and in jin, and on a crate its number. The smallest roll names the crate and not the member. */
const LOT_FIGURES: Readonly<Record<LabelSize, Cells>> = {
  '30x20': [text('unit', [71, 68, 33, 22], 17, 14), text('jin', [4, 93, 100, 19], 15, 12), text('member', [4, 112, 100, 20], 16, 14, { unless: ['training'] })],
  '40x30': [text('jin', [8, 98, 142, 30], 24, 16, { unless: ['training'] }), text('jin', [8, 96, 142, 22], 17, 14, { when: 'training' })],
  '60x40': [text('unit', [226, 80, 74, 40], 32, 20, { bold: true }), text('jin', [226, 122, 76, 38], 30, 12)],
  '100x100': [text('unit', [456, 150, 320, 80], 64, 32, { bold: true }), text('jin', [456, 234, 320, 70], 54, 30)],
};
const CRATE_FIGURES: Readonly<Record<LabelSize, Cells>> = {
  '30x20': [text('unit', [71, 68, 33, 22], 17, 14), text('jin', [4, 93, 100, 19], 15, 12), text('crate', [4, 112, 100, 20], 16, 14, { unless: ['training'] })],
  '40x30': [
    text('jin', [8, 98, 70, 30], 22, 12, { unless: ['training'] }), text('crate', [80, 98, 70, 30], 22, 12, { unless: ['training'] }),
    text('jin', [8, 96, 70, 22], 17, 12, { when: 'training' }), text('crate', [80, 96, 70, 22], 17, 12, { when: 'training' }),
  ],
  '60x40': [text('unit', [226, 74, 74, 32], 25, 18, { bold: true }), text('jin', [226, 106, 76, 28], 22, 12), text('crate', [226, 134, 76, 28], 22, 12)],
  '100x100': [text('unit', [456, 134, 320, 66], 52, 32, { bold: true }), text('jin', [456, 202, 320, 54], 42, 28), text('crate', [456, 256, 320, 54], 42, 28)],
};

const plans = (figures: Readonly<Record<LabelSize, Cells>>): LabelPlans<ProduceBlock> => ({
  '30x20': [
    ...sharedCode('30x20'),
    ...shared('30x20', { ...SHARED, lineBesideCopy: 'code', copy: 'copy' }),
    text('net', [4, 63, 66, 30], 24, 14, { bold: true }),
    ...figures['30x20'],
    band('training', [4, 112, 100, 20], 16),
  ],
  '40x30': [
    ...sharedCode('40x30'),
    ...shared('40x30', SHARED),
    text('net', [8, 42, 102, 54], 43, 18, { bold: true }),
    text('unit', [111, 64, 40, 25], 20, 14),
    ...figures['40x30'],
    text('member', [8, 130, 142, 36], 28, 18, { bold: true, unless: ['training'] }),
    text('day', [8, 168, 142, 32], 25, 16, { unless: ['training'] }),
    text('member', [8, 119, 142, 27], 21, 18, { bold: true, when: 'training' }),
    band('training', [8, 147, 142, 26], 20),
    text('day', [8, 174, 142, 28], 22, 16, { when: 'training' }),
  ],
  '60x40': [
    ...sharedCode('60x40'),
    ...shared('60x40', { ...SHARED, foot: 'cooperative', training: 'training' }),
    text('net', [14, 72, 206, 90], 72, 40, { bold: true }),
    ...figures['60x40'],
    text('member', [14, 163, 282, 44], 32, 18, { bold: true, lines: 2 }),
    text('day', [14, 208, 150, 33], 26, 18),
    text('weekday', [168, 208, 128, 33], 26, 18),
    text('station', [14, 242, 282, 30], 24, 18),
  ],
  '100x100': [
    ...sharedCode('100x100'),
    ...shared('100x100', { ...SHARED, bars: 'bars', training: 'training' }),
    text('net', [24, 132, 420, 178], 142, 60, { bold: true }),
    ...figures['100x100'],
    rule([24, 312, 752, 3]),
    text('member', [24, 320, 430, 82], 60, 32, { bold: true, lines: 2 }),
    text('group', [24, 404, 430, 55], 44, 28),
    text('day', [24, 462, 250, 52], 41, 28),
    text('weekday', [280, 462, 174, 52], 41, 24),
    text('station', [24, 516, 430, 52], 41, 26),
    text('cooperative', [24, 572, 430, 68], 34, 26, { lines: 2 }),
  ],
});

/** The label of a lot. */
export const LOT_PLANS: LabelPlans<ProduceBlock> = plans(LOT_FIGURES);
/** The same on a crate, with its number. */
export const CRATE_PLANS: LabelPlans<ProduceBlock> = plans(CRATE_FIGURES);
