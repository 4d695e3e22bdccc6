import type { CrateTagData } from './crate-tag.ts';
import type { CrateLabelData } from './crate-label.ts';
import type { LotLabelData } from './lot-label.ts';
import type { MemberCardData } from './member-card.ts';
import type { LabelPaper } from '../../contract/label-layout.ts';
import type { LabelProfile } from '../devices/printer/label-profile.ts';
import type { LabelRequest } from '../devices/printer/label-request.ts';
import type { LabelOptions } from './lot-label.ts';
import { oneLanguage, paperText, type PaperLocale, type SlipLanguage } from './paper-text.ts';
import type { SampleLabelData } from './sample-label.ts';
import type { ParcelLabelData } from './parcel-label.ts';

/** Codes of samples belong to no station, so that a sample on a sack is found to be none. */
const CODE = 'GZ00X-L-2026-000001';

/** A label of every kind filled in by us, with which a printer is tried before there is anything to print; marked as practice. */
export function sampleLot(locale: PaperLocale): LotLabelData {
  const text = paperText(locale);
  return {
    lotCode: CODE, productName: text('sampleProduct'), gradeName: text('sampleGrade'), memberName: text('sampleName'), groupName: text('sampleGroup'), netGrams: 43_750, businessDate: '2026-11-22',
    stationName: text('sampleStation'), cooperativeName: text('sampleCooperative'), qrText: `VSL1|${CODE}|GZ00X-T-2026-000001|43750|2026-11-22`, training: true,
  };
}

export function sampleCrate(locale: PaperLocale): CrateLabelData {
  return { ...sampleLot(locale), netGrams: 22_550, grossGrams: 23_450, crateNumber: 1, crateCount: 2, qrText: `VSC1|${CODE}/1|22550|2026-11-22` };
}

export function sampleParcel(locale: PaperLocale): ParcelLabelData {
  const text = paperText(locale);
  return {
    parcelCode: 'GZ00X-P-2026-000001', parcelNumber: 1, parcelCount: 2, receiverName: text('sampleName'), receiverPhone: '13800000000', address: text('sampleAddress'), contents: `${text('sampleProduct')} 5.00 ${text('kilogram')}`,
    senderName: text('sampleCooperative'), businessDate: '2026-11-22', qrText: 'VSP1|GZ00X-P-2026-000001|1|2', training: true,
  };
}

export function sampleTag(locale: PaperLocale): CrateTagData {
  const text = paperText(locale);
  return { crateCode: 'GZ00X-K-0001', crateName: text('sampleCrate'), stationName: text('sampleStation'), cooperativeName: text('sampleCooperative'), training: true };
}

export function sampleCard(locale: PaperLocale): MemberCardData {
  const text = paperText(locale);
  return { memberCode: 'M0000', memberName: text('sampleName'), groupName: text('sampleGroup'), stationName: text('sampleStation'), cooperativeName: text('sampleCooperative'), qrText: 'VSM1|M0000', training: true };
}

export function sampleSample(locale: PaperLocale): SampleLabelData {
  const text = paperText(locale);
  return { code: 'GZ00X-S-0001', productName: text('sampleProduct'), place: text('samplePlace'), keepUntil: '2026-12-22', takenOn: '2026-11-22', stationName: text('sampleStation'), cooperativeName: text('sampleCooperative'), training: true };
}

/** A sample label of any kind; in both languages the names of goods and crates are said twice, those of people and places once. */
export function sampleLabelRequest(paper: LabelPaper, language: SlipLanguage, options: LabelOptions, profile: LabelProfile): LabelRequest {
  const locale = oneLanguage(language);
  const english = paperText('en');
  const goods = language === 'both' ? { english: { productName: english('sampleProduct'), gradeName: english('sampleGrade') } } : {};
  const look = { locale: language, profile } as const;
  switch (paper) {
    case 'lot_label': return { kind: 'lotLabel', ...look, ...goods, data: sampleLot(locale), options: { maskName: false, ...options } };
    case 'crate_label': return { kind: 'crateLabel', ...look, ...goods, data: sampleCrate(locale), options: { maskName: false, ...options } };
    case 'parcel_label': return { kind: 'parcelLabel', ...look, data: sampleParcel(locale), options: { maskPhone: true, ...options } };
    case 'sample_label': return { kind: 'sampleLabel', ...look, ...goods, data: sampleSample(locale), options };
    case 'member_card': return { kind: 'memberCard', ...look, data: sampleCard(locale), options };
    case 'crate_tag': return { kind: 'crateTag', ...look, ...(language === 'both' ? { english: { crateName: english('sampleCrate') } } : {}), data: sampleTag(locale), options };
  }
}
