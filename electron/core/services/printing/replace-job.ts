import type { ReadHandle, WriteHandle } from '../../../../db/connection.ts';
import { insertRow } from '../../../../db/insert.ts';
import type { jobById } from '../../../../db/queries/print.queries.ts';
import { labelOrderOf } from '../../../../db/queries/label.queries.ts';
import { sampleLabelOf, setJob, setupOfJob, waitingJobs } from '../../../../db/queries/print.queries.ts';
import { queueOfJob } from '../../../../db/queries/queue.queries.ts';
import { sheetOfJob } from '../../../../db/queries/sheet.queries.ts';
import type { PaperKind, PrinterProfile } from '../../../contract/printing.ts';
import type { Ids } from '../../platform/ids.ts';
import { chosenFor, papersOf, printsPaper, setupOf } from './printer-profiles.ts';
import { notDrawnYet } from './queue-papers.ts';

type Job = NonNullable<ReturnType<typeof jobById.first>>;

/** Why a job gave its place to another one; kept with it as the reason of its end. */
export type ReplaceCause = 'moved' | 'redrawn';

/**
 * Ends a job of which certainly no byte went out and writes the same paper anew for a printer. What was drawn for the first printer stays
 * in the books with the ended job; the new one keeps copy number, person and time, and
 * with the time its place in the queue. Returns the id of the new job.
 */
export function replaceJob(tx: WriteHandle, ids: Ids, job: Job, printerId: string | null, why: ReplaceCause, now: number): string {
  setJob.run(tx, { id: job.id, state: 'cancelled', error: why, nextAt: now });
  const ulid = ids.ulid();
  const { id, ...fields } = job;
  const replacement = insertRow(tx, 'print_job', { ...fields, ulid, printer_id: printerId, layout_version: notDrawnYet, state: 'waiting', attempts: 0, last_error: null, next_at: now, sent_at: null, bytes: null });
  const number = queueOfJob.first(tx, { jobId: id });
  if (number) insertRow(tx, 'queue_slip', { print_job_id: replacement, queue_id: number.queue_id });
  const sample = sampleLabelOf.first(tx, { jobId: id });
  if (sample) insertRow(tx, 'sample_label', { print_job_id: replacement, sample_id: sample.sampleId });
  const sheet = sheetOfJob.first(tx, { jobId: id });
  if (sheet) insertRow(tx, 'sheet_job', { ...sheet, print_job_id: replacement });
  const order = labelOrderOf.first(tx, { jobId: id });
  if (order) insertRow(tx, 'label_order', { ...order, print_job_id: replacement });
  return ulid;
}

/** Why a job cannot go to its printer as it is: the printer is gone or makes no such paper any more, or the paper was drawn for another setup. Null where it can. */
export function unfitness(db: ReadHandle, job: Job, printer: PrinterProfile | undefined): ReplaceCause | null {
  if (job.printer_id === null) return null;
  if (!printer || !printsPaper(printer, job.paper as PaperKind)) return 'moved';
  const drawnFor = setupOfJob.first(db, { jobId: job.id })?.setup;
  return drawnFor === undefined || drawnFor === setupOf(printer) ? null : 'redrawn';
}

/**
 * Writes a job anew whose paper cannot go as it is, or gives it to the printer chosen for such papers; where there is none
 * it waits without one. Returns whether it did.
 */
export function fitJob(tx: WriteHandle, ids: Ids, job: Job, printers: readonly PrinterProfile[], now: number): boolean {
  const printer = printers.find((candidate) => candidate.id === job.printer_id);
  const why = unfitness(tx, job, printer);
  if (why === null) return false;
  const target = why === 'redrawn' ? printer : chosenFor(printers, job.paper as PaperKind);
  replaceJob(tx, ids, job, target?.id ?? null, why, now);
  return true;
}

/** Whether a printer was taken away from a kind of paper. A paper that a person moved to a printer not set up for it stays there. */
const isTakenFrom = (paper: PaperKind, before: PrinterProfile | undefined, after: PrinterProfile | undefined): boolean =>
  before !== undefined && after !== undefined && papersOf(before).includes(paper) && !papersOf(after).includes(paper);

/**
 * After the printers were set up anew: waiting papers of a printer that is gone or makes them no more look for another one, and those drawn
 * for settings that no longer hold are drawn again. Nothing that may stand on paper is touched.
 */
export function fitWaitingJobs(tx: WriteHandle, ids: Ids, before: readonly PrinterProfile[], after: readonly PrinterProfile[], now: number): void {
  const named = (printers: readonly PrinterProfile[], id: string | null) => printers.find((candidate) => candidate.id === id);
  for (const job of waitingJobs.all(tx, {})) {
    const paper = job.paper as PaperKind;
    if (isTakenFrom(paper, named(before, job.printer_id), named(after, job.printer_id))) replaceJob(tx, ids, job, chosenFor(after, paper)?.id ?? null, 'moved', now);
    else fitJob(tx, ids, job, after, now);
  }
}
