import type { BusinessDate } from '../../domain/business-date.ts';
import type { Grams } from '../../domain/mass.ts';
import { jinText, kilogramText } from '../../domain/mass.ts';
import type { LabelDocument } from './label-document.ts';
import { labelMarks } from './label-marks.ts';
import { plannedLabel, type LabelContent, type LabelLooks } from './label-plan.ts';
import type { LabelSize } from './label-size.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { maskedName } from './mask.ts';
import { paperText, type PaperLocale, type PaperText } from './paper-text.ts';
import { weekdayText } from './paper-values.ts';
import { LOT_PLANS, type ProduceBlock } from './produce-plans.ts';
import type { SlipCopy } from './small-slip.ts';

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
}

/** How a label is printed. */
export interface LabelOptions {
  /** 60 × 40 mm where none is named. */
  readonly size?: LabelSize;
  /** Which copy it is, and whether its ticket was voided since; none on an original that holds. */
  readonly copy?: SlipCopy;
  /** What a manager made of it; nothing is left out where nobody changed it. */
  readonly looks?: LabelLooks;
}

export interface ProduceLabelOptions extends LabelOptions {
  readonly maskName: boolean;
}

/** The label of a lot at 203 dpi: goods and grade, net weight large, from whom, when, code and QR. The smallest roll has room for the code alone in its QR. */
export function lotLabel(data: LotLabelData, locale: PaperLocale, options: ProduceLabelOptions): LabelDocument {
  const text = paperText(locale);
  const size = options.size ?? '60x40';
  return plannedLabel(LAYOUT_VERSIONS.lotLabel, size, LOT_PLANS, {
    ...produceContent(data, text, options),
    code: data.lotCode, bars: data.lotCode, qr: size === '30x20' && data.qrText !== '' ? `VSL1|${data.lotCode}` : data.qrText,
  }, options.looks);
}

/** What the labels of a lot and of a crate say alike. */
export function produceContent(data: LotLabelData, text: PaperText, { maskName, size = '60x40', copy }: ProduceLabelOptions): LabelContent<ProduceBlock> {
  const name = maskName ? maskedName(data.memberName) : data.memberName;
  const group = data.groupName ?? '';
  return {
    product: data.productName, grade: data.gradeName, net: kilogramText(data.netGrams), unit: text('kilogram'), jin: `${jinText(data.netGrams)} ${text('jin')}`,
    ...(size === '60x40' && group !== '' ? { member: `${name}  ${group}` } : { member: name, group }),
    day: data.businessDate, weekday: weekdayText(data.businessDate, text), station: data.stationName, cooperative: data.cooperativeName,
    ...labelMarks(data, copy, text, size),
  };
}
