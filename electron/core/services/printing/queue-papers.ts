import { insertRow } from '../../../../db/insert.ts';
import { lastSampleCopy } from '../../../../db/queries/grading.queries.ts';
import { firstQueueSlip, lastQueueCopy } from '../../../../db/queries/queue.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { PaperKind } from '../../../contract/printing.ts';
import { papersToPrint, type AutomaticPaper } from './automatic-copies.ts';
import { printerFor } from './printer-profiles.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';

/** The layout of a job whose paper was not drawn yet; drawing writes the true one. */
export const notDrawnYet = 0;

/** Writes one job; the printer set up for its paper gets it. */
export function writeJob(context: CommandContext, job: { readonly paper: PaperKind; readonly documentId: number | null; readonly lotId: number | null; readonly copyNo?: number; readonly locale?: Locale }): { id: number; ulid: string } {
  const ulid = context.station.ids.ulid();
  const id = insertRow(context.tx, 'print_job', {
    ulid, document_id: job.documentId, settlement_id: null, lot_id: job.lotId, paper: job.paper, locale: job.locale ?? signedIn(context).locale, layout_version: notDrawnYet, copy_no: job.copyNo ?? 0,
    printer_id: printerFor(context.tx, job.paper)?.id ?? null, state: 'waiting', attempts: 0, last_error: null, created_at: context.now, created_by: signedIn(context).rowId, next_at: context.now, sent_at: null, bytes: null,
  });
  return { id, ulid };
}

/** Writes the print jobs of a new document, as many as the station wants of each, in its own transaction: the row first, the paper after the commit. Returns their ids. */
export function queueFirstPapers(context: CommandContext, order: { readonly documentId: number; readonly paper: AutomaticPaper; readonly besides?: readonly AutomaticPaper[]; readonly lotIds: readonly number[] }): string[] {
  const { documentId } = order;
  const papers = [order.paper, ...(order.besides ?? [])].flatMap((paper) => papersToPrint(context.tx, paper)).map((paper) => writeJob(context, { paper, documentId, lotId: null }).ulid);
  const labels = order.lotIds.map((lotId) => writeJob(context, { paper: 'lot_label', documentId, lotId }).ulid);
  context.afterCommit(() => context.station.live.spool.wake());
  return [...papers, ...labels];
}

/** The label of a retained sample: the first one plain, every other marked as a copy. Returns the job and its copy number. */
export function sampleLabelJob(context: CommandContext, sampleRowId: number): { readonly jobId: string; readonly copyNo: number } {
  const last = lastSampleCopy.first(context.tx, { sampleId: sampleRowId })?.copyNo ?? null;
  const copyNo = last === null ? 0 : last + 1;
  const job = writeJob(context, { paper: 'sample_label', documentId: null, lotId: null, copyNo });
  insertRow(context.tx, 'sample_label', { print_job_id: job.id, sample_id: sampleRowId });
  context.afterCommit(() => context.station.live.spool.wake());
  return { jobId: job.ulid, copyNo };
}

/** The slip of a number drawn on arrival, which belongs to no document: the first one plain, every other a copy in the language of the first. Returns the job and its copy number. */
export function queueNumberSlip(context: CommandContext, queueRowId: number): { readonly jobId: string; readonly copyNo: number } {
  const last = lastQueueCopy.first(context.tx, { queueId: queueRowId })?.copyNo ?? null;
  const copyNo = last === null ? 0 : last + 1;
  const before = firstQueueSlip.first(context.tx, { queueId: queueRowId })?.locale;
  const job = writeJob(context, { paper: 'queue_slip', documentId: null, lotId: null, copyNo, ...(before === 'zh' || before === 'en' ? { locale: before } : {}) });
  insertRow(context.tx, 'queue_slip', { print_job_id: job.id, queue_id: queueRowId });
  context.afterCommit(() => context.station.live.spool.wake());
  return { jobId: job.ulid, copyNo };
}
