import type { ReadHandle } from '../../../../db/connection.ts';
import { keptOfJob } from '../../../../db/queries/print.queries.ts';
import { sheetOfJob } from '../../../../db/queries/sheet.queries.ts';
import type { Station } from '../../station.ts';
import { printBytes } from '../sheet/keep-sheet.ts';

/** Whether the bytes of a job are there: drawn for its printer, or those of a sheet that was kept before. */
export const isDrawn = (db: ReadHandle, jobId: number): boolean => keptOfJob.first(db, { jobId }) !== undefined || sheetOfJob.first(db, { jobId }) !== undefined;

/** The bytes of a job, or null while it was not drawn. Faults of a sheet: `key_missing`, `protected_damaged`. */
export function jobBytes(station: Station, jobId: number): Uint8Array | null {
  const sheet = sheetOfJob.first(station.db, { jobId });
  if (sheet) return printBytes(station, station.db, sheet.sheet_id, sheet.copy_no);
  return keptOfJob.first(station.db, { jobId })?.bytes ?? null;
}
