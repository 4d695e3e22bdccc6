import type { Grams } from '../../domain/mass.ts';
import type { LabelDocument } from './label-document.ts';
import { plannedLabel } from './label-plan.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { produceContent, type LotLabelData, type ProduceLabelOptions } from './lot-label.ts';
import { paperText, type PaperLocale } from './paper-text.ts';
import { CRATE_PLANS } from './produce-plans.ts';

/** What stands on one crate of a lot; the net weight is that of the crate. */
export interface CrateLabelData extends LotLabelData {
  readonly crateNumber: number;
  readonly crateCount: number;
  readonly grossGrams: Grams;
}

/** The label of one crate, so that a lot that comes apart in the cold store can be put together again. */
export function crateLabel(data: CrateLabelData, locale: PaperLocale, options: ProduceLabelOptions): LabelDocument {
  const text = paperText(locale);
  const code = `${data.lotCode}/${data.crateNumber}`;
  return plannedLabel(LAYOUT_VERSIONS.crateLabel, options.size ?? '60x40', CRATE_PLANS, {
    ...produceContent(data, text, options),
    crate: text('crateOf', { number: data.crateNumber, count: data.crateCount }), code, bars: code,
    qr: options.size === '30x20' && data.qrText !== '' ? `VSC1|${code}` : data.qrText,
  }, options.looks);
}
