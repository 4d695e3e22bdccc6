import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standardLabelProfile } from '../../../electron/core/devices/printer/label-profile.ts';
import { labelDocument, type LabelRequest } from '../../../electron/core/devices/printer/label-request.ts';
import type { TicketDetail } from '../../../electron/contract/ticket.ts';
import type { CrateLabelData } from '../../../electron/core/documents/crate-label.ts';
import { dotIsBlack } from '../../../electron/core/documents/bitmap.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import type { SlipCopy } from '../../../electron/core/documents/small-slip.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { LabelOrder } from '../../../electron/contract/printing.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenGoods, givenMember, givenReading, plainTicket } from '../../support/intake.ts';
import type { DotPicture } from '../../support/dot-picture.ts';
import { burntLabel } from '../../support/label-paper.ts';
import { readLabelCodes } from '../../support/qr-reader.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { refusedWith } from '../../support/tickets.ts';
import { parseTspl } from '../../support/tspl-parser.ts';

const pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));
let station: TestStation;
let clerk: Session;
let manager: Session;
let memberId: string;
let crateId: string;
let lotCode: string;
let ticketId: string;

const labelPrinter = { id: 'labels', name: '标签机', papers: ['lot_label' as const], language: 'tspl' as const, widthMm: 60 as const, port: { kind: 'simulator' as const }, mode: 'raster' as const, invert: false, nativeQr: false };
const job = async (id: string) => (await station.must(clerk, 'print.jobs', { open: false })).rows.find((row) => row.id === id);

/** The labels of a job as its printer burns them, from the kept bytes. */
async function burntOf(jobId: string): Promise<DotPicture[]> {
  await expect.poll(async () => (await job(jobId))?.state).toBe('sent');
  const { bytes } = station.core.station.db.file.prepare('SELECT k.bytes FROM kept_paper k JOIN print_job j ON j.id = k.print_job_id WHERE j.ulid = ?').get(jobId) as { bytes: Uint8Array };
  return Promise.all(splitLabels(Buffer.from(bytes)).map((label) => burntLabel(parseTspl(label), 0)));
}

/** What the QR codes of a job's labels say, one after another. */
const codesOf = async (jobId: string): Promise<string[][]> => Promise.all((await burntOf(jobId)).map(async (label) => (await readLabelCodes(label)).qr));

/** A label drawn from what the test itself says of it, one byte a dot. */
function dotsOf(request: LabelRequest): Uint8Array {
  const { bitmap } = labelPicture(labelDocument(request), pen);
  return Uint8Array.from({ length: bitmap.widthDots * bitmap.heightDots }, (_, at) => (dotIsBlack(bitmap, at % bitmap.widthDots, Math.floor(at / bitmap.widthDots)) ? 1 : 0));
}

/** The dots of a crate's label drawn from what the ticket says and the test knows. */
function crateDots(ticket: TicketDetail, crate: Pick<CrateLabelData, 'lotCode' | 'crateNumber' | 'crateCount' | 'netGrams'>, copy?: SlipCopy): Uint8Array {
  const { lotCode: lot, crateNumber, netGrams } = crate;
  const gradeName = ticket.lines.find((line) => line.lotCode === lot)?.gradeNameZh ?? '';
  return dotsOf({
    kind: 'crateLabel', locale: 'zh', profile: standardLabelProfile('tspl'), options: { maskName: false, size: '60x40', ...(copy === undefined ? {} : { copy }) },
    data: {
      ...crate, gradeName, productName: ticket.productNameZh, memberName: '张三', groupName: '一组', grossGrams: netGrams, businessDate: '2026-11-20', stationName: '示例村服务站', cooperativeName: '示例农民专业合作社', training: false,
      qrText: `VSC1|${lot}/${crateNumber}|${netGrams}|2026-11-20`,
    },
  });
}

/** A run of labels is one label behind the other, each from its size to its print. */
function splitLabels(bytes: Buffer): Buffer[] {
  const end = 'PRINT 1,1\r\n';
  const at = bytes.indexOf(end);
  return at === -1 ? [] : [bytes.subarray(0, at + end.length), ...splitLabels(bytes.subarray(at + end.length))];
}

const order = (of: LabelOrder) => station.must(clerk, 'print.label', { order: of });

