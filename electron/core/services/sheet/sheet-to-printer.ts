import { insertRow } from '../../../../db/insert.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { PaperKind } from '../../../contract/printing.ts';
import type { SheetKind } from '../../../contract/sheet.ts';
import type { TaskContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { printerFor } from '../printing/printer-profiles.ts';
import { writeJob } from '../printing/queue-papers.ts';
import { takeSheet } from './take-sheet.ts';

/** The paper that a printer is set up for. */
const paperOf: Readonly<Record<SheetKind, PaperKind>> = {
  day: 'day_sheet', purchase_note: 'purchase_note', notice: 'notice', scale_book: 'scale_book', grading: 'grading_sheet', grading_form: 'grading_form', statement: 'statement', payout: 'payout_sheet', price_board: 'price_board',
};

/**
 * Queues a sheet for the printer of the system chosen for its kind. It counts as having left when its job is written: a job that is cancelled
 * later leaves a number behind and the next print is a copy, never a second original. Refuses `page_printer_none` and what the order's kind refuses.
 */
export async function sheetToPrinter(context: TaskContext, { order }: ParsedInputOf<'sheet.toPrinter'>): Promise<OutputOf<'sheet.toPrinter'>> {
  const paper = paperOf[order.kind];
  const printer = printerFor(context.db, paper) ?? refuse('page_printer_none');
  const { taken, with: job } = await takeSheet(context, order, {
    keepsCopy: true,
    along(command, { sheetId, copyNo }) {
      const written = writeJob(command, { paper, documentId: null, lotId: null, copyNo, locale: order.language === 'en' ? 'en' : 'zh' });
      insertRow(command.tx, 'sheet_job', { print_job_id: written.id, sheet_id: sheetId, copy_no: copyNo });
      command.afterCommit(() => context.station.live.spool.wake());
      return written;
    },
  });
  return { jobId: job.ulid, printer: printer.name, copyNo: taken.copyNo };
}
