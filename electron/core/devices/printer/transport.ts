import type { PrinterCondition } from '../../../contract/printing.ts';
import type { StatusDialogue } from './status-dialogue.ts';

/** Where a printer is reached. */
export type PrinterAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number; readonly flowControl: 'none' | 'hardware' | 'software' }
  /** A device file, a shared Windows printer (`\\localhost\Share`) or an ordinary file, to which jobs are appended. */
  | { readonly kind: 'file'; readonly path: string }
  /** A printer of the operating system, reached through the shell. */
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'simulator'; readonly name: string };

/** Why a job did not go out; each has its sentence in the fault texts. */
export type SendFailureCode = 'printer_refused' | 'printer_timeout' | 'printer_unknown' | 'printer_paper_out' | 'printer_cover_open' | 'printer_error' | 'file_unwritable' | 'share_missing' | 'share_denied' | 'system_printer_missing' | 'window_missing';

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
  /** How the printer says it is; null where it cannot be asked or does not answer. */
  ask?(): Promise<PrinterCondition | null>;
}

/** What is known of a printer beside the fate of a job. */
export interface TransportOptions {
  readonly limits: TransportLimits;
  /** How it is asked for paper and cover before a job and after it, null where it is not; a printer without paper is then sent nothing. */
  readonly asks: StatusDialogue | null;
  readonly onCondition: (condition: PrinterCondition) => void;
  /** Gives up a job that is under way: the program ends, or the printer is set up anew. */
  readonly signal?: AbortSignal;
}

export interface TransportLimits {
  readonly connectTimeoutMs: number;
  /** Silence while bytes wait after which the printer counts as held: no paper, cover open, buffer full. */
  readonly stallTimeoutMs: number;
  /** How much longer a held printer may keep the job before a person has to look; put right before, it goes on by itself. */
  readonly holdTimeoutMs: number;
  /** How long a network printer may take to close its end after ours is closed. */
  readonly closeTimeoutMs: number;
  /** How long the line to a printer that answers no question stays open before the first byte and after the last: one that closes its end in that time has not taken the job. */
  readonly quietMs: number;
}

export const DEFAULT_LIMITS: TransportLimits = { connectTimeoutMs: 3_000, stallTimeoutMs: 15_000, holdTimeoutMs: 600_000, closeTimeoutMs: 2_000, quietMs: 150 };
export const DEFAULT_OPTIONS: TransportOptions = { limits: DEFAULT_LIMITS, asks: null, onCondition: () => undefined };

export function failed(code: SendFailureCode, sentBytes: 'none' | 'perhaps', detail: string): SendOutcome {
  return { state: 'failed', code, sentBytes, detail };
}

/** The same way to the printer, given up at the signal: what was under way is then perhaps printed. */
export function endable(transport: PrinterTransport, signal: AbortSignal): PrinterTransport {
  return {
    ...transport,
    send: (bytes) => new Promise((resolve, reject) => {
      const giveUp = (): void => resolve(failed('printer_timeout', 'perhaps', 'stopped'));
      signal.addEventListener('abort', giveUp, { once: true });
      transport.send(bytes).then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    }),
  };
}

/** Why a printer that says so of itself gets no job; null where it may print. */
export function refusalOf(condition: PrinterCondition | null): SendOutcome | null {
  switch (condition) {
    case null:
    case 'well':
    case 'paper_low':
    case 'held': return null;
    case 'paper_out': return failed('printer_paper_out', 'none', condition);
    case 'cover_open': return failed('printer_cover_open', 'none', condition);
    case 'cutter':
    case 'too_hot':
    case 'ribbon_out':
    case 'jam':
    case 'paused':
    case 'error': return failed('printer_error', 'none', condition);
  }
}

/**
 * Asks a printer that answered before a job whether it has taken it; silence past the stall limit makes it a held one. Null where it never
 * answers: the job then lies in some buffer, and a person looks at the paper. `ask` is given the time that the first answer may take.
 */
export async function answerBehind(ask: (firstTimeoutMs: number) => Promise<PrinterCondition | null>, { limits, onCondition }: TransportOptions): Promise<PrinterCondition | null> {
  const held = setTimeout(() => onCondition('held'), limits.stallTimeoutMs);
  const condition = await ask(limits.stallTimeoutMs + limits.holdTimeoutMs);
  clearTimeout(held);
  if (condition !== null) onCondition(condition);
  return condition;
}

/** The outcome of a job that no answer followed. */
export const unanswered = (): SendOutcome => failed('printer_timeout', 'perhaps', 'silent');

/** The system's error code (`ECONNREFUSED`), or the message where there is none. */
export function errorDetail(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  return String(error);
}
