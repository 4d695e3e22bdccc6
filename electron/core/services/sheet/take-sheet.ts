import { insertRow } from '../../../../db/insert.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { SheetOrder } from '../../../contract/sheet.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { CommandContext, TaskContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import type { Station } from '../../station.ts';
import { countPrint, keepSheet, sealCopy, sealSheet, type SheetForm } from './keep-sheet.ts';
import { checkRight, copyOf, drawPdf, readySheet, type ReadySheet } from './print-sheet.ts';

/** A sheet that leaves the house now: its bytes, and which print of it this is. */
export interface TakenSheet { readonly form: SheetForm; readonly subject: string; readonly sheetId: number; readonly copyNo: number; readonly pdf: Buffer }

/**
 * What is kept of a sheet and the bytes that leave now: of one that has never left its original, drawn before or drawn now; else a marked
 * copy of the same page. A document's sheet that left in another language is kept here for its copies and leaves as one of them.
 */
async function bytesFor(context: TaskContext, ready: ReadySheet): Promise<{ readonly first: Buffer; readonly leaving: Buffer }> {
  const { kept, sheet, form, source, page, prints } = ready;
  const draw = (drawn: string): Promise<Buffer> => drawPdf(context.station, drawn, sheet, form, source);
  const first = kept?.pdf ?? await draw(page);
  return { first, leaving: prints === 0 ? first : await draw(copyOf(context, ready)) };
}

/**
 * Lets a sheet leave, once as the original and as marked copies ever after, whichever way each of them goes. `along` is written in the
 * transaction that counts it; `keepsCopy` where the bytes of a copy must be there until a printer took them. Refuses as the order's kind does; fault `window_missing` where nobody can draw.
 */
export async function takeSheet<T>(context: TaskContext, order: SheetOrder, along: (command: CommandContext, taken: TakenSheet) => T, keepsCopy = false): Promise<{ readonly taken: TakenSheet; readonly with: T }> {
  checkRight(context, order.kind);
  for (;;) {
    const ready = readySheet(context, order);
    const { kept, form, source, prints: copyNo } = ready;
    const { first, leaving: pdf } = await bytesFor(context, ready);
    const ulid = kept?.ulid ?? context.station.ids.ulid();
    const row = kept === null ? sealSheet(context.station, ulid, form, source, ready.page, first) : null;
    const copy = keepsCopy && copyNo > 0 ? sealCopy(context.station, ulid, copyNo, pdf) : null;
    const left = context.transact((command) => {
      const sheetId = row === null ? kept?.id ?? null : keepSheet(command.tx, form, source, row);
      if (sheetId === null || !countPrint(command, form, source, { sheetId, copyNo })) return null;
      if (copy !== null) insertRow(command.tx, 'sheet_copy', { sheet_id: sheetId, copy_no: copyNo, ...copy });
      writeAudit(command.tx, { at: context.now, userId: signedIn(context).rowId, op: 'sheet.print', outcome: 'ok', code: form.kind, commandId: context.commandId, correlationId: null });
      const taken = { form, subject: source.subject, sheetId, copyNo, pdf };
      return { taken, with: along(command, taken) };
    });
    if (left !== null) return left;
  }
}

/** The name of a sheet's file; practice papers always begin LX-. */
export function sheetFileName({ kind }: Station, name: string): string {
  return kind === 'training' && !name.startsWith('LX-') ? `LX-${name}` : name;
}

/** Prints a sheet once, and marked copies of the same page ever after. Refuses as the order's kind does; fault `window_missing` where nobody can draw. */
export async function printSheet(context: TaskContext, { order }: { readonly order: SheetOrder }): Promise<OutputOf<'sheet.print'>> {
  const { taken: { form, subject, copyNo, pdf } } = await takeSheet(context, order, () => null);
  const name = `${form.kind.replaceAll('_', '-')} ${subject}${copyNo === 0 ? '' : ` copy ${copyNo}`}.pdf`;
  return { pdf: pdf.toString('base64'), name: sheetFileName(context.station, name), sha256: sha256Hex(pdf), copyNo };
}
