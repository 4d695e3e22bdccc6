import { insertRow } from '../../../../db/insert.ts';
import type { ReadHandle } from '../../../../db/connection.ts';
import { keptSheet, sheetPrints } from '../../../../db/queries/sheet.queries.ts';
import type { SheetKind, SheetLanguage } from '../../../contract/sheet.ts';
import { SHEET_LAYOUTS } from '../../documents/layout-versions.ts';
import { digestOf, sha256Hex } from '../../platform/digest.ts';
import { Fault } from '../../platform/fault.ts';
import type { FieldProtection } from '../../platform/protected-field.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { TaskContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import type { Station } from '../../station.ts';
import type { SheetSource } from './sheet-source.ts';

/** One sheet in one language and size. */
export interface SheetForm { readonly kind: SheetKind; readonly language: SheetLanguage; readonly size: string }

/** What was first printed of a sheet, opened. */
export interface KeptSheet { readonly id: number; readonly page: string; readonly pdf: Buffer; readonly pdfSha256: string; readonly prints: number }

/** The folder's key; fault `key_missing` where it cannot be had. */
export function sheetKey(station: Station): FieldProtection {
  const fields = station.keys?.fields;
  if (!fields) throw new Fault('key_missing');
  return fields;
}

type Wanted = Pick<SheetSource, 'subject' | 'data' | 'ofDocument'>;

const keptRow = (db: ReadHandle, form: SheetForm, source: Wanted) => keptSheet.first(db, { ...form, subject: source.subject, dataHash: source.ofDocument ? null : digestOf(source.data) });

/** The sheet as it was first printed, or null. Faults: `key_missing`, `protected_damaged` where a kept byte was changed. */
export function findKept(station: Station, db: ReadHandle, form: SheetForm, source: Wanted): KeptSheet | null {
  const row = keptRow(db, form, source);
  if (!row) return null;
  const fields = sheetKey(station);
  const page = fields.openBytes('account', row.page, row.ulid);
  const pdf = fields.openBytes('account', row.pdf, row.ulid);
  if (sha256Hex(page) !== row.page_sha256 || sha256Hex(pdf) !== row.pdf_sha256) throw new Fault('protected_damaged', { what: row.kind });
  return { id: row.id, page: page.toString('utf8'), pdf, pdfSha256: row.pdf_sha256, prints: sheetPrints.one(db, { sheetId: row.id }).n };
}

const audit = (context: TaskContext, kind: SheetKind): Parameters<typeof writeAudit>[1] => ({
  at: context.now, userId: signedIn(context).rowId, op: 'sheet.print', outcome: 'ok', code: kind, commandId: context.commandId, correlationId: null,
});

/** Keeps the page and the bytes of a first print, sealed with the folder's key. False where somebody else was quicker: then this is a copy. */
export function keepFirst(context: TaskContext, form: SheetForm, source: SheetSource, page: string, pdf: Buffer): boolean {
  const { station } = context;
  const fields = sheetKey(station);
  const ulid = station.ids.ulid();
  // Sealed before the transaction: a page takes longer to seal than to write.
  const row = {
    ulid, kind: form.kind, language: form.language, size: form.size, subject: source.subject, data_hash: digestOf(source.data), layout_version: SHEET_LAYOUTS[form.kind],
    page_sha256: sha256Hex(page), page: fields.sealBytes('account', Buffer.from(page, 'utf8'), ulid), pdf_sha256: sha256Hex(pdf), pdf: fields.sealBytes('account', pdf, ulid),
  };
  return context.transact(({ tx, now }) => {
    if (keptRow(tx, form, source) !== undefined) return false;
    const id = insertRow(tx, 'sheet', row);
    insertRow(tx, 'sheet_print', { sheet_id: id, copy_no: 0, at: now, user_id: signedIn(context).rowId });
    writeAudit(tx, audit(context, form.kind));
    return true;
  });
}

/** Counts a copy that was drawn. False where another copy has taken its number meanwhile. */
export function keepCopy(context: TaskContext, kind: SheetKind, kept: KeptSheet): boolean {
  return context.transact(({ tx, now }) => {
    if (sheetPrints.one(tx, { sheetId: kept.id }).n !== kept.prints) return false;
    insertRow(tx, 'sheet_print', { sheet_id: kept.id, copy_no: kept.prints, at: now, user_id: signedIn(context).rowId });
    writeAudit(tx, audit(context, kind));
    return true;
  });
}