beforeAll(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  manager = await station.as('manager');
  memberId = (await givenMember(station, clerk, '张三')).id;
  crateId = (await station.must(manager, 'container.save', { nameZh: '蓝色大筐', nameEn: 'Blue crate', tareGrams: 1_200, active: true, returnable: true, depositFen: 2_000 })).id;
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  const priceE4 = goods.priceE4.get(grade) ?? 0;
  const ticket = plainTicket(station, { memberId, productId: goods.productId, grade, grossGrams: 20_000, tareGrams: 0, totalFen: Math.round((35_000 * priceE4) / 100_000) });
  const posted = await station.must(clerk, 'ticket.post', { ...ticket, baskets: [...ticket.baskets, { gross: givenReading(station, 15_000), tare: { kind: 'none' } }] });
  ticketId = posted.id;
  lotCode = (await station.must(clerk, 'ticket.get', { id: ticketId })).lines[0]?.lotCode ?? '';
  await station.must(manager, 'printer.configure', { printers: [labelPrinter] });
});
afterAll(() => station.close());

test('a card bears the code of the member and finds the member when it is scanned; it carries nothing protected', async () => {
  const { jobId, code, copyNo } = await order({ kind: 'member_card', memberId });
  expect(copyNo).toBe(0);
  const [[scanned = ''] = []] = await codesOf(jobId);
  expect(scanned).toBe(`VSM1|${code}`);
  expect((await station.must(clerk, 'member.search', { text: scanned })).rows.map((row) => row.id)).toEqual([memberId]);
  expect(await job(jobId)).toMatchObject({ paper: 'member_card', documentNumber: code });
  expect((await order({ kind: 'member_card', memberId })).copyNo).toBe(1);
});

test('the printing list says which characters of a card stand in boxes', async () => {
  const rare = await givenMember(station, clerk, '𰀁田');
  const { jobId } = await order({ kind: 'member_card', memberId: rare.id });
  await expect.poll(async () => (await job(jobId))?.state).toBe('sent');
  expect((await job(jobId))?.boxed).toEqual(['U+30001']);
  const usual = await order({ kind: 'member_card', memberId });
  await expect.poll(async () => (await job(usual.jobId))?.state).toBe('sent');
  expect((await job(usual.jobId))?.boxed).toEqual([]);
});

test('before a label is printed it is told which of its texts do not fit and are cut', async () => {
  const parcel = (contents: string) => station.must(clerk, 'print.labelPreview', { order: { kind: 'parcel_label', lotCode, receiverName: '张三', receiverPhone: '13800001234', address: '贵阳市观山湖区林城路', contents, parcelCount: 1 } });
  const long = '红芯红薯'.repeat(15);
  expect((await parcel(long)).shortened).toEqual([expect.stringContaining(long)]);
  expect((await parcel('红薯')).shortened).toEqual([]);
});

test('crates are numbered on from the last number, and a spoilt tag is made again', async () => {
  const first = await order({ kind: 'crate_tag', containerId: crateId, count: 3 });
  expect(await codesOf(first.jobId)).toEqual([['VSK1|GZ01A-K-0001'], ['VSK1|GZ01A-K-0002'], ['VSK1|GZ01A-K-0003']]);
  expect((await order({ kind: 'crate_tag', containerId: crateId, count: 1, firstNo: 2 })).code).toBe('GZ01A-K-0002');
  const next = await order({ kind: 'crate_tag', containerId: crateId, count: 2 });
  expect(await codesOf(next.jobId)).toEqual([['VSK1|GZ01A-K-0004'], ['VSK1|GZ01A-K-0005']]);
});

