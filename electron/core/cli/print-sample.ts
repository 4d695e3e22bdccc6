import { standardLabelProfile } from '../devices/printer/label-profile.ts';
import type { LabelRequest } from '../devices/printer/label-request.ts';
import type { PaperRequest } from '../devices/printer/paper-job.ts';
import { sampleCard, sampleCrate, sampleLot, sampleParcel, sampleTag } from '../documents/label-samples.ts';
import { LABEL_SIZE_NAMES, type LabelSize } from '../documents/label-size.ts';
import { paperText, type PaperLocale } from '../documents/paper-text.ts';
import { sampleSlip } from '../documents/slip-samples.ts';
import { slipPaper, standardLayout } from '../../contract/slip-layout.ts';
import { Refusal } from '../rpc/refusal.ts';
import { escposProfile } from '../services/printing/paper-request.ts';
import type { CommandOptions } from './options.ts';
import { languageOf } from './words.ts';

const profile = standardLabelProfile('tspl');

const samples: Readonly<Record<string, (locale: PaperLocale, size: LabelSize) => LabelRequest>> = {
  lot_label: (locale, size) => ({ kind: 'lotLabel', locale, data: sampleLot(locale), options: { maskName: false, size }, profile }),
  crate_label: (locale, size) => ({ kind: 'crateLabel', locale, data: sampleCrate(locale), options: { maskName: false, size }, profile }),
  parcel_label: (locale, size) => ({ kind: 'parcelLabel', locale, data: sampleParcel(locale), options: { maskPhone: true, size }, profile }),
  crate_tag: (locale, size) => ({ kind: 'crateTag', locale, data: sampleTag(locale), options: { size }, profile }),
  member_card: (locale, size) => ({ kind: 'memberCard', locale, data: sampleCard(locale), options: { size }, profile }),
};

/** The size asked for by `--size`, null where none is; refuses `label_size_unknown` with the sizes there are. */
export function askedSize(options: CommandOptions): LabelSize | null {
  const asked = options.value('size');
  if (asked === undefined) return null;
  return LABEL_SIZE_NAMES.find((size) => size === asked) ?? refuseSize(asked);
}

function refuseSize(size: string): never {
  throw new Refusal('label_size_unknown', { size, sizes: LABEL_SIZE_NAMES.join(', ') });
}

/** The label or the slip of `--sample`, marked as practice: needs no data folder, so that a printer can be tried with a pipe. Refuses `sample_unknown`. */
export function sampleRequest(options: CommandOptions, sample: string): PaperRequest {
  const locale = languageOf(options);
  const make = samples[sample];
  if (make !== undefined) return make(locale, askedSize(options) ?? '60x40');
  const slip = slipPaper.safeParse(sample);
  if (!slip.success) throw new Refusal('sample_unknown', { sample, samples: [...Object.keys(samples), ...slipPaper.options].join(', ') });
  const text = paperText(locale);
  return sampleSlip(slip.data, { cooperativeName: text('watermark'), stationName: text('watermark') }, locale, { version: 0, layout: standardLayout(slip.data) }, escposProfile(null));
}
