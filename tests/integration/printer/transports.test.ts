import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, constants, createReadStream, openSync, writeSync, mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ESCPOS_DIALOGUE } from '../../../electron/core/devices/printer/escpos-status.ts';
import { TSPL_DIALOGUE } from '../../../electron/core/devices/printer/tspl-status.ts';
import { ZPL_DIALOGUE } from '../../../electron/core/devices/printer/zpl-status.ts';
import { fileTransport, isWindowsShare, openFailure, openFlags } from '../../../electron/core/devices/printer/file.transport.ts';
import { openTransport } from '../../../electron/core/devices/printer/open-transport.ts';
import { serialTransport } from '../../../electron/core/devices/printer/serial.transport.ts';
import { DEFAULT_OPTIONS } from '../../../electron/core/devices/printer/transport.ts';
import { tcpTransport } from '../../../electron/core/devices/printer/tcp.transport.ts';
import { createSimulatedPrinter } from '../../../electron/core/devices/simulator/printer-simulator.ts';
import type { PrinterCondition } from '../../../electron/contract/printing.ts';
import { PAPER_OUT, startFakePrinter, tsplStatus, WELL, zplStatus, type FakeLabelStatus, type FakePrinter, type FakeStatus } from '../../support/fake-printer.ts';

const LIMITS = { connectTimeoutMs: 500, stallTimeoutMs: 200, holdTimeoutMs: 200, closeTimeoutMs: 300, quietMs: 50 };
const OPTIONS = { ...DEFAULT_OPTIONS, limits: LIMITS };
const JOB = Buffer.from(Array.from({ length: 20_000 }, (_, at) => at % 251));
/** More than the buffers of a local connection hold, so that a hanging printer is felt. */
const LARGE_JOB = Buffer.alloc(16_000_000, 0x55);

describe('a network printer', () => {
  let printer: FakePrinter;
  beforeEach(async () => { printer = await startFakePrinter(); });
  afterEach(() => printer.close());
  const transport = () => tcpTransport({ host: '127.0.0.1', port: printer.port }, OPTIONS);

  it('receives the job byte by byte as it was made, and the outcome is sent, not printed', async () => {
    expect(await transport().send(JOB)).toEqual({ state: 'sent', byteCount: JOB.length });
    expect(printer.jobs).toHaveLength(1);
    expect(printer.jobs[0]?.equals(JOB)).toBe(true);
  });

  it('that never closes its end has still been sent the job', async () => {
    printer.setBehaviour({ kind: 'keeps_open' });
    expect(await transport().send(JOB)).toMatchObject({ state: 'sent' });
    expect(printer.jobs[0]?.equals(JOB)).toBe(true);
  });

  it('that takes its time gets the whole job', async () => {
    printer.setBehaviour({ kind: 'slow', bytesPerTurn: 500 });
    expect(await transport().send(JOB)).toMatchObject({ state: 'sent' });
  });

  it('that hangs leaves the job unsure', async () => {
    printer.setBehaviour({ kind: 'hangs' });
    expect(await transport().send(LARGE_JOB)).toEqual({ state: 'failed', code: 'printer_timeout', sentBytes: 'perhaps', detail: 'write' });
  });

  it('that breaks off in the middle leaves the job unsure', async () => {
    printer.setBehaviour({ kind: 'closes_after', bytes: 1000 });
    expect(await transport().send(LARGE_JOB)).toMatchObject({ state: 'failed', sentBytes: 'perhaps' });
  });

  it('that is switched off refuses, and certainly no byte went', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => { gone.listen(0, '127.0.0.1', resolve); });
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => { gone.close(resolve); });
    expect(await tcpTransport({ host: '127.0.0.1', port }, OPTIONS).send(JOB)).toEqual({ state: 'failed', code: 'printer_refused', sentBytes: 'none', detail: 'ECONNREFUSED' });
  });
});

