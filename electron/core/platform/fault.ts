/** What the world may do to us: each code has a plain sentence in `fault.json` of both languages. */
export const faultCodes = [
  'scale_silent', 'scale_unplugged', 'scale_access_denied', 'scale_unknown', 'printer_refused', 'printer_timeout', 'printer_unknown', 'printer_paper_out', 'printer_cover_open', 'printer_error',
  'disk_full', 'disk_trouble', 'database_locked', 'database_corrupt', 'database_from_future', 'database_read_only', 'migration_failed',
  'folder_in_use', 'folder_kind', 'key_missing', 'key_wrong', 'protected_damaged', 'backup_invalid', 'backup_failed', 'restore_failed',
  'file_unreadable', 'file_unwritable', 'font_missing', 'share_missing', 'share_denied', 'system_printer_missing', 'window_missing', 'core_lost', 'internal',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** The world failed (design rule: never mixed with a refusal of the business, nor with a bug). */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FaultCode, params: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.params = params;
  }
}
