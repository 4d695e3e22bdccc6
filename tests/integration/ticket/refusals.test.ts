import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandContext } from '../../../electron/core/rpc/handler.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { newSession } from '../../../electron/core/rpc/session.ts';
import { gradeTicket } from '../../../electron/core/services/ticket/grading.ts';
import { givenMember, givenReading } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productForm, productOf, publish, refusedWith, scaled, ticketForm, typed } from '../../support/tickets.ts';
import type { TicketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
let member: string;
let seller: string;
let productId: string;
beforeAll(async () => {
  station = await testStation({ prices: [] });
  clerk = await station.as('clerk');
  manager = await station.as('manager');
  member = (await givenMember(station, clerk, '张三')).id;
  seller = (await givenMember(station, clerk, '周明发', 'non_member')).id;
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 20_000, G2: 10_000, G3: 10_000 });
});
afterAll(() => station.close());

/** 10 kg at 2.00 yuan: 20.00 yuan, but for what a test changes. */
const form = (fields: Partial<TicketForm> = {}): TicketForm =>
  ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: fields.baskets ?? [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 2_000, ...fields });
const post = (fields: Partial<TicketForm> = {}, session: Session = clerk): ReturnType<typeof station.call<'ticket.post'>> => station.call(session, 'ticket.post', form(fields));
const nobody = (): string => station.core.station.ids.ulid();
const tickets = (): unknown => station.core.station.db.file.prepare("SELECT (SELECT count(*) FROM document WHERE type = 'ticket') AS documents, (SELECT count(*) FROM lot) AS lots, (SELECT count(*) FROM event WHERE type LIKE 'ticket%') AS events, (SELECT coalesce(max(last), 0) FROM number_counter WHERE kind = 'ticket') AS last").get();

const cases: ReadonlyArray<readonly [string, string, () => Partial<TicketForm>]> = [
  ['an owner nobody knows', 'member_unknown', () => ({ owners: [{ memberId: nobody(), share: 1 }] })],
  ['the same owner twice', 'member_twice', () => ({ owners: [{ memberId: member, share: 1 }, { memberId: member, share: 2 }] })],
  ['a member and somebody else on one ticket', 'party_kinds_mixed', () => ({ owners: [{ memberId: member, share: 1 }, { memberId: seller, share: 1 }] })],
  ['a product nobody knows', 'product_unknown', () => ({ productId: nobody() })],
  ['a reading core never took', 'reading_unknown', () => ({ baskets: [{ gross: { kind: 'reading', readingId: nobody(), grams: 10_000 }, tare: { kind: 'none' } }] })],
  ['a weight other than the reading', 'weight_differs', () => ({ baskets: [{ gross: { ...givenReading(station, 10_000), grams: 12_000 }, tare: { kind: 'none' } }] })],
  ['a tare other than the reading', 'weight_differs', () => ({ baskets: [{ gross: givenReading(station, 11_000), tare: { ...givenReading(station, 1_000), grams: 900 } }] })],
  ['one reading for two baskets', 'reading_used', () => {
    const basket = scaled(station, 5_000);
    return { baskets: [basket, basket] };
  }],
  ['a container nobody knows', 'container_unknown', () => ({ baskets: [{ gross: givenReading(station, 10_000), tare: { kind: 'container', containerId: nobody(), count: 1 } }] })],
  ['a tare above the gross', 'tare_above_gross', () => ({ baskets: [scaled(station, 5_000, 5_001)] })],
  ['a basket that holds nothing', 'empty_ticket', () => ({ baskets: [scaled(station, 5_000, 5_000)] })],
  ['parts that are less than the net weight', 'parts_not_equal_net', () => ({ parts: [part('G1', { netGrams: 9_999 })] })],
  ['parts that are more than the net weight', 'parts_not_equal_net', () => ({ parts: [part('G1', { netGrams: 6_000 }), part('G2', { netGrams: 4_001 })] })],
  ['a second part left open', 'part_empty', () => ({ parts: [part('G1'), part('G2')] })],
  ['a loss above the tolerance of one per cent', 'loss_above_tolerance', () => ({ sortingLossGrams: 101, expectedTotalFen: 1_980 })],
  ['a grade the product does not have', 'grade_unknown', () => ({ parts: [part('ZZ')] })],
  ['another grade than the measured one without a reason', 'grade_needs_reason', () => ({ parts: [part('G1', { overrideReason: null })] })],
  ['a grade that has no price', 'price_missing', () => ({ parts: [part('REJ')] })],
  ['another amount than the clerk saw', 'amount_changed', () => ({ expectedTotalFen: 1_999 })],
  ['more moisture than any percentage', 'percentage_out_of_range', () => ({ parts: [part('G1', { deductions: [{ factor: 'soil', method: 'step_table', measuredPct: '101', basePct: '1', stepPct: '1', perStepBp: 100 }] })] })],
  ['deductions above the whole', 'deduction_above_net', () => ({ parts: [part('G1', { deductions: [{ factor: 'soil', method: 'step_table', measuredPct: '100', basePct: '1', stepPct: '1', perStepBp: 200 }] })] })],
  ['a step of nothing', 'step_not_positive', () => ({ parts: [part('G1', { deductions: [{ factor: 'soil', method: 'step_table', measuredPct: '5', basePct: '1', stepPct: '0', perStepBp: 200 }] })] })],
  ['a yes-or-no finding that is a number', 'not_a_decimal', () => ({ measures: [{ attribute: 'single_mass_g', value: 'heavy', source: 'hand' }, { attribute: 'insect_hole', value: 'false', source: 'hand' }, { attribute: 'smooth', value: 'true', source: 'hand' }] })],
  ['one attribute measured twice', 'invalid_input', () => ({ measures: [{ attribute: 'soil_pct', value: '1', source: 'hand' }, { attribute: 'soil_pct', value: '2', source: 'hand' }] })],
  ['a share of nothing', 'invalid_input', () => ({ owners: [{ memberId: member, share: 0 }] })],
];

