import type { SlipLayout } from '../../../contract/slip-layout.ts';
import { arrangeSlip } from '../../documents/arrange-slip.ts';
import { correctionSlip, type CorrectionSlipData } from '../../documents/correction-slip.ts';
import { crateSlip, type CrateSlipData } from '../../documents/crate-slip.ts';
import { labelPicture } from '../../documents/label-picture.ts';
import type { PaperPen } from '../../documents/paper-pen.ts';
import { paperText, type SlipLanguage } from '../../documents/paper-text.ts';
import { bitmapPng } from '../../documents/png.ts';
import { queueSlip, type QueueSlipData } from '../../documents/queue-slip.ts';
import { layoutReceipt } from '../../documents/receipt-layout.ts';
import { previewReceipt } from '../../documents/receipt-preview.ts';
import { returnSlip, type ReturnSlipData } from '../../documents/return-slip.ts';
import { copyMark, type SlipCopy } from '../../documents/small-slip.ts';
import type { Substitution } from '../../documents/substitution.ts';
import { ticketReceipt } from '../../documents/ticket-receipt.ts';
import type { TicketReceiptData, TicketReceiptOptions } from '../../documents/ticket-receipt-data.ts';
import { voucherReceipt, type VoucherReceiptData, type VoucherReceiptOptions } from '../../documents/voucher-receipt.ts';
import type { ReceiptDocument } from '../../documents/receipt-document.ts';
import type { EscposProfile } from './escpos-profile.ts';
import { copyOf, escposJob } from './escpos-writer.ts';
import type { LabelLanguage } from './label-profile.ts';
import { isLabel, labelDocument, type LabelRequest, type LabelRun } from './label-request.ts';
import { writeLabel } from './label-writer.ts';

/** What a manager made of a slip, and which version of it. */
export interface Looks {
  readonly version: number;
  readonly layout: SlipLayout;
}

/** A paper as plain data: what to print, in which language, for which printer. May be stored, sent to a worker and printed again. */
export type PaperRequest =
  | { readonly kind: 'ticketReceipt'; readonly locale: SlipLanguage; readonly data: TicketReceiptData; readonly options: TicketReceiptOptions; readonly profile: EscposProfile; readonly looks?: Looks }
  | { readonly kind: 'voucherReceipt'; readonly locale: SlipLanguage; readonly data: VoucherReceiptData; readonly options: VoucherReceiptOptions; readonly profile: EscposProfile; readonly looks?: Looks }
  | { readonly kind: 'queueSlip'; readonly locale: SlipLanguage; readonly data: QueueSlipData; readonly options: { readonly copy?: SlipCopy }; readonly profile: EscposProfile; readonly looks?: Looks }
  | { readonly kind: 'returnSlip'; readonly locale: SlipLanguage; readonly data: ReturnSlipData; readonly options: { readonly copy?: SlipCopy }; readonly profile: EscposProfile; readonly looks?: Looks }
  | { readonly kind: 'crateSlip'; readonly locale: SlipLanguage; readonly data: CrateSlipData; readonly options: { readonly copy?: SlipCopy }; readonly profile: EscposProfile; readonly looks?: Looks }
  | { readonly kind: 'correctionSlip'; readonly locale: SlipLanguage; readonly data: CorrectionSlipData; readonly options: { readonly copy?: SlipCopy }; readonly profile: EscposProfile; readonly looks?: Looks }
  /** A slip that was printed before: the same again, with the mark of a copy. `original` holds the bytes of the first print where they are good for this printer. */
  | { readonly kind: 'keptSlip'; readonly locale: SlipLanguage; readonly slip: ReceiptDocument; readonly copy: SlipCopy | null; readonly original: { readonly bytes: Uint8Array; readonly copyAt: number } | null; readonly profile: EscposProfile }
  | LabelRequest | LabelRun;

export type PrinterLanguage = 'escpos' | LabelLanguage;

/** The finished bytes with what the desk should be told. */
export interface PaperJob {
  readonly language: PrinterLanguage;
  readonly layout: string;
  readonly bytes: Buffer;
  readonly substitutions: readonly Substitution[];
  /** Lines that went as pictures for want of a character in the printer. */
  readonly pictureLines: number;
  /** The slip that was drawn and where a copy's mark goes between its bytes; null for labels. */
  readonly slip: { readonly document: ReceiptDocument; readonly copyAt: number | null } | null;
  /** Texts that end in `…` on the paper. */
  readonly shortened: readonly string[];
}

/** The language of the printer for which a paper is made. */
export function languageOf(request: PaperRequest): PrinterLanguage {
  if (request.kind === 'labelRun') return request.labels[0].profile.language;
  return isLabel(request) ? request.profile.language : 'escpos';
}

type SlipRequest = Exclude<PaperRequest, LabelRequest | LabelRun>;

