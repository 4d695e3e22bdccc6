import type { Clock } from '../../platform/clock.ts';
import type { PrinterTransport, SendFailureCode } from './transport.ts';

/** A job as the spool sees it: bytes made and stored before anything is sent. */
export interface SpoolJob {
  readonly id: number;
  readonly bytes: Uint8Array;
  /** How often sending was tried before. */
  readonly attempts: number;
}

/**
 * The rows of the spool. Each call commits before it returns: row first, paper second.
 * States: queued → sending → sent · queued again (certainly no byte went) · failed (tried too often) · unsure (perhaps printed: look and decide).
 */
export interface SpoolStore {
  /** The oldest queued job of the printer, or null while its time has not come: no younger paper passes it. */
  nextJob(now: number): SpoolJob | null;
  markSending(jobId: number, at: number): void;
  /** Sent, never "printed": nothing tells us that. */
  markSent(jobId: number, result: { readonly at: number; readonly byteCount: number }): void;
  /** Certainly no byte went. `retryAt` null: tried often enough, a person decides. */
  markFailed(jobId: number, result: { readonly at: number; readonly code: SendFailureCode; readonly retryAt: number | null }): void;
  /** Some bytes may stand on paper. */
  markUnsure(jobId: number, result: { readonly at: number; readonly code: SendFailureCode | 'core_lost' | 'internal' }): void;
}

export interface SpoolParts extends SpoolStore {
  readonly transport: PrinterTransport | ((job: SpoolJob) => PrinterTransport);
  readonly clock: Clock;
}

export interface SpoolRun {
  readonly sent: number;
  readonly failed: number;
  readonly unsure: number;
}

/** Waits before the next try, by tries already made; afterwards the last one again. */
const RETRY_DELAYS_MS: readonly number[] = [2_000, 5_000, 15_000, 60_000, 300_000];
/** More tries than a working day holds at the longest wait. */
const MOST_ATTEMPTS = 200;

/** Causes that a hand puts right at the printer: asked again soon and for as long as it takes, so that it goes on by itself. */
const SOON_WELL: ReadonlySet<SendFailureCode> = new Set(['printer_paper_out', 'printer_cover_open', 'printer_error']);
const ASK_AGAIN_MS = 4_000;

/** When a job that certainly sent no byte is tried again; null when a person must decide. */
export function retryAt(attempts: number, now: number, code: SendFailureCode): number | null {
  if (SOON_WELL.has(code)) return now + ASK_AGAIN_MS;
  if (attempts + 1 >= MOST_ATTEMPTS) return null;
  return now + (RETRY_DELAYS_MS[Math.min(attempts, RETRY_DELAYS_MS.length - 1)] ?? 0);
}

/**
 * Sends the jobs of one printer, one after another, until none is due. A job is marked `sending` and committed before its first byte,
 * so that a dead process leaves it `sending` and `recoverSpool` finds it. It stops at the first job that could not go, so that papers
 * keep their order. Throws only on a bug, after marking the job unsure.
 */
export async function runSpool(parts: SpoolParts): Promise<SpoolRun> {
  const run = { sent: 0, failed: 0, unsure: 0 };
  for (let job = parts.nextJob(parts.clock.now()); job !== null; job = parts.nextJob(parts.clock.now())) {
    parts.markSending(job.id, parts.clock.now());
    const result = await sendJob(parts, job);
    run[result] += 1;
    if (result !== 'sent') break;
  }
  return run;
}

async function sendJob(parts: SpoolParts, job: SpoolJob): Promise<keyof SpoolRun> {
  const { clock } = parts;
  const transport = typeof parts.transport === 'function' ? parts.transport(job) : parts.transport;
  const outcome = await transport.send(job.bytes).catch((error: unknown) => {
    parts.markUnsure(job.id, { at: clock.now(), code: 'internal' });
    throw error;
  });
  const at = clock.now();
  if (outcome.state === 'sent') {
    parts.markSent(job.id, { at, byteCount: outcome.byteCount });
    return 'sent';
  }
  if (outcome.sentBytes === 'perhaps') {
    parts.markUnsure(job.id, { at, code: outcome.code });
    return 'unsure';
  }
  parts.markFailed(job.id, { at, code: outcome.code, retryAt: retryAt(job.attempts, at, outcome.code) });
  return 'failed';
}

/** At the start of core: jobs that were `sending` when the process died become unsure and are never sent again by themselves. Returns how many. */
export function recoverSpool(parts: Pick<SpoolStore, 'markUnsure'> & { readonly sendingJobs: () => readonly number[]; readonly clock: Clock }): number {
  const jobs = parts.sendingJobs();
  for (const jobId of jobs) parts.markUnsure(jobId, { at: parts.clock.now(), code: 'core_lost' });
  return jobs.length;
}
