import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrinterCondition } from '../../../electron/contract/printing.ts';
import { tcpTransport } from '../../../electron/core/devices/printer/tcp.transport.ts';
import type { SendOutcome } from '../../../electron/core/devices/printer/transport.ts';
import { COVER_OPEN, CUTTER_STUCK, PAPER_LOW, PAPER_OUT, startFakePrinter, WELL, type FakePrinter, type FakePrinterBehaviour, type FakeStatus } from '../../support/fake-printer.ts';

const LIMITS = { connectTimeoutMs: 1_000, stallTimeoutMs: 300, holdTimeoutMs: 300, closeTimeoutMs: 300, quietMs: 200 };
const JOB = Buffer.alloc(100_000, 0x55);
/** More than the buffers of a local connection hold, so that a printer that takes nothing is felt. */
const LARGE_JOB = Buffer.alloc(16_000_000, 0x55);
const sent: SendOutcome = { state: 'sent', byteCount: JOB.length };

interface Case {
  readonly what: string;
  readonly behaviour?: FakePrinterBehaviour;
  readonly status?: FakeStatus;
  readonly outcome: object;
  /** What the printer was heard to say, in order. */
  readonly heard: readonly PrinterCondition[];
  /** Bytes of the job that reached the printer. */
  readonly paper: 'whole' | 'none' | 'part';
  /** Bytes of the job where it matters: a slip lies whole in the buffers of the line, whatever the printer does. */
  readonly bytes?: number;
  /** The printer is set up as one that answers no question. */
  readonly silent?: boolean;
}

/** A slip of text, and one drawn as a picture. */
const TEXT_SLIP = 2_000;
const PICTURE_SLIP = 60_000;
const perhaps = { code: 'printer_timeout', sentBytes: 'perhaps' };
const none = { code: 'printer_refused', sentBytes: 'none' };

/** Every row: how the printer behaves, what becomes of the job, what is known of the printer, what lies on the paper. */
const table: readonly Case[] = [
  { what: 'is well and answers', status: WELL, outcome: sent, heard: ['well', 'well'], paper: 'whole' },
  { what: 'is well and does not know the question', status: null, outcome: sent, heard: [], paper: 'whole' },
  { what: 'has little paper left', status: PAPER_LOW, outcome: sent, heard: ['paper_low', 'paper_low'], paper: 'whole' },
  { what: 'has no paper', status: PAPER_OUT, outcome: { code: 'printer_paper_out', sentBytes: 'none' }, heard: ['paper_out'], paper: 'none' },
  { what: 'has its cover open', status: COVER_OPEN, outcome: { code: 'printer_cover_open', sentBytes: 'none' }, heard: ['cover_open'], paper: 'none' },
  { what: 'has a stuck cutter', status: CUTTER_STUCK, outcome: { code: 'printer_error', sentBytes: 'none' }, heard: ['cutter'], paper: 'none' },
  { what: 'never closes its end', behaviour: { kind: 'keeps_open' }, outcome: sent, heard: [], paper: 'whole' },
  { what: 'is slow', behaviour: { kind: 'slow', bytesPerTurn: 500 }, outcome: sent, heard: [], paper: 'whole' },
  { what: 'stops taking bytes for good', behaviour: { kind: 'hangs' }, status: WELL, outcome: { code: 'printer_timeout', sentBytes: 'perhaps' }, heard: ['well', 'held'], paper: 'part' },
  { what: 'breaks off after 100 bytes', behaviour: { kind: 'closes_after', bytes: 100 }, outcome: { code: 'printer_timeout', sentBytes: 'perhaps' }, heard: [], paper: 'part' },
  ...[TEXT_SLIP, PICTURE_SLIP].flatMap((bytes): Case[] => [
    { what: `is busy and closes its end before it was sent a slip of ${bytes} bytes`, behaviour: { kind: 'leaves', afterMs: 0 }, silent: true, outcome: none, heard: [], paper: 'none', bytes },
    { what: `reads nothing and closes its end when a slip of ${bytes} bytes is under way`, behaviour: { kind: 'leaves', afterMs: 300 }, silent: true, outcome: perhaps, heard: [], paper: 'none', bytes },
    { what: `closes its end as soon as it has read a slip of ${bytes} bytes`, behaviour: { kind: 'leaves_after', bytes }, outcome: perhaps, heard: [], paper: 'whole', bytes },
    { what: `answers and then takes nothing of a slip of ${bytes} bytes`, behaviour: { kind: 'answers_only' }, status: WELL, outcome: perhaps, heard: ['well', 'held'], paper: 'none', bytes },
    { what: `answers before a slip of ${bytes} bytes and after it`, status: WELL, outcome: { state: 'sent', byteCount: bytes }, heard: ['well', 'well'], paper: 'whole', bytes },
  ]),
];

