import { documentById, reversalOf } from '../../../../db/queries/books.queries.ts';
import { firstSampleLabel, sampleOfJob } from '../../../../db/queries/grading.queries.ts';
import { labelOrderOf } from '../../../../db/queries/label.queries.ts';
import { lotById } from '../../../../db/queries/lot.queries.ts';
import { userById } from '../../../../db/queries/people.queries.ts';
import { firstLotLabel, firstSlip, type jobByUlid } from '../../../../db/queries/print.queries.ts';
import { firstQueueSlip, queueOfJob } from '../../../../db/queries/queue.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { PaperKind, PrinterProfile } from '../../../contract/printing.ts';
import type { PaperRequest } from '../../devices/printer/paper-job.ts';
import { oneLanguage } from '../../documents/paper-text.ts';
import type { SlipCopy } from '../../documents/small-slip.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { labelRun } from './label-run.ts';
import { keptLabels, markedLabel, markOfPrint } from './kept-label.ts';
import { keptSlipRequest } from './kept-slip.ts';
import { isWantedAgain, labelLooksOf, looksOfLabel } from './label-looks.ts';
import { labelProfile, labelSize, paperRequest, queueSlipRequest } from './paper-request.ts';
import { sampleLabelData } from './slip-data.ts';
import { languageOfLooks } from './versioned-looks.ts';

/** A paper of a document or the label of one of its lots, with what is added when it is printed. */
export interface DocumentPaper {
  readonly document: { readonly id: number; readonly ulid: string };
  readonly lot: { readonly id: number; readonly code: string } | null;
  readonly paper: string;
  readonly locale: Locale;
  readonly copy: SlipCopy | null;
}

type Job = NonNullable<ReturnType<typeof jobByUlid.first>>;

function requestWithoutDocument(context: QueryContext, job: Job, printer: PrinterProfile | null): PaperRequest | null {
  const locale = job.locale as Locale;
  const printed = { at: job.created_at, byName: userById.one(context.db, { id: job.created_by }).name };
  const sample = sampleOfJob.first(context.db, { jobId: job.id });
  if (sample) {
    const first = firstSampleLabel.first(context.db, { sampleId: sample.sampleId });
    const looks = labelLooksOf(context.db, 'sample_label', printer?.id ?? null);
    const language = languageOfLooks(looks, locale);
    const kept = first !== undefined && isWantedAgain(first.locale, looks, locale) ? keptLabels(first.labels, printer)[0] : undefined;
    const english = language === 'both' ? { english: { productName: sample.productEn } } : {};
    return markedLabel(kept ?? { kind: 'sampleLabel', locale: language, ...english, data: sampleLabelData(context, sample, oneLanguage(language)), options: { size: labelSize(printer), ...looksOfLabel(looks) }, profile: labelProfile(printer) }, markOfPrint(job.copy_no, printed));
  }
  const facts = labelOrderOf.first(context.db, { jobId: job.id });
  if (facts) return labelRun(context, { paper: job.paper as PaperKind, facts, copyNo: job.copy_no, locale, ...printed }, printer);
  const number = queueOfJob.first(context.db, { jobId: job.id });
  if (!number) return null;
  const copy = markOfPrint(job.copy_no, printed);
  return keptSlipRequest(context, firstQueueSlip.first(context.db, { queueId: number.queue_id }), { paper: job.paper, locale, copy }, printer) ?? queueSlipRequest(context, { queueRowId: number.queue_id, locale, copy }, printer);
}

/** The mark of a copy, and on every paper of a document that was voided meanwhile the number that voided it; null for an original that holds. */
function markOf({ db }: QueryContext, job: Job, documentId: number): SlipCopy | null {
  const voidedBy = reversalOf.first(db, { id: documentId })?.number;
  return markOfPrint(job.copy_no, { at: job.created_at, byName: userById.one(db, { id: job.created_by }).name, ...(voidedBy === undefined ? {} : { voidedBy }) });
}

/** A paper of a document: what was printed before is the same again, anything else is drawn from stored rows. Refuses `paper_not_for_document`. */
export function documentPaper(context: QueryContext, order: DocumentPaper, printer: PrinterProfile | null): PaperRequest {
  const { document, lot, paper, locale, copy } = order;
  if (lot !== null) {
    const first = firstLotLabel.first(context.db, { documentId: document.id, lotId: lot.id });
    const [kept] = first !== undefined && isWantedAgain(first.locale, labelLooksOf(context.db, 'lot_label', printer?.id ?? null), locale) ? keptLabels(first.labels, printer) : [];
    if (kept !== undefined) return markedLabel(kept, copy);
  }
  return keptSlipRequest(context, firstSlip.first(context.db, { documentId: document.id, paper }), { paper, locale, copy }, printer)
    ?? paperRequest(context, { documentId: document.id, documentUlid: document.ulid, paper, lotCode: lot?.code ?? null, locale, copy }, printer);
}

/** What a job of the spool prints: a paper of its document, the slip of a number, the label of a sample or labels that were asked for; null for what is drawn elsewhere. */
export function jobRequest(context: QueryContext, job: Job, printer: PrinterProfile | null): PaperRequest | null {
  const { db } = context;
  if (job.document_id === null) return requestWithoutDocument(context, job, printer);
  const document = documentById.one(db, { id: job.document_id });
  const copy = markOf(context, job, document.id);
  return documentPaper(context, { document, lot: job.lot_id === null ? null : lotById.one(db, { id: job.lot_id }), paper: job.paper, locale: job.locale as Locale, copy }, printer);
}
