import type { BusinessDate } from '../../domain/business-date.ts';
import type { LabelDocument } from './label-document.ts';
import { labelMarks } from './label-marks.ts';
import { plannedLabel } from './label-plan.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import type { LabelOptions } from './lot-label.ts';
import { maskedNumber } from './mask.ts';
import { PARCEL_PLANS } from './parcel-plans.ts';
import { paperText, type PaperLocale } from './paper-text.ts';

/** What stands on a parcel to a customer. */
export interface ParcelLabelData {
  readonly parcelCode: string;
  readonly parcelNumber: number;
  readonly parcelCount: number;
  readonly receiverName: string;
  readonly receiverPhone: string;
  readonly address: string;
  /** Goods and weight in one line. */
  readonly contents: string;
  readonly senderName: string;
  readonly businessDate: BusinessDate;
  readonly qrText: string;
  readonly training: boolean;
}

export interface ParcelLabelOptions extends LabelOptions {
  /** Only the last four digits of the telephone are for every eye on the way. */
  readonly maskPhone: boolean;
}

/** The label of a parcel: to whom, where, which of how many, what is in it, who sent it; the parcel's code as QR and where there is room as bars. */
export function parcelLabel(data: ParcelLabelData, locale: PaperLocale, options: ParcelLabelOptions): LabelDocument {
  const text = paperText(locale);
  const size = options.size ?? '60x40';
  return plannedLabel(LAYOUT_VERSIONS.parcelLabel, size, PARCEL_PLANS, {
    receiver: data.receiverName, count: text('parcelOf', { number: data.parcelNumber, count: data.parcelCount }), address: data.address,
    phone: options.maskPhone ? maskedNumber(data.receiverPhone) : data.receiverPhone, contents: data.contents, sender: data.senderName, day: data.businessDate,
    code: data.parcelCode, bars: data.parcelCode, qr: size === '30x20' && data.qrText !== '' ? `VSP1|${data.parcelCode}` : data.qrText,
    ...labelMarks(data, options.copy, text, size),
  }, options.looks);
}
