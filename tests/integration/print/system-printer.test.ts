import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PagePrinted } from '../../../electron/contract/control.ts';
import type { PrinterProfile } from '../../../electron/contract/printing.ts';
import type { PagePrinting } from '../../../electron/core/host/core-host.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { SHEET_LAYOUTS } from '../../../electron/core/documents/layout-versions.ts';
import { quietHost } from '../../support/quiet-host.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { refusedWith } from '../../support/tickets.ts';

/** The shell's side of the line: a computer with one printer, which may be taken away or turn a page down. */
class FakeSystem implements PagePrinting {
  readonly papers: Array<{ readonly pdf: string; readonly printer: string }> = [];
  known = ['办公室 HP'];
  turnsDown = false;

  printers = async () => this.known.map((name) => ({ name, shownName: name, isDefault: true }));

  print = async (pdf: Uint8Array, printer: string): Promise<PagePrinted> => {
    if (!this.known.includes(printer)) return 'missing';
    if (this.turnsDown) return 'refused';
    this.papers.push({ pdf: Buffer.from(pdf).toString(), printer });
    return 'sent';
  };
}

let system: FakeSystem;
let station: TestStation;
let manager: Session;
beforeEach(() => { system = new FakeSystem(); });
afterEach(() => station.close());

const office: PrinterProfile = { id: 'office', name: '办公室', papers: ['price_board', 'test_page'], language: 'page', widthMm: 210, port: { kind: 'system', name: '办公室 HP' }, mode: 'raster', invert: false, nativeQr: false };

/** Stands for the PDF of a page: its words behind a name that only drawing gives them. */
const drawn = (html: string): Promise<Uint8Array> => Promise.resolve(Buffer.from(`%PDF-1.7 ${html}`));

async function open(pages: PagePrinting | null): Promise<void> {
  station = await testStation({ host: pages === null ? quietHost : { ...quietHost, htmlToPdf: drawn, pages } });
  manager = await station.as('manager');
}
const job = async (id: string) => (await station.must(manager, 'print.jobs', { open: false })).rows.find((row) => row.id === id);

test('a page goes to the printer chosen for it without a question, and is sent, never more', async () => {
  await open(system);
  expect(await station.must(manager, 'printer.system', {})).toEqual({ printers: [{ name: '办公室 HP', shownName: '办公室 HP', isDefault: true }] });
  expect(await station.call(manager, 'sheet.toPrinter', { order: { kind: 'price_board' } })).toMatchObject(refusedWith('page_printer_none'));
  await station.must(manager, 'printer.configure', { printers: [office] });
  const { jobId, printer } = await station.must(manager, 'sheet.toPrinter', { order: { kind: 'price_board' } });
  expect(printer).toBe('办公室');
  await expect.poll(async () => (await job(jobId))?.state).toBe('sent');
  expect(system.papers.map(({ printer: name }) => name)).toEqual(['办公室 HP']);
  expect(system.papers[0]?.pdf).toMatch(/^%PDF-1\.7 [^]*今日收购价/);
  expect(system.papers[0]?.pdf).not.toContain('副本');
  const kept = station.core.station.db.file.prepare("SELECT layout_version AS version, page_sha256 AS page, pdf_sha256 AS pdf FROM sheet WHERE kind = 'price_board'").all();
  expect(kept).toEqual([{ version: SHEET_LAYOUTS.price_board, page: expect.any(String), pdf: createHash('sha256').update(system.papers[0]?.pdf ?? '').digest('hex') }]);
  expect((await station.must(manager, 'printer.list', {})).rows[0]).toMatchObject({ id: 'office', condition: null });
  await station.must(manager, 'printer.test', { printerId: 'office' });
  expect(system.papers[1]?.pdf).toContain('中文测试');
});

