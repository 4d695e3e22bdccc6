import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PrintJob, PrinterProfile } from '../../../electron/contract/printing.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { parseEscpos, printedText } from '../../support/escpos-parser.ts';
import { startFakePrinter, type FakePrinter } from '../../support/fake-printer.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { testStation, type TestStation } from '../../support/station.ts';
import { parseTspl } from '../../support/tspl-parser.ts';

let station: TestStation;
let desk: FakePrinter;
let office: FakePrinter;
let manager: Session;
let clerk: Session;
let posted = 0;
let from = { desk: 0, office: 0 };

const profile = (id: string, port: number, over: Partial<PrinterProfile> = {}): PrinterProfile => ({
  id, name: id, papers: id === 'desk' ? ['receipt', 'reversal_slip'] : ['test_page'], language: 'escpos', widthMm: 80, port: { kind: 'tcp', host: '127.0.0.1', port }, mode: 'text', invert: false, nativeQr: true, ...over,
});
const asLabels: Partial<PrinterProfile> = { language: 'tspl', widthMm: 60, papers: ['lot_label'], nativeQr: false };
const setUp = (...printers: PrinterProfile[]) => station.must(manager, 'printer.configure', { printers });
const pause = (paused: boolean) => station.must(clerk, 'printer.pause', { printerId: 'desk', paused });

beforeAll(async () => {
  station = await testStation();
  desk = await startFakePrinter();
  office = await startFakePrinter();
  manager = await station.as('manager');
  clerk = await station.as('clerk');
});
afterAll(async () => {
  await station.close();
  await desk.close();
  await office.close();
});
beforeEach(async () => {
  await setUp(profile('desk', desk.port), profile('office', office.port));
  await pause(false);
  desk.setBehaviour({ kind: 'well' });
  from = { desk: desk.jobs.length, office: office.jobs.length };
});

async function post() {
  posted += 1;
  const member = await givenMember(station, clerk, `张${posted}`);
  const { productId, grades, priceE4 } = await givenGoods(station, clerk);
  const grade = grades[0] ?? '';
  return station.must(clerk, 'ticket.post', plainTicket(station, { memberId: member.id, productId, grade, grossGrams: 23_450, tareGrams: 900, totalFen: lineAmountFen(22_550, priceE4.get(grade) ?? 0) }));
}

const jobs = async (): Promise<readonly PrintJob[]> => (await station.must(clerk, 'print.jobs', { open: false })).rows;
const latest = async (paper = 'receipt'): Promise<PrintJob> => {
  const job = (await jobs()).find((candidate) => candidate.paper === paper);
  if (job === undefined) throw new Error('no job');
  return job;
};
/** The slips, and the labels, that came out of a printer in this test. */
const out = (printer: 'desk' | 'office') => ({ desk, office })[printer].jobs.slice(from[printer]);
const isSlip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('hex') === '1b40';
const slips = (printer: 'desk' | 'office') => out(printer).filter(isSlip);
const drawn = (jobId: string) => station.core.station.db.file.prepare('SELECT k.layout_version AS kept, j.layout_version AS job FROM kept_paper k JOIN print_job j ON j.id = k.print_job_id WHERE j.ulid = ?').get(jobId) as { kept: number; job: number } | undefined;
const text = (bytes: Buffer | undefined, dots: 384 | 576 = 576): string => printedText(parseEscpos(bytes ?? Buffer.alloc(0), dots)).join('\n');

/** A receipt that broke off: nobody knows whether it lies there. */
async function unsure() {
  desk.setBehaviour({ kind: 'closes_after', bytes: 10 });
  const ticket = await post();
  await expect.poll(async () => (await latest()).state).toBe('unsure');
  desk.setBehaviour({ kind: 'well' });
  from.desk = desk.jobs.length;
  return { ticket, jobId: (await latest()).id };
}

test('a receipt whose printer became a label printer waits for one that prints receipts; the label printer gets labels alone', async () => {
  await pause(true);
  const ticket = await post();
  await setUp(profile('desk', desk.port, asLabels));
  await pause(false);
  await expect.poll(async () => (await latest('lot_label')).state).toBe('sent');
  expect(await latest()).toMatchObject({ state: 'waiting', printer: null, documentNumber: ticket.number });
  expect(out('desk').length).toBeGreaterThan(0);
  expect(() => out('desk').map((bytes) => parseTspl(bytes))).not.toThrow();
  await setUp(profile('desk', desk.port, asLabels), profile('office', office.port, { papers: ['receipt'] }));
  await expect.poll(async () => (await latest()).state).toBe('sent');
  expect(text(slips('office')[0])).toContain(ticket.number);
  expect([slips('desk').length, slips('office').length]).toEqual([0, 1]);
});

test('a kind of paper that is taken from a printer is taken with the papers that wait there', async () => {
  await pause(true);
  await post();
  await setUp(profile('desk', desk.port, { papers: ['reversal_slip'] }), profile('office', office.port, { papers: ['receipt'] }));
  await expect.poll(async () => (await latest()).state).toBe('sent');
  await pause(false);
  expect([slips('desk').length, slips('office').length]).toEqual([0, 1]);
});

