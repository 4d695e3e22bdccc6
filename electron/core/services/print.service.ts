import { insertRow } from '../../../db/insert.ts';
import { documentByUlid, reversalOf } from '../../../db/queries/books.queries.ts';
import { lotByCode } from '../../../db/queries/lot.queries.ts';
import { clearDoubt, firstLotLabel, firstSlip, jobByUlid, lastCopy, printJobs, setJob } from '../../../db/queries/print.queries.ts';
import type { Locale } from '../../contract/fields.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/operations.ts';
import { labelPapers, type PaperKind, type PrintJob } from '../../contract/printing.ts';
import type { CommandContext, HandlersOf, QueryContext } from '../rpc/handler.ts';
import { ask, change, signedIn } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { orderLabels, previewLabels } from './printing/label-orders.ts';
import { documentPaper, jobRequest } from './printing/job-request.ts';
import { markOfPrint } from './printing/kept-label.ts';
import { paperRequest } from './printing/paper-request.ts';
import { printerFor, printerProfiles, printsPaper } from './printing/printer-profiles.ts';
import { notDrawnYet } from './printing/queue-papers.ts';
import { fitJob, replaceJob } from './printing/replace-job.ts';

type Own = 'print.jobs' | 'print.again' | 'print.preview' | 'print.retry' | 'print.cancel' | 'print.resolve' | 'print.move' | 'print.label' | 'print.labelPreview' | 'print.look';

const findJob = (context: CommandContext, jobId: string) => jobByUlid.first(context.tx, { ulid: jobId }) ?? refuse('job_unknown');

/** Which lot of the document is meant; a label needs one. */
function lotOf(db: QueryContext['db'], documentId: number, paper: string, lotCode: string | undefined): { id: number; code: string } | null {
  if (paper !== 'lot_label') return null;
  const lot = lotCode === undefined ? undefined : lotByCode.first(db, { code: lotCode });
  return lot && lot.document_id === documentId ? lot : refuse('paper_not_for_document');
}

/** Which copy the next print of a paper is; 0 is the original. */
function nextCopy(db: QueryContext['db'], documentId: number, paper: string, lotId: number | null): number {
  const last = lastCopy.first(db, { documentId, paper, lotId })?.copyNo ?? null;
  return last === null ? 0 : last + 1;
}

/** The one language of the first print, which a copy keeps; null where there was none, or it spoke both and does so again. */
function languageBefore(db: QueryContext['db'], documentId: number, paper: string, lot: { readonly id: number } | null): Locale | null {
  const first = lot === null ? firstSlip.first(db, { documentId, paper }) : firstLotLabel.first(db, { documentId, lotId: lot.id });
  return first?.locale === 'zh' || first?.locale === 'en' ? first.locale : null;
}

/** Whether a document that was posted without this paper can have it; refuses `paper_not_for_document` where not. */
function originalLater(context: CommandContext, document: { readonly id: number; readonly ulid: string; readonly type: string }, input: ParsedInputOf<'print.again'>, lotCode: string | null): void {
  if (!(document.type === 'ticket' ? papersOfTickets : otherSlips).has(input.paper)) refuse('paper_not_for_document');
  paperRequest(context, { documentId: document.id, documentUlid: document.ulid, paper: input.paper, lotCode, locale: input.locale ?? 'zh', copy: null }, null);
}

const papersOfTickets: ReadonlySet<PaperKind> = new Set(['lot_label', 'receipt', 'receipt_station', 'receipt_accountant', 'reversal_slip', 'correction_slip', 'return_slip', 'crate_slip']);
const otherSlips: ReadonlySet<PaperKind> = new Set(['crate_slip', 'voucher']);

/**
 * Queues a copy; it is marked COPY n with time and person. The original is made when the document is posted, or here where the station prints
 * fewer papers by itself. Without a language named, a copy has that of the first print.
 */
function printAgain(context: CommandContext, input: ParsedInputOf<'print.again'>): { jobId: string; copyNo: number } {
  const document = documentByUlid.first(context.tx, { ulid: input.documentId }) ?? refuse('document_unknown');
  const lot = lotOf(context.tx, document.id, input.paper, input.lotCode);
  const user = signedIn(context);
  const copyNo = nextCopy(context.tx, document.id, input.paper, lot?.id ?? null);
  if (copyNo === 0) originalLater(context, document, input, lot?.code ?? null);
  const ulid = context.station.ids.ulid();
  insertRow(context.tx, 'print_job', {
    ulid, document_id: document.id, settlement_id: null, lot_id: lot?.id ?? null, paper: input.paper, locale: input.locale ?? languageBefore(context.tx, document.id, input.paper, lot) ?? user.locale, layout_version: notDrawnYet, copy_no: copyNo,
    printer_id: printerFor(context.tx, input.paper)?.id ?? null, state: 'waiting', attempts: 0, last_error: null, created_at: context.now, created_by: user.rowId, next_at: context.now, sent_at: null, bytes: null,
  });
  context.afterCommit(() => context.station.live.spool.wake());
  return { jobId: ulid, copyNo };
}

