import { codeOfTicket, type CodeSquare } from './label-marks.ts';
import { bandPlace, rule, textPlace, type LabelCell, type Place } from './label-plan.ts';
import type { LabelSize } from './label-size.ts';

/**
 * The places that labels have in common on each roll, in dots of 203 dpi: what it is (`head`), a word beside it on black (`mark`), the
 * last line, the bars, who stands behind it (`foot`), and the mark of practice. A plan names what stands where and adds what is its own. On the
 * smallest roll the last line makes room for the number of a copy whose ticket was voided.
 */
const LABEL_PLACES = {
  '30x20': {
    head: textPlace([4, 2, 100, 35], 28, 14, { bold: true, lines: 2 }),
    mark: bandPlace([4, 38, 100, 24], 19),
    line: textPlace([4, 132, 232, 28], 22, 14, { bold: true, unless: ['voided'] }),
    lineBesideCopy: textPlace([4, 134, 130, 25], 20, 11, { when: 'voided' }),
    training: bandPlace([4, 104, 100, 27], 20),
    copy: { ...bandPlace([137, 133, 99, 26], 20), when: 'voided' },
  },
  '40x30': {
    head: textPlace([8, 2, 204, 38], 30, 18, { bold: true }),
    mark: bandPlace([220, 2, 92, 36], 28),
    line: textPlace([8, 205, 304, 33], 26, 16, { bold: true }),
  },
  '60x40': {
    head: textPlace([14, 6, 320, 60], 48, 24, { bold: true, lines: 2 }),
    mark: bandPlace([344, 12, 122, 48], 36),
    line: textPlace([14, 274, 282, 38], 30, 18, { bold: true }),
    foot: textPlace([304, 250, 168, 58], 22, 18, { lines: 2, align: 'center', unless: ['training'] }),
    training: bandPlace([304, 260, 164, 34], 27),
  },
  '100x100': {
    head: textPlace([24, 12, 560, 110], 80, 44, { bold: true, lines: 2 }),
    mark: bandPlace([600, 20, 176, 88], 64),
    line: textPlace([24, 736, 440, 60], 46, 28, { bold: true }),
    bars: { kind: 'code128', box: [24, 652, 752, 80] },
    training: bandPlace([468, 738, 312, 56], 40),
  },
} as const satisfies Record<LabelSize, Record<string, Place>>;

/** Where the QR code stands. */
const CODES: Readonly<Record<LabelSize, CodeSquare>> = { '30x20': [105, 0, 132], '40x30': [152, 40, 164], '60x40': [304, 78, 168], '100x100': [460, 316, 328] };

/** The QR code in the place that labels have in common, of labels of a ticket. On the smallest roll the number of a copy of a voided one stands beside the last line. */
export const sharedCode = (size: LabelSize): LabelCell<'qr'>[] => codeOfTicket(size, CODES[size]);

/** The rule below the head, where a roll has room for one. */
const HEAD_RULES: Partial<Record<LabelSize, LabelCell<never>>> = { '60x40': rule([14, 68, 452, 3]), '100x100': rule([24, 126, 752, 4]) };

type PlaceName = { [Size in LabelSize]: keyof (typeof LABEL_PLACES)[Size] }[LabelSize];

/** The blocks of a label that stand where those of other labels stand too. To name a place that the roll has not is a bug in a plan. */
export function shared<const Block extends string>(size: LabelSize, blocks: { readonly [Name in PlaceName]?: Block }): LabelCell<Block>[] {
  const places: Readonly<Record<string, Place>> = LABEL_PLACES[size];
  const cells = Object.entries<Block>(blocks).map(([name, block]): LabelCell<Block> => {
    const place = places[name];
    if (place === undefined) throw new Error(`a roll of ${size} has no place ${name}`);
    return { ...place, block };
  });
  const below = 'head' in blocks ? HEAD_RULES[size] : undefined;
  return below === undefined ? cells : [...cells, below];
}