test('each basket of a lot has a label with its own weight; printed again they say that they are copies', async () => {
  const first = await order({ kind: 'crate_label', lotCode });
  expect(first).toMatchObject({ code: lotCode, copyNo: 0, labels: 2 });
  expect((await codesOf(first.jobId)).flat()).toEqual([`VSC1|${lotCode}/1|20000|2026-11-20`, `VSC1|${lotCode}/2|15000|2026-11-20`]);
  const second = await order({ kind: 'crate_label', lotCode });
  expect(second.copyNo).toBe(1);
  await codesOf(second.jobId);
  const ticket = await station.must(clerk, 'ticket.get', { id: ticketId });
  const { createdAt: at, createdBy: byName } = await job(second.jobId) ?? { createdAt: 0, createdBy: '' };
  for (const [jobId, copy] of [[first.jobId, undefined], [second.jobId, { number: 1, at, byName }]] as const) {
    const drawn = await burntOf(jobId);
    expect(drawn.map(({ black }, index) => Buffer.compare(black, crateDots(ticket, { lotCode, crateNumber: index + 1, crateCount: 2, netGrams: [20_000, 15_000][index] ?? 0 }, copy)))).toEqual([0, 0]);
  }
  const papers = station.core.station.db.file.prepare("SELECT DISTINCT sha256 FROM kept_paper WHERE paper = 'crate_label'").all();
  expect(papers).toHaveLength(2);
});

/** A delivery of three baskets: one all of the first grade, one all of the second, and a mixed one of 6 and 4 kg. */
async function postedByBasket(secondGrams: number) {
  const goods = await givenGoods(station, clerk);
  const [first = '', second = ''] = goods.grades;
  const fen = (grams: number, grade: string): number => lineAmountFen(grams, goods.priceE4.get(grade) ?? 0);
  const plain = plainTicket(station, { memberId, productId: goods.productId, grade: first, grossGrams: 20_000, tareGrams: 0, totalFen: fen(45_000 - secondGrams, first) + fen(secondGrams, second) });
  const part = { overrideReason: '手工定级', deductions: [] };
  const whole = (grams: number, grade?: string) => ({ gross: givenReading(station, grams), tare: { kind: 'none' as const }, ...(grade === undefined ? {} : { grade }) });
  return station.call(clerk, 'ticket.post', { ...plain, baskets: [whole(20_000, first), whole(15_000, second), whole(10_000)], parts: [{ grade: first, netGrams: null, ...part }, { grade: second, netGrams: secondGrams, ...part }] });
}

test('of several grades, each basket that is all of one bears the lot of its grade; the mixed one bears none', async () => {
  const posted = await postedByBasket(19_000);
  if (!posted.ok) throw new Error(JSON.stringify(posted));
  const ticket = await station.must(clerk, 'ticket.get', { id: posted.data.id });
  expect(ticket.weighings.map(({ grade }) => grade)).toEqual([ticket.lines[0]?.grade, ticket.lines[1]?.grade, null]);
  const [first = '', second = ''] = posted.data.lots;
  expect(await codesOf((await order({ kind: 'crate_label', lotCode: first })).jobId)).toEqual([[`VSC1|${first}/1|20000|${ticket.businessDate}`]]);
  const { jobId } = await order({ kind: 'crate_label', lotCode: second });
  expect(await codesOf(jobId)).toEqual([[`VSC1|${second}/1|15000|${ticket.businessDate}`]]);
  expect((await burntOf(jobId)).map(({ black }) => Buffer.compare(black, crateDots(ticket, { lotCode: second, crateNumber: 1, crateCount: 1, netGrams: 15_000 })))).toEqual([0]);
});

test('baskets said to be all of a grade never weigh more than the grade', async () => {
  expect(await postedByBasket(14_999)).toMatchObject(refusedWith('baskets_above_grade'));
});

test('which basket went where is sealed with the ticket: a changed row is found', async () => {
  const { file } = station.core.station.db;
  expect(() => file.exec("UPDATE weighing_grade SET grade = 'x'")).toThrow('posted rows are never changed');
  expect(() => file.exec('DELETE FROM weighing_grade')).toThrow('posted rows are never changed');
  expect((await station.must(clerk, 'system.verify', { full: true })).findings).toEqual([]);
  const triggers = file.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'weighing_grade'").all() as { name: string; sql: string }[];
  for (const { name } of triggers) file.exec(`DROP TRIGGER "${name}"`);
  file.exec('CREATE TEMP TABLE was AS SELECT * FROM weighing_grade; UPDATE weighing_grade SET grade = (SELECT max(grade) FROM was)');
  try {
    expect((await station.must(clerk, 'system.verify', { full: true })).findings).not.toEqual([]);
  } finally {
    file.exec('DELETE FROM weighing_grade; INSERT INTO weighing_grade SELECT * FROM was; DROP TABLE was');
    for (const { sql } of triggers) file.exec(sql);
  }
  expect((await station.must(clerk, 'system.verify', { full: true })).findings).toEqual([]);
});

