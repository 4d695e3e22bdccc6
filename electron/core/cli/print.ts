import { languageOf, makePaperJob, previewPaper, type PaperRequest, type PrinterLanguage } from '../devices/printer/paper-job.ts';
import { openPaperPen } from '../documents/paper-pen.ts';

/** Forms of a paper that the command line gives without a window. */
export const RENDER_FORMS = ['escpos', 'tspl', 'png'] as const;
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
 * `print render`: the paper of a stored job in one form. A slip has no TSPL and a label no ESC/POS: refused with the forms there are.
 * Faults: `font_missing` where a picture has to be drawn without the product's fonts.
 */
export function renderStoredPaper(stored: StoredPaper, form: string, fontFolder: string): RenderedPaper {
  const language: PrinterLanguage = languageOf(stored.request);
  if (form === 'png') return { ok: true, form, bytes: previewPaper(stored.request, openPaperPen(fontFolder)).png };
  if (form !== language) return { ok: false, code: 'form_not_for_paper', params: { form, forms: `${language}, png` } };
  return { ok: true, form: language, bytes: stored.bytes ?? makePaperJob(stored.request, openPaperPen(fontFolder)).bytes };
}
