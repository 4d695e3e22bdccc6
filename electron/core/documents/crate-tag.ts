import type { LabelDocument } from './label-document.ts';
import { labelMarks } from './label-marks.ts';
import { plannedLabel } from './label-plan.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import type { LabelOptions } from './lot-label.ts';
import { paperText, type PaperLocale } from './paper-text.ts';
import { TAG_PLANS } from './tag-plans.ts';

/** What stands on a crate of the cooperative, so that it finds home. */
export interface CrateTagData {
  readonly crateCode: string;
  readonly crateName: string;
  readonly stationName: string;
  readonly cooperativeName: string;
  readonly training: boolean;
}

/** The number of a crate that goes out and comes back: whose it is, what kind, number large and as QR. */
export function crateTag(data: CrateTagData, locale: PaperLocale, options: LabelOptions): LabelDocument {
  const text = paperText(locale);
  const size = options.size ?? '60x40';
  return plannedLabel(LAYOUT_VERSIONS.crateTag, size, TAG_PLANS, {
    code: data.crateCode, bars: data.crateCode, qr: data.crateCode === '' ? '' : `VSK1|${data.crateCode}`, kind: data.crateName, cooperative: data.cooperativeName, station: data.stationName, please: text('crateTagReturn'),
    ...labelMarks(data, options.copy, text, size),
  }, options.looks);
}
