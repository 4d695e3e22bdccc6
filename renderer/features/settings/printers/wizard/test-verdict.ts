import type { PrinterCondition, PrinterProfile } from '../../../../../electron/contract/printing.ts';
import { asksLabels, plainSlip, usualLabel } from '../printer-draft.ts';

/** The samples of a slip printer's test page, in the order of their figures on the paper; the fourth can come out in two ways. */
export const slipMarks = ['text', 'gbk', 'gb18030', 'picture', 'inverted', 'nativeQr', 'pictureQr', 'nativeBarcode', 'width', 'cut'] as const;
/** A label is one picture. */
export const labelMarks = ['picture', 'inverted', 'pictureQr'] as const;
export type TestMark = (typeof slipMarks)[number];

/** Turns a mark over. Of black on white and white on black only one can be. */
export function toggled(marks: ReadonlySet<TestMark>, mark: TestMark): ReadonlySet<TestMark> {
  const next = new Set(marks);
  if (!next.delete(mark)) next.add(mark);
  if (mark === 'picture' && next.has(mark)) next.delete('inverted');
  if (mark === 'inverted' && next.has(mark)) next.delete('picture');
  return next;
}

/** What cannot be helped by a setting. */
export type TestProblem = 'nothing' | 'noQr' | 'noPicture';

export interface TestVerdict {
  readonly printer: PrinterProfile;
  readonly problems: readonly TestProblem[];
}

function problemsOf(marks: ReadonlySet<TestMark>): TestProblem[] {
  const pictures = marks.has('picture') || marks.has('inverted');
  if (!pictures && !marks.has('text')) return ['nothing'];
  return [...(pictures ? [] : ['noPicture' as const]), ...(marks.has('nativeQr') || marks.has('pictureQr') ? [] : ['noQr' as const])];
}

/**
 * How a printer is to be told its papers after somebody has looked at its test page: text where its own Chinese is clear, else pictures;
 * inverted where white and black were swapped; its own codes only where they were read; the narrow paper where an end of the ruler is
 * missing; no cut where none was made; questions only where it answered one.
 */
export function verdictOf(printer: PrinterProfile, marks: ReadonlySet<TestMark>, condition: PrinterCondition | null): TestVerdict {
  const problems = problemsOf(marks);
  const invert = marks.has('inverted');
  if (printer.language !== 'escpos') {
    const label = asksLabels(printer.language) ? { label: { ...printer.label ?? usualLabel, answers: condition !== null } } : {};
    return { printer: { ...printer, ...label, invert: invert !== printer.invert }, problems };
  }
  const before = printer.slip ?? plainSlip;
  return {
    problems,
    printer: {
      ...printer, invert, mode: marks.has('text') ? 'text' : 'raster', nativeQr: marks.has('nativeQr'), widthMm: marks.has('width') ? printer.widthMm : 58,
      slip: {
        ...before, charset: marks.has('gb18030') ? 'gb18030' : marks.has('gbk') ? 'gbk' : 'gb2312', nativeBarcode: marks.has('nativeBarcode'), answers: condition !== null,
        cut: !marks.has('cut') ? 'none' : before.cut === 'none' ? 'partial' : before.cut,
      },
    },
  };
}
