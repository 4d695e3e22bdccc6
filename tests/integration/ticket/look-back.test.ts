import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../../electron/contract/operations.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, scaled, ticketForm, typed } from '../../support/tickets.ts';
import type { TicketForm } from '../../support/tickets.ts';

const almostADay = 23 * 3_600_000;
let station: TestStation;
let clerk: Session;
let [zhang, li, zhou] = ['', '', ''];
let potato = '';
let plum = '';
let reversedId = '';

/** Friday: two potato tickets, one of them reversed on Saturday. Saturday: one plum ticket paid at once, one typed, one of a non-member. */
beforeAll(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  zhang = (await givenMember(station, clerk, '张三')).id;
  li = (await givenMember(station, clerk, '李四')).id;
  zhou = (await givenMember(station, clerk, '周明发', 'non_member')).id;
  potato = (await productOf(station, clerk, 'SWPO-ZY')).id;
  plum = (await productOf(station, clerk, 'PLUM-ZN')).id;
  await publish(station, potato, { G1: 20_000, G2: 10_000 });
  await publish(station, plum, { '4A': 500_000 });
  const post = (fields: Partial<TicketForm>) => station.must(clerk, 'ticket.post', ticketForm(station, {
    productId: potato, owners: [{ memberId: zhang, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 2_000, ...fields,
  }));
  await post({ baskets: [scaled(station, 6_000, 1_000), scaled(station, 5_000)], parts: [part('G1', { netGrams: 8_000, overrideReason: null }), part('G2', { overrideReason: null })], expectedTotalFen: 1_800, paperNo: '本子-7' });
  reversedId = (await post({ owners: [{ memberId: zhang, share: 2 }, { memberId: li, share: 1 }] })).id;
  station.clock.forward(almostADay);
  await station.must(clerk, 'ticket.reverse', { id: reversedId, reason: '人选错了' }, { approval: station.approval('accountant') });
  const paid = await post({ productId: plum, owners: [{ memberId: li, share: 1 }], parts: [part('4A')], expectedTotalFen: 50_000 });
  const cashBoxId = (await station.must(clerk, 'cash.boxes', {})).rows[0]?.id ?? '';
  await station.must(clerk, 'cash.float', { cashBoxId, direction: 'in', amountFen: 100_000, note: '备用金' }, { approval: station.approval('accountant') });
  await station.must(clerk, 'settlement.payNow', { ticketId: paid.id, cashBoxId });
  await post({ baskets: [typed(10_000)] });
  await post({ owners: [{ memberId: zhou, share: 1 }] });
});
afterAll(() => station.close());

const list = (input: InputOf<'ticket.list'> = {}): Promise<OutputOf<'ticket.list'>> => station.must(clerk, 'ticket.list', input);
const numbers = async (input: InputOf<'ticket.list'>): Promise<string[]> => (await list(input)).rows.map((row) => row.number.slice(-8).replace(/^0+/, '').replace('-2026-', ''));

test('the list shows the newest first and sums what stands, a reversed ticket counting nothing', async () => {
  const all = await list();
  expect(all.rows.map((row) => row.number.replace('GZ01A-T-2026-00000', ''))).toEqual(['5', '4', '3', '2-R', '2', '1']);
  expect(all).toMatchObject({ total: 6, sums: { baskets: 5, grossGrams: 41_000, netGrams: 40_000, settlementGrams: 40_000, outrightFen: 1_800 + 50_000 + 2_000 + 2_000 } });
});

test.each([
  ['one day', () => ({ from: '2026-11-20', to: '2026-11-20' }), ['2', '1'], 3_800],
  ['a product', () => ({ productId: plum }), ['3'], 50_000],
  ['an owner, the second one included', () => ({ memberId: li }), ['3', '2-R', '2'], 50_000],
  ['a name', () => ({ text: '周明' }), ['5'], 2_000],
  ['a number', () => ({ text: 'T-2026-000003' }), ['3'], 50_000],
  ['what is paid', () => ({ paid: 'yes' as const }), ['3'], 50_000],
  ['what is not paid, without what was reversed', () => ({ paid: 'no' as const }), ['5', '4', '1'], 5_800],
  ['typed weights', () => ({ only: 'typed' as const }), ['4'], 2_000],
  ['reversed tickets and their reversals', () => ({ only: 'reversed' as const }), ['2-R', '2'], 0],
  ['grades decided by hand', () => ({ only: 'overridden' as const }), ['5', '4', '3', '2-R', '2'], 54_000],
])('the list is narrowed to %s, and so are its sums', async (_what, filter, expected, totalFen) => {
  const found = await list(filter());
  expect(found.rows.map((row) => row.number.replace('GZ01A-T-2026-00000', ''))).toEqual(expected);
  expect(found.total).toBe(expected.length);
  expect(found.sums.outrightFen).toBe(totalFen);
});

test('a page is a slice of the whole, and its sums are those of the whole', async () => {
  const slice = await list({ limit: 2, offset: 1 });
  expect(slice).toMatchObject({ total: 6, sums: { outrightFen: 55_800 } });
  expect(slice.rows).toHaveLength(2);
  expect(await numbers({ limit: 1 })).toHaveLength(1);
});

test('a ticket tells everything: proof of each weight, grades, prices, owners, papers, chain and journal', async () => {
  const [row] = (await list({ text: 'T-2026-000001' })).rows;
  const detail = await station.must(clerk, 'ticket.get', { id: row?.id ?? '' });
  expect(detail).toMatchObject({
    memberCode: 'M0001', memberName: '张三', paperNo: '本子-7', grades: 'G1+G2', schemeNumber: 1, paid: 'no', postedBy: '张司磅', partyKind: 'member', mode: 'outright',
    weighings: [
      { basketNo: 1, grossGrams: 6_000, tareGrams: 1_000, tareMethod: 'weighed', gross: { grams: 6_000, unit: 'kg', simulated: true, raw: ['02 2B 30 30 30 37 38 36 32 31 30 03'] }, tare: { grams: 1_000 } },
      { basketNo: 2, tareMethod: 'none', gross: { grams: 5_000 }, tare: null },
    ],
    lines: [
      { lineNo: 1, grade: 'G1', gradeNameZh: '一等(3两-半斤)', gradedBy: '张司磅', priceSheet: 'GZ01A-E-2026-000002', lotCode: 'ZYS261120A0001-1', amountFen: 1_600 },
      { lineNo: 2, grade: 'G2', amountFen: 200 },
    ],
    ownerParts: [{ memberName: '张三', share: 1, settlementGrams: 10_000, amountFen: 1_800, splitRoundingFen: 0, state: 'open' }],
    events: [{ seq: expect.any(Number), type: 'ticket.posted', user: '张司磅' }],
    journal: [{ accountCode: '121', debitFen: 1_800 }, { accountCode: '114', member: '张三', creditFen: 1_600 }, { accountCode: '114', member: '张三', creditFen: 200 }],
  });
  expect(detail.prints.map((print) => print.paper).toSorted()).toEqual(['lot_label', 'lot_label', 'receipt']);
  expect(await station.call(clerk, 'ticket.get', { id: station.core.station.ids.ulid() })).toMatchObject({ ok: false, refusal: { code: 'ticket_unknown' } });
});

test('measures come back with their names and units', async () => {
  const measures = [{ attribute: 'single_mass_g', value: '180', source: 'hand' as const }, { attribute: 'insect_hole', value: 'false', source: 'hand' as const }];
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, { productId: potato, owners: [{ memberId: zhang, share: 1 }], baskets: [scaled(station, 1_000)], parts: [part('G1')], measures, expectedTotalFen: 200 }));
  expect((await station.must(clerk, 'ticket.get', { id: posted.id })).measures).toMatchObject([{ attribute: 'insect_hole', value: 'false' }, { attribute: 'single_mass_g', value: '180', unit: 'g' }]);
  await station.must(clerk, 'ticket.reverse', { id: posted.id, reason: '只是试一试' }, { approval: station.approval('accountant') });
});