test.each(cases)('%s is refused as %s, and nothing is half written', async (_what, code, fields) => {
  const before = tickets();
  const given = fields();
  expect(await post(given)).toMatchObject(refusedWith(code));
  expect(tickets()).toEqual(before);
});

test('a reading of a posted ticket serves no second one, and does so again once that ticket is reversed', async () => {
  const baskets = [scaled(station, 10_000)];
  const first = await station.must(clerk, 'ticket.post', form({ baskets }));
  expect(await post({ baskets })).toMatchObject(refusedWith('reading_used', { number: first.number }));
  await station.must(clerk, 'ticket.reverse', { id: first.id, reason: '人选错了' }, { approval: station.approval('accountant') });
  expect(await post({ baskets })).toMatchObject({ ok: true });
});

test('a draft is posted once, even under another command', async () => {
  const draftId = nobody();
  const first = await station.must(clerk, 'ticket.post', form({ draftId }));
  expect(await post({ draftId })).toMatchObject(refusedWith('draft_posted', { number: first.number }));
});

test('the same command sent twice makes one ticket', async () => {
  const before = tickets() as { documents: number };
  const [commandId, input] = [nobody(), form()];
  const [first, second] = await Promise.all([station.call(clerk, 'ticket.post', input, { commandId }), station.call(clerk, 'ticket.post', input, { commandId })]);
  expect(second).toEqual(first);
  expect((tickets() as { documents: number }).documents).toBe(before.documents + 1);
});

test('who has left sells no more', async () => {
  const gone = await givenMember(station, clerk, '李四');
  await station.must(clerk, 'member.leave', { id: gone.id, reason: '搬走' });
  expect(await post({ owners: [{ memberId: gone.id, share: 1 }] })).toMatchObject(refusedWith('member_left', { name: '李四' }));
});

