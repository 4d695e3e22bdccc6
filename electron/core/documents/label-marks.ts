import { bandPlace, textPlace, type Condition, type LabelCell, type MarkBlock } from './label-plan.ts';
import type { LabelSize } from './label-size.ts';
import type { PaperText } from './paper-text.ts';
import { momentText } from './paper-values.ts';
import type { SlipCopy } from './small-slip.ts';

/**
 * What is added to a label when it is printed: `training` of a practice station; which copy it is (`copy`); that its ticket was voided
 * (`voided`) and by which document (`voidedBy`); `printed`, when and by whom, stands with either of the latter and never without them.
 */
export type LabelMarks = Partial<Record<MarkBlock, string>>;

/** The marks of a label; the smallest roll has room for one word of practice. An original whose ticket holds bears none of the others. */
export function labelMarks({ training }: { readonly training: boolean }, copy: SlipCopy | undefined, text: PaperText, size: LabelSize): LabelMarks {
  const practice = training ? { training: text(size === '30x20' ? 'watermarkShort' : 'watermark') } : {};
  if (copy === undefined) return practice;
  const { number, at, byName, voidedBy } = copy;
  return {
    ...practice, printed: `${momentText(at)} ${byName}`,
    ...(number === 0 ? {} : { copy: text('copyMark', { number }) }),
    ...(voidedBy === undefined ? {} : { voided: text('voidedWord'), voidedBy: size === '30x20' ? voidedBy : text('labelVoidedBy', { number: voidedBy }) }),
  };
}

/** The square of a QR code: left, top and side in dots. */
export type CodeSquare = readonly [left: number, top: number, side: number];

interface Row {
  readonly block: MarkBlock;
  readonly high: number;
  readonly size: number;
  readonly least?: number;
  readonly lines?: number;
}

/** Rows of marks below the code, from the lowest up. `copied` where the ticket holds; a voided one has more to say. A row of two lines is for a person with a long name. */
const ROWS: Readonly<Record<LabelSize, { readonly copied: readonly Row[]; readonly voided: readonly Row[] }>> = {
  '30x20': {
    copied: [{ block: 'printed', high: 32, size: 15, least: 13, lines: 2 }, { block: 'copy', high: 20, size: 17 }],
    voided: [{ block: 'printed', high: 30, size: 15, least: 12, lines: 2 }, { block: 'voidedBy', high: 15, size: 12, least: 11 }, { block: 'voided', high: 18, size: 16 }],
  },
  '40x30': {
    copied: [{ block: 'printed', high: 32, size: 18, least: 13, lines: 2 }, { block: 'copy', high: 19, size: 17 }],
    voided: [{ block: 'printed', high: 29, size: 15, least: 12, lines: 2 }, { block: 'copy', high: 18, size: 16 }, { block: 'voidedBy', high: 15, size: 12, least: 11 }, { block: 'voided', high: 18, size: 16 }],
  },
  '60x40': {
    copied: [{ block: 'printed', high: 44, size: 20, least: 18, lines: 2 }, { block: 'copy', high: 24, size: 20 }],
    voided: [{ block: 'printed', high: 29, size: 15, least: 12, lines: 2 }, { block: 'copy', high: 20, size: 17 }, { block: 'voidedBy', high: 15, size: 12 }, { block: 'voided', high: 20, size: 17 }],
  },
  '100x100': {
    copied: [{ block: 'printed', high: 56, size: 30, least: 22, lines: 2 }, { block: 'copy', high: 50, size: 38 }],
    voided: [{ block: 'printed', high: 46, size: 26, least: 18, lines: 2 }, { block: 'copy', high: 42, size: 32 }, { block: 'voidedBy', high: 32, size: 24 }, { block: 'voided', high: 42, size: 32 }],
  },
};

function rowsBelow(rows: readonly Row[], [left, top, side]: CodeSquare, condition: Condition): LabelCell<'qr'>[] {
  let bottom = top + side;
  const cells = rows.map(({ block, high, size, least = size, lines = 1 }): LabelCell<'qr'> => {
    bottom -= high;
    const box = [left, bottom, side, high] as const;
    return block === 'copy' || block === 'voided' ? { block, ...bandPlace(box, size), ...condition } : { block, ...textPlace(box, size, least, { lines, align: 'center', ...condition }) };
  });
  const rest = bottom - top;
  return [{ block: 'qr', kind: 'qr', box: [left + Math.floor((side - rest) / 2), top, rest, rest], ...condition }, ...cells];
}

const whole = ([left, top, side]: CodeSquare): LabelCell<'qr'> => ({ block: 'qr', kind: 'qr', box: [left, top, side, side], unless: ['printed'] });

/**
 * The QR code of a label that may be a copy. The mark takes its room from the code alone, which is drawn smaller, so that a copy says everything
 * that the original said. `copyElsewhere` where the number of the copy has a place of its own.
 */
export function codeOfCopies(size: LabelSize, square: CodeSquare, { copyElsewhere = false } = {}): LabelCell<'qr'>[] {
  return [whole(square), ...rowsBelow(ROWS[size].copied.filter(({ block }) => !copyElsewhere || block !== 'copy'), square, { when: 'printed' })];
}

/** The QR code of a label whose ticket may be voided, too. */
export function codeOfTicket(size: LabelSize, square: CodeSquare): LabelCell<'qr'>[] {
  return [whole(square), ...rowsBelow(ROWS[size].copied, square, { when: 'printed', unless: ['voided'] }), ...rowsBelow(ROWS[size].voided, square, { when: 'voided' })];
}
