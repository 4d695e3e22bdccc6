import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PagePrinted } from '../../../electron/contract/control.ts';
import type { PrinterProfile } from '../../../electron/contract/printing.ts';
import type { PagePrinting } from '../../../electron/core/host/core-host.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { quietHost } from '../../support/quiet-host.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { refusedWith } from '../../support/tickets.ts';

/** The shell's side of the line: a computer with one printer, which may be taken away or turn a page down. */
class FakeSystem implements PagePrinting {
  readonly pages: Array<{ readonly html: string; readonly printer: string }> = [];
  known = ['办公室 HP'];
  turnsDown = false;

  printers = async () => this.known.map((name) => ({ name, shownName: name, isDefault: true }));

  print = async (html: string, printer: string): Promise<PagePrinted> => {
    if (!this.known.includes(printer)) return 'missing';
    if (this.turnsDown) return 'refused';
    this.pages.push({ html, printer });
    return 'sent';
  };
}

let system: FakeSystem;
let station: TestStation;
let manager: Session;
beforeEach(() => { system = new FakeSystem(); });
afterEach(() => station.close());

const office: PrinterProfile = { id: 'office', name: '办公室', papers: ['price_board', 'test_page'], language: 'page', widthMm: 210, port: { kind: 'system', name: '办公室 HP' }, mode: 'raster', invert: false, nativeQr: false };

async function open(pages: PagePrinting | null): Promise<void> {
  station = await testStation({ host: pages === null ? quietHost : { ...quietHost, pages } });
  manager = await station.as('manager');
}
const job = async (id: string) => (await station.must(manager, 'print.jobs', { open: false })).rows.find((row) => row.id === id);

test('a page goes to the printer chosen for it without a question, and is sent, never more', async () => {
  await open(system);
  expect(await station.must(manager, 'printer.system', {})).toEqual({ printers: [{ name: '办公室 HP', shownName: '办公室 HP', isDefault: true }] });
  expect(await station.call(manager, 'print.page', { page: { kind: 'price_board' } })).toMatchObject(refusedWith('page_printer_none'));
  await station.must(manager, 'printer.configure', { printers: [office] });
  const { jobId, printer } = await station.must(manager, 'print.page', { page: { kind: 'price_board' } });
  expect(printer).toBe('办公室');
  await expect.poll(async () => (await job(jobId))?.state).toBe('sent');
  expect(system.pages.map((page) => page.printer)).toEqual(['办公室 HP']);
  expect(system.pages[0]?.html).toContain('今日收购价');
  const kept = station.core.station.db.file.prepare("SELECT format, cast(bytes AS TEXT) AS html FROM kept_paper WHERE paper = 'price_board'").all();
  expect(kept).toEqual([{ format: 'page', html: system.pages[0]?.html }]);
  expect((await station.must(manager, 'printer.list', {})).rows[0]).toMatchObject({ id: 'office', condition: null });
  await station.must(manager, 'printer.test', { printerId: 'office' });
  expect(system.pages[1]?.html).toContain('中文测试');
});

test('a character that no font has is boxed on the page, and the printing list and the kept file say which', async () => {
  system = new FakeSystem();
  station = await testStation({ host: { ...quietHost, pages: system, htmlToPdf: (html) => { drawn.push(html); return Promise.resolve(Buffer.from('%PDF')); } } });
  manager = await station.as('manager');
  const drawn: string[] = [];
  const [product] = (await station.must(manager, 'product.list', {})).rows;
  if (product === undefined) throw new Error('no product');
  const { id, version, nameEn, mode, cycle, tradedUnit, resolutionGrams, lossToleranceBp } = product;
  await station.must(manager, 'product.save', { id, expectedVersion: version, nameZh: '𠮷薯', nameEn, mode, cycle, tradedUnit, resolutionGrams, lossToleranceBp, active: true });
  expect(await station.must(manager, 'price.boardPdf', { locale: 'zh' })).toMatchObject({ boxed: ['U+20BB7'] });
  expect(drawn[0]).toContain('<span class="box-code">U+20BB7</span>薯');
  await station.must(manager, 'printer.configure', { printers: [office] });
  const { jobId } = await station.must(manager, 'print.page', { page: { kind: 'price_board' } });
  await expect.poll(async () => (await job(jobId))?.state).toBe('sent');
  expect(await job(jobId)).toMatchObject({ boxed: ['U+20BB7'] });
  expect(system.pages[0]?.html).toBe(drawn[0]);
});

test('a printer that is not there gets nothing and the page waits; one that turns it down leaves it to a person', async () => {
  await open(system);
  await station.must(manager, 'printer.configure', { printers: [office] });
  system.known = [];
  const waits = await station.must(manager, 'print.page', { page: { kind: 'price_board' } });
  await expect.poll(async () => (await job(waits.jobId))?.lastError).toBe('system_printer_missing');
  expect(await job(waits.jobId)).toMatchObject({ state: 'waiting' });
  system.known = ['办公室 HP'];
  await station.must(manager, 'print.retry', { jobId: waits.jobId });
  await expect.poll(async () => (await job(waits.jobId))?.state).toBe('sent');
  system.turnsDown = true;
  const looked = await station.must(manager, 'print.page', { page: { kind: 'price_board' } });
  await expect.poll(async () => (await job(looked.jobId))?.state).toBe('unsure');
  expect(system.pages).toHaveLength(1);
});

test('where no window is there the page waits and says so, and nobody can be asked for printers', async () => {
  await open(null);
  expect(await station.must(manager, 'printer.system', {})).toEqual({ printers: null });
  await station.must(manager, 'printer.configure', { printers: [office] });
  const { jobId } = await station.must(manager, 'print.page', { page: { kind: 'price_board' } });
  await expect.poll(async () => (await job(jobId))?.lastError).toBe('window_missing');
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
