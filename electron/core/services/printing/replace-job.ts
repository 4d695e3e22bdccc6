import type { ReadHandle, WriteHandle } from '../../../../db/connection.ts';
import { insertRow } from '../../../../db/insert.ts';
import type { jobById } from '../../../../db/queries/print.queries.ts';
import { labelOrderOf } from '../../../../db/queries/label.queries.ts';
import { keptOfJob, sampleLabelOf, setJob, waitingJobs } from '../../../../db/queries/print.queries.ts';
import { queueOfJob } from '../../../../db/queries/queue.queries.ts';
import { sheetOfJob } from '../../../../db/queries/sheet.queries.ts';
import type { PaperKind, PrinterProfile } from '../../../contract/printing.ts';
import type { Ids } from '../../platform/ids.ts';
import { papersOf } from './printer-profiles.ts';
import { layoutVersion } from './queue-papers.ts';

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
  const replacement = insertRow(tx, 'print_job', { ...fields, ulid, printer_id: printerId, layout_version: layoutVersion, state: 'waiting', attempts: 0, last_error: null, next_at: now, sent_at: null, bytes: null });
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

/** What a printer is told decides its bytes: those drawn for other settings are no good any more. */
const drawingOf = ({ name: _name, papers: _papers, port: _port, ...drawing }: PrinterProfile): string => JSON.stringify(drawing);

/**
 * After the printers were set up anew: waiting papers of a printer that is gone look for another one, and those drawn for settings that
 * no longer hold are drawn again. Nothing that may stand on paper is touched.
 */
export function fitWaitingJobs(tx: WriteHandle, ids: Ids, before: readonly PrinterProfile[], after: readonly PrinterProfile[], now: number): void {
  for (const job of waitingJobs.all(tx, {})) {
    const printer = after.find((candidate) => candidate.id === job.printer_id);
    const other = after.find((candidate) => papersOf(candidate).includes(job.paper as PaperKind));
    if (!printer) replaceJob(tx, ids, job, other?.id ?? null, 'moved', now);
    else if (isDrawn(tx, job.id) && !before.some((old) => old.id === printer.id && drawingOf(old) === drawingOf(printer))) replaceJob(tx, ids, job, printer.id, 'redrawn', now);
  }
}

const isDrawn = (db: ReadHandle, jobId: number): boolean => keptOfJob.first(db, { jobId }) !== undefined;