test('the board of the same prices is a marked copy the second time, also as a file; other prices make another board', async () => {
  await open(system);
  await station.must(manager, 'printer.configure', { printers: [office] });
  const order = { kind: 'price_board', language: 'both' } as const;
  const first = await station.must(manager, 'sheet.toPrinter', { order });
  await expect.poll(async () => (await job(first.jobId))?.state).toBe('sent');
  for (const words of ['今日收购价', "Today&#39;s prices", '元/斤', 'yuan/jin']) expect(system.papers[0]?.pdf).toContain(words);
  expect(await station.must(manager, 'sheet.print', { order })).toMatchObject({ copyNo: 1 });
  expect(await station.must(manager, 'sheet.toPrinter', { order })).toMatchObject({ copyNo: 2 });
  await expect.poll(() => system.papers.length).toBe(2);
  expect(system.papers[1]?.pdf).toMatch(/副本 第2次/u);
  expect(await station.must(manager, 'sheet.toPrinter', { order: { kind: 'price_board', language: 'zh' } })).toMatchObject({ copyNo: 0 });
  const [row] = (await station.must(manager, 'price.board', {})).rows;
  station.clock.forward(60_000);
  await station.must(manager, 'price.publish', { note: null, rows: [{ productId: row?.productId ?? '', grade: row?.grade ?? '', priceE4: (row?.priceE4 ?? 0) + 1_000 }] });
  expect(await station.must(manager, 'sheet.preview', { order })).toMatchObject({ copyNo: 0 });
});

test('a character that no font has is boxed on the price board, and the window is told which', async () => {
  await open(system);
  const [product] = (await station.must(manager, 'product.list', {})).rows;
  if (product === undefined) throw new Error('no product');
  const { id, version, nameEn, mode, cycle, tradedUnit, resolutionGrams, lossToleranceBp } = product;
  await station.must(manager, 'product.save', { id, expectedVersion: version, nameZh: '𰀁薯', nameEn, mode, cycle, tradedUnit, resolutionGrams, lossToleranceBp, active: true });
  const board = await station.must(manager, 'sheet.preview', { order: { kind: 'price_board', language: 'zh' } });
  expect(board.boxed).toEqual(['U+30001']);
  expect(board.body).toContain('<span class="box-code">U+30001</span>薯');
});

test('a printer that is not there gets nothing and the page waits; one that turns it down leaves it to a person', async () => {
  await open(system);
  await station.must(manager, 'printer.configure', { printers: [office] });
  system.known = [];
  const waits = await station.must(manager, 'sheet.toPrinter', { order: { kind: 'price_board' } });
  await expect.poll(async () => (await job(waits.jobId))?.lastError).toBe('system_printer_missing');
  expect(await job(waits.jobId)).toMatchObject({ state: 'waiting' });
  system.known = ['办公室 HP'];
  await station.must(manager, 'print.retry', { jobId: waits.jobId });
  await expect.poll(async () => (await job(waits.jobId))?.state).toBe('sent');
  system.turnsDown = true;
  const looked = await station.must(manager, 'sheet.toPrinter', { order: { kind: 'price_board' } });
  await expect.poll(async () => (await job(looked.jobId))?.state).toBe('unsure');
  expect(system.papers).toHaveLength(1);
});

test('where no window is there nothing is drawn and nothing queued, it says so, and nobody can be asked for printers', async () => {
  await open(null);
  expect(await station.must(manager, 'printer.system', {})).toEqual({ printers: null });
  await station.must(manager, 'printer.configure', { printers: [office] });
  expect(await station.call(manager, 'sheet.toPrinter', { order: { kind: 'price_board' } })).toMatchObject({ ok: false, fault: { code: 'window_missing' } });
  expect((await station.must(manager, 'print.jobs', { open: false })).rows).toEqual([]);
  expect(await station.call(manager, 'printer.test', { printerId: 'office' })).toMatchObject({ ok: false, fault: { code: 'window_missing' } });
});

test('pages, slips and labels each keep to their printers', async () => {
  await open(system);
  const refused = async (printer: PrinterProfile): Promise<void> => expect(await station.call(manager, 'printer.configure', { printers: [printer] })).toMatchObject(refusedWith('printer_wrong_kind'));
  await refused({ ...office, papers: ['receipt'] });
  await refused({ ...office, papers: ['lot_label'] });
  await refused({ ...office, port: { kind: 'tcp', host: '127.0.0.1', port: 9100 } });
  await refused({ ...office, language: 'escpos', widthMm: 80, papers: ['receipt'] });
  await refused({ ...office, language: 'escpos', widthMm: 80, port: { kind: 'tcp', host: '127.0.0.1', port: 9100 } });
});