test('a paper that is not there after all is drawn anew where its printer was set up anew meanwhile', async () => {
  const { ticket, jobId } = await unsure();
  await setUp(profile('desk', desk.port, { widthMm: 58 }));
  expect((await jobs()).find((job) => job.id === jobId)?.state).toBe('unsure');
  await station.must(clerk, 'print.resolve', { jobId, printed: false });
  await expect.poll(async () => (await latest()).state).toBe('sent');
  expect((await jobs()).find((job) => job.id === jobId)).toMatchObject({ state: 'cancelled', lastError: 'redrawn' });
  expect(slips('desk')).toHaveLength(1);
  expect(text(slips('desk')[0], 384)).toContain(ticket.number);
  expect(text(slips('desk')[0], 384)).not.toContain('副本');
});

test('a paper that is not there after all comes out elsewhere where its printer makes no such papers any more', async () => {
  const { ticket, jobId } = await unsure();
  await setUp(profile('desk', desk.port, asLabels), profile('office', office.port, { papers: ['receipt'] }));
  await station.must(clerk, 'print.resolve', { jobId, printed: false });
  await expect.poll(async () => (await latest()).state).toBe('sent');
  expect(await latest()).toMatchObject({ printer: 'office', copyNo: 0 });
  expect(text(slips('office')[0])).toContain(ticket.number);
  expect(slips('desk')).toEqual([]);
});

test('what was cancelled before it came out was never printed: the next one is the original', async () => {
  await pause(true);
  const ticket = await post();
  await station.must(clerk, 'print.cancel', { jobId: (await latest()).id, reason: '不要' });
  await station.must(clerk, 'print.cancel', { jobId: (await latest('lot_label')).id, reason: '不要' });
  await pause(false);
  expect(await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'receipt' })).toMatchObject({ copyNo: 0 });
  expect(await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'lot_label', lotCode: ticket.lots[0] ?? '' })).toMatchObject({ copyNo: 0 });
  await expect.poll(async () => (await latest()).state).toBe('sent');
  expect(text(slips('desk')[0])).not.toContain('副本');
  expect(await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'receipt' })).toMatchObject({ copyNo: 1 });
});

test('what was cancelled in doubt may lie somewhere: the next one is a copy, unless a person looked first', async () => {
  const { ticket, jobId } = await unsure();
  await station.must(clerk, 'print.cancel', { jobId, reason: '不要' });
  expect(await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'receipt' })).toMatchObject({ copyNo: 1 });
  const looked = await unsure();
  await pause(true);
  await station.must(clerk, 'print.resolve', { jobId: looked.jobId, printed: false });
  await station.must(clerk, 'print.cancel', { jobId: looked.jobId, reason: '不要' });
  expect(await station.must(clerk, 'print.again', { documentId: looked.ticket.id, paper: 'receipt' })).toMatchObject({ copyNo: 0 });
  await pause(false);
});

test('whatever is printed of a ticket after it was voided says so and names the document that voided it', async () => {
  const ticket = await post();
  await expect.poll(async () => (await latest()).state).toBe('sent');
  expect(slips('desk').map((bytes) => text(bytes)).join('')).not.toContain('作废');
  await pause(true);
  const late = await post();
  const [first, second] = [await station.must(clerk, 'ticket.reverse', { id: ticket.id, reason: '称错' }, { approval: station.approval('accountant') }), await station.must(clerk, 'ticket.reverse', { id: late.id, reason: '称错' }, { approval: station.approval('accountant') })];
  await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'receipt' });
  const narrow = await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'receipt', locale: 'en' });
  await setUp(profile('desk', desk.port), profile('office', office.port, { widthMm: 58 }));
  await station.must(clerk, 'print.move', { jobId: narrow.jobId, printerId: 'office' });
  await pause(false);
  await expect.poll(async () => (await station.must(clerk, 'print.jobs', { open: true })).rows.filter((job) => job.printer !== null && job.state !== 'unsure'), { timeout: 10_000 }).toEqual([]);
  const slipOf = (number: string): string => slips('desk').map((bytes) => text(bytes)).findLast((slip) => slip.includes('过磅单') && slip.includes(number)) ?? '';
  const [original, copy] = [slipOf(late.number), slipOf(ticket.number)];
  expect(copy).toMatch(new RegExp(`副本 第1次[^]*已作废[^]*见 ${first.number}`, 'u'));
  expect(original).toMatch(new RegExp(`已作废[^]*见 ${second.number}`, 'u'));
  expect(original).not.toContain('副本');
  expect(text(slips('office')[0], 384)).toMatch(new RegExp(`COPY 2[^]*VOID[^]*${first.number}`, 'u'));
});

test('the version of the layout that a paper was drawn in is kept with slip and label', async () => {
  await setUp(profile('desk', desk.port), profile('office', office.port, asLabels));
  await post();
  await expect.poll(async () => [(await latest()).state, (await latest('lot_label')).state]).toEqual(['sent', 'sent']);
  const { LAYOUT_VERSIONS } = await import('../../../electron/core/documents/layout-versions.ts');
  for (const [paper, layout] of [['receipt', LAYOUT_VERSIONS.ticketReceipt], ['lot_label', LAYOUT_VERSIONS.lotLabel]] as const) {
    const kept = drawn((await latest(paper)).id);
    expect([kept?.kept, kept?.job]).toEqual(Array.from({ length: 2 }, () => Number(layout.split('-').at(-1))));
  }
});
