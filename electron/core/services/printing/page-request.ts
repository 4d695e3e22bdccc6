import { lastPageCopy, settlementById } from '../../../../db/queries/label.queries.ts';
import type { jobByUlid } from '../../../../db/queries/print.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { PaperRequest } from '../../devices/printer/paper-job.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { priceBoardPage } from '../price-board.ts';
import { listProducts } from '../product-list.ts';
import { findSettlement } from '../settlement/look-back.ts';
import { statementPage } from '../settlement/statement.ts';
import { printerFor } from './printer-profiles.ts';
import { writeJob } from './queue-papers.ts';

type Job = NonNullable<ReturnType<typeof jobByUlid.first>>;

const boardPage = (context: QueryContext, locale: Locale): string => priceBoardPage(context, listProducts(context.db, context.now), locale).html;

/** A job that is a whole page, for a printer of the system; null where it is another paper. Refuses what the page's own screen refuses. */
export function pageRequest(context: QueryContext, job: Job): PaperRequest | null {
  if (job.paper === 'price_board') return { kind: 'page', html: boardPage(context, job.locale as Locale) };
  if (job.paper !== 'statement' || job.settlement_id === null) return null;
  return { kind: 'page', html: statementPage(context, settlementById.one(context.db, { id: job.settlement_id }).ulid) };
}

/** Queues a page for the printer of the system chosen for it. Refuses what cannot be drawn today, and `page_printer_none` where no printer was chosen. */
export function orderPage(context: CommandContext, { page, locale = signedIn(context).locale }: ParsedInputOf<'print.page'>): OutputOf<'print.page'> {
  const printer = printerFor(context.tx, page.kind) ?? refuse('page_printer_none');
  if (page.kind === 'price_board') boardPage(context, locale);
  else statementPage(context, page.settlementId);
  const settlement = page.kind === 'price_board' ? null : findSettlement(context.db, page.settlementId);
  const last = settlement === null ? null : lastPageCopy.first(context.tx, { settlementId: settlement.id, paper: page.kind })?.copyNo ?? null;
  const job = writeJob(context, { paper: page.kind, documentId: null, lotId: null, ...(settlement === null ? {} : { settlementId: settlement.id }), copyNo: last === null ? 0 : last + 1, locale });
  context.afterCommit(() => context.station.live.spool.wake());
  return { jobId: job.ulid, printer: printer.name };
}
