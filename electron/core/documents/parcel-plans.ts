import { band, text, type LabelPlans } from './label-plan.ts';
import { shared, sharedCode } from './label-places.ts';

/** What the label of a parcel says, the most important first: where the roll is small, the last ones are left out. */
export const PARCEL_ORDER = ['receiver', 'count', 'code', 'qr', 'address', 'phone', 'contents', 'sender', 'day', 'bars'] as const;
export type ParcelBlock = (typeof PARCEL_ORDER)[number];

/** What stands in the same places on every roll. */
const SHARED = { head: 'receiver', mark: 'count', line: 'code' } as const;

/** The label of a parcel to a customer. */
export const PARCEL_PLANS: LabelPlans<ParcelBlock> = {
  '30x20': [
    ...sharedCode('30x20'),
    ...shared('30x20', { ...SHARED, lineBesideCopy: 'code', copy: 'copy', training: 'training' }),
    text('address', [4, 69, 100, 60], 22, 16, { lines: 3, unless: ['training'] }),
  ],
  '40x30': [
    ...sharedCode('40x30'),
    ...shared('40x30', SHARED),
    text('address', [8, 42, 142, 94], 24, 18, { lines: 4 }),
    text('phone', [8, 138, 142, 28], 22, 16, { unless: ['training'] }),
    band('training', [8, 137, 142, 29], 23),
    text('contents', [8, 168, 142, 32], 22, 16),
  ],
  '60x40': [
    ...sharedCode('60x40'),
    ...shared('60x40', { ...SHARED, foot: 'sender', training: 'training' }),
    text('address', [14, 74, 286, 106], 32, 22, { lines: 4 }),
    text('phone', [14, 182, 286, 37], 29, 18),
    text('contents', [14, 221, 286, 50], 28, 18, { lines: 2 }),
  ],
  '100x100': [
    ...sharedCode('100x100'),
    ...shared('100x100', { ...SHARED, bars: 'bars', training: 'training' }),
    text('address', [24, 136, 752, 178], 56, 44, { lines: 3 }),
    text('phone', [24, 320, 430, 62], 48, 30),
    text('contents', [24, 386, 430, 118], 40, 32, { lines: 3 }),
    text('day', [24, 508, 430, 52], 41, 28),
    text('sender', [24, 566, 430, 76], 36, 28, { lines: 2 }),
  ],
};
