import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, scaled, ticketForm, typed } from '../../support/tickets.ts';
import { givenTill } from '../../support/till.ts';

let station: TestStation;
let clerk: Session;
let office: Session;
let cashBoxId: string;
let productId: string;
beforeEach(async () => {
  station = await testStation();
  ({ clerk, office, cashBoxId, productId } = await givenTill(station));
});
afterEach(() => station.close());

const bring = (owners: string[], grossGrams: number, totalFen: number, grade = 'G1') => station.must(clerk, 'ticket.post', ticketForm(station, {
  productId, owners: owners.map((memberId) => ({ memberId, share: 1 })), baskets: [scaled(station, grossGrams)], parts: [part(grade)], expectedTotalFen: totalFen,
}));
const clean = async (): Promise<void> => expect((await station.must(office, 'system.verify', { full: true })).findings).toEqual([]);
const balance = async (): Promise<number | undefined> => (await station.must(clerk, 'cash.boxes', {})).rows[0]?.balanceFen;
const member = async (name: string): Promise<string> => (await givenMember(station, clerk, name)).id;

test('goods without a price in money are a ticket of nothing, settled and paid with nothing, and the books hold', async () => {
  const zhang = await member('张三');
  const ticket = await bring([zhang], 10_000, 0, 'G2');
  const paid = await station.call(clerk, 'settlement.payNow', { ticketId: ticket.id, cashBoxId });
  expect(paid).toMatchObject({ ok: true, data: { paidFen: 0 } });
  expect(await balance()).toBe(1_000_000);
  await clean();
});

test('a ticket of two owners of which one share was settled alone: the reversal corrects that share and voids the other', async () => {
  const [zhang, li] = [await member('张三'), await member('李四')];
  const ticket = await bring([zhang, li], 10_001, 1_000);
  await station.must(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId });
  expect(await balance()).toBe(1_000_000 - 500);
  await station.must(clerk, 'ticket.reverse', { id: ticket.id, reason: '称错' }, { approval: station.approval('manager') });
  const rows = (await station.must(office, 'settlement.unsettled', {})).rows;
  expect(rows.map((row) => [row.name, row.fen])).toEqual([['张三', -500]]);
  expect(await station.call(clerk, 'settlement.payNow', { memberId: li, cashBoxId })).toMatchObject({ refusal: { code: 'nothing_to_settle' } });
  await clean();
  await bring([zhang], 8_000, 800);
  await station.must(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId });
  expect(await balance()).toBe(1_000_000 - 800);
  await clean();
});

test('what is taken back comes before the cap, and the cap before the debts', async () => {
  const zhang = await member('张三');
  const wrong = await bring([zhang], 30_000, 3_000);
  await station.must(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId });
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错' }, { approval: station.approval('manager') });
  await station.must(clerk, 'debt.advance', { memberId: zhang, cashBoxId, amountFen: 5_000, consent: '同意扣回' }, { approval: station.approval('manager') });
  await bring([zhang], 50_000, 5_000);
  const paid = await station.must(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId });
  expect(paid.grossFen).toBe(2_000);
  expect(paid.recoveredFen + paid.paidFen).toBe(2_000);
  await clean();
});

test('the desk may not leave out what a member owes: another cap than the usual one needs a second person or the office', async () => {
  const zhang = await member('张三');
  await station.must(clerk, 'debt.advance', { memberId: zhang, cashBoxId, amountFen: 5_000, consent: '同意扣回' }, { approval: station.approval('manager') });
  await bring([zhang], 50_000, 5_000);
  expect(await station.call(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId, capBp: 0 })).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await station.must(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId, capBp: 0 }, { approval: station.approval('accountant') })).toMatchObject({ paidFen: 5_000 });
});

test('without a second person the day limit holds over several payments, and yesterday starts none of it', async () => {
  const zhang = await member('张三');
  await bring([zhang], 3_000_000, 300_000);
  await station.must(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId });
  await bring([zhang], 3_000_000, 300_000);
  expect(await station.call(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId })).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await balance()).toBe(700_000);
  station.clock.forward(24 * 3_600_000 - 60_000);
  expect(await station.call(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId })).toMatchObject({ refusal: { code: 'nothing_to_settle' } });
  const old = (await station.must(office, 'ticket.list', { paid: 'no' })).rows[0];
  expect(await station.call(clerk, 'settlement.payNow', { ticketId: old?.id ?? '', cashBoxId })).toMatchObject({ refusal: { code: 'approval_required' } });
});

test('a typed weight is paid only with a second person, or after one has countersigned it, and its author is none of them', async () => {
  const zhang = await member('张三');
  const manager = await station.as('manager');
  const bringTyped = () => station.must(manager, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId: zhang, share: 1 }], baskets: [typed(40_000)], parts: [part('G1')], expectedTotalFen: 4_000 }));
  const first = await bringTyped();
  expect(await station.call(manager, 'settlement.payNow', { ticketId: first.id, cashBoxId })).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await station.call(clerk, 'settlement.payNow', { memberId: zhang, cashBoxId })).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await balance()).toBe(1_000_000);
  expect(await station.must(manager, 'settlement.payNow', { ticketId: first.id, cashBoxId }, { approval: station.approval('accountant') })).toMatchObject({ paidFen: 4_000, awaitingCountersign: false });
  const second = await bringTyped();
  expect(await station.call(manager, 'countersign.sign', { documentId: second.id })).toMatchObject({ refusal: { code: 'own_work' } });
  await station.must(office, 'countersign.sign', { documentId: second.id });
  const paid = await station.must(manager, 'settlement.payNow', { ticketId: second.id, cashBoxId });
  expect(paid.awaitingCountersign).toBe(true);
  expect(await station.call(manager, 'countersign.sign', { documentId: paid.payoutId })).toMatchObject({ refusal: { code: 'own_work' } });
  await station.must(office, 'countersign.sign', { documentId: paid.payoutId });
  expect(await station.call(office, 'countersign.sign', { documentId: paid.payoutId })).toMatchObject({ refusal: { code: 'nothing_to_countersign' } });
  await clean();
});

