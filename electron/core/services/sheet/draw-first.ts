import type { SheetOrder } from '../../../contract/sheet.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { TaskContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { givenUp } from './given-up.ts';
import { keepSheet, sealSheet } from './keep-sheet.ts';
import { checkRight, drawPdf, readySheet } from './print-sheet.ts';

/** Draws and keeps a sheet that was never drawn, without letting it leave; one that was is left alone. Refuses and faults as `printSheet`; fault `window_missing` when the signal falls before it is drawn. */
export async function drawFirst(context: TaskContext, order: SheetOrder, signal: AbortSignal): Promise<void> {
  checkRight(context, order.kind);
  const { kept, source, form, sheet, page } = readySheet(context, order);
  if (kept !== null) return;
  const row = sealSheet(context.station, context.station.ids.ulid(), form, source, page, await givenUp(signal, drawPdf(context.station, page, sheet, form, source)));
  context.transact(({ tx, now }) => {
    if (keepSheet(tx, form, source, row) !== null) writeAudit(tx, { at: now, userId: signedIn(context).rowId, op: 'sheet.drawStatements', outcome: 'ok', code: source.subject, commandId: context.commandId, correlationId: null });
  });
}
