import type { ReadHandle } from '../../../../db/connection.ts';
import { settingValue } from '../../../../db/queries/setting.queries.ts';
import type { PaperKind, PrinterProfile } from '../../../contract/printing.ts';

export const printersKey = 'printer.profiles';

/** The printers of this station as set up by a manager. */
export function printerProfiles(db: ReadHandle): PrinterProfile[] {
  const row = settingValue.first(db, { key: printersKey });
  return row ? (JSON.parse(row.value) as PrinterProfile[]) : [];
}

/** The printer chosen for a kind of paper, or null while none is set up: the job then waits. */
export const printerFor = (db: ReadHandle, paper: PaperKind): PrinterProfile | null =>
  printerProfiles(db).find((printer) => printer.papers.includes(paper)) ?? null;
