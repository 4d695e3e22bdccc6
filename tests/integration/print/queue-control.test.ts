import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PrintJob, PrinterProfile } from '../../../electron/contract/printing.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { parseEscpos, printedText } from '../../support/escpos-parser.ts';
import { COVER_OPEN, PAPER_LOW, PAPER_OUT, startFakePrinter, tsplStatus, WELL, zplStatus, type FakePrinter } from '../../support/fake-printer.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
let desk: FakePrinter;
let office: FakePrinter;
let manager: Session;
let clerk: Session;

const slip = { charset: 'gbk', density: 0, cut: 'partial', drawer: null, beeps: 0, nativeBarcode: false, answers: true } as const;
const profile = (id: string, port: number, over: Partial<PrinterProfile> = {}): PrinterProfile => ({
  id, name: id, papers: id === 'desk' ? ['receipt', 'reversal_slip'] : ['test_page'], language: 'escpos', widthMm: 80, port: { kind: 'tcp', host: '127.0.0.1', port }, mode: 'text', invert: false, nativeQr: true, slip, ...over,
});
const setUp = (...printers: PrinterProfile[]) => station.must(manager, 'printer.configure', { printers });

beforeEach(async () => {
  station = await testStation();
  desk = await startFakePrinter();
  office = await startFakePrinter();
  desk.setStatus(WELL);
  office.setStatus(WELL);
  manager = await station.as('manager');
  clerk = await station.as('clerk');
  await setUp(profile('desk', desk.port), profile('office', office.port, { widthMm: 58 }));
});
afterEach(async () => {
  await station.close();
  await desk.close();
  await office.close();
});

async function post(): Promise<string> {
  const member = await givenMember(station, clerk, '张三');
  const { productId, grades, priceE4 } = await givenGoods(station, clerk);
  const grade = grades[0] ?? '';
  return (await station.must(clerk, 'ticket.post', plainTicket(station, { memberId: member.id, productId, grade, grossGrams: 23_450, tareGrams: 900, totalFen: lineAmountFen(22_550, priceE4.get(grade) ?? 0) }))).number;
}

const jobs = async (): Promise<readonly PrintJob[]> => (await station.must(clerk, 'print.jobs', { open: false })).rows.filter((job) => job.paper === 'receipt');
const latest = async (): Promise<PrintJob> => {
  const [job] = await jobs();
  if (job === undefined) throw new Error('no job');
  return job;
};
/** So many papers of any kind are out. */
const sent = (count: number) => expect.poll(async () => (await station.must(clerk, 'print.jobs', { open: false })).rows.filter((job) => job.state === 'sent').length).toBe(count);
const printer = async (id: string) => (await station.must(clerk, 'printer.list', {})).rows.find((row) => row.id === id);
/** A third printer, of queue slips: what comes out of it shows that the spool has had its turn. */
const yard: PrinterProfile = { ...profile('yard', 1), papers: ['queue_slip'], port: { kind: 'simulator' } };
const turnOver = async (): Promise<void> => {
  const { jobId } = await station.must(clerk, 'queue.take', { memberId: null, productId: null });
  await expect.poll(async () => (await station.must(clerk, 'print.jobs', { open: false })).rows.find((job) => job.id === jobId)?.state).toBe('sent');
};
const quiet = () => new Promise((done) => setTimeout(done, 300));
const pause = (paused: boolean) => station.must(clerk, 'printer.pause', { printerId: 'desk', paused });

test('papers of a paused printer wait, also after a restart, and come out in their order once it is resumed', async () => {
  await setUp(profile('desk', desk.port), profile('office', office.port, { widthMm: 58 }), yard);
  await pause(true);
  const first = await post();
  const second = await post();
  await turnOver();
  expect(desk.jobs).toHaveLength(0);
  await station.reopen();
  clerk = await station.as('clerk');
  await turnOver();
  await turnOver();
  expect(desk.jobs).toHaveLength(0);
  expect(await printer('desk')).toMatchObject({ paused: true, waiting: 2 });
  expect((await station.must(clerk, 'system.status', {})).printer).toMatchObject({ paused: 1, failed: 0 });
  await pause(false);
  await expect.poll(async () => (await jobs()).map((job) => job.state)).toEqual(['sent', 'sent']);
  expect(desk.jobs.map((bytes) => printedText(parseEscpos(bytes, 576)).find((line) => line.includes('-T-'))?.slice(-6))).toEqual([first.slice(-6), second.slice(-6)]);
});

