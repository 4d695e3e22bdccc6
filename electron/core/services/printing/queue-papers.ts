import { insertRow } from '../../../../db/insert.ts';
import { printerFor } from './printer-profiles.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';

/** Layout of the papers as drawn today; kept with each job so that a copy in ten years can say what it was. */
export const layoutVersion = 1;

/** Writes the print jobs of a new document in its own transaction: the row first, the paper after the commit. Returns their ids. */
export function queueFirstPapers(context: CommandContext, order: { readonly documentId: number; readonly paper: 'receipt' | 'reversal_slip'; readonly lotIds: readonly number[] }): string[] {
  const jobs = [{ paper: order.paper as 'receipt' | 'reversal_slip' | 'lot_label', lotId: null as number | null }, ...order.lotIds.map((lotId) => ({ paper: 'lot_label' as const, lotId }))];
  const ids = jobs.map(({ paper, lotId }) => {
    const ulid = context.station.ids.ulid();
    insertRow(context.tx, 'print_job', {
      ulid, document_id: order.documentId, settlement_id: null, lot_id: lotId, paper, locale: signedIn(context).locale, layout_version: layoutVersion, copy_no: 0,
      printer_id: printerFor(context.tx, paper)?.id ?? null, state: 'waiting', attempts: 0, last_error: null, created_at: context.now, created_by: signedIn(context).rowId, next_at: context.now, sent_at: null, bytes: null,
    });
    return ulid;
  });
  context.afterCommit(() => context.station.live.spool.wake());
  return ids;
}