test('the day report counts one day, the reversal of the day before included', async () => {
  const friday = await station.must(clerk, 'report.day', { date: '2026-11-20' });
  expect(friday).toMatchObject({ tickets: 2, reversed: 0, members: 2, netGrams: 20_000, outrightFen: 3_800, consignedFen: 0, paidFen: 0, typed: 0 });
  const saturday = await station.must(clerk, 'report.day', {});
  expect(saturday).toMatchObject({ date: '2026-11-21', reversed: 2, netGrams: 20_000, outrightFen: 52_000, consignedFen: 0, paidFen: 50_000, typed: 1 });
  expect(saturday.byProduct).toMatchObject([{ nameEn: expect.stringContaining('plum'), totalFen: 50_000 }, { totalFen: 2_000 }]);
  expect(saturday.byHour.every((hour) => hour.hour === 8)).toBe(true);
  expect(saturday.recentDays).toEqual([{ date: '2026-11-20', netGrams: 20_000, outrightFen: 3_800, consignedFen: 0 }, { date: '2026-11-21', netGrams: 20_000, outrightFen: 52_000, consignedFen: 0 }]);
});

test('a copy made today counts today, of whatever day the ticket is', async () => {
  const [row] = (await list({ text: 'T-2026-000001' })).rows;
  const before = (await station.must(clerk, 'report.day', {})).reprints;
  await station.must(clerk, 'print.again', { documentId: row?.id ?? '', paper: 'receipt' });
  expect((await station.must(clerk, 'report.day', {})).reprints).toBe(before + 1);
  expect((await station.must(clerk, 'report.day', { date: '2026-11-20' })).reprints).toBe(0);
});