test('one scale reading never stands behind two tickets, whichever side it stood on', async () => {
  const zhang = await member('张三');
  const basket = scaled(station, 10_000, 1_000);
  const form = () => ticketForm(station, { productId, owners: [{ memberId: zhang, share: 1 }], baskets: [basket], parts: [part('G1')], expectedTotalFen: 900 });
  const first = await station.must(clerk, 'ticket.post', form());
  expect(await station.call(clerk, 'ticket.post', form())).toMatchObject({ refusal: { code: 'reading_used' } });
  const swapped = ticketForm(station, { productId, owners: [{ memberId: zhang, share: 1 }], baskets: [{ gross: basket.tare as never, tare: { kind: 'none' } }], parts: [part('G1')], expectedTotalFen: 100 });
  expect(await station.call(clerk, 'ticket.post', swapped)).toMatchObject({ refusal: { code: 'reading_used' } });
  await station.must(clerk, 'ticket.reverse', { id: first.id, reason: '换人' }, { approval: station.approval('manager') });
  await station.must(clerk, 'ticket.post', form());
  expect(await station.call(clerk, 'ticket.post', form())).toMatchObject({ refusal: { code: 'reading_used' } });
  await clean();
});

test('a draft open over midnight is posted on the new day with the price of the new day, or the clerk is told', async () => {
  const zhang = await member('张三');
  const form = ticketForm(station, { productId, owners: [{ memberId: zhang, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 1_000 });
  await station.must(clerk, 'draft.save', { id: form.draftId, revision: 1, state: 'held', label: '张三', payload: { baskets: form.baskets } });
  station.clock.forward(15 * 3_600_000);
  await publish(station, productId, { G1: 20_000 });
  expect(await station.call(clerk, 'ticket.post', form)).toMatchObject({ refusal: { code: 'amount_changed' } });
  const posted = await station.must(clerk, 'ticket.post', { ...form, expectedTotalFen: 2_000 });
  expect((await station.must(clerk, 'ticket.get', { id: posted.id })).businessDate).toBe('2026-11-21');
});

test('a deduction by other terms than the scheme’s, twice, or left out although measured, waits for a second person', async () => {
  const zhang = await member('张三');
  const chili = await productOf(station, clerk, 'CHILI-CTJ');
  await publish(station, chili.id, { G1: 10_000 });
  const moist = { factor: 'moisture', method: 'step_table' as const, measuredPct: '15', basePct: '14.0', stepPct: '0.50', perStepBp: 100 };
  const waits = async (deductions: Array<typeof moist>, expectedTotalFen: number, measured: string | null = null): Promise<boolean> => (await station.must(clerk, 'ticket.post', ticketForm(station, {
    productId: chili.id, owners: [{ memberId: zhang, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1', { deductions })], expectedTotalFen,
    measures: measured === null ? [] : [{ attribute: 'moisture_pct', value: measured, source: 'hand' }],
  }))).awaitingCountersign;
  expect(await waits([moist], 980, '15.0')).toBe(false);
  expect(await waits([{ ...moist, perStepBp: 0 }], 1_000)).toBe(true);
  expect(await waits([{ ...moist, perStepBp: 2_500 }], 500)).toBe(true);
  expect(await waits([{ ...moist, basePct: '15' }], 1_000)).toBe(true);
  expect(await waits([moist, moist], 960)).toBe(true);
  expect(await waits([{ ...moist, measuredPct: '14' }], 1_000, '15.0')).toBe(true);
  expect(await waits([], 1_000, '15.0')).toBe(true);
  await clean();
});

test('a weighing of another day is posted only from the draft it was put aside in', async () => {
  const zhang = await member('张三');
  const form = () => ticketForm(station, { productId, owners: [{ memberId: zhang, share: 1 }], baskets: [basket], parts: [part('G1')], expectedTotalFen: 900 });
  const basket = scaled(station, 10_000, 1_000);
  const [held, stranger] = [form(), form()];
  await station.must(clerk, 'draft.save', { id: held.draftId, revision: 1, state: 'held', label: '张三', payload: { baskets: held.baskets } });
  await station.must(clerk, 'draft.save', { id: stranger.draftId, revision: 1, state: 'open', label: '李四', payload: {} });
  station.clock.forward(15 * 3_600_000);
  for (const other of [stranger, form()]) expect(await station.call(clerk, 'ticket.post', other)).toMatchObject({ refusal: { code: 'reading_too_old', params: { day: '2026-11-20' } } });
  expect(await station.must(clerk, 'ticket.post', held)).toMatchObject({ netGrams: 9_000 });
  await clean();
});
