import type { BusinessDate } from '../../domain/business-date.ts';
import type { LabelDocument } from './label-document.ts';
import { labelMarks } from './label-marks.ts';
import { plannedLabel } from './label-plan.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import type { LabelOptions } from './lot-label.ts';
import { paperText, type PaperLocale } from './paper-text.ts';
import { dateWithWeekday } from './paper-values.ts';
import { SAMPLE_PLANS } from './sample-plans.ts';

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
}

/** The label of a retained sample at 203 dpi: the code as large as it goes, goods, place, last day, QR of the code. */
export function sampleLabel(data: SampleLabelData, locale: PaperLocale, options: LabelOptions = {}): LabelDocument {
  const text = paperText(locale);
  const size = options.size ?? '60x40';
  return plannedLabel(LAYOUT_VERSIONS.sampleLabel, size, SAMPLE_PLANS, {
    code: data.code, product: data.productName, qr: data.code === '' ? '' : `VSS1|${data.code}`, until: text('sampleUntil', { day: dateWithWeekday(data.keepUntil, text) }), title: text('sampleTitle'),
    place: data.place, taken: text('sampleTaken', { day: dateWithWeekday(data.takenOn, text) }), station: data.stationName, ...labelMarks(data, options.copy, text, size),
  }, options.looks);
}