test('a waiting paper moves to another printer, is drawn for its width, and never comes out of the first', async () => {
  await pause(true);
  const number = await post();
  const { jobId } = await station.must(clerk, 'print.move', { jobId: (await latest()).id, printerId: 'office' });
  await expect.poll(async () => (await jobs()).find((job) => job.id === jobId)?.state).toBe('sent');
  expect(printedText(parseEscpos(office.jobs[0] ?? Buffer.alloc(0), 384)).join('\n')).toContain(number);
  await pause(false);
  await quiet();
  expect([desk.jobs.length, office.jobs.length]).toEqual([0, 1]);
  expect((await jobs()).map((job) => [job.state, job.lastError, job.copyNo])).toEqual([['sent', null, 0], ['cancelled', 'moved', 0]]);
  expect(await station.call(clerk, 'print.move', { jobId, printerId: 'desk' })).toMatchObject({ refusal: { code: 'job_not_movable' } });
});

test('the slip of a number keeps its number when it moves', async () => {
  await pause(true);
  const { label, jobId } = await station.must(clerk, 'queue.take', { memberId: null, productId: null });
  await station.must(clerk, 'print.move', { jobId, printerId: 'office' });
  await sent(1);
  expect(printedText(parseEscpos(office.jobs[0] ?? Buffer.alloc(0), 384)).join('')).toContain(label);
});

test('a slip does not move to a label printer, nor is a printer set up for papers it cannot make', async () => {
  const labels = profile('labels', office.port, { language: 'tspl', widthMm: 60, papers: ['lot_label'], slip: undefined });
  await setUp(profile('desk', desk.port), labels);
  await pause(true);
  await post();
  expect(await station.call(clerk, 'print.move', { jobId: (await latest()).id, printerId: 'labels' })).toMatchObject({ refusal: { code: 'printer_wrong_kind' } });
  expect(await station.call(manager, 'printer.configure', { printers: [{ ...labels, papers: ['lot_label', 'receipt'] }] })).toMatchObject({ refusal: { code: 'printer_wrong_kind' } });
  expect(await station.call(manager, 'printer.configure', { printers: [profile('desk', desk.port, { papers: ['lot_label'] })] })).toMatchObject({ refusal: { code: 'printer_wrong_kind' } });
});

test('a cancelled paper keeps its reason, never comes out, and is not cancelled twice', async () => {
  await setUp(profile('desk', desk.port), profile('office', office.port), yard);
  await pause(true);
  await post();
  const { id } = await latest();
  await station.must(clerk, 'print.cancel', { jobId: id, reason: '社员不要小票' });
  await pause(false);
  await turnOver();
  await turnOver();
  expect(desk.jobs).toHaveLength(0);
  expect(await latest()).toMatchObject({ state: 'cancelled', lastError: '社员不要小票' });
  expect(await station.call(clerk, 'print.cancel', { jobId: id, reason: '再来' })).toMatchObject({ refusal: { code: 'job_sent' } });
  expect(await station.call(clerk, 'print.retry', { jobId: id })).toMatchObject({ refusal: { code: 'job_not_failed' } });
});