describe('a printer behind a file path', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'station-printer-')); });
  afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

  it('an ordinary file takes job after job', async () => {
    const path = join(folder, 'slips.bin');
    expect(await fileTransport({ path }).send(Buffer.from('one'))).toEqual({ state: 'sent', byteCount: 3 });
    await fileTransport({ path }).send(Buffer.from('two'));
    expect(readFileSync(path, 'utf8')).toBe('onetwo');
  });

  it('a printer that Windows shares is known by its two names, and opened as a raw copy opens it', async () => {
    expect(['\\\\localhost\\Receipt', '\\\\OFFICE-PC\\小票机'].map(isWindowsShare)).toEqual([true, true]);
    expect(['/dev/usb/lp0', 'C:\\slips.bin', '\\\\localhost', '\\\\a\\b\\c'].map(isWindowsShare)).toEqual([false, false, false, false]);
    expect(await openFlags('\\\\localhost\\Receipt')).toBe(constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC);
  });

  it('an ordinary file has no state to be asked for, and takes the job all the same', async () => {
    const transport = fileTransport({ path: join(folder, 'slips.bin') }, { ...OPTIONS, asks: ESCPOS_DIALOGUE });
    expect(await transport.ask?.()).toBeNull();
    expect(await transport.send(Buffer.from('one'))).toEqual({ state: 'sent', byteCount: 3 });
  });

  it('a share takes the job as a raw copy brings it: the bytes alone, each job for itself', async () => {
    const share = fileTransport({ path: '\\\\OFFICE-PC\\小票机' }, OPTIONS, () => join(folder, 'share'));
    for (const job of [JOB, Buffer.from('short')]) {
      expect(await share.send(job)).toEqual({ state: 'sent', byteCount: job.length });
      expect(readFileSync(join(folder, 'share')).equals(job)).toBe(true);
    }
  });

  it('a share that is not there, and one that lets nobody in, say so and certainly got no byte', async () => {
    const share = (place: string) => fileTransport({ path: '\\\\OFFICE-PC\\小票机' }, OPTIONS, () => place).send(JOB);
    expect(await share(join(folder, 'missing', 'share'))).toEqual({ state: 'failed', code: 'share_missing', sentBytes: 'none', detail: 'ENOENT' });
    expect(['EACCES', 'EPERM', 'ENOENT', 'UNKNOWN'].map((detail) => openFailure('\\\\OFFICE-PC\\小票机', detail))).toEqual(['share_denied', 'share_denied', 'share_missing', 'share_missing']);
    expect(openFailure('/dev/usb/lp0', 'EACCES')).toBe('file_unwritable');
  });

  it('a path that cannot be opened certainly sent no byte', async () => {
    expect(await fileTransport({ path: join(folder, 'missing', 'lp0') }).send(JOB)).toEqual({ state: 'failed', code: 'file_unwritable', sentBytes: 'none', detail: 'ENOENT' });
  });

  it.skipIf(process.platform === 'win32')('a device that takes some bytes and then no more is held, and in the end the paper must be looked at', async () => {
    const path = join(folder, 'lp0');
    execFileSync('mkfifo', [path]);
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const heard: PrinterCondition[] = [];
    try {
      const outcome = await fileTransport({ path }, { ...OPTIONS, onCondition: (condition) => heard.push(condition) }).send(LARGE_JOB);
      expect(outcome).toEqual({ state: 'failed', code: 'printer_timeout', sentBytes: 'perhaps', detail: 'write' });
      expect(heard).toEqual(['held']);
    } finally {
      closeSync(reader);
    }
  });

  it.skipIf(!existsSync('/dev/full'))('a device that is full fails after opening, so the paper must be looked at', async () => {
    expect(await fileTransport({ path: '/dev/full' }).send(JOB)).toEqual({ state: 'failed', code: 'file_unwritable', sentBytes: 'perhaps', detail: 'ENOSPC' });
  });
});

