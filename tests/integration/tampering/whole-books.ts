import { vi } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { certificateForm, contractForm, signed } from '../../support/contracts.ts';
import { givenMember, givenReading } from '../../support/intake.ts';
import { quietHost } from '../../support/quiet-host.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { damaged, publishTerms, water } from '../../support/terms.ts';
import { part, productOf, publish, scaled, ticketForm, typed } from '../../support/tickets.ts';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(600, 7), Buffer.from([0xff, 0xd9])]);

/** A practice station on whose books everything has happened that the check must protect: every table of them holds a row. */
export async function wholeBooks(): Promise<TestStation> {
  const station = await testStation({ kind: 'training', host: { ...quietHost, htmlToPdf: (html) => Promise.resolve(Buffer.from(`%PDF-1.7 ${html.length}`)) } });
  const [clerk, manager, office] = [await station.as('clerk'), await station.as('manager'), await station.as('accountant')];
  const member = await sellers(station, clerk, office);
  await scaleBook(station, clerk, manager);
  await everyTerm(station, clerk, manager, member);
  await yard(station, clerk, member);
  await money(station, office, member);
  // Only now: papers of what went before would make every check of these books longer.
  await printers(station, manager);
  await papers(station, clerk, office, member);
  await station.must(clerk, 'grading.takeSample', { draftId: station.core.station.ids.ulid(), productId: (await productOf(station, clerk, 'CILI')).id, owners: [member], place: '留样柜', keepUntil: '2026-12-20' });
  station.clock.setComputerTime(station.clock.now() + 2 * 3_600_000);
  await station.must(manager, 'session.correctClock', { reason: '对过手机的时间' }, { approval: station.approval('accountant') });
  await station.must(manager, 'system.seal', {});
  return station;
}

async function sellers(station: TestStation, clerk: Session, office: Session): Promise<string> {
  const { id } = await station.must(clerk, 'member.save', { name: '欧阳建国', nickname: null, houseGroup: '三组', kind: 'member', phone: '13987654321', residentId: '11010519491231002X', birthDate: null, ownGrown: true, note: null, channel: 'bank' });
  await station.must(office, 'member.saveAccount', { memberId: id, bankName: '农信社', cnapsCode: null, kind: 'passbook', account: '6222021234567890128', typedTwice: true });
  return id;
}

async function printers(station: TestStation, manager: Session): Promise<void> {
  const simulated = { port: { kind: 'simulator' as const }, mode: 'raster' as const, invert: false, nativeQr: false };
  await station.must(manager, 'printer.configure', { printers: [
    { ...simulated, id: 'slips', name: '小票机', papers: ['receipt'], language: 'escpos', widthMm: 80, mode: 'text' },
    { ...simulated, id: 'labels', name: '标签机', papers: ['lot_label'], language: 'tspl', widthMm: 60 },
  ] });
}

async function scaleBook(station: TestStation, clerk: Session, manager: Session): Promise<void> {
  await vi.waitFor(() => {
    station.clock.forward(100);
    return station.must(clerk, 'scale_book.zero', { scaleId: 'training', shown: { kind: 'scale' } });
  }, { timeout: 10_000 });
  await station.must(manager, 'scale_book.certificate', { scaleId: 'training', certificateNo: 'LX-1', issuedBy: '练习', accuracyClass: 'III', verifiedOn: '2025-11-15', dueOn: '2026-11-15' });
}

/**
 * One delivery with a contract, a certificate, deductions, a discount, a machine, a sample, a local word and measures from a device: 100 kg of two
 * owners, 30 kg of the first inside his quota; water takes 2 %, damage 4 % of the price. Returns the ticket's id.
 */
export async function everyTerm(station: TestStation, clerk: Session, manager: Session, zhang: string): Promise<string> {
  const { id: productId } = await productOf(station, clerk, 'CHILI-CTJ');
  station.clock.forward(1_000);
  await station.must(manager, 'price.publish', { note: null, rows: [{ productId, grade: 'G1', priceE4: 26_000 }], premiums: [{ productId, kind: 'green', premiumE4: 2_000 }] });
  const li = (await givenMember(station, clerk, '李四')).id;
  await signed(station, manager, contractForm(zhang, productId, { quotaGrams: 30_000, note: '旱地' }));
  await station.must(manager, 'contract.saveCertificate', certificateForm(zhang));
  const { id: terms } = await publishTerms(station, productId, [water, damaged]);
  const machine = await station.must(manager, 'grading.saveMachine', { id: null, name: '光选机', active: true, newSecret: true });
  const measures = [{ attribute: 'moisture_pct', value: '15.0' }, { attribute: 'defect_pct', value: '2.2' }];
  const ticket = ticketForm(station, {
    productId, owners: [{ memberId: zhang, share: 1 }, { memberId: li, share: 1 }], baskets: [scaled(station, 100_000)], parts: [part('G1')], terms, word: '朝天红',
    measures: measures.map((measure) => ({ ...measure, source: 'device' as const, device: '水分仪' })), expectedTotalFen: 9_032 + 5_268 + 12_230,
  });
  await station.must(clerk, 'photo.take', { draftId: ticket.draftId, step: 'weigh', jpeg: jpeg.toString('base64') });
  await station.must(manager, 'grading.propose', { draftId: ticket.draftId, productId, machineId: machine.id, secret: machine.secret ?? '', grade: 'G1', confidenceBp: 9_000, measures: [] });
  const { code } = await station.must(clerk, 'grading.takeSample', { draftId: ticket.draftId, productId, owners: [zhang, li], place: '留样柜', keepUntil: '2026-12-20' });
  await station.must(manager, 'grading.gradeSample', { code, grade: 'G1', measures, reason: '看样' });
  return (await station.must(clerk, 'ticket.post', ticket)).id;
}

