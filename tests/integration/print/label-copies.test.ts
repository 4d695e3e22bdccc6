import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LabelOrder } from '../../../electron/contract/printing.ts';
import { standardLabelProfile } from '../../../electron/core/devices/printer/label-profile.ts';
import { labelDocument, type LabelRequest } from '../../../electron/core/devices/printer/label-request.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { bitmapPng } from '../../../electron/core/documents/png.ts';
import type { SlipCopy } from '../../../electron/core/documents/small-slip.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { bitmapDots } from '../../support/dot-picture.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { burntLabel } from '../../support/label-paper.ts';
import { memberForm } from '../../support/members.ts';
import { testStation, type TestStation } from '../../support/station.ts';
import { productForm, productOf } from '../../support/tickets.ts';
import { parseTspl } from '../../support/tspl-parser.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';

const pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));
const labelPrinter = { id: 'labels', name: '标签机', papers: ['lot_label' as const], language: 'tspl' as const, widthMm: 60 as const, port: { kind: 'simulator' as const }, mode: 'raster' as const, invert: false, nativeQr: false };
const PLACE = { stationName: '示例村服务站', cooperativeName: '示例农民专业合作社', training: false } as const;
const frame = { locale: 'zh', profile: standardLabelProfile('tspl') } as const;
let station: TestStation;
let clerk: Session;
let manager: Session;

beforeAll(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  manager = await station.as('manager');
  await station.must(manager, 'printer.configure', { printers: [labelPrinter] });
});
afterAll(() => station.close());

