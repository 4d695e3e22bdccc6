import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrinterCondition } from '../../../electron/contract/printing.ts';
import { ESCPOS_DIALOGUE } from '../../../electron/core/devices/printer/escpos-status.ts';
import type { StatusDialogue } from '../../../electron/core/devices/printer/status-dialogue.ts';
import { TSPL_DIALOGUE } from '../../../electron/core/devices/printer/tspl-status.ts';
import { ZPL_DIALOGUE } from '../../../electron/core/devices/printer/zpl-status.ts';
import { tcpTransport } from '../../../electron/core/devices/printer/tcp.transport.ts';
import type { SendOutcome } from '../../../electron/core/devices/printer/transport.ts';
import { COVER_OPEN, CUTTER_STUCK, PAPER_LOW, PAPER_OUT, startFakePrinter, tsplStatus, WELL, zplStatus, type FakeLabelStatus, type FakePrinter, type FakePrinterBehaviour, type FakeStatus } from '../../support/fake-printer.ts';

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

interface LabelCase extends Pick<Case, 'what' | 'behaviour' | 'outcome' | 'heard' | 'paper'> {
  readonly tspl: FakeLabelStatus;
  readonly zpl: FakeLabelStatus;
}

const refused = { code: 'printer_error', sentBytes: 'none' };
const LABEL = JOB.subarray(0, 19_200);
const labelSent: SendOutcome = { state: 'sent', byteCount: LABEL.length };

/** The same of printers of labels, each asked in its own language. */
const labelTable: readonly LabelCase[] = [
  { what: 'is well', tspl: tsplStatus(0x00), zpl: zplStatus(), outcome: labelSent, heard: ['well', 'well'], paper: 'whole' },
  { what: 'has no labels left', tspl: tsplStatus(0x04), zpl: zplStatus({ paperOut: true, paused: true }), outcome: { code: 'printer_paper_out', sentBytes: 'none' }, heard: ['paper_out'], paper: 'none' },
  { what: 'has its head open, and so no labels are seen', tspl: tsplStatus(0x05), zpl: zplStatus({ headOpen: true, paperOut: true, paused: true }), outcome: { code: 'printer_cover_open', sentBytes: 'none' }, heard: ['cover_open'], paper: 'none' },
  { what: 'has no ribbon', tspl: tsplStatus(0x08), zpl: zplStatus({ ribbonOut: true, paused: true }), outcome: refused, heard: ['ribbon_out'], paper: 'none' },
  { what: 'was paused at its key', tspl: tsplStatus(0x10), zpl: zplStatus({ paused: true }), outcome: refused, heard: ['paused'], paper: 'none' },
  { what: 'answers and then takes nothing', behaviour: { kind: 'answers_only' }, tspl: tsplStatus(0x00), zpl: zplStatus(), outcome: perhaps, heard: ['well', 'held'], paper: 'none' },
];

describe('a network printer that', () => {
  let printer: FakePrinter;
  beforeEach(async () => { printer = await startFakePrinter(); });
  afterEach(() => printer.close());
  const transport = (heard: PrinterCondition[], asks: StatusDialogue | null = ESCPOS_DIALOGUE) => tcpTransport({ host: '127.0.0.1', port: printer.port }, { limits: LIMITS, asks, onCondition: (condition) => heard.push(condition) });

  it.each(table)('$what', async ({ behaviour = { kind: 'well' }, status = null, outcome, heard, paper, bytes: size, silent = false }) => {
    printer.setBehaviour(behaviour);
    printer.setStatus(status);
    const said: PrinterCondition[] = [];
    const bytes = size === undefined ? (paper === 'part' ? LARGE_JOB : JOB) : JOB.subarray(0, size);
    expect(await transport(said, silent ? null : ESCPOS_DIALOGUE).send(bytes)).toMatchObject(outcome);
    expect(said).toEqual(heard);
    const arrived = printer.jobs[0]?.length ?? 0;
    expect(arrived === 0 ? 'none' : arrived === bytes.length ? 'whole' : 'part').toBe(paper);
  }, 20_000);

  const languages = labelTable.flatMap((row) => [{ ...row, language: 'TSPL', dialogue: TSPL_DIALOGUE, status: row.tspl }, { ...row, language: 'ZPL', dialogue: ZPL_DIALOGUE, status: row.zpl }]);
  it.each(languages)('speaks $language and $what', async ({ behaviour = { kind: 'well' }, dialogue, status, outcome, heard, paper }) => {
    printer.setBehaviour(behaviour);
    printer.setLabelStatus(status);
    const said: PrinterCondition[] = [];
    expect(await transport(said, dialogue).send(LABEL)).toMatchObject(outcome);
    expect(said).toEqual(heard);
    expect(Buffer.concat(printer.jobs).equals(paper === 'whole' ? LABEL : Buffer.alloc(0))).toBe(true);
  });

  it('is burning a label or has a jam says so in TSPL', async () => {
    for (const [byte, condition] of [[0x20, 'well'], [0x02, 'jam'], [0x80, 'error'], [0x24, 'paper_out']] as const) {
      printer.setLabelStatus(tsplStatus(byte));
      expect(await transport([], TSPL_DIALOGUE).ask?.()).toBe(condition);
    }
  });

  it('speaks ZPL and is silent while its head is open says nothing', async () => {
    printer.setLabelStatus({ ...zplStatus(), answer: Buffer.alloc(0) });
    expect(await transport([], ZPL_DIALOGUE).ask?.()).toBeNull();
    printer.setLabelStatus({ ...zplStatus(), answer: zplStatus().answer.subarray(0, -12) });
    expect(await transport([], ZPL_DIALOGUE).ask?.()).toBeNull();
  });

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
    const sending = tcpTransport({ host: '127.0.0.1', port: printer.port }, { limits: { ...LIMITS, holdTimeoutMs: 10_000 }, asks: ESCPOS_DIALOGUE, onCondition: (condition) => said.push(condition) }).send(LARGE_JOB);
    while (!said.includes('held')) await new Promise((done) => setTimeout(done, 20));
    printer.goOn();
    expect(await sending).toEqual({ state: 'sent', byteCount: LARGE_JOB.length });
    expect(said.at(-1)).toBe('well');
    expect(printer.jobs.map((job) => job.length)).toEqual([LARGE_JOB.length]);
  }, 20_000);

  it('is held when the program ends leaves the job to a person', async () => {
    printer.setBehaviour({ kind: 'hangs' });
    const ending = new AbortController();
    const sending = tcpTransport({ host: '127.0.0.1', port: printer.port }, { limits: { ...LIMITS, holdTimeoutMs: 60_000 }, asks: null, onCondition: () => ending.abort(), signal: ending.signal }).send(LARGE_JOB);
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
