import type { LabelDocument } from '../../documents/label-document.ts';
import type { PaperPen } from '../../documents/paper-pen.ts';
import { cpclJob } from './cpcl-writer.ts';
import { epl2Job } from './epl2-writer.ts';
import type { LabelJob, LabelLanguage, LabelProfile } from './label-profile.ts';
import { tsplJob } from './tspl-writer.ts';
import { zplJob } from './zpl-writer.ts';

type LabelWriter = (label: LabelDocument, profile: LabelProfile, pen: PaperPen, copies: number) => LabelJob;

const WRITERS: Readonly<Record<LabelLanguage, LabelWriter>> = { tspl: tsplJob, zpl: zplJob, epl2: epl2Job, cpcl: cpclJob };

/** A label in the language of the profile. Refuses fewer than one or more than 500 copies. */
export function writeLabel(label: LabelDocument, profile: LabelProfile, pen: PaperPen, copies = 1): LabelJob {
  return WRITERS[profile.language](label, profile, pen, copies);
}
