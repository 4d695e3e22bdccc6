import { describe, expect, it } from 'vitest';
import { recoverSpool, retryAt, runSpool, type SpoolParts, type SpoolStore } from '../../../electron/core/devices/printer/spool.ts';
import { startSpoolPump } from '../../../electron/core/devices/printer/spool-pump.ts';
import type { PrinterTransport, SendOutcome } from '../../../electron/core/devices/printer/transport.ts';

interface Row { id: number; state: 'queued' | 'sending' | 'sent' | 'failed' | 'unsure'; dueAt: number; attempts: number }

/** The spool table as the database keeps it, in memory. */
class SpoolTable implements SpoolStore {
  readonly rows: Row[];
  readonly history: string[] = [];

  constructor(count: number) {
    this.rows = Array.from({ length: count }, (_, at) => ({ id: at + 1, state: 'queued', dueAt: 0, attempts: 0 }));
  }

  nextJob(now: number) {
    const row = this.rows.find((each) => each.state === 'queued');
    return row === undefined || row.dueAt > now ? null : { id: row.id, bytes: Uint8Array.of(row.id), attempts: row.attempts };
  }

  markSending(jobId: number) { this.#set(jobId, 'sending').attempts += 1; }
  markSent(jobId: number) { this.#set(jobId, 'sent'); }
  markUnsure(jobId: number) { this.#set(jobId, 'unsure'); }
  markFailed(jobId: number, result: { retryAt: number | null }) { this.#set(jobId, result.retryAt === null ? 'failed' : 'queued').dueAt = result.retryAt ?? 0; }
  sendingJobs() { return this.rows.filter((row) => row.state === 'sending').map((row) => row.id); }

  #set(jobId: number, state: Row['state']): Row {
    const row = this.rows.find((each) => each.id === jobId);
    if (row === undefined) throw new Error(`no job ${jobId}`);
    row.state = state;
    this.history.push(`${jobId} ${state}`);
    return row;
  }
}

function setUp(count: number, outcomes: SendOutcome[] = []) {
  const table = new SpoolTable(count);
  const paper: number[] = [];
  let now = 1_000;
  const transport: PrinterTransport = {
    send: (bytes) => {
      table.history.push(`paper ${bytes[0]}`);
      paper.push(bytes[0] ?? 0);
      return Promise.resolve(outcomes.shift() ?? { state: 'sent', byteCount: 1 });
    },
  };
  const parts: SpoolParts = {
    nextJob: (at) => table.nextJob(at), markSending: (id) => table.markSending(id), markSent: (id) => table.markSent(id),
    markFailed: (id, result) => table.markFailed(id, result), markUnsure: (id) => table.markUnsure(id),
    transport, clock: { now: () => now, monotonic: () => now },
  };
  return { table, paper, parts, pass: (ms: number) => { now += ms; } };
}

const REFUSED: SendOutcome = { state: 'failed', code: 'printer_refused', sentBytes: 'none', detail: 'ECONNREFUSED' };
const BROKEN: SendOutcome = { state: 'failed', code: 'printer_timeout', sentBytes: 'perhaps', detail: 'write' };

describe('the spool of a printer', () => {
  it('writes the row before the paper, and sends each job once, in order', async () => {
    const { table, parts, paper } = setUp(3);
    expect(await runSpool(parts)).toEqual({ sent: 3, failed: 0, unsure: 0 });
    expect(paper).toEqual([1, 2, 3]);
    expect(table.history.slice(0, 3)).toEqual(['1 sending', 'paper 1', '1 sent']);
    expect(await runSpool(parts)).toEqual({ sent: 0, failed: 0, unsure: 0 });
  });

  it('tries a job again, later, when certainly no byte went, and lets no younger paper pass it', async () => {
    const { table, parts, paper, pass } = setUp(2, [REFUSED, REFUSED]);
    await runSpool(parts);
    expect(table.rows[0]).toMatchObject({ state: 'queued', dueAt: 3_000 });
    await runSpool(parts);
    expect(paper).toEqual([1]);
    pass(2_000);
    await runSpool(parts);
    pass(5_000);
    expect(await runSpool(parts)).toEqual({ sent: 2, failed: 0, unsure: 0 });
    expect(paper).toEqual([1, 1, 1, 2]);
  });

  it('never sends again what may stand on paper', async () => {
    const { table, parts, paper, pass } = setUp(1, [BROKEN]);
    expect(await runSpool(parts)).toEqual({ sent: 0, failed: 0, unsure: 1 });
    pass(3_600_000);
    await runSpool(parts);
    expect(paper).toEqual([1]);
    expect(table.rows[0]?.state).toBe('unsure');
  });

  it('after the process died while sending, the job is perhaps printed and waits for a person', async () => {
    const { table, parts, paper } = setUp(2);
    table.markSending(1);
    expect(recoverSpool({ sendingJobs: () => table.sendingJobs(), markUnsure: (id) => table.markUnsure(id), clock: parts.clock })).toBe(1);
    await runSpool(parts);
    expect(paper).toEqual([2]);
    expect(table.rows[0]?.state).toBe('unsure');
  });

  it('does not resend when writing down the success failed: the row stays sending until the next start', async () => {
    const { table, parts, paper } = setUp(1);
    await expect(runSpool({ ...parts, markSent: () => { throw new Error('database locked'); } })).rejects.toThrow('database locked');
    await runSpool(parts);
    expect(paper).toEqual([1]);
    expect(table.rows[0]?.state).toBe('sending');
  });

  it('a bug in a transport leaves the job unsure and is heard of', async () => {
    const { table, parts } = setUp(1);
    await expect(runSpool({ ...parts, transport: { send: () => Promise.reject(new Error('bug')) } })).rejects.toThrow('bug');
    expect(table.rows[0]?.state).toBe('unsure');
  });

  it('waits longer from try to try, and after many tries asks a person', () => {
    expect([0, 1, 2, 3, 4, 50].map((attempts) => retryAt(attempts, 0, 'printer_refused'))).toEqual([2_000, 5_000, 15_000, 60_000, 300_000, 300_000]);
    expect(retryAt(199, 0, 'printer_refused')).toBeNull();
  });

  it('asks a printer without paper again every few seconds, for as long as it takes', () => {
    expect([0, 3, 199, 5_000].map((attempts) => retryAt(attempts, 1_000, 'printer_paper_out'))).toEqual([5_000, 5_000, 5_000, 5_000]);
    expect(retryAt(900, 0, 'printer_cover_open')).toBe(4_000);
  });

  it('woken many times at once, it prints each paper once', async () => {
    const { parts, paper } = setUp(5);
    const bugs: unknown[] = [];
    const pump = startSpoolPump(parts, () => undefined, (error) => bugs.push(error));
    for (let times = 0; times < 20; times += 1) pump.wake();
    await new Promise((resolve) => { setTimeout(resolve, 30); });
    await pump.stop();
    expect(paper).toEqual([1, 2, 3, 4, 5]);
    expect(bugs).toEqual([]);
  });
});
