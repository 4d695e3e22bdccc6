import { spawn, type ChildProcess } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import faultsEn from '../../../resources/locales/en/fault.json' with { type: 'json' };
import faultsZh from '../../../resources/locales/zh/fault.json' with { type: 'json' };
import type { InputOf, OutputOf } from '../../../electron/contract/operations.ts';
import { tcpTransport } from '../../../electron/core/devices/printer/tcp.transport.ts';
import { DEFAULT_OPTIONS } from '../../../electron/core/devices/printer/transport.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { startFakePrinter, type FakePrinter } from '../../support/fake-printer.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
let clerk: Session;
let printer: FakePrinter;
beforeEach(async () => {
  station = await testStation();
  clerk = sessionOf(station, 'clerk');
  printer = await startFakePrinter();
  const port = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  await station.must(sessionOf(station, 'manager'), 'printer.configure', {
    printers: [{ id: 'slips', name: '小票机', papers: ['receipt'], language: 'escpos', widthMm: 80, port, mode: 'text', invert: false, nativeQr: true }],
  });
});
afterEach(async () => {
  await station.close();
  await printer.close();
});

async function form(): Promise<InputOf<'ticket.post'>> {
  const member = await givenMember(station, clerk, '张三');
  const { productId, grades, priceE4 } = await givenGoods(station, clerk);
  const grade = grades[0] ?? '';
  return plainTicket(station, { memberId: member.id, productId, grade, grossGrams: 23_450, tareGrams: 900, totalFen: lineAmountFen(22_550, priceE4.get(grade) ?? 0) });
}

const receipt = async (): Promise<OutputOf<'print.jobs'>['rows'][number] | undefined> =>
  (await station.must(clerk, 'print.jobs', { open: false })).rows.find((job) => job.paper === 'receipt');

/** A printer whose network card answers nobody any more: a process that holds the port and is stopped, with its waiting places taken. */
async function silentPrinter(): Promise<{ port: number; remove(): void }> {
  const child: ChildProcess = spawn(process.execPath, ['-e', "const s = require('net').createServer(() => {}); s.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port))"], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve) => child.stdout?.once('data', (text: Buffer) => resolve(Number(text.toString('utf8')))));
  child.kill('SIGSTOP');
  const waiting: Socket[] = Array.from({ length: 4 }, () => connect({ host: '127.0.0.1', port }));
  for (const socket of waiting) socket.on('error', () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 200));
  return {
    port,
    remove() {
      for (const socket of waiting) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}

test('a printer that answers nothing at all gets no byte, and the fault has its words in both languages', async () => {
  const silent = await silentPrinter();
  expect(await tcpTransport({ host: '127.0.0.1', port: silent.port }, { ...DEFAULT_OPTIONS, limits: { connectTimeoutMs: 400, stallTimeoutMs: 400, holdTimeoutMs: 400, closeTimeoutMs: 400, quietMs: 50 } }).send(Buffer.from('slip')))
    .toEqual({ state: 'failed', code: 'printer_timeout', sentBytes: 'none', detail: 'connect' });
  silent.remove();
  for (const faults of [faultsZh, faultsEn]) {
    for (const code of ['printer_timeout', 'printer_refused'] as const) expect(Object.keys(faults[code])).toEqual(['what', 'saved', 'do']);
  }
});

test('a posted ticket stands while its printer is silent, its paper waits, and comes out once when the printer is well', async () => {
  const { port: wellPort } = printer;
  const silent = await silentPrinter();
  const [profile] = (await station.must(clerk, 'printer.list', {})).rows;
  if (profile === undefined) throw new Error('no printer');
  const { state: _state, waiting: _waiting, lastError: _lastError, paused: _paused, condition: _condition, ...setUp } = profile;
  const moveTo = (port: number) => station.must(sessionOf(station, 'manager'), 'printer.configure', { printers: [{ ...setUp, port: { kind: 'tcp', host: '127.0.0.1', port } }] });
  await moveTo(silent.port);
  const ticket = await station.must(clerk, 'ticket.post', await form());
  await expect.poll(receipt, { timeout: 20_000 }).toMatchObject({ state: 'waiting', lastError: 'printer_timeout', documentNumber: ticket.number });
  expect((await station.must(clerk, 'printer.list', {})).rows[0]).toMatchObject({ state: 'trouble', waiting: 1, lastError: 'printer_timeout' });
  silent.remove();
  await moveTo(wellPort);
  station.clock.forward(3_000);
  await expect.poll(receipt, { timeout: 20_000 }).toMatchObject({ state: 'sent' });
  expect(printer.jobs).toHaveLength(1);
}, 60_000);

test('books that take nothing while the paper is drawn stop neither core nor the ticket; the paper comes out afterwards, once', async () => {
  const unheard: unknown[] = [];
  const note = (error: unknown): void => void unheard.push(error);
  process.on('unhandledRejection', note);
  const ticket = await station.must(clerk, 'ticket.post', await form());
  // Another program holds the file; a full disk takes the same way from here on.
  const holder = new Database(join(station.folder, 'station.sqlite'));
  holder.exec('BEGIN IMMEDIATE');
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  expect(unheard).toEqual([]);
  expect(await receipt()).toMatchObject({ state: 'waiting', documentNumber: ticket.number });
  expect(printer.jobs).toHaveLength(0);
  holder.close();
  station.clock.forward(6_000);
  await expect.poll(receipt, { timeout: 20_000 }).toMatchObject({ state: 'sent' });
  expect(printer.jobs).toHaveLength(1);
  process.off('unhandledRejection', note);
}, 60_000);
