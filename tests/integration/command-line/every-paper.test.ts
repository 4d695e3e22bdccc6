import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InputOf } from '../../../electron/contract/operations.ts';
import { paperKind, pagePapers, type PaperKind, type PrinterProfile } from '../../../electron/contract/printing.ts';
import { sheetOrder, type SheetOrder } from '../../../electron/contract/sheet.ts';
import { slipPaper } from '../../../electron/contract/slip-layout.ts';
import { jobIn } from '../../../electron/core/cli/print-render.ts';
import { sampleRequest } from '../../../electron/core/cli/print-sample.ts';
import { readOptions } from '../../../electron/core/cli/options.ts';
import { sheetIn } from '../../../electron/core/cli/print-sheet.ts';
import { Refusal } from '../../../electron/core/rpc/refusal.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { quietHost } from '../../support/quiet-host.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

/** How the bytes of each form begin. */
const starts: Readonly<Record<string, string>> = { escpos: '\x1b@', tspl: 'SIZE ', zpl: '^XA', epl2: '\r\nq', cpcl: '! 0 ', png: '\x89PNG', pdf: '%PDF', html: '<!doctype html>' };
const forms = Object.keys(starts);
const ofSlips = ['escpos', 'png'];
const ofLabels = ['tspl', 'zpl', 'epl2', 'cpcl', 'png'];
const slips: readonly PaperKind[] = slipPaper.options;
const labels: readonly PaperKind[] = ['lot_label', 'sample_label', 'crate_label', 'crate_tag', 'parcel_label', 'member_card'];

const jobs = new Map<string, string>();
const sheets = new Map<SheetOrder['kind'], SheetOrder>();
let station: TestStation;
let clerk: Session;
let office: Session;

async function post(memberId: string, grossGrams: number, over: Partial<InputOf<'ticket.post'>> = {}): Promise<string> {
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  station.clock.forward(60_000);
  const returned = over.returnedGrams ?? 0;
  const input = plainTicket(station, { memberId, productId: goods.productId, grade, grossGrams, tareGrams: 1_500, totalFen: lineAmountFen(grossGrams - 1_500 - returned, goods.priceE4.get(grade) ?? 0) });
  return (await station.must(clerk, 'ticket.post', { ...input, ...over })).id;
}

beforeAll(async () => {
  station = await testStation({ host: { ...quietHost, htmlToPdf: () => Promise.resolve(Buffer.from('%PDF-1.7')), pages: { printers: () => Promise.resolve([]), print: () => Promise.resolve('sent') } } });
  [clerk, office] = [await station.as('clerk'), await station.as('accountant')];
  const manager = await station.as('manager');
  const page: PrinterProfile = { id: 'pages', name: '办公室', papers: [...pagePapers], language: 'page', widthMm: 210, port: { kind: 'system', name: 'HP' }, mode: 'raster', invert: false, nativeQr: false };
  await station.must(manager, 'printer.configure', { printers: [page] });
  const memberId = (await givenMember(station, clerk, '欧阳建国')).id;
  const wrong = await post(memberId, 51_500);
  await station.must(clerk, 'ticket.reverse', { id: wrong, reason: '称错' }, { approval: station.approval('accountant') });
  const ticketId = await post(memberId, 41_500, { corrects: wrong, returnedGrams: 3_000, returns: [{ grams: 3_000, reason: '有烂的' }] });
  for (const paper of ['receipt_station', 'receipt_accountant', 'return_slip'] as const) await station.must(clerk, 'print.again', { documentId: ticketId, paper });
  const crate = await station.must(manager, 'container.save', { nameZh: '蓝筐', nameEn: 'Crate', tareGrams: 1_200, active: true, returnable: true, depositFen: 0 });
  await station.must(clerk, 'crate.move', { memberId, reason: 'lent', lines: [{ containerId: crate.id, outCount: 2, inCount: 0, depositFen: 0 }] });
  await station.must(clerk, 'queue.take', { memberId, productId: null });
  await station.must(clerk, 'debt.inputCredit', { memberId, goods: '地膜', amountFen: 1_000, consent: '年底扣' }, { approval: station.approval('manager') });
  const lotCode = (await station.must(clerk, 'ticket.get', { id: ticketId })).lines[0]?.lotCode ?? '';
  await station.must(clerk, 'print.label', { order: { kind: 'member_card', memberId } });
  await station.must(clerk, 'print.label', { order: { kind: 'crate_tag', containerId: crate.id, count: 2 } });
  await station.must(clerk, 'print.label', { order: { kind: 'crate_label', lotCode } });
  await station.must(clerk, 'print.label', { order: { kind: 'parcel_label', lotCode, receiverName: '王五', receiverPhone: '13987654321', address: '贵阳', contents: '红薯', parcelCount: 1 } });
  const { productId } = await givenGoods(station, clerk);
  const draft = plainTicket(station, { memberId, productId, grade: 'G1', grossGrams: 5_000, tareGrams: 0, totalFen: 0 });
  await station.must(clerk, 'grading.takeSample', { draftId: draft.draftId, productId, owners: [memberId], place: '留样柜', keepUntil: '2026-12-20' });
  const batchId = await calculatedBatch(station, office);
  await approvedBatch(station, office, batchId);
  const settlementId = (await station.must(office, 'settlement.batch', { id: batchId })).settlements[0]?.id ?? '';
  const cashBoxId = (await station.must(clerk, 'cash.boxes', {})).rows[0]?.id ?? '';
  await station.must(clerk, 'cash.float', { cashBoxId, direction: 'in', amountFen: 5_000_000, note: '取' }, { approval: station.approval('accountant') });
  const { payoutId } = await station.must(office, 'settlement.pay', { id: batchId, method: 'cash', cashBoxId }, { approval: station.approval('manager') });
  const schemeId = (await station.must(clerk, 'product.list', {})).rows.find((row) => row.scheme !== null)?.scheme?.id ?? '';
  await station.must(manager, 'scale.configure', { scales: [{ id: 'big', name: '台秤', port: { kind: 'tcp', host: '127.0.0.1', port: 9 }, protocol: 'st-gs' }] });
  const language = 'zh' as const;
  const size = 'A5' as const;
  const orders: readonly SheetOrder[] = [
    { kind: 'day', date: '2026-11-20', language }, { kind: 'purchase_note', ticketId, language, size }, { kind: 'notice', from: '2026-11-01', to: '2026-11-20', place: '村委会', postedOn: '2026-11-20', objectionUntil: '2026-11-27', language },
    { kind: 'scale_book', scaleId: 'big', from: '2026-11-01', to: '2026-11-20', language }, { kind: 'grading', ticketId, language, size }, { kind: 'grading_form', schemeId, language, size }, { kind: 'price_board', language },
    { kind: 'statement', settlementId, language }, { kind: 'payout', payoutId, language },
  ];
  for (const order of orders) sheets.set(order.kind, order);
  for (const { ulid, paper } of station.core.station.db.file.prepare('SELECT ulid, paper FROM print_job ORDER BY id').all() as Array<{ ulid: string; paper: string }>) jobs.set(paper, ulid);
}, 120_000);
afterAll(() => station.close());

