import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PrinterProfile } from '../../../electron/contract/printing.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { printedText, parseEscpos } from '../../support/escpos-parser.ts';
import type { FakePrinter } from '../../support/fake-printer.ts';
import { startFakePrinter } from '../../support/fake-printer.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { tsplPicture, parseTspl } from '../../support/tspl-parser.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
let slips: FakePrinter;
let labels: FakePrinter;
let clerk: Session;

const profile = (id: string, port: number, label: boolean): PrinterProfile => ({
  id, name: id, papers: label ? ['lot_label'] : ['receipt', 'reversal_slip'], language: label ? 'tspl' : 'escpos', widthMm: label ? 60 : 80, port: { kind: 'tcp', host: '127.0.0.1', port }, mode: 'text', invert: false, nativeQr: !label,
});

beforeEach(async () => {
  station = await testStation();
  slips = await startFakePrinter();
  labels = await startFakePrinter();
  const manager = await station.as('manager');
  clerk = await station.as('clerk');
  await station.must(manager, 'printer.configure', { printers: [profile('slips', slips.port, false), profile('labels', labels.port, true)] });
});
afterEach(async () => {
  await station.close();
  await slips.close();
  await labels.close();
});

async function postOne() {
  const member = await givenMember(station, clerk, '覃𬭎·古丽');
  const { productId, grades, priceE4 } = await givenGoods(station, clerk);
  const grade = grades[0] ?? '';
  const totalFen = lineAmountFen(22_550, priceE4.get(grade) ?? 0);
  return station.must(clerk, 'ticket.post', plainTicket(station, { memberId: member.id, productId, grade, grossGrams: 23_450, tareGrams: 900, totalFen }));
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 400; look += 1) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error('it did not happen');
}

const slipText = (bytes: Buffer | undefined): string => printedText(parseEscpos(bytes ?? Buffer.alloc(0), 576)).join('\n');

const jobs = async () => (await station.must(clerk, 'print.jobs', { open: false })).rows;
const allSent = () => until(async () => (await jobs()).every((job) => job.state === 'sent'));

test('a posted ticket comes out as a slip with its figures and as a label whose code can be read', async () => {
  const ticket = await postOne();
  await allSent();
  const text = slipText(slips.jobs.at(-1));
  expect(text).toContain(ticket.number);
  expect(text).toContain('22.55');
  expect(text).toContain('45.1');
  const label = await tsplPicture(parseTspl(labels.jobs.at(-1) ?? Buffer.alloc(0)));
  expect((await readQrCodes(label))[0]).toContain(ticket.lots[0]);
});

test('a copy says that it is one, counts up, and the original is never made twice', async () => {
  const ticket = await postOne();
  await allSent();
  expect(await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'receipt' })).toMatchObject({ copyNo: 1 });
  expect(await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'receipt' })).toMatchObject({ copyNo: 2 });
  await allSent();
  expect(slips.jobs).toHaveLength(3);
  expect(slipText(slips.jobs[0])).not.toContain('副本');
  expect(slipText(slips.jobs[2])).toContain('副本 第2次');
  expect(await station.call(clerk, 'print.again', { documentId: ticket.id, paper: 'reversal_slip' })).toMatchObject({ refusal: { code: 'paper_not_for_document' } });
});

test('a printer that refuses keeps its job waiting, and the paper comes when it is well again', async () => {
  await slips.close();
  const ticket = await postOne();
  await until(async () => (await jobs()).some((job) => job.paper === 'receipt' && job.lastError === 'printer_refused'));
  expect((await jobs()).find((job) => job.paper === 'receipt')).toMatchObject({ state: 'waiting', documentNumber: ticket.number });
  expect((await station.must(clerk, 'printer.list', {})).rows.find((printer) => printer.id === 'slips')).toMatchObject({ state: 'trouble', waiting: 1 });
  slips = await startFakePrinter();
  const manager = await station.as('manager');
  await station.must(manager, 'printer.configure', { printers: [profile('slips', slips.port, false), profile('labels', labels.port, true)] });
  const waiting = (await jobs()).find((job) => job.paper === 'receipt');
  await station.must(clerk, 'print.retry', { jobId: waiting?.id ?? '' });
  await allSent();
  expect(slips.jobs).toHaveLength(1);
});

test('a printer that dies in the middle leaves a job that a person must look at, and nothing is printed again by itself', async () => {
  slips.setBehaviour({ kind: 'closes_after', bytes: 100 });
  await postOne();
  await until(async () => (await jobs()).some((job) => job.state === 'unsure'));
  const job = (await jobs()).find((row) => row.paper === 'receipt');
  expect(job?.state).toBe('unsure');
  expect(slips.jobs).toHaveLength(1);
  await station.must(clerk, 'print.resolve', { jobId: job?.id ?? '', printed: true });
  expect((await jobs()).find((row) => row.id === job?.id)?.state).toBe('sent');
  expect(slips.jobs).toHaveLength(1);
});

test('the preview is drawn from the same source as the paper', async () => {
  const ticket = await postOne();
  const preview = await station.must(clerk, 'print.preview', { documentId: ticket.id, paper: 'receipt' });
  expect(preview.widthDots).toBe(576);
  expect(Buffer.from(preview.png, 'base64').subarray(1, 4).toString()).toBe('PNG');
  const label = await station.must(clerk, 'print.preview', { documentId: ticket.id, paper: 'lot_label', lotCode: ticket.lots[0] });
  expect([label.widthDots, label.heightDots]).toEqual([480, 320]);
});