const parcel = { kind: 'parcel_label' as const, receiverName: '欧阳建国', receiverPhone: '13812345678', address: '广东省深圳市南山区科苑路 8 号', contents: '红薯 5 公斤', parcelCount: 2 };

test('a parcel names the lot it was made of, every piece its number, and the telephone stands nowhere', async () => {
  const first = await order({ ...parcel, lotCode });
  expect(await codesOf(first.jobId)).toEqual([[`VSP1|${lotCode}-P1|1|2`], [`VSP1|${lotCode}-P1|2|2`]]);
  const drawn = [1, 2].map((parcelNumber) => dotsOf({
    kind: 'parcelLabel', locale: 'zh', profile: standardLabelProfile('tspl'), options: { maskPhone: true, size: '60x40' },
    data: { ...parcel, parcelCode: `${lotCode}-P1`, parcelNumber, senderName: '示例农民专业合作社', businessDate: '2026-11-20', qrText: `VSP1|${lotCode}-P1|${parcelNumber}|2`, training: false },
  }));
  expect((await burntOf(first.jobId)).map(({ black }, index) => Buffer.compare(black, drawn[index] ?? Buffer.alloc(0)))).toEqual([0, 0]);
  expect((await order({ ...parcel, lotCode, parcelCount: 1 })).code).toBe(`${lotCode}-P2`);
  const { file } = station.core.station.db;
  const tables = (file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as Array<{ name: string }>).map((row) => row.name);
  for (const table of tables) expect(JSON.stringify(file.prepare(`SELECT * FROM "${table}"`).all()), table).not.toContain('13812345678');
  expect(file.prepare('SELECT phone_masked FROM label_order WHERE receiver IS NOT NULL LIMIT 1').get()).toEqual({ phone_masked: '*******5678' });
});

test('a label waits without a printer and keeps what it says when its printer changes', async () => {
  await station.must(manager, 'printer.configure', { printers: [] });
  const { jobId } = await order({ ...parcel, lotCode, parcelCount: 1 });
  expect(await job(jobId)).toMatchObject({ state: 'waiting', printer: null });
  await station.must(manager, 'printer.configure', { printers: [{ ...labelPrinter, widthMm: 40 }] });
  expect((await codesOf(jobId)).flat()[0]).toMatch(/-P3\|1\|1$/);
  const waiting = await station.must(clerk, 'print.labelPreview', { order: { ...parcel, lotCode } });
  expect(waiting).toMatchObject({ widthMm: 40, widthDots: 320, heightDots: 240, labels: 2 });
  await station.must(manager, 'printer.configure', { printers: [labelPrinter] });
});

test('what is not there, who has left and what is no crate of the cooperative get no label', async () => {
  const nobody = station.core.station.ids.ulid();
  const refused = async (of: LabelOrder, code: string): Promise<void> => {
    expect(await station.call(clerk, 'print.label', { order: of })).toMatchObject(refusedWith(code));
    expect(await station.call(clerk, 'print.labelPreview', { order: of })).toMatchObject(refusedWith(code));
  };
  await refused({ kind: 'member_card', memberId: nobody }, 'member_unknown');
  await refused({ kind: 'crate_tag', containerId: nobody, count: 1 }, 'container_unknown');
  await refused({ kind: 'crate_label', lotCode: 'GZ01A-L-2026-999999' }, 'lot_unknown');
  await refused({ ...parcel, lotCode: 'GZ01A-L-2026-999999' }, 'lot_unknown');
  const own = (await station.must(manager, 'container.save', { nameZh: '自带袋', nameEn: 'Own sack', tareGrams: 100, active: true, returnable: false, depositFen: 0 })).id;
  await refused({ kind: 'crate_tag', containerId: own, count: 1 }, 'container_not_returnable');
  const leaver = (await givenMember(station, clerk, '李四')).id;

  await station.must(manager, 'member.leave', { id: leaver, reason: '外出务工' });
  await refused({ kind: 'member_card', memberId: leaver }, 'member_left');
});
