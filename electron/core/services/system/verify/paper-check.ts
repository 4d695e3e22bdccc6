import type { ReadHandle } from '../../../../../db/connection.ts';
import { devicesBegun } from '../../../../../db/queries/books.queries.ts';
import { keptBesideOf, keptPapersOfBooks, sheetPrintsOfBooks, sheetsOfBooks } from '../../../../../db/queries/kept.queries.ts';
import { businessDate } from '../../../../domain/business-date.ts';
import { verifyRows } from '../../../platform/row-signature.ts';
import type { SignedRows } from '../../../platform/row-signature.ts';
import { keptRows } from '../../books/kept-rows.ts';
import type { FindingList } from './findings.ts';

/**
 * Every kept paper, every first page and every count of a print is still what a device of this folder signed. Needs no key. Answers how
 * many were kept without a signature, because the folder's key was not at hand.
 */
export function checkPapers(db: ReadHandle, findings: FindingList): number {
  const keys = devicesBegun.all(db, {}).map((row) => row.public_key).toReversed();
  let unsigned = 0;
  const isWhole = (rows: SignedRows, signature: string | null): boolean => {
    if (signature === null) unsigned += 1;
    return signature === null || verifyRows(keys, rows, signature);
  };
  for (const { id, signature, ...row } of keptPapersOfBooks.each(db, {})) {
    if (!isWhole(keptRows(row as Parameters<typeof keptRows>[0], keptBesideOf(db, id)), signature)) findings.add('paper_changed', { paper: row.paper, day: businessDate(row.at) });
  }
  for (const { id: _id, signature, ...sheet } of sheetsOfBooks.each(db, {})) {
    if (!isWhole({ sheet }, signature)) findings.add('sheet_changed', { paper: sheet.kind, subject: sheet.subject });
  }
  for (const { kind, subject, signature, ...sheet_print } of sheetPrintsOfBooks.each(db, {})) {
    if (!isWhole({ sheet_print }, signature)) findings.add('sheet_print_changed', { paper: kind, subject, copy: sheet_print.copy_no });
  }
  return unsigned;
}