/** The slip before a manager's looks are put on it. */
function builtSlip(request: Exclude<SlipRequest, { readonly kind: 'keptSlip' }>): ReceiptDocument {
  switch (request.kind) {
    case 'ticketReceipt': return ticketReceipt(request.data, request.locale, request.options);
    case 'voucherReceipt': return voucherReceipt(request.data, request.locale, request.options);
    case 'queueSlip': return queueSlip(request.data, request.locale, request.options);
    case 'returnSlip': return returnSlip(request.data, request.locale, request.options);
    case 'crateSlip': return crateSlip(request.data, request.locale, request.options);
    case 'correctionSlip': return correctionSlip(request.data, request.locale, request.options);
  }
}

/** The labels of a run, one behind the other. */
function runJob({ labels }: LabelRun, pen: PaperPen): PaperJob {
  const [first, ...others] = labels.map((label) => makePaperJob(label, pen));
  if (first === undefined) throw new Error('a run without labels');
  const all = [first, ...others];
  return { ...first, bytes: Buffer.concat(all.map((job) => job.bytes)), substitutions: all.flatMap((job) => job.substitutions), shortened: all.flatMap((job) => job.shortened) };
}

function slipDocument(request: SlipRequest): ReceiptDocument {
  if (request.kind === 'keptSlip') return request.slip;
  const slip = builtSlip(request);
  return 'looks' in request && request.looks !== undefined ? arrangeSlip(slip, request.looks.layout) : slip;
}

/** A kept slip with the mark of a copy in its place, as the screen shows it. */
function shownSlip(request: SlipRequest): ReceiptDocument {
  const slip = slipDocument(request);
  if (request.kind !== 'keptSlip' || request.copy === null) return slip;
  const mark = copyMark(request.copy, paperText(request.locale));
  return { ...slip, blocks: slip.blocks.flatMap((block) => (block.kind === 'mark' && block.name === 'copy' ? [block, mark] : [block])) };
}

/** Makes the bytes of a paper. The same request and fonts always give the same bytes. */
export function makePaperJob(request: PaperRequest, pen: PaperPen): PaperJob {
  if (request.kind === 'labelRun') return runJob(request, pen);
  if (isLabel(request)) {
    const document = labelDocument(request);
    const job = writeLabel(document, request.profile, pen, request.options.copies ?? 1);
    return { language: request.profile.language, layout: document.layout, bytes: job.bytes, substitutions: job.substitutions, pictureLines: 0, shortened: job.shortened, slip: null };
  }
  const document = slipDocument(request);
  const job = escposJob(layoutReceipt(document, request.profile.paper), request.profile, pen);
  const bytes = request.kind === 'keptSlip' && request.copy !== null ? copiedBytes(request, request.copy, job, pen) : job.bytes;
  return { language: 'escpos', layout: document.layout, bytes, substitutions: job.substitutions, pictureLines: job.pictureLines, shortened: [], slip: { document, copyAt: job.copyAt } };
}

/** The bytes of the first print, or of the same slip drawn for another printer, with the mark of the copy between them. */
function copiedBytes({ locale, slip, original, profile }: SlipRequest & { readonly kind: 'keptSlip' }, copy: SlipCopy, drawn: { readonly bytes: Buffer; readonly copyAt: number | null }, pen: PaperPen): Buffer {
  const mark = layoutReceipt({ layout: slip.layout, watermark: null, blocks: [copyMark(copy, paperText(locale))] }, profile.paper);
  const { bytes, copyAt } = original ?? drawn;
  if (copyAt === null) throw new Error('a kept slip has no place for the mark of a copy');
  return copyOf(bytes, copyAt, mark, profile, pen);
}

/** The picture of a paper on the screen, from the same source as its bytes. */
export interface PaperPreview {
  readonly png: Buffer;
  readonly widthDots: number;
  readonly heightDots: number;
  readonly substitutions: readonly Substitution[];
  /** Texts that end in `…`; slips break their lines and shorten none. */
  readonly shortened: readonly string[];
}

/** Draws a paper for the screen, dot for dot; of a run of labels the first one. */
export function previewPaper(request: PaperRequest, pen: PaperPen): PaperPreview {
  if (request.kind === 'labelRun') return previewPaper(request.labels[0], pen);
  if (isLabel(request)) {
    const { bitmap, substitutions, shortened } = labelPicture(labelDocument(request), pen);
    return { png: bitmapPng(bitmap), widthDots: bitmap.widthDots, heightDots: bitmap.heightDots, substitutions, shortened };
  }
  const { png, bitmap, substitutions } = previewReceipt(shownSlip(request), request.profile.paper, pen);
  return { png, widthDots: bitmap.widthDots, heightDots: bitmap.heightDots, substitutions, shortened: [] };
}
