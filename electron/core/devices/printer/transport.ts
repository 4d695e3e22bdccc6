/** Where a printer is reached. */
export type PrinterAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number; readonly flowControl: 'none' | 'hardware' | 'software' }
  /** A device file, a shared Windows printer (`\\localhost\Share`) or an ordinary file, to which jobs are appended. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'simulator'; readonly name: string };

/** Why a job did not go out; each has its sentence in the fault texts. */
export type SendFailureCode = 'printer_refused' | 'printer_timeout' | 'printer_unknown' | 'file_unwritable';

/**
 * What became of the bytes. `sent` means that they left this computer: no printer of this kind says that it has printed.
 * `none` is certain, so the job may be sent again; after `perhaps` a person looks at the paper first.
 */
export type SendOutcome =
  | { readonly state: 'sent'; readonly byteCount: number }
  | { readonly state: 'failed'; readonly code: SendFailureCode; readonly sentBytes: 'none' | 'perhaps'; readonly detail: string };

export interface PrinterTransport {
  /** Sends one whole job. Failures of the world are values; a throw is a bug. */
  send(bytes: Uint8Array): Promise<SendOutcome>;
}

export interface TransportLimits {
  readonly connectTimeoutMs: number;
  /** Longest silence while bytes wait: no paper, buffer full, cable out. */
  readonly stallTimeoutMs: number;
  /** How long a network printer may take to close its end after ours is closed. */
  readonly closeTimeoutMs: number;
}

export const DEFAULT_LIMITS: TransportLimits = { connectTimeoutMs: 3_000, stallTimeoutMs: 15_000, closeTimeoutMs: 2_000 };

export function failed(code: SendFailureCode, sentBytes: 'none' | 'perhaps', detail: string): SendOutcome {
  return { state: 'failed', code, sentBytes, detail };
}

/** The system's error code (`ECONNREFUSED`), or the message where there is none. */
export function errorDetail(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  return String(error);
}