test('a product and a container that are no longer used are not taken', async () => {
  const apple = await productOf(station, manager, 'APPLE-WN');
  await station.must(manager, 'product.save', { ...productForm(apple), active: false });
  expect(await post({ productId: apple.id, parts: [part('G1')] })).toMatchObject(refusedWith('product_unknown'));
  const { id } = await station.must(manager, 'container.save', { nameZh: '旧筐', nameEn: 'Old crate', tareGrams: 900, active: false });
  expect(await post({ baskets: [{ gross: givenReading(station, 10_000), tare: { kind: 'container', containerId: id, count: 1 } }] })).toMatchObject(refusedWith('container_unknown'));
});

test('moisture above the limit of the scheme is refused', async () => {
  const chili = await productOf(station, clerk, 'CHILI-CTJ');
  await publish(station, chili.id, { G1: 200_000 });
  const deductions = (measuredPct: string) => [{ factor: 'moisture', method: 'step_table' as const, measuredPct, basePct: '14', stepPct: '0.5', perStepBp: 100 }];
  expect(await post({ productId: chili.id, parts: [part('G1', { deductions: deductions('18.1') })] })).toMatchObject(refusedWith('measured_above_limit'));
  expect(await post({ productId: chili.id, parts: [part('G1', { deductions: deductions('18.0') })] })).toMatchObject(refusedWith('amount_changed'));
});

test('a typed weight needs the right to type one, and waits for a second person unless one came along', async () => {
  await station.must(manager, 'user.save', { login: 'chen', name: '陈定级', role: 'grader', active: true, pin: '8024', locale: 'zh', density: 'desk' });
  const grader = newSession('desk');
  await station.must(grader, 'session.signIn', { user: 'chen', pin: '8024' });
  expect(await post({ baskets: [typed(10_000)] }, grader)).toMatchObject(refusedWith('typed_weight_not_permitted'));
  const waiting = await station.must(clerk, 'ticket.post', form({ baskets: [typed(10_000)] }));
  expect(waiting.awaitingCountersign).toBe(true);
  expect(await station.must(clerk, 'ticket.get', { id: waiting.id })).toMatchObject({ typed: true, awaitingCountersign: true, weighings: [{ typed: true, typedReason: '秤坏了', gross: null }] });
  const agreed = await station.must(clerk, 'ticket.post', form({ baskets: [typed(10_000)] }), { approval: station.approval('accountant') });
  expect(agreed.awaitingCountersign).toBe(false);
  expect(await station.must(clerk, 'ticket.get', { id: agreed.id })).toMatchObject({ approvedBy: '李会计', awaitingCountersign: false });
});

test('reasons of a typed gross and a typed tare are both kept', async () => {
  const posted = await station.must(clerk, 'ticket.post', form({ baskets: [{ gross: { kind: 'typed', grams: 11_000, reason: '停电' }, tare: { kind: 'typed', grams: 1_000, reason: '照旧筐' } }] }));
  expect((await station.must(clerk, 'ticket.get', { id: posted.id })).weighings).toMatchObject([{ netGrams: 10_000, typedReason: '停电; 照旧筐' }]);
});

test('another grade than the measured one needs the right to decide it', async () => {
  const scheme = (await productOf(station, clerk, 'SWPO-ZY')).scheme;
  const accountant = await station.as('accountant');
  const context = { ...({} as CommandContext), user: accountant.user } as CommandContext;
  expect(() => gradeTicket(context, scheme?.definition ?? null, form() as never, { machine: null, sample: null, blindMeasures: [] }, '2026-11-20')).toThrow('override_not_permitted');
});

test('who may not write tickets posts none, and nobody posts unsigned', async () => {
  expect(await post({}, await station.as('accountant'))).toMatchObject(refusedWith('not_permitted'));
  expect(await post({}, newSession('desk'))).toMatchObject(refusedWith('not_signed_in'));
});

test('a later price list is not used before its time, and a changed price refuses the amount seen', async () => {
  const at = station.clock.now() + 3_600_000;
  await station.must(manager, 'price.publish', { note: null, effectiveFrom: at, rows: [{ productId, grade: 'G1', priceE4: 30_000 }] });
  expect(await post()).toMatchObject({ ok: true });
  station.clock.forward(3_600_001);
  expect(await post()).toMatchObject(refusedWith('amount_changed', { seen: 2_000, now: 3_000 }));
});
