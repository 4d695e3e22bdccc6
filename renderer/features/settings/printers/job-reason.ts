import type { TFunction } from 'i18next';

/** Causes that core names; anything else is what a person wrote. */
const causes = [
  'printer_refused', 'printer_timeout', 'printer_unknown', 'printer_paper_out', 'printer_cover_open', 'printer_error', 'file_unwritable', 'share_missing', 'share_denied', 'system_printer_missing', 'window_missing', 'core_lost', 'internal', 'moved', 'redrawn',
] as const;

/** Why a paper is where it is, in words; a person's own reason stays as it was written. */
export function jobReason(reason: string, p: TFunction<'printers'>): string {
  const cause = causes.find((candidate) => candidate === reason);
  return cause === undefined ? reason : p(`reason.${cause}`);
}
