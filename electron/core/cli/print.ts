import { LABEL_LANGUAGES, type LabelLanguage } from '../devices/printer/label-profile.ts';
import { isLabel, type LabelRequest, type LabelRun } from '../devices/printer/label-request.ts';
import { languageOf, makePaperJob, previewPaper, type PaperRequest } from '../devices/printer/paper-job.ts';
import { openPaperPen } from '../documents/paper-pen.ts';

/** Forms of a paper that the command line gives without a window. */
export const RENDER_FORMS = ['escpos', ...LABEL_LANGUAGES, 'png'] as const;
export type RenderForm = (typeof RENDER_FORMS)[number];

/** A job of the spool as stored: the request it was made from and, once made, its bytes. */
export interface StoredPaper {
  readonly request: PaperRequest;
  /** Bytes of the first print; given back unchanged, whatever the layout looks like today. */
  readonly bytes: Uint8Array | null;
}

export type RenderedPaper =
  | { readonly ok: true; readonly form: RenderForm; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: 'form_not_for_paper'; readonly params: { readonly form: string; readonly forms: string } };

/**
 * `print render`: the paper of a stored job in one form. A label is given in every label language, whatever its printer speaks; a slip has
 * only ESC/POS and a label never: refused with the forms there are. Faults: `font_missing` where a picture has to be drawn without the
 * product's fonts.
 */
export function renderStoredPaper(stored: StoredPaper, form: string, fontFolder: string): RenderedPaper {
  const { request } = stored;
  const own = languageOf(request);
  if (form === 'png') return { ok: true, form, bytes: previewPaper(request, openPaperPen(fontFolder)).png };
  if (form === own) return { ok: true, form: own, bytes: stored.bytes ?? makePaperJob(request, openPaperPen(fontFolder)).bytes };
  const takesLabels = isLabel(request) || request.kind === 'labelRun';
  const other = takesLabels ? LABEL_LANGUAGES.find((language) => language === form) : undefined;
  if (takesLabels && other !== undefined) return { ok: true, form: other, bytes: makePaperJob(spokenAs(request, other), openPaperPen(fontFolder)).bytes };
  return { ok: false, code: 'form_not_for_paper', params: { form, forms: [...(takesLabels ? LABEL_LANGUAGES : [own]), 'png'].join(', ') } };
}

/** The same labels for a printer of another language. */
function spokenAs(request: LabelRequest | LabelRun, language: LabelLanguage): LabelRequest | LabelRun {
  const spoken = (label: LabelRequest): LabelRequest => ({ ...label, profile: { ...label.profile, language } });
  if (request.kind !== 'labelRun') return spoken(request);
  const [first, ...others] = request.labels;
  return { kind: 'labelRun', labels: [spoken(first), ...others.map(spoken)] };
}