test('a paper that was on its way when the program died is perhaps printed: nothing but a person sends it again, and then once', async () => {
  await pause(true);
  await post();
  station.core.station.db.file.exec("UPDATE print_job SET state = 'sending' WHERE paper = 'receipt'");
  await station.reopen();
  [clerk, manager] = [await station.as('clerk'), await station.as('manager')];
  const { id } = await latest();
  expect(await latest()).toMatchObject({ state: 'unsure', lastError: 'core_lost' });
  await setUp(profile('desk', desk.port), profile('office', office.port, { widthMm: 58 }), yard);
  await pause(false);
  await turnOver();
  expect(desk.jobs).toHaveLength(0);
  expect(await station.call(clerk, 'print.move', { jobId: id, printerId: 'office' })).toMatchObject({ refusal: { code: 'job_not_movable' } });
  expect(await station.call(clerk, 'print.retry', { jobId: id })).toMatchObject({ refusal: { code: 'job_not_failed' } });
  await station.must(clerk, 'print.resolve', { jobId: id, printed: false });
  await expect.poll(async () => (await latest()).state).toBe('sent');
  expect([desk.jobs.length, (await latest()).copyNo]).toEqual([1, 0]);
  expect(await station.call(clerk, 'print.resolve', { jobId: id, printed: false })).toMatchObject({ refusal: { code: 'job_not_unsure' } });
});

test('of a paper that came out a person says so, and it never comes out again', async () => {
  await setUp(profile('desk', desk.port), profile('office', office.port, { widthMm: 58 }), yard);
  await pause(true);
  await post();
  station.core.station.db.file.exec("UPDATE print_job SET state = 'unsure' WHERE paper = 'receipt'");
  await station.must(clerk, 'print.resolve', { jobId: (await latest()).id, printed: true });
  await pause(false);
  await turnOver();
  expect((await latest()).state).toBe('sent');
  expect(desk.jobs).toHaveLength(0);
});

test('a paper under way is not cancelled: what has begun to come out cannot be called back', async () => {
  desk.setBehaviour({ kind: 'hangs' });
  await setUp(profile('desk', desk.port, { mode: 'raster' }), profile('office', office.port));
  await post();
  await expect.poll(async () => (await latest()).state).toBe('sending');
  expect(await station.call(clerk, 'print.cancel', { jobId: (await latest()).id, reason: '不要了' })).toMatchObject({ refusal: { code: 'job_sent' } });
  expect(await station.call(clerk, 'print.retry', { jobId: (await latest()).id })).toMatchObject({ refusal: { code: 'job_not_failed' } });
  desk.goOn();
});

test('without paper the slip waits and says so; when paper is in, it comes out by itself, once', async () => {
  desk.setStatus(PAPER_OUT);
  await post();
  await expect.poll(latest).toMatchObject({ state: 'waiting', lastError: 'printer_paper_out' });
  expect(await printer('desk')).toMatchObject({ state: 'trouble', condition: 'paper_out' });
  expect((await station.must(clerk, 'system.status', {})).printer).toMatchObject({ state: 'trouble', condition: 'paper_out', failed: 0, unsure: 0 });
  station.clock.forward(5_000);
  await expect.poll(latest).toMatchObject({ attempts: 2, state: 'waiting' });
  expect(desk.jobs).toHaveLength(0);
  desk.setStatus(PAPER_LOW);
  station.clock.forward(5_000);
  await expect.poll(async () => (await latest()).state).toBe('sent');
  expect(desk.jobs).toHaveLength(1);
  expect(await printer('desk')).toMatchObject({ state: 'ready', condition: 'paper_low' });
  desk.setStatus(COVER_OPEN);
  expect(await station.must(clerk, 'printer.ask', { printerId: 'desk' })).toEqual({ condition: 'cover_open' });
});

test.each([
  ['tspl', tsplStatus(0x04), tsplStatus(0x20)],
  ['zpl', zplStatus({ paperOut: true, paused: true }), zplStatus()],
] as const)('without labels a %s printer is sent nothing; when the roll is in, the label comes out by itself, once', async (language, without, loaded) => {
  office.setLabelStatus(without);
  await setUp(profile('desk', desk.port), profile('labels', office.port, {
    language, widthMm: 60, mode: 'raster', papers: ['member_card'], slip: undefined, label: { media: 'gap', darkness: 'usual', speed: 'usual', transfer: 'hex', answers: true },
  }));
  const member = await givenMember(station, clerk, '张三');
  const { jobId } = await station.must(clerk, 'print.label', { order: { kind: 'member_card', memberId: member.id } });
  const card = async () => (await station.must(clerk, 'print.jobs', { open: false })).rows.find((job) => job.id === jobId);
  await expect.poll(card).toMatchObject({ state: 'waiting', lastError: 'printer_paper_out' });
  expect(await printer('labels')).toMatchObject({ state: 'trouble', condition: 'paper_out' });
  expect(office.jobs).toEqual([]);
  office.setLabelStatus(loaded);
  station.clock.forward(5_000);
  await expect.poll(card).toMatchObject({ state: 'sent' });
  expect(await printer('labels')).toMatchObject({ state: 'ready', condition: 'well' });
  expect(office.jobs).toHaveLength(1);
});