describe('a printer on a serial line', () => {
  let folder: string;
  let pair: ChildProcess;
  const near = () => join(folder, 'near');
  const far = () => join(folder, 'far');

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'station-serial-'));
    pair = spawn('socat', [`pty,raw,echo=0,link=${near()}`, `pty,raw,echo=0,link=${far()}`], { stdio: 'ignore' });
    for (let tries = 0; tries < 100 && !(existsSync(near()) && existsSync(far())); tries += 1) await new Promise((resolve) => { setTimeout(resolve, 20); });
    // The links are there a moment before the lines are raw; what is written in between stays in the line.
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  });
  afterEach(() => {
    pair.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('receives the job whole', async () => {
    const received: Buffer[] = [];
    const reader = createReadStream(far());
    reader.on('data', (chunk) => received.push(Buffer.from(chunk)));
    reader.on('error', () => undefined);
    expect(await serialTransport({ path: near(), baudRate: 115_200, flowControl: 'none' }, { ...OPTIONS, limits: { ...LIMITS, stallTimeoutMs: 5_000 } }).send(JOB)).toEqual({ state: 'sent', byteCount: JOB.length });
    for (let tries = 0; tries < 100 && Buffer.concat(received).length < JOB.length; tries += 1) await new Promise((resolve) => { setTimeout(resolve, 20); });
    reader.destroy();
    expect(Buffer.concat(received).equals(JOB)).toBe(true);
  });

  it('that answers is asked on the same line before the job; without paper it is sent nothing', async () => {
    const said: PrinterCondition[] = [];
    const options = { ...OPTIONS, limits: { ...LIMITS, stallTimeoutMs: 5_000 }, asks: ESCPOS_DIALOGUE, onCondition: (condition: PrinterCondition) => said.push(condition) };
    const transport = serialTransport({ path: near(), baudRate: 115_200, flowControl: 'none' }, options);
    const printer = answeringPrinter(far(), PAPER_OUT);
    expect(await transport.send(JOB)).toMatchObject({ code: 'printer_paper_out', sentBytes: 'none' });
    expect(Buffer.concat(printer.received)).toHaveLength(0);
    printer.setStatus(WELL);
    expect(await transport.ask?.()).toBe('well');
    expect(await transport.send(JOB)).toEqual({ state: 'sent', byteCount: JOB.length });
    printer.close();
    expect(Buffer.concat(printer.received).equals(JOB)).toBe(true);
    expect(said).toEqual(['paper_out', 'well', 'well', 'well']);
  });

  it.each([
    ['TSPL', TSPL_DIALOGUE, tsplStatus(0x04), tsplStatus(0x00)],
    ['ZPL', ZPL_DIALOGUE, zplStatus({ paperOut: true, paused: true }), zplStatus()],
  ])('that prints labels is asked in %s on the same line; without labels it is sent nothing', async (_, asks, without, loaded) => {
    const said: PrinterCondition[] = [];
    const transport = serialTransport({ path: near(), baudRate: 115_200, flowControl: 'none' }, { ...OPTIONS, limits: { ...LIMITS, stallTimeoutMs: 5_000 }, asks, onCondition: (condition) => said.push(condition) });
    const printer = answeringPrinter(far(), without);
    expect(await transport.send(JOB)).toMatchObject({ code: 'printer_paper_out', sentBytes: 'none' });
    expect(Buffer.concat(printer.received)).toHaveLength(0);
    printer.setStatus(loaded);
    expect(await transport.send(JOB)).toEqual({ state: 'sent', byteCount: JOB.length });
    printer.close();
    expect(Buffer.concat(printer.received).equals(JOB)).toBe(true);
    expect(said).toEqual(['paper_out', 'well', 'well']);
  });

  it('behind a device file is asked before the job where it answers, and gets the job untold where it does not', async () => {
    const said: PrinterCondition[] = [];
    const options = { ...OPTIONS, limits: { ...LIMITS, stallTimeoutMs: 5_000 }, asks: ESCPOS_DIALOGUE, onCondition: (condition: PrinterCondition) => said.push(condition) };
    const transport = fileTransport({ path: near() }, options);
    const printer = answeringPrinter(far(), PAPER_OUT);
    expect(await transport.send(JOB)).toMatchObject({ code: 'printer_paper_out', sentBytes: 'none' });
    expect(Buffer.concat(printer.received)).toHaveLength(0);
    printer.setStatus(WELL);
    expect(await transport.send(JOB)).toEqual({ state: 'sent', byteCount: JOB.length });
    expect(await transport.ask?.()).toBe('well');
    expect(said).toEqual(['paper_out', 'well', 'well', 'well']);
    printer.setStatus(null);
    expect(await transport.ask?.()).toBeNull();
    expect(await transport.send(Buffer.from('slip'))).toEqual({ state: 'sent', byteCount: 4 });
    for (let tries = 0; tries < 100 && !Buffer.concat(printer.received).includes('slip'); tries += 1) await new Promise((resolve) => { setTimeout(resolve, 20); });
    printer.close();
    expect(Buffer.concat(printer.received).includes(JOB)).toBe(true);
    expect(said).toHaveLength(4);
  }, 20_000);

  it('that answered before a job and is silent behind it is held, and a person has to look', async () => {
    const printer = answeringPrinter(far(), WELL);
    for (const way of [serialTransport.bind(null, { path: near(), baudRate: 115_200, flowControl: 'none' }), fileTransport.bind(null, { path: near() })]) {
      printer.setStatus(WELL);
      const said: PrinterCondition[] = [];
      const options = {
        ...OPTIONS, asks: ESCPOS_DIALOGUE, onCondition: (condition: PrinterCondition) => {
          said.push(condition);
          printer.setStatus(null);
        },
      };
      expect(await way(options).send(Buffer.from('slip'))).toEqual({ state: 'failed', code: 'printer_timeout', sentBytes: 'perhaps', detail: 'silent' });
      expect(said).toEqual(['well', 'held']);
    }
    printer.close();
  });

  it('that is not plugged in certainly sent no byte', async () => {
    expect(await serialTransport({ path: join(folder, 'nowhere'), baudRate: 9_600, flowControl: 'none' }, OPTIONS).send(JOB)).toMatchObject({ state: 'failed', code: 'printer_refused', sentBytes: 'none' });
  });
});

