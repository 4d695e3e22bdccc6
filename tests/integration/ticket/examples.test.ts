import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let office: Session;
let member: string;
beforeAll(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  office = await station.as('accountant');
  member = (await givenMember(station, clerk, '张三')).id;
});
afterAll(() => station.close());

const journalOf = async (id: string): Promise<Array<{ account: string; debit: number; credit: number }>> =>
  (await station.must(clerk, 'ticket.get', { id })).journal.map((line) => ({ account: line.accountCode, debit: line.debitFen, credit: line.creditFen }));

test('E1: 186.45 kg gross, 3.90 kg tare at 1.83 yuan a jin are 668.13 yuan, on 121 and 114', async () => {
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  await publish(station, productId, { G1: 36_600 });
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 186_450, 3_900)], parts: [part('G1')], expectedTotalFen: 66_813 }));
  expect(posted).toMatchObject({ number: 'GZ01A-T-2026-000001', totalFen: 66_813, netGrams: 182_550, awaitingCountersign: false });
  expect(await journalOf(posted.id)).toEqual([{ account: '121', debit: 66_813, credit: 0 }, { account: '114', debit: 0, credit: 66_813 }]);
});

test('E1 of somebody who is no member stands on 121 and 211', async () => {
  const seller = await givenMember(station, clerk, '周明发', 'non_member');
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId: seller.id, share: 1 }], baskets: [scaled(station, 182_550)], parts: [part('G1')], expectedTotalFen: 66_813 }));
  expect((await journalOf(posted.id)).map((line) => line.account)).toEqual(['121', '211']);
});

test('E2: three grades, returned goods and a sorting loss sum to 901.68 yuan, never 901.67', async () => {
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  await publish(station, productId, { G1: 64_300, G2: 42_300, G3: 23_700 });
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, {
    productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 186_450, 3_900)], returnedGrams: 9_700, returns: [{ grams: 9_700, reason: '有烂的' }], sortingLossGrams: 500,
    parts: [part('G1', { netGrams: 96_350, overrideReason: null }), part('G2', { netGrams: 54_850, overrideReason: null }), part('G3', { overrideReason: null })], expectedTotalFen: 90_168,
  }));
  const detail = await station.must(clerk, 'ticket.get', { id: posted.id });
  expect(detail).toMatchObject({ totalFen: 90_168, netGrams: 182_550, settlementGrams: 172_350, returnedGrams: 9_700, sortingLossGrams: 500, grades: 'G1+G2+G3', overridden: false });
  expect(detail.lines.map((line) => [line.netGrams, line.amountFen])).toEqual([[96_350, 61_953], [54_850, 23_202], [21_150, 5_013]]);
  expect(posted.lots).toHaveLength(3);
});

const chili = async (deductions: Parameters<typeof part>[1], expectedTotalFen: number) => {
  const { id: productId } = await productOf(station, clerk, 'CHILI-CTJ');
  await publish(station, productId, { G1: 232_000 });
  return station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 527_400, 12_600)], parts: [part('G1', deductions)], expectedTotalFen }));
};

test('E3: moisture and dockage by step tables leave 489.06 kg and 11,346.19 yuan', async () => {
  const posted = await chili({ deductions: [
    { factor: 'moisture', method: 'step_table', measuredPct: '15.3', basePct: '14.0', stepPct: '0.5', perStepBp: 100 },
    { factor: 'impurity', method: 'step_table', measuredPct: '2.2', basePct: '1.0', stepPct: '0.5', perStepBp: 150 },
  ] }, 1_134_619);
  const [line] = (await station.must(clerk, 'ticket.get', { id: posted.id })).lines;
  expect(line).toMatchObject({ netGrams: 514_800, settlementGrams: 489_060, deductionBp: 500, amountFen: 1_134_619 });
  expect(line?.deductions).toMatchObject([{ factor: 'moisture', measured: '15.3', base: '14.0', deductionBp: 200, takenGrams: 10_300 }, { factor: 'impurity', measured: '2.2', base: '1.0', deductionBp: 300, takenGrams: 15_440 }]);
});