test('settings that change while a paper waits change the paper; what was drawn before stays in the books', async () => {
  desk.setStatus(COVER_OPEN);
  await post();
  await expect.poll(async () => (await latest()).lastError).toBe('printer_cover_open');
  desk.setStatus(WELL);
  await setUp(profile('desk', desk.port, { mode: 'raster', nativeQr: false }));
  await expect.poll(async () => (await jobs()).map((job) => job.state)).toEqual(['sent', 'cancelled']);
  expect(parseEscpos(desk.jobs[0] ?? Buffer.alloc(0), 576).some((part) => part.kind === 'line')).toBe(false);
  expect(desk.jobs).toHaveLength(1);
});

test('each kind of paper comes out, without a question, of the printer chosen for it', async () => {
  await setUp(profile('desk', desk.port), profile('office', office.port, { papers: ['queue_slip'] }));
  await post();
  await station.must(clerk, 'queue.take', { memberId: null, productId: null });
  await sent(2);
  expect([desk.jobs.length, office.jobs.length]).toEqual([1, 1]);
  expect(printedText(parseEscpos(desk.jobs[0] ?? Buffer.alloc(0), 576)).join('')).toContain('过磅单');
  expect(printedText(parseEscpos(office.jobs[0] ?? Buffer.alloc(0), 576)).join('')).toContain('排队');
  await setUp(profile('desk', desk.port));
  await station.must(clerk, 'queue.take', { memberId: null, productId: null });
  await sent(3);
  expect(desk.jobs).toHaveLength(2);
});

test('a paper that is drawn anew keeps its place before the younger ones', async () => {
  desk.setStatus(COVER_OPEN);
  const first = await post();
  await expect.poll(async () => (await latest()).lastError).toBe('printer_cover_open');
  station.clock.forward(1_000);
  const second = await post();
  desk.setStatus(WELL);
  await setUp(profile('desk', desk.port, { nativeQr: false }));
  await sent(2);
  const numbers = desk.jobs.map((bytes) => printedText(parseEscpos(bytes, 576)).join('\n'));
  expect([numbers[0]?.includes(first), numbers[1]?.includes(second)]).toEqual([true, true]);
});

test('a test page waits for nobody and mixes with no paper that is on its way', async () => {
  desk.setBehaviour({ kind: 'keeps_open' });
  await post();
  await expect.poll(async () => (await latest()).state).toBe('sending');
  expect(await station.call(manager, 'printer.test', { printerId: 'desk' })).toMatchObject({ fault: { code: 'printer_refused' } });
  await expect.poll(async () => (await latest()).state).toBe('sent');
  expect(await station.must(manager, 'printer.test', { printerId: 'desk' })).toMatchObject({ bytes: desk.jobs[1]?.length });
});

test('papers of a printer that is taken away come out of the one that takes its place', async () => {
  await pause(true);
  await post();
  await setUp(profile('office', office.port, { papers: ['receipt'] }));
  await expect.poll(async () => (await latest()).state).toBe('sent');
  expect([desk.jobs.length, office.jobs.length]).toEqual([0, 1]);
});

test('the books themselves refuse a second original of a paper', async () => {
  await post();
  await expect.poll(async () => (await latest()).state).toBe('sent');
  const { db } = station.core.station;
  const again = "INSERT INTO print_job SELECT NULL, 'second', document_id, settlement_id, lot_id, paper, locale, layout_version, copy_no, printer_id, 'waiting', 0, NULL, created_at, created_by, next_at, NULL, NULL FROM print_job WHERE paper = 'receipt' LIMIT 1";
  expect(() => db.file.exec(again)).toThrow(/UNIQUE/u);
});