/** The label printer's question, cut from either end of what came together. */
function withoutQuestion(bytes: Buffer, { question, answer }: FakeLabelStatus, line: number): Buffer {
  let job = bytes;
  while (job.subarray(0, question.length).equals(question)) {
    writeSync(line, answer);
    job = job.subarray(question.length);
  }
  if (!job.subarray(-question.length).equals(question)) return job;
  writeSync(line, answer);
  return job.subarray(0, -question.length);
}

/** A printer at the far end of a serial line that answers `DLE EOT`, or the question of its label language. */
function answeringPrinter(path: string, first: FakeStatus | FakeLabelStatus): { readonly received: Buffer[]; setStatus(status: FakeStatus | FakeLabelStatus): void; close(): void } {
  let status = first;
  const received: Buffer[] = [];
  const line = openSync(path, constants.O_RDWR);
  const reader = createReadStream('', { fd: line, autoClose: false });
  reader.on('error', () => undefined);
  reader.on('data', (chunk) => {
    let bytes: Buffer = Buffer.from(chunk);
    if (status !== null && 'question' in status) bytes = withoutQuestion(bytes, status, line);
    else for (const at of [0, bytes.length - 3]) {
      const [dle, eot, question = 0] = bytes.subarray(Math.max(0, at), at + 3);
      if (dle !== 0x10 || eot !== 0x04 || question < 1 || question > 4) continue;
      const answer = status?.[question - 1];
      if (answer !== undefined) writeSync(line, Uint8Array.of(answer));
      bytes = at === 0 ? bytes.subarray(3) : bytes.subarray(0, at);
    }
    if (bytes.length > 0) received.push(bytes);
  });
  return {
    received,
    setStatus: (next) => { status = next; },
    close() {
      reader.destroy();
      closeSync(line);
    },
  };
}

describe('a simulated printer', () => {
  it('shows the paper, and each fault of the trainer has its outcome', async () => {
    const shown: number[] = [];
    const printer = createSimulatedPrinter((bytes) => shown.push(bytes.length));
    const transport = openTransport({ kind: 'simulator', name: 'slip' }, new Map([['slip', printer]]));
    expect(await transport.send(JOB)).toEqual({ state: 'sent', byteCount: JOB.length });
    printer.setFault('paper_out');
    expect(await transport.send(JOB)).toMatchObject({ state: 'failed', code: 'printer_paper_out', sentBytes: 'none' });
    expect(await printer.ask?.()).toBe('paper_out');
    printer.setFault('dies_midway');
    expect(await transport.send(JOB)).toMatchObject({ state: 'failed', sentBytes: 'perhaps' });
    printer.setFault('none');
    await transport.send(JOB);
    expect(shown).toEqual([JOB.length, JOB.length]);
    expect(printer.papers()).toHaveLength(2);
  });

  it('that nobody switched on is an unknown printer', async () => {
    expect(await openTransport({ kind: 'simulator', name: 'x' }, new Map()).send(JOB)).toMatchObject({ code: 'printer_unknown', sentBytes: 'none' });
  });
});