const began = (bytes: Uint8Array, form: string): boolean => Buffer.from(bytes).toString('latin1').startsWith(starts[form] ?? '?');

function refusalOf(work: () => unknown): { readonly code: string; readonly params: unknown } | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, params: error.params };
    throw error;
  }
}

test('every kind of paper stands in the table: slips, labels, and sheets of every kind; a test page is no paper of the books', () => {
  const kinds: readonly string[] = sheetOrder.options.map((option) => option.shape.kind.value);
  expect([...sheets.keys()].toSorted()).toEqual(kinds.toSorted());
  expect([...slips, ...labels, ...pagePapers, 'test_page'].toSorted()).toEqual([...paperKind.options].toSorted());
  expect(pagePapers).toHaveLength(kinds.length);
  for (const paper of [...slips, ...labels]) expect([paper, jobs.has(paper)]).toEqual([paper, true]);
});

test.each([...slips.map((paper) => [paper, ofSlips] as const), ...labels.map((paper) => [paper, ofLabels] as const)])('a job for a %s is given in each of its forms, and any other is refused with those there are', (paper, own) => {
  const job = jobs.get(paper) ?? '';
  for (const form of forms) {
    if (own.includes(form)) expect([form, began(jobIn(station.core, job, form, null), form)]).toEqual([form, true]);
    else expect(refusalOf(() => jobIn(station.core, job, form, null))).toEqual({ code: 'form_not_for_paper', params: { form, forms: own.join(', ') } });
  }
});

test.each(sheetOrder.options.map((option) => option.shape.kind.value))('a sheet of the kind %s is a page before it was ever printed and says that there is no PDF; after its first print that PDF is given, also of the job that printed it', async (kind) => {
  const order = sheets.get(kind);
  if (order === undefined) throw new Error(`no sheet of the kind ${kind}`);
  expect(began(sheetIn(station.core, order, 'html'), 'html')).toBe(true);
  expect(refusalOf(() => sheetIn(station.core, order, 'pdf'))).toEqual({ code: 'sheet_never_printed', params: {} });
  for (const form of ['escpos', 'zpl', 'png']) expect(refusalOf(() => sheetIn(station.core, order, form))).toEqual({ code: 'form_not_for_paper', params: { form, forms: 'pdf, html' } });
  const { jobId } = await station.must(office, 'sheet.toPrinter', { order });
  expect(began(sheetIn(station.core, order, 'pdf'), 'pdf')).toBe(true);
  expect(Buffer.from(jobIn(station.core, jobId, 'pdf', null))).toEqual(Buffer.from(sheetIn(station.core, order, 'pdf')));
  expect(refusalOf(() => jobIn(station.core, jobId, 'png', null))).toEqual({ code: 'form_not_for_paper', params: { form: 'png', forms: 'pdf' } });
});

test.each(slips)('a sample of a %s needs no books', (paper) => {
  expect(sampleRequest(readOptions(['print', 'render', '--sample', paper]), paper)).toMatchObject({ locale: 'zh', data: { training: true } });
});
