import { insertRow } from '../../../../db/insert.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { SheetOrder } from '../../../contract/sheet.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { checkReplaceable, writePiecesDurably } from '../../platform/durable-file.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { CommandContext, TaskContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import type { Station } from '../../station.ts';
import { askWhere } from '../file.service.ts';
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

/** What a way of leaving adds to it. */
export interface Leaving<T> {
  /** Written in the transaction that counts the sheet. */
  readonly along: (command: CommandContext, taken: TakenSheet) => T;
  /** Where the bytes of a copy must be there until a printer took them. */
  readonly keepsCopy?: boolean;
  /** What has to be done with the bytes before the sheet counts as having left; `count` answers null where another print was quicker. */
  readonly around?: (pdf: Buffer, count: () => Left<T> | null) => Promise<Left<T> | null>;
}

interface Left<T> { readonly taken: TakenSheet; readonly with: T }

/**
 * Lets a sheet leave, once as the original and as marked copies ever after, whichever way each of them goes. Refuses as the order's kind
 * does; fault `window_missing` where nobody can draw.
 */
export async function takeSheet<T>(context: TaskContext, order: SheetOrder, { along, keepsCopy = false, around = (_pdf, count) => Promise.resolve(count()) }: Leaving<T>): Promise<Left<T>> {
  checkRight(context, order.kind);
  for (;;) {
    const ready = readySheet(context, order);
    const { kept, form, source, prints: copyNo } = ready;
    const { first, leaving: pdf } = await bytesFor(context, ready);
    const ulid = kept?.ulid ?? context.station.ids.ulid();
    const row = kept === null ? sealSheet(context.station, ulid, form, source, ready.page, first) : null;
    const copy = keepsCopy && copyNo > 0 ? sealCopy(context.station, ulid, copyNo, pdf) : null;
    const left = await around(pdf, () => context.transact((command) => {
      const sheetId = row === null ? kept?.id ?? null : keepSheet(command.tx, form, source, row);
      if (sheetId === null || !countPrint(command, form, source, { sheetId, copyNo })) return null;
      if (copy !== null) insertRow(command.tx, 'sheet_copy', { sheet_id: sheetId, copy_no: copyNo, ...copy });
      writeAudit(command.tx, { at: context.now, userId: signedIn(context).rowId, op: 'sheet.print', outcome: 'ok', code: form.kind, commandId: context.commandId, correlationId: null });
      const taken = { form, subject: source.subject, sheetId, copyNo, pdf };
      return { taken, with: along(command, taken) };
    }));
    if (left !== null) return left;
  }
}

/** Nothing but the count itself. */
const alone = (): null => null;

/** The name of a sheet's file; practice papers always begin LX-. */
export function sheetFileName({ kind }: Station, name: string): string {
  return kind === 'training' && !name.startsWith('LX-') ? `LX-${name}` : name;
}

const nameOf = ({ station }: TaskContext, { kind }: SheetForm, subject: string, copyNo: number): string =>
  sheetFileName(station, `${kind.replaceAll('_', '-')} ${subject}${copyNo === 0 ? '' : ` copy ${copyNo}`}.pdf`);

/** Prints a sheet once, and marked copies of the same page ever after. Refuses as the order's kind does; fault `window_missing` where nobody can draw. */
export async function printSheet(context: TaskContext, { order }: { readonly order: SheetOrder }): Promise<OutputOf<'sheet.print'>> {
  const { taken: { form, subject, copyNo, pdf } } = await takeSheet(context, order, { along: alone });
  return { pdf: pdf.toString('base64'), name: nameOf(context, form, subject, copyNo), sha256: sha256Hex(pdf), copyNo };
}

/** Keeps a sheet as a file where the person wants it: it has left when the whole file is on the disk. Refuses as `printSheet`; faults `disk_full`, `file_unwritable`. */
export async function saveSheet(context: TaskContext, { order }: { readonly order: SheetOrder }): Promise<OutputOf<'sheet.save'>> {
  checkRight(context, order.kind);
  const { form, source, prints } = readySheet(context, order);
  const path = await askWhere(context, nameOf(context, form, source.subject, prints), 'pdf');
  if (path === null) return { savedTo: null, copyNo: prints };
  const { taken } = await takeSheet(context, order, {
    along: alone,
    async around(pdf, count) {
      let left: ReturnType<typeof count> = null;
      await writePiecesDurably(path, [pdf], async () => {
        await checkReplaceable(path);
        left = count();
        return left !== null;
      });
      return left;
    },
  });
  return { savedTo: path, copyNo: taken.copyNo };
}
