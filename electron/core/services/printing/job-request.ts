import { documentById, reversalOf } from '../../../../db/queries/books.queries.ts';
import { sampleOfJob } from '../../../../db/queries/grading.queries.ts';
import { labelOrderOf } from '../../../../db/queries/label.queries.ts';
import { lotById } from '../../../../db/queries/lot.queries.ts';
import { userById } from '../../../../db/queries/people.queries.ts';
import type { jobByUlid } from '../../../../db/queries/print.queries.ts';
import { queueOfJob } from '../../../../db/queries/queue.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { PaperKind, PrinterProfile } from '../../../contract/printing.ts';
import type { PaperRequest } from '../../devices/printer/paper-job.ts';
import type { SlipCopy } from '../../documents/small-slip.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { labelRun } from './label-run.ts';
import { keptSlipRequest } from './kept-slip.ts';
import { labelProfile, labelSize, paperRequest, queueSlipRequest } from './paper-request.ts';
import { sampleLabelData } from './slip-data.ts';

type Job = NonNullable<ReturnType<typeof jobByUlid.first>>;

function requestWithoutDocument(context: QueryContext, job: Job, printer: PrinterProfile | null): PaperRequest | null {
  const locale = job.locale as Locale;
  const sample = sampleOfJob.first(context.db, { jobId: job.id });
  if (sample) {
    const data = sampleLabelData(context, sample, locale);
    return { kind: 'sampleLabel', locale, data: job.copy_no === 0 ? data : { ...data, copyNumber: job.copy_no }, options: { size: labelSize(printer) }, profile: labelProfile(printer) };
  }
  const facts = labelOrderOf.first(context.db, { jobId: job.id });
  if (facts) return labelRun(context, { paper: job.paper as PaperKind, facts, copyNo: job.copy_no, locale }, printer);
  const number = queueOfJob.first(context.db, { jobId: job.id });
  return number ? queueSlipRequest(context, number.queue_id, locale, printer) : null;
}

/** The mark of a copy, and on every paper of a document that was voided meanwhile the number that voided it; null for an original that holds. */
function markOf({ db }: QueryContext, job: Job, documentId: number): SlipCopy | null {
  const voidedBy = reversalOf.first(db, { id: documentId })?.number;
  if (job.copy_no === 0 && voidedBy === undefined) return null;
  return { number: job.copy_no, at: job.created_at, byName: userById.one(db, { id: job.created_by }).name, ...(voidedBy === undefined ? {} : { voidedBy }) };
}

/** What a job of the spool prints: a paper of its document, the slip of a number, the label of a sample or labels that were asked for; null for what is drawn elsewhere. */
export function jobRequest(context: QueryContext, job: Job, printer: PrinterProfile | null): PaperRequest | null {
  const { db } = context;
  if (job.document_id === null) return requestWithoutDocument(context, job, printer);
  const document = documentById.one(db, { id: job.document_id });
  const copy = markOf(context, job, document.id);
  const kept = keptSlipRequest(context, { documentId: document.id, paper: job.paper, locale: job.locale as Locale, copy }, printer);
  if (kept !== null) return kept;
  return paperRequest(context, {
    documentId: document.id, documentUlid: document.ulid, paper: job.paper, lotCode: job.lot_id === null ? null : lotById.one(db, { id: job.lot_id }).code, locale: job.locale as Locale, copy,
  }, printer);
}