const job = async (id: string) => {
  const found = (await station.must(clerk, 'print.jobs', { open: false })).rows.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no job ${id}`);
  return found;
};
/** The mark that the labels of a job must bear. */
const markOf = async (jobId: string, number: number, voidedBy?: string): Promise<SlipCopy> => {
  const { createdAt: at, createdBy: byName } = await job(jobId);
  return { number, at, byName, ...(voidedBy === undefined ? {} : { voidedBy }) };
};

/** A run of labels is one label behind the other, each from its size to its print. */
function splitLabels(bytes: Buffer): Buffer[] {
  const end = 'PRINT 1,1\r\n';
  const at = bytes.indexOf(end);
  return at === -1 ? [] : [bytes.subarray(0, at + end.length), ...splitLabels(bytes.subarray(at + end.length))];
}

/** The labels of a job as its printer burns them, from the kept bytes. */
async function burnt(jobId: string): Promise<Uint8Array[]> {
  await expect.poll(async () => (await job(jobId)).state).toBe('sent');
  const { bytes } = station.core.station.db.file.prepare('SELECT k.bytes FROM kept_paper k JOIN print_job j ON j.id = k.print_job_id WHERE j.ulid = ?').get(jobId) as { bytes: Uint8Array };
  return Promise.all(splitLabels(Buffer.from(bytes)).map(async (label) => (await burntLabel(parseTspl(label), 0)).black));
}

const pictureOf = (request: LabelRequest) => labelPicture(labelDocument(request), pen).bitmap;
/** Whether the labels of a job are these, told by the test itself, dot for dot. */
async function expectLabels(jobId: string, requests: readonly LabelRequest[]): Promise<void> {
  const drawn = requests.map((request) => bitmapDots(pictureOf(request)).black);
  expect((await burnt(jobId)).map((label, index) => Buffer.compare(label, drawn[index] ?? Buffer.alloc(0)))).toEqual(requests.map(() => 0));
}

const order = (of: LabelOrder) => station.must(clerk, 'print.label', { order: of });
const words = (copy: SlipCopy | undefined) => ({ size: '60x40' as const, ...(copy === undefined ? {} : { copy }) });

async function posted(name: string) {
  const member = await givenMember(station, clerk, name);
  const { productId, grades, priceE4 } = await givenGoods(station, clerk);
  const grade = grades[0] ?? '';
  const ticket = await station.must(clerk, 'ticket.post', plainTicket(station, { memberId: member.id, productId, grade, grossGrams: 20_000, tareGrams: 0, totalFen: lineAmountFen(20_000, priceE4.get(grade) ?? 0) }));
  const { lines, productNameZh, number, businessDate } = await station.must(clerk, 'ticket.get', { id: ticket.id });
  const lotCode = ticket.lots[0] ?? '';
  const said = { lotCode, productName: productNameZh, gradeName: lines[0]?.gradeNameZh ?? '', memberName: name, groupName: '一组', netGrams: 20_000, businessDate, ...PLACE };
  const lot = (copy?: SlipCopy): LabelRequest => ({ kind: 'lotLabel', ...frame, options: { maskName: false, ...words(copy) }, data: { ...said, qrText: `VSL1|${lotCode}|${number}|20000|${businessDate}` } });
  const crate = (copy?: SlipCopy): LabelRequest => ({ kind: 'crateLabel', ...frame, options: { maskName: false, ...words(copy) }, data: { ...said, grossGrams: 20_000, crateNumber: 1, crateCount: 1, qrText: `VSC1|${lotCode}/1|20000|${businessDate}` } });
  const again = () => station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'lot_label', lotCode });
  const preview = async () => (await station.must(clerk, 'print.preview', { documentId: ticket.id, paper: 'lot_label', lotCode })).png;
  return { ticket, member, lotCode, lot, crate, again, preview };
}
const firstLotLabel = async () => (await station.must(clerk, 'print.jobs', { open: false })).rows.find((row) => row.paper === 'lot_label')?.id ?? '';

/** Another name and group for a member and another name for the goods. */
async function renamed(memberId: string, name: string): Promise<void> {
  await station.must(clerk, 'member.save', memberForm({ id: memberId, name, houseGroup: '九组' }));
  const product = await productOf(station, manager, 'SWPO-ZY');
  await station.must(manager, 'product.save', { ...productForm(product), nameZh: `${product.nameZh}改` });
}

test('copies of the labels of a lot and its crates say what the first ones said, after member, group and goods were renamed, with number, time and person', async () => {
  const { member, lotCode, lot, crate, again } = await posted('张三');
  await expectLabels(await firstLotLabel(), [lot()]);
  const crates = await order({ kind: 'crate_label', lotCode });
  await expectLabels(crates.jobId, [crate()]);
  await renamed(member.id, '张三丰');
  const copy = await again();
  expect(copy.copyNo).toBe(1);
  await expectLabels(copy.jobId, [lot(await markOf(copy.jobId, 1))]);
  const crateCopy = await order({ kind: 'crate_label', lotCode });
  await expectLabels(crateCopy.jobId, [crate(await markOf(crateCopy.jobId, 1))]);
  const second = await again();
  await expectLabels(second.jobId, [lot(await markOf(second.jobId, 2))]);
});

test('a copy on a roll of another size still says what the first label said', async () => {
  const { member, lot, again } = await posted('王五');
  await expectLabels(await firstLotLabel(), [lot()]);
  await renamed(member.id, '王小五');
  await station.must(manager, 'printer.configure', { printers: [{ ...labelPrinter, widthMm: 40 }] });
  const { jobId } = await again();
  const label = lot(await markOf(jobId, 1));
  await expectLabels(jobId, [{ ...label, options: { ...label.options, size: '40x30' } } as LabelRequest]);
  await station.must(manager, 'printer.configure', { printers: [labelPrinter] });
});

test('labels of a ticket that was voided say so and by which document, in the preview, on copies and on an original that comes late', async () => {
  const { ticket, lotCode, lot, crate, again, preview } = await posted('赵六');
  await expectLabels(await firstLotLabel(), [lot()]);
  const { number } = await station.must(clerk, 'ticket.reverse', { id: ticket.id, reason: '称错' }, { approval: station.approval('accountant') });
  const copy = await again();
  const mark = await markOf(copy.jobId, 1, number);
  await expectLabels(copy.jobId, [lot(mark)]);
  const late = await order({ kind: 'crate_label', lotCode });
  await expectLabels(late.jobId, [crate(await markOf(late.jobId, 0, number))]);
  const at = station.core.station.clock.now();
  expect(await preview()).toBe(bitmapPng(pictureOf(lot({ ...mark, number: 2, at }))).toString('base64'));
});

test('a second card of a member is a copy and says so; after the name was put right the next card is another one', async () => {
  const member = await givenMember(station, clerk, '孙七');
  const card = (name: string, group: string, copy?: SlipCopy): LabelRequest =>
    ({ kind: 'memberCard', ...frame, options: words(copy), data: { memberCode: member.code, memberName: name, groupName: group, ...PLACE, qrText: `VSM1|${member.code}` } });
  const first = await order({ kind: 'member_card', memberId: member.id });
  await expectLabels(first.jobId, [card('孙七', '一组')]);
  const second = await order({ kind: 'member_card', memberId: member.id });
  expect(second.copyNo).toBe(1);
  await expectLabels(second.jobId, [card('孙七', '一组', await markOf(second.jobId, 1))]);
  await station.must(clerk, 'member.save', memberForm({ id: member.id, name: '孙七七', houseGroup: '二组' }));
  const other = await order({ kind: 'member_card', memberId: member.id });
  expect(other.copyNo).toBe(0);
  await expectLabels(other.jobId, [card('孙七七', '二组')]);
  const copy = await order({ kind: 'member_card', memberId: member.id });
  await expectLabels(copy.jobId, [card('孙七七', '二组', await markOf(copy.jobId, 1))]);
});

test('of a run of crate tags those whose number was printed before are copies of the first ones, the others are not', async () => {
  const save = (nameZh: string, id?: string) => station.must(manager, 'container.save', { ...(id === undefined ? {} : { id }), nameZh, nameEn: 'Crate', tareGrams: 1_200, active: true, returnable: true, depositFen: 2_000 });
  const { id: containerId } = await save('蓝筐');
  const tag = (number: number, crateName: string, copy?: SlipCopy): LabelRequest => ({ kind: 'crateTag', ...frame, options: words(copy), data: { crateCode: `GZ01A-K-000${number}`, crateName, ...PLACE } });
  const first = await order({ kind: 'crate_tag', containerId, count: 2 });
  expect(first.copyNo).toBe(0);
  await expectLabels(first.jobId, [tag(1, '蓝筐'), tag(2, '蓝筐')]);
  await save('绿筐', containerId);
  const again = await order({ kind: 'crate_tag', containerId, count: 2, firstNo: 2 });
  expect(again.copyNo).toBe(1);
  await expectLabels(again.jobId, [tag(2, '蓝筐', await markOf(again.jobId, 1)), tag(3, '绿筐')]);
  const third = await order({ kind: 'crate_tag', containerId, count: 1, firstNo: 2 });
  expect(third.copyNo).toBe(2);
  await expectLabels(third.jobId, [tag(2, '蓝筐', await markOf(third.jobId, 2))]);
});

test('a copy of the label of a sample says what the first one said, with number, time and person', async () => {
  const owners = [(await givenMember(station, clerk, '周八')).id];
  const product = await productOf(station, clerk, 'SWPO-ZY');
  const taken = await station.must(clerk, 'grading.takeSample', { draftId: station.core.station.ids.ulid(), productId: product.id, owners, place: '留样柜', keepUntil: '2026-12-20' });
  const sample = (copy?: SlipCopy): LabelRequest =>
    ({ kind: 'sampleLabel', ...frame, options: words(copy), data: { code: taken.code, productName: product.nameZh, place: '留样柜', keepUntil: '2026-12-20', takenOn: '2026-11-20', ...PLACE } });
  await expectLabels(taken.jobId, [sample()]);
  await renamed(owners[0] ?? '', '周小八');
  const copy = await station.must(clerk, 'grading.printSample', { code: taken.code });
  await expectLabels(copy.jobId, [sample(await markOf(copy.jobId, 1))]);
});

test('what a label said is kept for good', () => {
  const { file } = station.core.station.db;
  expect(() => file.exec("UPDATE kept_label SET labels = '[]'")).toThrow('posted rows are never changed');
  expect(() => file.exec('DELETE FROM kept_label')).toThrow('posted rows are never changed');
});
