import type { BusinessDate } from '../../domain/business-date.ts';
import type { Grams } from '../../domain/mass.ts';
import { jinText, kilogramText } from '../../domain/mass.ts';
import type { LabelDocument, LabelElement, LabelText } from './label-document.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { maskedName } from './mask.ts';
import { paperText, type PaperLocale } from './paper-text.ts';
import { dateWithWeekday } from './paper-values.ts';

/** What stands on the label of a lot. */
export interface LotLabelData {
  readonly lotCode: string;
  readonly productName: string;
  readonly gradeName: string;
  readonly memberName: string;
  readonly groupName?: string;
  readonly netGrams: Grams;
  readonly businessDate: BusinessDate;
  readonly stationName: string;
  readonly cooperativeName: string;
  readonly qrText: string;
  readonly training: boolean;
  /** Set on every print after the first. */
  readonly copyNumber?: number;
}

const MARGIN = 14;
const RIGHT = 304;
const LEFT_WIDTH = RIGHT - MARGIN - 8;

/** The label of a lot, 60 × 40 mm at 203 dpi (480 × 320 dots): goods and grade, net weight large, from whom, when, code and QR. */
export function lotLabel(data: LotLabelData, locale: PaperLocale, options: { readonly maskName: boolean }): LabelDocument {
  const text = paperText(locale);
  const name = options.maskName ? maskedName(data.memberName) : data.memberName;
  const kilograms = kilogramText(data.netGrams);
  const elements: LabelElement[] = [
    textAt(data.productName, MARGIN, 6, 48, { leastDots: 26, bold: true, widthDots: 320, lines: 2 }),
    { kind: 'band', text: data.gradeName, leftDots: 344, topDots: 12, widthDots: 122, heightDots: 48, sizeDots: 36 },
    { kind: 'rule', leftDots: MARGIN, topDots: 70, widthDots: 452, heightDots: 3 },
    textAt(kilograms, MARGIN, 66, 84, { leastDots: 40, bold: true, widthDots: 208 }),
    textAt(text('kilogram'), 228, 80, 34, { leastDots: 20, bold: true, widthDots: 76 }),
    textAt(`${jinText(data.netGrams)} ${text('jin')}`, 228, 122, 30, { leastDots: 14, widthDots: 96 }),
    textAt(data.groupName === undefined ? name : `${name}  ${data.groupName}`, MARGIN, 166, 32, { leastDots: 18, bold: true, widthDots: LEFT_WIDTH, lines: 2 }),
    textAt(dateWithWeekday(data.businessDate, text), MARGIN, 208, 26, { leastDots: 20, widthDots: LEFT_WIDTH }),
    textAt(data.stationName, MARGIN, 240, 24, { leastDots: 18, widthDots: LEFT_WIDTH }),
    textAt(data.lotCode, MARGIN, 276, 30, { leastDots: 18, bold: true, widthDots: LEFT_WIDTH }),
    { kind: 'qr', text: data.qrText, level: 'M', leftDots: RIGHT, topDots: 78, sideDots: 168 },
    ...markOf(data, text('watermark'), data.copyNumber === undefined ? '' : text('copyMark', { number: data.copyNumber })),
  ];
  return { layout: LAYOUT_VERSIONS.lotLabel, widthMillimetres: 60, heightMillimetres: 40, dotsPerMillimetre: 8, elements };
}

function markOf(data: LotLabelData, watermark: string, copyMark: string): LabelElement[] {
  const band = (content: string, topDots: number, heightDots: number): LabelElement => ({ kind: 'band', text: content, leftDots: RIGHT, topDots, widthDots: 164, heightDots, sizeDots: 34 });
  if (data.training && copyMark !== '') return [band(watermark, 246, 36), band(copyMark, 284, 32)];
  if (data.training) return [band(watermark, 250, 60)];
  if (copyMark !== '') return [band(copyMark, 260, 44)];
  return [textAt(data.cooperativeName, RIGHT, 250, 22, { leastDots: 18, widthDots: 168, lines: 2, align: 'center' })];
}

function textAt(text: string, leftDots: number, topDots: number, sizeDots: number, more: { leastDots: number; widthDots: number; bold?: boolean; lines?: number; align?: LabelText['align'] }): LabelText {
  return { kind: 'text', text, leftDots, topDots, sizeDots, bold: false, lines: 1, align: 'left', ...more };
}