test('E3 by dry matter leaves 500.87 kg and 11,620.18 yuan', async () => {
  const posted = await chili({ deductions: [
    { factor: 'moisture', method: 'dry_matter', measuredPct: '15.3', basePct: '14.0', stepPct: null, perStepBp: null },
    { factor: 'impurity', method: 'dry_matter', measuredPct: '2.2', basePct: '1.0', stepPct: null, perStepBp: null },
  ] }, 1_162_018);
  expect((await station.must(clerk, 'ticket.get', { id: posted.id })).lines[0]).toMatchObject({ settlementGrams: 500_870, deductionBp: 0, amountFen: 1_162_018 });
});

test('goods drier than the standard weigh more by dry matter', async () => {
  const drier = await chili({ deductions: [{ factor: 'moisture', method: 'dry_matter', measuredPct: '12', basePct: '14', stepPct: null, perStepBp: null }] }, 1_222_106);
  expect((await station.must(clerk, 'ticket.get', { id: drier.id })).lines[0]).toMatchObject({ netGrams: 514_800, settlementGrams: 526_770, amountFen: 1_222_106 });
});

test('a hair of deduction on a small line may round the settlement weight up beyond the net weight', async () => {
  const { id: productId } = await productOf(station, clerk, 'CHILI-CTJ');
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, {
    productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 516)], expectedTotalFen: 1_206,
    parts: [part('G1', { deductions: [{ factor: 'moisture', method: 'step_table', measuredPct: '14.5', basePct: '14', stepPct: '0.5', perStepBp: 1 }] })],
  }));
  expect((await station.must(clerk, 'ticket.get', { id: posted.id })).lines[0]).toMatchObject({ netGrams: 516, settlementGrams: 520 });
});

test('a consignment ticket goes into custody and onto the consigned goods', async () => {
  const product = await productOf(station, clerk, 'KIWI-XW');
  const { id, version, nameZh, nameEn, cycle, tradedUnit, resolutionGrams, lossToleranceBp } = product;
  await station.must(await station.as('manager'), 'product.save', { id, expectedVersion: version, nameZh, nameEn, mode: 'consignment', cycle, tradedUnit, resolutionGrams, lossToleranceBp, active: true });
  await publish(station, id, { G1: 80_000 });
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, { productId: id, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 8_000 }));
  expect((await station.must(office, 'ticket.get', { id: posted.id })).mode).toBe('consignment');
  expect(station.core.station.db.file.prepare('SELECT s.owner, s.grams FROM stock s JOIN lot l ON l.id = s.lot_id WHERE l.code = ?').get(posted.lots[0])).toEqual({ owner: 'custody', grams: 10_000 });
});

test('two owners share a line by largest remainder, and the parts are the ticket', async () => {
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  const second = (await givenMember(station, clerk, '李四')).id;
  const third = (await givenMember(station, clerk, '王五')).id;
  await publish(station, productId, { G1: 10_000 });
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, {
    productId, owners: [member, second, third].map((memberId) => ({ memberId, share: 1 })), baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 1_000,
  }));
  const { ownerParts, totalFen } = await station.must(clerk, 'ticket.get', { id: posted.id });
  expect(ownerParts.map((owner) => [owner.memberName, owner.settlementGrams, owner.amountFen, owner.state])).toEqual([['张三', 3_334, 334, 'open'], ['李四', 3_333, 333, 'open'], ['王五', 3_333, 333, 'open']]);
  expect(ownerParts.map((owner) => owner.splitRoundingFen)).toEqual([1, 0, 0]);
  expect(ownerParts.reduce((sum, owner) => sum + owner.amountFen, 0)).toBe(totalFen);
});

test('containers are taken off by their tare times their count', async () => {
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  await publish(station, productId, { G1: 20_000 });
  const crate = (await station.must(clerk, 'container.list', {})).rows.find((row) => row.nameEn === 'Plastic crate');
  const basket = { ...scaled(station, 80_000), tare: { kind: 'container' as const, containerId: crate?.id ?? '', count: 3 } };
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [basket, scaled(station, 20_000)], parts: [part('G1')], expectedTotalFen: 19_100 }));
  expect(await station.must(clerk, 'ticket.get', { id: posted.id })).toMatchObject({ baskets: 2, tareGrams: 4_500, netGrams: 95_500, weighings: [{ tareMethod: 'container', containerCount: 3, tareGrams: 4_500 }, { tareMethod: 'none', tareGrams: 0 }] });
});
