import { insertRow, type FullRow } from '../../../../db/insert.ts';
import type { ReadHandle, WriteHandle } from '../../../../db/connection.ts';
import { documentPrints, keptSheet, sheetCopy, sheetPdf, sheetPrints } from '../../../../db/queries/sheet.queries.ts';
import type { SheetKind, SheetLanguage } from '../../../contract/sheet.ts';
import { SHEET_LAYOUTS } from '../../documents/layout-versions.ts';
import { digestOf, sha256Hex } from '../../platform/digest.ts';
import { Fault } from '../../platform/fault.ts';
import { signRows } from '../../platform/row-signature.ts';
import type { FieldProtection } from '../../platform/protected-field.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import type { Station } from '../../station.ts';
import type { SheetSource } from './sheet-source.ts';

/** One sheet in one language and size. */
export interface SheetForm { readonly kind: SheetKind; readonly language: SheetLanguage; readonly size: string }

/** What was first drawn of a sheet, opened. */
export interface KeptSheet { readonly id: number; readonly ulid: string; readonly page: string; readonly pdf: Buffer }

/** The folder's key; fault `key_missing` where it cannot be had. */
export function sheetKey(station: Station): FieldProtection {
  const fields = station.keys?.fields;
  if (!fields) throw new Fault('key_missing');
  return fields;
}

type Wanted = Pick<SheetSource, 'subject' | 'data' | 'ofDocument'>;

const keptRow = (db: ReadHandle, form: SheetForm, source: Wanted) => keptSheet.first(db, { ...form, subject: source.subject, dataHash: source.ofDocument ? null : digestOf(source.data) });

/** Opens what was sealed under a name; fault `protected_damaged` where a byte of it was changed. */
function opened(station: Station, sealed: Uint8Array, name: string, sha256: string, what: string): Buffer {
  const bytes = sheetKey(station).openBytes('account', sealed, name);
  if (sha256Hex(bytes) !== sha256) throw new Fault('protected_damaged', { what });
  return bytes;
}

/** The sheet as it was first drawn, or null. Faults: `key_missing`, `protected_damaged` where a kept byte was changed. */
export function findKept(station: Station, db: ReadHandle, form: SheetForm, source: Wanted): KeptSheet | null {
  const row = keptRow(db, form, source);
  if (!row) return null;
  return { id: row.id, ulid: row.ulid, page: opened(station, row.page, row.ulid, row.page_sha256, row.kind).toString('utf8'), pdf: opened(station, row.pdf, row.ulid, row.pdf_sha256, row.kind) };
}

/**
 * How often a sheet has left the house: that of a document in whatever language and size, for a document has one original; any other as it
 * was drawn. 0 while it was only drawn.
 */
export function printsOf(db: ReadHandle, { kind }: Pick<SheetForm, 'kind'>, { subject, ofDocument }: Pick<SheetSource, 'subject' | 'ofDocument'>, sheetId: number | null): number {
  if (ofDocument) return documentPrints.one(db, { kind, subject }).n;
  return sheetId === null ? 0 : sheetPrints.one(db, { sheetId }).n;
}

/** The bytes of a drawn sheet, without its page. Faults as `findKept`. */
export function keptPdf(station: Station, db: ReadHandle, sheetId: number): Buffer {
  const row = sheetPdf.one(db, { id: sheetId });
  return opened(station, row.pdf, row.ulid, row.pdf_sha256, row.kind);
}

/** A first drawing, sealed with the folder's key: before the transaction, for a page takes longer to seal than to write. */
export function sealSheet(station: Station, ulid: string, form: SheetForm, source: SheetSource, page: string, pdf: Buffer): FullRow<'sheet'> {
  const fields = sheetKey(station);
  const row = {
    ulid, kind: form.kind, language: form.language, size: form.size, subject: source.subject, data_hash: digestOf(source.data), layout_version: SHEET_LAYOUTS[form.kind],
    page_sha256: sha256Hex(page), page: fields.sealBytes('account', Buffer.from(page, 'utf8'), ulid), pdf_sha256: sha256Hex(pdf), pdf: fields.sealBytes('account', pdf, ulid),
  } as const;
  return { ...row, signature: signRows(station.keys?.signing, { sheet: row }) };
}

/** Keeps a first drawing and answers its id; null where somebody else was quicker: then that one is the original. */
export function keepSheet(tx: WriteHandle, form: SheetForm, source: SheetSource, row: FullRow<'sheet'>): number | null {
  return keptRow(tx, form, source) === undefined ? insertRow(tx, 'sheet', row) : null;
}

/** Counts that a sheet leaves the house. False where another print has taken this number meanwhile. */
export function countPrint(context: CommandContext, form: Pick<SheetForm, 'kind'>, source: Pick<SheetSource, 'subject' | 'ofDocument'>, { sheetId, copyNo }: { readonly sheetId: number; readonly copyNo: number }): boolean {
  if (printsOf(context.tx, form, source, sheetId) !== copyNo) return false;
  const row = { sheet_id: sheetId, copy_no: copyNo, at: context.now, user_id: signedIn(context).rowId };
  insertRow(context.tx, 'sheet_print', { ...row, signature: signRows(context.station.keys?.signing, { sheet_print: row }) });
  return true;
}

const copyName = (ulid: string, copyNo: number): string => `${ulid} copy ${copyNo}`;

/** The bytes of a copy, sealed for the printer they go to: before the transaction, as a first drawing is. */
export const sealCopy = (station: Station, ulid: string, copyNo: number, pdf: Buffer): Pick<FullRow<'sheet_copy'>, 'pdf' | 'pdf_sha256'> =>
  ({ pdf_sha256: sha256Hex(pdf), pdf: sheetKey(station).sealBytes('account', pdf, copyName(ulid, copyNo)) });

/** The bytes of one print of a sheet: the original, or a copy kept for its printer. Faults as `findKept`. */
export function printBytes(station: Station, db: ReadHandle, sheetId: number, copyNo: number): Buffer {
  if (copyNo === 0) return keptPdf(station, db, sheetId);
  const copy = sheetCopy.one(db, { sheetId, copyNo });
  return opened(station, copy.pdf, copyName(copy.ulid, copyNo), copy.pdf_sha256, 'copy');
}
