import { crateSlip, type CrateSlipData } from '../../documents/crate-slip.ts';
import { labelPicture } from '../../documents/label-picture.ts';
import type { PaperPen } from '../../documents/paper-pen.ts';
import type { PaperLocale } from '../../documents/paper-text.ts';
import { bitmapPng } from '../../documents/png.ts';
import { queueSlip, type QueueSlipData } from '../../documents/queue-slip.ts';
import { layoutReceipt } from '../../documents/receipt-layout.ts';
import { previewReceipt } from '../../documents/receipt-preview.ts';
import { returnSlip, type ReturnSlipData } from '../../documents/return-slip.ts';
import type { SlipCopy } from '../../documents/small-slip.ts';
import type { Substitution } from '../../documents/substitution.ts';
import { ticketReceipt } from '../../documents/ticket-receipt.ts';
import type { TicketReceiptData, TicketReceiptOptions } from '../../documents/ticket-receipt-data.ts';
import { voucherReceipt, type VoucherReceiptData, type VoucherReceiptOptions } from '../../documents/voucher-receipt.ts';
import type { ReceiptDocument } from '../../documents/receipt-document.ts';
import type { EscposProfile } from './escpos-profile.ts';
import { escposJob } from './escpos-writer.ts';
import type { LabelLanguage } from './label-profile.ts';
import { isLabel, labelDocument, type LabelRequest, type LabelRun } from './label-request.ts';
import { writeLabel } from './label-writer.ts';

/** A paper as plain data: what to print, in which language, for which printer. May be stored, sent to a worker and printed again. */
export type PaperRequest =
  | { readonly kind: 'ticketReceipt'; readonly locale: PaperLocale; readonly data: TicketReceiptData; readonly options: TicketReceiptOptions; readonly profile: EscposProfile }
  | { readonly kind: 'voucherReceipt'; readonly locale: PaperLocale; readonly data: VoucherReceiptData; readonly options: VoucherReceiptOptions; readonly profile: EscposProfile }
  | { readonly kind: 'queueSlip'; readonly locale: PaperLocale; readonly data: QueueSlipData; readonly profile: EscposProfile }
  | { readonly kind: 'returnSlip'; readonly locale: PaperLocale; readonly data: ReturnSlipData; readonly options: { readonly copy?: SlipCopy }; readonly profile: EscposProfile }
  | { readonly kind: 'crateSlip'; readonly locale: PaperLocale; readonly data: CrateSlipData; readonly options: { readonly copy?: SlipCopy }; readonly profile: EscposProfile }
  /** A whole page, drawn by the shell that prints it. */
  | { readonly kind: 'page'; readonly html: string }
  | LabelRequest | LabelRun;

export type PrinterLanguage = 'escpos' | 'page' | LabelLanguage;

/** The finished bytes with what the desk should be told. */
export interface PaperJob {
  readonly language: PrinterLanguage;
  readonly layout: string;
  readonly bytes: Buffer;
  readonly substitutions: readonly Substitution[];
  /** Lines that went as pictures for want of a character in the printer. */
  readonly pictureLines: number;
  /** Texts that end in `…` on the paper. */
  readonly shortened: readonly string[];
}

/** The language of the printer for which a paper is made. */
export function languageOf(request: PaperRequest): PrinterLanguage {
  if (request.kind === 'page') return 'page';
  if (request.kind === 'labelRun') return request.labels[0].profile.language;
  return isLabel(request) ? request.profile.language : 'escpos';
}

type SlipRequest = Exclude<PaperRequest, LabelRequest | LabelRun | { readonly kind: 'page' }>;

function slipDocument(request: SlipRequest): ReceiptDocument {
  switch (request.kind) {
    case 'ticketReceipt': return ticketReceipt(request.data, request.locale, request.options);
    case 'voucherReceipt': return voucherReceipt(request.data, request.locale, request.options);
    case 'queueSlip': return queueSlip(request.data, request.locale);
    case 'returnSlip': return returnSlip(request.data, request.locale, request.options);
    case 'crateSlip': return crateSlip(request.data, request.locale, request.options);
  }
}

/** The labels of a run, one behind the other. */
function runJob({ labels }: LabelRun, pen: PaperPen): PaperJob {
  const [first, ...others] = labels.map((label) => makePaperJob(label, pen));
  if (first === undefined) throw new Error('a run without labels');
  const all = [first, ...others];
  return { ...first, bytes: Buffer.concat(all.map((job) => job.bytes)), substitutions: all.flatMap((job) => job.substitutions), shortened: all.flatMap((job) => job.shortened) };
}

/** Makes the bytes of a paper. The same request and fonts always give the same bytes. */
export function makePaperJob(request: PaperRequest, pen: PaperPen): PaperJob {
  if (request.kind === 'page') return { language: 'page', layout: 'page', bytes: Buffer.from(request.html), substitutions: [], pictureLines: 0, shortened: [] };
  if (request.kind === 'labelRun') return runJob(request, pen);
  if (isLabel(request)) {
    const document = labelDocument(request);
    const job = writeLabel(document, request.profile, pen, request.options.copies ?? 1);
    return { language: request.profile.language, layout: document.layout, bytes: job.bytes, substitutions: job.substitutions, pictureLines: 0, shortened: job.shortened };
  }
  const document = slipDocument(request);
  const job = escposJob(layoutReceipt(document, request.profile.paper), request.profile, pen);
  return { language: 'escpos', layout: document.layout, bytes: job.bytes, substitutions: job.substitutions, pictureLines: job.pictureLines, shortened: [] };
}

/** The picture of a paper on the screen, from the same source as its bytes. */
export interface PaperPreview {
  readonly png: Buffer;
  readonly widthDots: number;
  readonly heightDots: number;
  readonly substitutions: readonly Substitution[];
}

/** Draws a paper for the screen, dot for dot; of a run of labels the first one. A page has no dots: asking for its picture is a bug. */
export function previewPaper(request: PaperRequest, pen: PaperPen): PaperPreview {
  if (request.kind === 'page') throw new Error('a page is drawn by the shell');
  if (request.kind === 'labelRun') return previewPaper(request.labels[0], pen);
  if (isLabel(request)) {
    const { bitmap, substitutions } = labelPicture(labelDocument(request), pen);
    return { png: bitmapPng(bitmap), widthDots: bitmap.widthDots, heightDots: bitmap.heightDots, substitutions };
  }
  const { png, bitmap, substitutions } = previewReceipt(slipDocument(request), request.profile.paper, pen);
  return { png, widthDots: bitmap.widthDots, heightDots: bitmap.heightDots, substitutions };
}
