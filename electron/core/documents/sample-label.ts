import type { BusinessDate } from '../../domain/business-date.ts';
import type { LabelDocument, LabelElement, LabelText } from './label-document.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { paperText, type PaperLocale } from './paper-text.ts';
import { dateWithWeekday } from './paper-values.ts';

/** What stands on the bag of a retained sample: nothing that tells whose goods it is of. */
export interface SampleLabelData {
  readonly code: string;
  readonly productName: string;
  readonly place: string;
  readonly keepUntil: BusinessDate;
  readonly takenOn: BusinessDate;
  readonly stationName: string;
  readonly cooperativeName: string;
  readonly training: boolean;
  /** Set on every print after the first. */
  readonly copyNumber?: number;
}

const MARGIN = 14;
const RIGHT = 304;
const WIDTH = 452;
const LEFT_WIDTH = RIGHT - MARGIN - 8;

/** The label of a retained sample, 60 × 40 mm at 203 dpi (480 × 320 dots): the code as large as it goes, goods, place, last day, QR of the code. */
export function sampleLabel(data: SampleLabelData, locale: PaperLocale): LabelDocument {
  const text = paperText(locale);
  const elements: LabelElement[] = [
    { kind: 'band', text: text('sampleTitle'), leftDots: 344, topDots: 12, widthDots: 122, heightDots: 48, sizeDots: 36 },
    textAt(data.productName, 6, 48, { leastDots: 26, bold: true, widthDots: 320, lines: 2 }),
    { kind: 'rule', leftDots: MARGIN, topDots: 70, widthDots: WIDTH, heightDots: 3 },
    textAt(data.code, 80, 64, { leastDots: 36, bold: true, widthDots: LEFT_WIDTH }),
    textAt(text('sampleUntil', { day: dateWithWeekday(data.keepUntil, text) }), 162, 26, { leastDots: 16, bold: true, widthDots: LEFT_WIDTH }),
    textAt(data.place, 200, 28, { leastDots: 18, widthDots: LEFT_WIDTH, lines: 2 }),
    textAt(text('sampleTaken', { day: dateWithWeekday(data.takenOn, text) }), 246, 22, { leastDots: 16, widthDots: LEFT_WIDTH }),
    textAt(data.stationName, 280, 24, { leastDots: 18, widthDots: LEFT_WIDTH }),
    { kind: 'qr', text: `VSS1|${data.code}`, level: 'M', leftDots: RIGHT, topDots: 78, sideDots: 168 },
    ...marks([...(data.training ? [text('watermark')] : []), ...(data.copyNumber === undefined ? [] : [text('copyMark', { number: data.copyNumber })])]),
  ];
  return { layout: LAYOUT_VERSIONS.sampleLabel, widthMillimetres: 60, heightMillimetres: 40, dotsPerMillimetre: 8, elements };
}

const marks = (words: readonly string[]): LabelElement[] =>
  words.map((word, index) => ({ kind: 'band', text: word, leftDots: RIGHT, topDots: 248 + index * 36, widthDots: 164, heightDots: 34, sizeDots: 28 }));

function textAt(text: string, topDots: number, sizeDots: number, more: { leastDots: number; widthDots: number; bold?: boolean; lines?: number }): LabelText {
  return { kind: 'text', text, leftDots: MARGIN, topDots, sizeDots, bold: false, lines: 1, align: 'left', ...more };
}
