import type { jobByUlid } from '../../../../db/queries/print.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { PaperRequest } from '../../devices/printer/paper-job.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { readySheet } from '../sheet/print-sheet.ts';
import { printerFor } from './printer-profiles.ts';
import { writeJob } from './queue-papers.ts';

type Job = NonNullable<ReturnType<typeof jobByUlid.first>>;

const boardPage = (context: QueryContext, locale: Locale): string => readySheet(context, { kind: 'price_board', language: locale }).page;

/** A job that is a whole page, for a printer of the system; null where it is another paper. Refuses what the page's own screen refuses. */
export const pageRequest = (context: QueryContext, job: Job): PaperRequest | null =>
  (job.paper === 'price_board' ? { kind: 'page', html: boardPage(context, job.locale as Locale) } : null);

/** Queues a page for the printer of the system chosen for it. Refuses what cannot be drawn today, and `page_printer_none` where no printer was chosen. */
export function orderPage(context: CommandContext, { page, locale = signedIn(context).locale }: ParsedInputOf<'print.page'>): OutputOf<'print.page'> {
  const printer = printerFor(context.tx, page.kind) ?? refuse('page_printer_none');
  boardPage(context, locale);
  const job = writeJob(context, { paper: page.kind, documentId: null, lotId: null, locale });
  context.afterCommit(() => context.station.live.spool.wake());
  return { jobId: job.ulid, printer: printer.name };
}
