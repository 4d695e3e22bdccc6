import { crateLabel, type CrateLabelData } from '../../documents/crate-label.ts';
import { crateTag, type CrateTagData } from '../../documents/crate-tag.ts';
import type { LabelDocument } from '../../documents/label-document.ts';
import { forHead } from '../../documents/label-head.ts';
import type { LabelSize } from '../../documents/label-size.ts';
import { lotLabel, type LabelOptions, type LotLabelData, type ProduceLabelOptions } from '../../documents/lot-label.ts';
import { memberCard, type MemberCardData } from '../../documents/member-card.ts';
import { labelInBoth } from '../../documents/label-languages.ts';
import type { PaperLocale, SlipLanguage } from '../../documents/paper-text.ts';
import { parcelLabel, type ParcelLabelData, type ParcelLabelOptions } from '../../documents/parcel-label.ts';
import { sampleLabel, type SampleLabelData } from '../../documents/sample-label.ts';
import type { LabelProfile } from './label-profile.ts';

/** How many of one label; a sheet of a lot's crates asks for each crate by itself. */
interface Copies {
  readonly copies?: number;
}

/** Names that differ by language, in English; the data of a label in both languages has them in Chinese. */
export interface EnglishNames {
  readonly productName?: string;
  readonly gradeName?: string;
  readonly crateName?: string;
}

/** A label of any kind, in the language and the size of its printer. */
export type LabelRequest =
  | { readonly kind: 'lotLabel'; readonly locale: SlipLanguage; readonly english?: EnglishNames; readonly data: LotLabelData; readonly options: ProduceLabelOptions & Copies; readonly profile: LabelProfile }
  | { readonly kind: 'crateLabel'; readonly locale: SlipLanguage; readonly english?: EnglishNames; readonly data: CrateLabelData; readonly options: ProduceLabelOptions & Copies; readonly profile: LabelProfile }
  | { readonly kind: 'parcelLabel'; readonly locale: SlipLanguage; readonly english?: EnglishNames; readonly data: ParcelLabelData; readonly options: ParcelLabelOptions & Copies; readonly profile: LabelProfile }
  | { readonly kind: 'memberCard'; readonly locale: SlipLanguage; readonly english?: EnglishNames; readonly data: MemberCardData; readonly options: LabelOptions & Copies; readonly profile: LabelProfile }
  | { readonly kind: 'crateTag'; readonly locale: SlipLanguage; readonly english?: EnglishNames; readonly data: CrateTagData; readonly options: LabelOptions & Copies; readonly profile: LabelProfile }
  | { readonly kind: 'sampleLabel'; readonly locale: SlipLanguage; readonly english?: EnglishNames; readonly data: SampleLabelData; readonly options: LabelOptions & Copies; readonly profile: LabelProfile };

/** Labels that belong together and go to the printer as one job, each drawn by itself. */
export interface LabelRun {
  readonly kind: 'labelRun';
  readonly labels: readonly [LabelRequest, ...LabelRequest[]];
}

const LABEL_KINDS: ReadonlySet<string> = new Set<LabelRequest['kind']>(['lotLabel', 'crateLabel', 'parcelLabel', 'memberCard', 'crateTag', 'sampleLabel']);

/** Whether a paper is a label: drawn whole, for a roll of labels. */
export function isLabel(request: { readonly kind: string }): request is LabelRequest {
  return LABEL_KINDS.has(request.kind);
}

/** The label as data, for the head of its printer. */
export function labelDocument(request: LabelRequest): LabelDocument {
  const { locale } = request;
  return forHead(locale === 'both' ? labelInBoth(plannedDocument(request, 'zh'), plannedDocument(request, 'en')) : plannedDocument(request, locale), request.profile.dpi);
}

function plannedDocument(request: LabelRequest, locale: PaperLocale): LabelDocument {
  const named = <Data>(data: Data): Data => (locale === 'en' ? { ...data, ...request.english } : data);
  switch (request.kind) {
    case 'lotLabel': return lotLabel(named(request.data), locale, request.options);
    case 'crateLabel': return crateLabel(named(request.data), locale, request.options);
    case 'parcelLabel': return parcelLabel(named(request.data), locale, request.options);
    case 'memberCard': return memberCard(named(request.data), locale, request.options);
    case 'crateTag': return crateTag(named(request.data), locale, request.options);
    case 'sampleLabel': return sampleLabel(named(request.data), locale, request.options);
  }
}

/** The same label for a roll of another size. */
export function resized(request: LabelRequest, size: LabelSize): LabelRequest {
  switch (request.kind) {
    case 'lotLabel': return { ...request, options: { ...request.options, size } };
    case 'crateLabel': return { ...request, options: { ...request.options, size } };
    case 'parcelLabel': return { ...request, options: { ...request.options, size } };
    case 'memberCard': return { ...request, options: { ...request.options, size } };
    case 'crateTag': return { ...request, options: { ...request.options, size } };
    case 'sampleLabel': return { ...request, options: { ...request.options, size } };
  }
}