describe('a network printer that', () => {
  let printer: FakePrinter;
  beforeEach(async () => { printer = await startFakePrinter(); });
  afterEach(() => printer.close());
  const transport = (heard: PrinterCondition[], asks = true) => tcpTransport({ host: '127.0.0.1', port: printer.port }, { limits: LIMITS, asks, onCondition: (condition) => heard.push(condition) });

  it.each(table)('$what', async ({ behaviour = { kind: 'well' }, status = null, outcome, heard, paper, bytes: size, silent = false }) => {
    printer.setBehaviour(behaviour);
    printer.setStatus(status);
    const said: PrinterCondition[] = [];
    const bytes = size === undefined ? (paper === 'part' ? LARGE_JOB : JOB) : JOB.subarray(0, size);
    expect(await transport(said, !silent).send(bytes)).toMatchObject(outcome);
    expect(said).toEqual(heard);
    const arrived = printer.jobs[0]?.length ?? 0;
    expect(arrived === 0 ? 'none' : arrived === bytes.length ? 'whole' : 'part').toBe(paper);
  }, 20_000);

  it('is switched off gets nothing', async () => {
    await printer.close();
    const said: PrinterCondition[] = [];
    expect(await transport(said).send(JOB)).toMatchObject({ code: 'printer_refused', sentBytes: 'none' });
    expect(said).toEqual([]);
    printer = await startFakePrinter();
  });

  it('runs out of paper in the middle goes on by itself when paper is in', async () => {
    printer.setStatus(WELL);
    printer.setBehaviour({ kind: 'hangs' });
    const said: PrinterCondition[] = [];
    const sending = tcpTransport({ host: '127.0.0.1', port: printer.port }, { limits: { ...LIMITS, holdTimeoutMs: 10_000 }, asks: true, onCondition: (condition) => said.push(condition) }).send(LARGE_JOB);
    while (!said.includes('held')) await new Promise((done) => setTimeout(done, 20));
    printer.goOn();
    expect(await sending).toEqual({ state: 'sent', byteCount: LARGE_JOB.length });
    expect(said.at(-1)).toBe('well');
    expect(printer.jobs.map((job) => job.length)).toEqual([LARGE_JOB.length]);
  }, 20_000);

  it('is held when the program ends leaves the job to a person', async () => {
    printer.setBehaviour({ kind: 'hangs' });
    const ending = new AbortController();
    const sending = tcpTransport({ host: '127.0.0.1', port: printer.port }, { limits: { ...LIMITS, holdTimeoutMs: 60_000 }, asks: false, onCondition: () => ending.abort(), signal: ending.signal }).send(LARGE_JOB);
    expect(await sending).toMatchObject({ state: 'failed', sentBytes: 'perhaps', detail: 'stopped' });
  });

  it('can be asked without being sent anything', async () => {
    printer.setStatus(COVER_OPEN);
    expect(await transport([]).ask?.()).toBe('cover_open');
    printer.setStatus(null);
    expect(await transport([]).ask?.()).toBeNull();
    expect(printer.jobs).toEqual([]);
  });
});
