import { bandPlace, rule, textPlace, type LabelCell, type Place } from './label-plan.ts';
import type { LabelSize } from './label-size.ts';

/**
 * The places that labels have in common on each roll, in dots of 203 dpi: what it is (`head`), a word beside it on black (`mark`), the QR
 * code, the last line, the bars, who stands behind it (`foot`), and the marks of practice and of a copy. A plan names what stands where and adds
 * what is its own. On the smallest roll the last line makes room for the mark of a copy.
 */
const LABEL_PLACES = {
  '30x20': {
    head: textPlace([4, 2, 100, 35], 28, 14, { bold: true, lines: 2 }),
    mark: bandPlace([4, 38, 100, 28], 22),
    qr: { kind: 'qr', box: [105, 0, 132, 132] },
    line: textPlace([4, 132, 232, 28], 22, 14, { bold: true, unless: ['copy'] }),
    lineBesideCopy: textPlace([4, 134, 144, 25], 20, 12, { when: 'copy' }),
    training: bandPlace([4, 104, 100, 27], 20),
    copy: bandPlace([150, 133, 86, 26], 20),
  },
  '40x30': {
    head: textPlace([8, 2, 204, 38], 30, 18, { bold: true }),
    mark: bandPlace([220, 2, 92, 36], 28),
    qr: { kind: 'qr', box: [152, 40, 164, 164] },
    line: textPlace([8, 205, 304, 33], 26, 16, { bold: true }),
    copy: bandPlace([8, 168, 142, 32], 24),
  },
  '60x40': {
    head: textPlace([14, 6, 320, 60], 48, 24, { bold: true, lines: 2 }),
    mark: bandPlace([344, 12, 122, 48], 36),
    qr: { kind: 'qr', box: [304, 78, 168, 168] },
    line: textPlace([14, 274, 282, 38], 30, 18, { bold: true }),
    foot: textPlace([304, 250, 168, 58], 22, 18, { lines: 2, align: 'center', unless: ['training', 'copy'] }),
    training: bandPlace([304, 247, 164, 34], 27),
    copy: bandPlace([304, 283, 164, 34], 27),
  },
  '100x100': {
    head: textPlace([24, 12, 560, 110], 80, 44, { bold: true, lines: 2 }),
    mark: bandPlace([600, 20, 176, 88], 64),
    qr: { kind: 'qr', box: [460, 316, 328, 328] },
    line: textPlace([24, 736, 440, 60], 46, 28, { bold: true }),
    bars: { kind: 'code128', box: [24, 652, 752, 80] },
    training: bandPlace([468, 738, 184, 56], 36),
    copy: bandPlace([656, 738, 124, 56], 30),
  },
} as const satisfies Record<LabelSize, Record<string, Place>>;

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
