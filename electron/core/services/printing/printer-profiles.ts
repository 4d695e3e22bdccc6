import type { ReadHandle } from '../../../../db/connection.ts';
import { settingValue } from '../../../../db/queries/setting.queries.ts';
import { labelPapers, pagePapers, type PaperKind, type PrinterProfile } from '../../../contract/printing.ts';

export const printersKey = 'printer.profiles';

/** The printers of this station as set up by a manager. */
export function printerProfiles(db: ReadHandle): PrinterProfile[] {
  const row = settingValue.first(db, { key: printersKey });
  return row ? (JSON.parse(row.value) as PrinterProfile[]) : [];
}

/** Small slips of the yard, vouchers and the further copies of a weigh slip; they come out where receipts do unless a printer is set up for them. */
const smallSlips: readonly PaperKind[] = ['queue_slip', 'return_slip', 'crate_slip', 'receipt_station', 'receipt_accountant', 'correction_slip', 'voucher'];

/** What a printer prints: the papers it was set up for as far as it can, the small slips with the receipts, and every label with those of lots. */
export const papersOf = (printer: PrinterProfile): readonly PaperKind[] =>
  [...new Set([...printer.papers, ...(printer.papers.includes('receipt') ? smallSlips : []), ...(printer.papers.includes('lot_label') ? labelPapers : [])])].filter((paper) => printsPaper(printer, paper));

/** A label comes out of a label printer, a slip out of a slip printer and a page out of one of the system; a test page out of any. */
export function printsPaper(printer: PrinterProfile, paper: PaperKind): boolean {
  if (labelPapers.includes(paper)) return printer.language !== 'escpos' && printer.language !== 'page';
  if (pagePapers.includes(paper)) return printer.language === 'page';
  return paper === 'test_page' || printer.language === 'escpos';
}

/** Of several printers the one chosen for a kind of paper, or null where none is. */
export function chosenFor(all: readonly PrinterProfile[], paper: PaperKind): PrinterProfile | null {
  const printers = all.filter((printer) => papersOf(printer).includes(paper));
  return printers.find((printer) => printer.papers.includes(paper)) ?? printers[0] ?? null;
}

/** The printer chosen for a kind of paper, or null while none is set up: the job then waits. */
export const printerFor = (db: ReadHandle, paper: PaperKind): PrinterProfile | null => chosenFor(printerProfiles(db), paper);

/** What of a printer decides the bytes of its papers: those drawn for another setup are no good any more. */
export const setupOf = ({ name: _name, papers: _papers, port: _port, ...setup }: PrinterProfile): string => JSON.stringify(setup);
