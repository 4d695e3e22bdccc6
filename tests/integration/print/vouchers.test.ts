import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { checkCode } from '../../../electron/core/documents/signed-code.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { readPicture } from '../../support/dot-picture.ts';
import { escposPicture } from '../../support/escpos-picture.ts';
import { parseEscpos, printedText } from '../../support/escpos-parser.ts';
import { startFakePrinter, type FakePrinter } from '../../support/fake-printer.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { refusedWith } from '../../support/tickets.ts';

const dotsWide = 576;
let station: TestStation;
let printer: FakePrinter;
let clerk: Session;
let memberId = '';
let cashBoxId = '';
beforeAll(async () => {
  station = await testStation();
  printer = await startFakePrinter();
  clerk = await station.as('clerk');
  await station.must(await station.as('manager'), 'printer.configure', { printers: [{ id: 'slips', name: '小票', papers: ['receipt'], language: 'escpos', widthMm: 80, port: { kind: 'tcp', host: '127.0.0.1', port: printer.port }, mode: 'text', invert: false, nativeQr: false }] });
  cashBoxId = (await station.must(clerk, 'cash.boxes', {})).rows[0]?.id ?? '';
  memberId = (await givenMember(station, clerk, '欧阳建国')).id;
}, 60_000);
afterAll(async () => {
  await station.close();
  await printer.close();
});

const second = { get approval() { return station.approval('accountant'); } };
const rows = (sql: string, ...values: readonly string[]): unknown[] => station.core.station.db.file.prepare(sql).all(...values);
/** The bytes of every print of a document's voucher, the original first. */
async function printed(documentId: string, prints = 1): Promise<Buffer[]> {
  const kept = () => rows("SELECT k.bytes FROM kept_paper k JOIN print_job j ON j.id = k.print_job_id JOIN document d ON d.id = k.document_id WHERE d.ulid = ? AND k.paper = 'voucher' ORDER BY j.copy_no", documentId) as Array<{ bytes: Buffer }>;
  await expect.poll(() => kept().length).toBe(prints);
  return kept().map(({ bytes }) => bytes);
}
const textOf = (bytes: Buffer | undefined): string[] => printedText(parseEscpos(bytes ?? Buffer.alloc(0), dotsWide)).map((line) => line.trim());

test('an advance comes out with its voucher: amount in figures and capitals, what was agreed, what is owed, and a code that holds', async () => {
  await station.must(clerk, 'cash.float', { cashBoxId, direction: 'in', amountFen: 500_000, note: '从信用社取' }, second);
  const advance = await station.must(clerk, 'debt.advance', { memberId, cashBoxId, amountFen: 120_050, consent: '年底从货款里扣' }, second);
  const [original] = await printed(advance.id);
  expect(textOf(original)).toEqual(expect.arrayContaining(['预支单', `单号 ${advance.number}`, '￥1200.50', '大写 壹仟贰佰元伍角整', '约定 年底从货款里扣', '经手人 张司磅', '审批 李会计']));
  expect(textOf(original).some((line) => /^现在共欠 +￥1200\.50$/u.test(line))).toBe(true);
  const [code = ''] = await readQrCodes(await escposPicture(parseEscpos(original ?? Buffer.alloc(0), dotsWide), dotsWide));
  const { keys } = JSON.parse(Buffer.from((await station.must(clerk, 'system.publicKeys', {})).base64, 'base64').toString('utf8')) as { keys: Parameters<typeof checkCode>[1] };
  expect(checkCode(code, keys)).toMatchObject({ ok: true, facts: { kind: 'voucher', number: advance.number, fen: 120_050 } });
});

test('goods on credit name the goods, float says which way it went and what for, a payment shows what was kept back', async () => {
  const credit = await station.must(clerk, 'debt.inputCredit', { memberId, goods: '地膜 两卷', amountFen: 8_000, consent: '年底扣' }, { approval: station.approval('manager') });
  expect(textOf((await printed(credit.id))[0])).toEqual(expect.arrayContaining(['赊销单', '￥80.00', expect.stringMatching(/^地膜 两卷 +￥80\.00$/u), expect.stringMatching(/^现在共欠 +￥1280\.50$/u)]));
  const out = await station.must(clerk, 'cash.float', { cashBoxId, direction: 'out', amountFen: 10_000, note: '交回信用社' }, second);
  expect(textOf((await printed(out.id))[0])).toEqual(expect.arrayContaining(['备用金出箱', '￥100.00', '备注 交回信用社']));
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  station.clock.forward(60_000);
  const totalFen = lineAmountFen(60_000, goods.priceE4.get(grade) ?? 0);
  await station.must(clerk, 'ticket.post', plainTicket(station, { memberId, productId: goods.productId, grade, grossGrams: 61_500, tareGrams: 1_500, totalFen }));
  const paid = await station.must(clerk, 'settlement.payNow', { memberId, cashBoxId }, second);
  const money = (fen: number): string => `￥${(fen / 100).toFixed(2)}`;
  const slip = textOf((await printed(paid.payoutId))[0]);
  expect(slip).toEqual(expect.arrayContaining(['付款单', `单号 ${paid.payoutNumber}`, money(paid.paidFen)]));
  expect(paid.recoveredFen).toBeGreaterThan(0);
  expect(slip.some((line) => line.startsWith('应付') && line.endsWith(money(paid.grossFen)))).toBe(true);
});

test('a copy is the original with its mark between the lines, and the screen shows what comes out', async () => {
  const { documentId: id } = (await station.must(clerk, 'debt.list', { memberId })).rows.find((row) => row.kind === 'cash_advance') ?? { documentId: '' };
  expect(await station.must(clerk, 'print.again', { documentId: id, paper: 'voucher' })).toMatchObject({ copyNo: 1 });
  const [original, copy] = await printed(id, 2);
  const [before, after] = [textOf(original), textOf(copy)];
  const marked = after.filter((line) => !before.includes(line));
  expect(marked.join(' ')).toMatch(/副本.*1.*张司磅/u);
  expect(after.filter((line) => !marked.includes(line))).toEqual(before);
  const preview = await station.must(clerk, 'print.preview', { documentId: id, paper: 'voucher' });
  expect(readPicture(Buffer.from(preview.png, 'base64')).width).toBe(dotsWide);
});

test('a station that wants none gets none, and prints the original later; a ticket has no voucher and a voucher no weigh slip', async () => {
  await station.must(await station.as('manager'), 'setting.save', { key: 'print.copies.voucher', value: 0 });
  const credit = await station.must(clerk, 'debt.inputCredit', { memberId, goods: '种子', amountFen: 1_000, consent: '年底扣' }, { approval: station.approval('manager') });
  expect(rows("SELECT j.id FROM print_job j JOIN document d ON d.id = j.document_id WHERE d.ulid = ?", credit.id)).toEqual([]);
  expect(await station.must(clerk, 'print.again', { documentId: credit.id, paper: 'voucher' })).toMatchObject({ copyNo: 0 });
  expect(await printed(credit.id)).toHaveLength(1);
  const [ticket] = (await station.must(clerk, 'ticket.list', { limit: 1 })).rows;
  expect(await station.call(clerk, 'print.again', { documentId: ticket?.id ?? '', paper: 'voucher' })).toMatchObject(refusedWith('paper_not_for_document'));
  expect(await station.call(clerk, 'print.again', { documentId: credit.id, paper: 'receipt' })).toMatchObject(refusedWith('paper_not_for_document'));
});