async function preview(context: QueryContext, input: ParsedInputOf<'print.preview'>): Promise<OutputOf<'print.preview'>> {
  const document = documentByUlid.first(context.db, { ulid: input.documentId }) ?? refuse('document_unknown');
  const lot = lotOf(context.db, document.id, input.paper, input.lotCode);
  const printer = printerFor(context.db, input.paper);
  const locale = input.locale ?? languageBefore(context.db, document.id, input.paper, lot) ?? context.user?.locale ?? 'zh';
  const voidedBy = reversalOf.first(context.db, { id: document.id })?.number;
  const number = nextCopy(context.db, document.id, input.paper, lot?.id ?? null);
  const copy = markOfPrint(number, { at: context.now, byName: context.user?.name ?? '', ...(voidedBy === undefined ? {} : { voidedBy }) });
  const request = documentPaper(context, { document, lot, paper: input.paper, locale, copy }, printer);
  const { png, widthDots, heightDots, substitutions, shortened } = await context.station.live.spool.drawer.preview(request);
  const widthMm = printer?.widthMm ?? (input.paper === 'lot_label' ? 60 : 80);
  return { png: png.toString('base64'), widthMm, widthDots, heightDots, substitutions: substitutions.map((found) => found.codePoint), shortened: [...new Set(shortened)] };
}

/** The paper of a job, drawn from what its bytes are drawn from. */
async function look(context: QueryContext, { jobId }: ParsedInputOf<'print.look'>): Promise<OutputOf<'print.look'>> {
  const job = jobByUlid.first(context.db, { ulid: jobId }) ?? refuse('job_unknown');
  const printer = printerProfiles(context.db).find((candidate) => candidate.id === job.printer_id) ?? printerFor(context.db, job.paper as PaperKind);
  const request = jobRequest(context, job, printer);
  if (request === null) refuse('paper_not_drawn_here');
  const { png } = await context.station.live.spool.drawer.preview(request);
  return { png: png.toString('base64'), widthMm: printer?.widthMm ?? (labelPapers.includes(job.paper as PaperKind) ? 60 : 80) };
}

/** The paper comes out of another printer that speaks the right language; only what certainly did not go out may move. */
function move(context: CommandContext, input: ParsedInputOf<'print.move'>): { jobId: string } {
  const job = findJob(context, input.jobId);
  if (job.state !== 'waiting' && job.state !== 'failed') refuse('job_not_movable');
  const printer = printerProfiles(context.tx).find((candidate) => candidate.id === input.printerId) ?? refuse('printer_unknown');
  if (!printsPaper(printer, job.paper as PaperKind)) refuse('printer_wrong_kind');
  const jobId = replaceJob(context.tx, context.station.ids, job, printer.id, 'moved', context.now);
  context.afterCommit(() => context.station.live.spool.wake());
  return { jobId };
}

/** A job that certainly lies on no paper goes again; where its printer was set up anew since, it is drawn anew or moves to the printer chosen for its kind. */
const again = (context: CommandContext, job: ReturnType<typeof findJob>): Record<string, never> => {
  const moved = fitJob(context.tx, context.station.ids, job, printerProfiles(context.tx), context.now);
  if (!moved) setJob.run(context.tx, { id: job.id, state: 'waiting', error: null, nextAt: context.now });
  context.afterCommit(() => context.station.live.spool.wake());
  return {};
};

/** The visible print queue, copies and previews. */
export const printHandlers = {
  'print.jobs': ask(({ db }, { open }) => ({ rows: printJobs.all(db, { open: open ? 1 : 0 }).map((row) => ({ ...row, paper: row.paper as PaperKind, state: row.state as PrintJob['state'], boxed: row.boxed?.split(' ') ?? [] })) })),
  'print.again': change(printAgain),
  'print.preview': ask(preview),
  'print.look': ask(look),
  'print.retry': change((context, { jobId }) => {
    const job = findJob(context, jobId);
    if (job.state !== 'failed' && job.state !== 'waiting') refuse('job_not_failed');
    return again(context, job);
  }),
  'print.cancel': change((context, { jobId, reason }) => {
    const job = findJob(context, jobId);
    if (job.state === 'sent' || job.state === 'sending' || job.state === 'cancelled') refuse('job_sent');
    setJob.run(context.tx, { id: job.id, state: 'cancelled', error: reason, nextAt: context.now });
    context.afterCommit(() => context.station.live.spool.wake());
    return {};
  }),
  'print.resolve': change((context, { jobId, printed }) => {
    const job = findJob(context, jobId);
    if (job.state !== 'unsure') refuse('job_not_unsure');
    if (!printed) {
      clearDoubt.run(context.tx, { id: job.id });
      return again(context, job);
    }
    setJob.run(context.tx, { id: job.id, state: 'sent', error: null, nextAt: context.now });
    return {};
  }),
  'print.move': change(move),
  'print.label': change(orderLabels),
  'print.labelPreview': ask(previewLabels),
} satisfies HandlersOf<Own>;
