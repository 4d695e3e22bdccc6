import type { ReadHandle } from '../../../../db/connection.ts';
import { settingValue } from '../../../../db/queries/setting.queries.ts';
import type { PaperKind, PrinterProfile } from '../../../contract/printing.ts';

export const printersKey = 'printer.profiles';

/** The printers of this station as set up by a manager. */
export function printerProfiles(db: ReadHandle): PrinterProfile[] {
  const row = settingValue.first(db, { key: printersKey });
  return row ? (JSON.parse(row.value) as PrinterProfile[]) : [];
}

/** Small slips of the yard and the further copies of a weigh slip; they come out where receipts do unless a printer is set up for them. */
const smallSlips: readonly PaperKind[] = ['queue_slip', 'return_slip', 'crate_slip', 'receipt_station', 'receipt_accountant', 'correction_slip'];

/** What a printer prints: the papers it was set up for, the small slips with the receipts, and the labels of samples with those of lots. */
export const papersOf = (printer: PrinterProfile): readonly PaperKind[] =>
  [...new Set([...printer.papers, ...(printer.papers.includes('receipt') ? smallSlips : []), ...(printer.papers.includes('lot_label') ? ['sample_label' as const] : [])])];

/** A label comes out of a label printer and a slip out of a slip printer; the others are pages or test pages, which any may have. */
export function printsPaper(printer: PrinterProfile, paper: PaperKind): boolean {
  if (paper === 'lot_label' || paper === 'sample_label') return printer.language !== 'escpos';
  return printer.language === 'escpos' || !['receipt', 'reversal_slip', ...smallSlips].includes(paper);
}

/** The printer chosen for a kind of paper, or null while none is set up: the job then waits. */
export function printerFor(db: ReadHandle, paper: PaperKind): PrinterProfile | null {
  const printers = printerProfiles(db);
  return printers.find((printer) => printer.papers.includes(paper)) ?? printers.find((printer) => papersOf(printer).includes(paper)) ?? null;
}
