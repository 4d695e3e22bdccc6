import { CARD_PLANS } from './card-plans.ts';
import type { LabelDocument } from './label-document.ts';
import { labelMarks } from './label-marks.ts';
import { plannedLabel } from './label-plan.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import type { LabelOptions } from './lot-label.ts';
import { paperText, type PaperLocale } from './paper-text.ts';

/** What stands on a member's card. It carries nothing that is not known in the village: no telephone, no identity number, no account. */
export interface MemberCardData {
  readonly memberCode: string;
  readonly memberName: string;
  readonly groupName?: string;
  readonly stationName: string;
  readonly cooperativeName: string;
  readonly qrText: string;
  readonly training: boolean;
}

/** The card with which a member is found at the scale in one scan. */
export function memberCard(data: MemberCardData, locale: PaperLocale, options: LabelOptions): LabelDocument {
  const text = paperText(locale);
  const size = options.size ?? '60x40';
  return plannedLabel(LAYOUT_VERSIONS.memberCard, size, CARD_PLANS, {
    name: data.memberName, code: data.memberCode, bars: data.memberCode, qr: data.qrText, title: text('memberCard'), group: data.groupName ?? '', station: data.stationName, cooperative: data.cooperativeName,
    ...labelMarks(data, options.copy, text, size),
  }, options.looks);
}
