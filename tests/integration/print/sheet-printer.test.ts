import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PagePrinted } from '../../../electron/contract/control.ts';
import type { PrinterProfile } from '../../../electron/contract/printing.ts';
import type { InputOf } from '../../../electron/contract/operations.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { quietHost } from '../../support/quiet-host.ts';
import { testStation, type TestStation } from '../../support/station.ts';
import { refusedWith } from '../../support/tickets.ts';

type Order = InputOf<'sheet.toPrinter'>['order'];

/** What printers were given, as text; the page stands in what the drawing made of it. */
const papers: Array<{ readonly printer: string; readonly pdf: string }> = [];
let fate: PagePrinted = 'sent';
let drawings = 0;
let station: TestStation;
let office: Session;
let note: Order;

const print = async (pdf: Uint8Array, printer: string): Promise<PagePrinted> => {
  if (fate === 'sent') papers.push({ printer, pdf: Buffer.from(pdf).toString() });
  return fate;
};
const draw = (html: string): Promise<Uint8Array> => {
  drawings += 1;
  return Promise.resolve(Buffer.from(`%PDF-1.7 drawing ${drawings} ${html}`));
};
const page = (id: string, name: string, kinds: PrinterProfile['papers']): PrinterProfile => ({ id, name, papers: kinds, language: 'page', widthMm: 210, port: { kind: 'system', name }, mode: 'raster', invert: false, nativeQr: false });
const a5 = page('a5', '小激光', ['purchase_note', 'grading_sheet']);
const a4 = page('a4', '办公室', ['statement', 'day_sheet', 'notice', 'purchase_note']);

beforeAll(async () => {
  station = await testStation({ host: { ...quietHost, htmlToPdf: draw, pages: { printers: () => Promise.resolve([]), print } } });
  office = await station.as('accountant');
  note = await noteOf('欧阳建国');
}, 60_000);
afterAll(() => station.close());

/** The purchase note of a new delivery. */
async function noteOf(name: string): Promise<Order> {
  const clerk = await station.as('clerk');
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  const seller = await givenMember(station, clerk, name);
  const ticket = await station.must(clerk, 'ticket.post', plainTicket(station, { memberId: seller.id, productId: goods.productId, grade, grossGrams: 41_500, tareGrams: 1_500, totalFen: lineAmountFen(40_000, goods.priceE4.get(grade) ?? 0) }));
  return { kind: 'purchase_note', ticketId: ticket.id, language: 'zh', size: 'A5' };
}

const toPrinter = (order: Order) => station.must(office, 'sheet.toPrinter', { order });
const job = async (id: string) => (await station.must(office, 'print.jobs', { open: false })).rows.find((row) => row.id === id);
const sent = (id: string) => expect.poll(async () => (await job(id))?.state).toBe('sent');
const rows = (sql: string): unknown[] => station.core.station.db.file.prepare(sql).all();

test('a sheet goes to the printer chosen for its kind, as the original once, whichever way it leaves', async () => {
  expect(await station.call(office, 'sheet.toPrinter', { order: note })).toMatchObject(refusedWith('page_printer_none'));
  expect(rows('SELECT * FROM sheet_print')).toEqual([]);
  await station.must(await station.as('manager'), 'printer.configure', { printers: [a5, a4] });
  const first = await toPrinter(note);
  expect(first).toMatchObject({ printer: '小激光', copyNo: 0 });
  await sent(first.jobId);
  expect(await job(first.jobId)).toMatchObject({ paper: 'purchase_note', copyNo: 0, documentNumber: expect.stringContaining('-T-') });
  expect(papers).toEqual([{ printer: '小激光', pdf: expect.stringMatching(/^%PDF-1\.7 drawing 1 [^]*欧阳建国/) }]);
  expect(papers[0]?.pdf).not.toContain('副本');
  expect(await station.must(office, 'sheet.preview', { order: note })).toMatchObject({ copyNo: 1 });
  const file = await station.must(office, 'sheet.print', { order: note });
  expect([file.copyNo, Buffer.from(file.pdf, 'base64').toString().includes('副本 第1次')]).toEqual([1, true]);
  const second = await toPrinter(note);
  await sent(second.jobId);
  expect(second.copyNo).toBe(2);
  for (const piece of ['副本 第2次', '李会计', '2026-11-20']) expect(papers[1]?.pdf).toContain(piece);
});

test('a sheet that was saved first leaves the printer as a copy', async () => {
  const day: Order = { kind: 'day', date: '2026-11-20', language: 'zh' };
  expect(await station.must(office, 'sheet.print', { order: day })).toMatchObject({ copyNo: 0 });
  const { jobId, copyNo } = await toPrinter(day);
  await sent(jobId);
  expect([copyNo, papers.at(-1)?.printer, papers.at(-1)?.pdf.includes('副本 第1次')]).toEqual([1, '办公室', true]);
});

test('what a printer did not take is sent again as it was, also by another printer and after a restart; nothing of it stands in clear', async () => {
  fate = 'missing';
  const [original, copy] = [await toPrinter(await noteOf('欧阳建军')), await toPrinter(note)];
  await expect.poll(async () => (await job(original.jobId))?.lastError).toBe('system_printer_missing');
  const before = papers.length;
  expect([original.copyNo, copy.copyNo]).toEqual([0, 3]);
  for (const row of rows('SELECT pdf FROM sheet_copy UNION ALL SELECT pdf FROM sheet') as Array<{ pdf: Buffer }>) expect([row.pdf.includes('欧阳建国'), row.pdf.includes('%PDF')]).toEqual([false, false]);
  await station.reopen();
  office = await station.as('accountant');
  fate = 'sent';
  const moved = await station.must(office, 'print.move', { jobId: original.jobId, printerId: 'a4' });
  await sent(moved.jobId);
  // The copy stood behind it in the same queue and goes by itself now.
  await sent(copy.jobId);
  const out = papers.slice(before);
  expect(out.map(({ printer }) => printer).toSorted()).toEqual(['办公室', '小激光'].toSorted());
  expect(out.find(({ printer }) => printer === '办公室')?.pdf).not.toContain('副本 第');
  expect(out.find(({ printer }) => printer === '小激光')?.pdf).toContain('副本 第3次');
  expect(rows('SELECT count(*) AS n FROM (SELECT sheet_id FROM sheet_job j JOIN print_job p ON p.id = j.print_job_id WHERE p.state = \'sent\' AND j.copy_no = 0 GROUP BY sheet_id HAVING count(*) > 1)')).toEqual([{ n: 0 }]);
});

test('a sheet whose order is cancelled never comes out as a second original', async () => {
  await station.must(await station.as('manager'), 'printer.pause', { printerId: 'a5', paused: true });
  const grading: Order = { kind: 'grading', ticketId: note.kind === 'purchase_note' ? note.ticketId : '', language: 'zh', size: 'A5' };
  const waiting = await toPrinter(grading);
  expect(waiting.copyNo).toBe(0);
  await station.must(office, 'print.cancel', { jobId: waiting.jobId, reason: '不要了' });
  expect(await station.must(office, 'sheet.print', { order: grading })).toMatchObject({ copyNo: 1 });
});