/** Crates lent and brought back, goods taken back, a page of the paper book, a ticket reversed, baskets of one grade. */
async function yard(station: TestStation, clerk: Session, memberId: string): Promise<void> {
  const crate = (await station.must(clerk, 'container.list', {})).rows.find((row) => row.returnable) ?? { id: '', tareGrams: 0 };
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  await station.must(clerk, 'crate.move', { memberId, reason: 'lent', lines: [{ containerId: crate.id, outCount: 10, inCount: 0, depositFen: 5_000 }] }, { approval: station.approval('accountant') });
  await publish(station, productId, { G1: 20_000, G2: 10_000 });
  const form = { productId, owners: [{ memberId, share: 1 }] };
  await station.must(clerk, 'ticket.post', ticketForm(station, {
    ...form, baskets: [{ gross: givenReading(station, 10_000 + 3 * crate.tareGrams), tare: { kind: 'container', containerId: crate.id, count: 3 } }], parts: [part('G1')], expectedTotalFen: 1_400,
    returnedGrams: 3_000, returns: [{ grams: 2_000, reason: '有烂的' }, { grams: 1_000, reason: '太小' }], cratesOut: [{ containerId: crate.id, count: 2 }],
  }));
  const writtenAt = station.clock.now();
  station.clock.forward(3_600_000);
  const late = await station.must(clerk, 'ticket.post', ticketForm(station, { ...form, baskets: [typed(5_000, '补录纸单')], parts: [part('G1')], expectedTotalFen: 1_000, paperNo: '12-3', writtenAt }));
  const wrong = await station.must(clerk, 'ticket.post', ticketForm(station, { ...form, baskets: [scaled(station, 4_000)], parts: [part('G1')], expectedTotalFen: 800 }));
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '重复过磅' }, { approval: station.approval('accountant') });
  await station.must(await station.as('manager'), 'countersign.sign', { documentId: late.id });
  const whole = (grams: number, grade: string) => ({ ...scaled(station, grams), grade });
  await station.must(clerk, 'ticket.post', ticketForm(station, { ...form, baskets: [whole(7_000, 'G1'), whole(2_000, 'G2')], parts: [part('G1'), part('G2', { netGrams: 2_000 })], expectedTotalFen: 1_600 }));
}

async function money(station: TestStation, office: Session, memberId: string): Promise<void> {
  const consent = { approval: station.approval('manager') };
  const cashBoxId = (await station.must(office, 'cash.boxes', {})).rows[0]?.id ?? '';
  await station.must(office, 'cash.float', { cashBoxId, direction: 'in', amountFen: 90_000_000, note: '备用金' }, consent);
  const lent = await station.must(office, 'debt.advance', { memberId, cashBoxId, amountFen: 5_000, consent: '本人签字' }, consent);
  await station.must(office, 'debt.repay', { id: lent.id, cashBoxId, amountFen: 500 });
  await station.must(office, 'debt.inputCredit', { memberId, goods: '化肥两袋', amountFen: 8_000, consent: '本人签字' }, consent);
  const batch = await calculatedBatch(station, office);
  await approvedBatch(station, office, batch);
  const { payoutId } = await station.must(office, 'settlement.pay', { id: batch, method: 'cash', cashBoxId }, consent);
  await station.must(office, 'settlement.payoutSheet', { payoutId, format: 'csv' });
  const paid = (await station.must(office, 'settlement.batch', { id: batch })).settlements.find((settlement) => settlement.payoutId !== null);
  await station.must(office, 'settlement.returnPayment', { id: paid?.id ?? '', reason: '人没有来领' }, consent);
  await heldBack(station, office, memberId);
}

/** A settlement whose ticket was reversed before it was paid, and what is left of it carried over. */
async function heldBack(station: TestStation, office: Session, memberId: string): Promise<void> {
  const clerk = await station.as('clerk');
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  const bring = (grossGrams: number) => station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId, share: 1 }], baskets: [scaled(station, grossGrams)], parts: [part('G1')], expectedTotalFen: grossGrams / 5 }));
  const wrong = await bring(6_000);
  await bring(90_000);
  const batch = await calculatedBatch(station, office);
  await approvedBatch(station, office, batch);
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错' }, { approval: station.approval('accountant') });
  const [held] = (await station.must(office, 'settlement.batch', { id: batch })).heldBack;
  await station.must(office, 'settlement.release', { id: held?.settlementId ?? '', reason: '以后不来卖了' }, { approval: station.approval('manager') });
}

async function papers(station: TestStation, clerk: Session, office: Session, memberId: string): Promise<void> {
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  const ticket = await station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId, share: 1 }], baskets: [typed(6_000)], parts: [part('G1')], expectedTotalFen: 1_200 }));
  await station.must(office, 'sheet.print', { order: { kind: 'purchase_note', ticketId: ticket.id, language: 'zh', size: 'A5' } });
  const rare = await givenMember(station, clerk, '𰀁田');
  await station.must(clerk, 'print.label', { order: { kind: 'member_card', memberId: rare.id } });
  await vi.waitFor(() => {
    station.clock.forward(100);
    const { missing } = station.core.station.db.file.prepare('SELECT (SELECT count(*) FROM kept_boxes) = 0 OR (SELECT count(*) FROM kept_slip) = 0 AS missing').get() as { missing: number };
    if (missing === 1) throw new Error('the papers are not drawn yet');
  }, { timeout: 20_000 });
}
