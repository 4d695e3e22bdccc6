import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastDeliveries, ticketOfPage } from '../../../db/queries/ticket-yard.queries.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import type { TicketForm } from '../../support/tickets.ts';
import { publishTerms, water } from '../../support/terms.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm, typed } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let productId = '';
let member = '';
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 20_000 });
  member = (await givenMember(station, clerk, '张三')).id;
});
afterEach(() => station.close());

const form = (fields: Partial<TicketForm>): TicketForm => ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 2_000, ...fields });
const post = (fields: Partial<TicketForm>) => station.call(clerk, 'ticket.post', form(fields));
const verified = async () => (await station.must(await station.as('manager'), 'system.verify', { full: true })).findings;

test('what was not taken stands on the ticket with its reasons, and a slip goes home with it', async () => {
  const reply = await post({ returnedGrams: 3_000, returns: [{ grams: 2_000, reason: '有烂的' }, { grams: 1_000, reason: '太小' }], expectedTotalFen: 1_400 });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  const ticket = await station.must(clerk, 'ticket.get', { id: reply.data.id });
  expect(ticket).toMatchObject({ returnedGrams: 3_000, returns: [{ grams: 2_000, reason: '有烂的' }, { grams: 1_000, reason: '太小' }] });
  expect(ticket.prints.map((job) => job.paper).sort()).toEqual(['lot_label', 'receipt', 'return_slip']);
  const preview = await station.must(clerk, 'print.preview', { documentId: reply.data.id, paper: 'return_slip' });
  expect(preview.heightDots).toBeGreaterThan(300);
  expect(await verified()).toEqual([]);
});

test('a delivery refused whole is a ticket without goods or money, with its return slip, measured or not, and can be reversed', async () => {
  await publishTerms(station, productId, [{ ...water, rejectAbovePct: '18' }]);
  const { id: terms } = (await station.must(clerk, 'product.list', {})).rows.find((row) => row.id === productId)?.terms ?? { id: '' };
  const whole = { parts: [], returnedGrams: 10_000, returns: [{ grams: 10_000, reason: '太湿' }], expectedTotalFen: 0, terms, measures: [{ attribute: 'moisture', value: '25', source: 'hand' as const }] };
  expect(await post({ ...whole, returnedGrams: 9_999, returns: [{ grams: 9_999, reason: '太湿' }] })).toMatchObject(refusedWith('parts_not_equal_net'));
  expect(await post({ ...whole, measures: [] })).toMatchObject({ ok: true });
  const reply = await post(whole);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  expect(reply.data).toMatchObject({ totalFen: 0, netGrams: 10_000, lots: [], awaitingCountersign: false });
  const ticket = await station.must(clerk, 'ticket.get', { id: reply.data.id });
  expect(ticket).toMatchObject({ paid: 'nothing', grades: '', returnedGrams: 10_000, settlementGrams: 0, lines: [], journal: [], returns: [{ grams: 10_000, reason: '太湿' }], ownerParts: [{ settlementGrams: 0, amountFen: 0, state: 'nothing' }] });
  expect(ticket.prints.map((job) => job.paper).sort()).toEqual(['receipt', 'return_slip']);
  for (const paper of ['receipt', 'return_slip'] as const) expect((await station.must(clerk, 'print.preview', { documentId: reply.data.id, paper })).heightDots).toBeGreaterThan(300);
  expect(await station.call(await station.as('accountant'), 'settlement.quote', { ticketId: reply.data.id })).toMatchObject(refusedWith('nothing_to_settle'));
  for (const paid of ['yes', 'no'] as const) expect(await station.must(clerk, 'ticket.list', { paid })).toMatchObject({ total: 0 });
  expect(station.core.station.db.file.prepare('SELECT (SELECT count(*) FROM stock) AS stock, (SELECT count(*) FROM payable) AS payables').get()).toEqual({ stock: 0, payables: 0 });
  await station.must(clerk, 'ticket.reverse', { id: reply.data.id, reason: '认错了人' }, { approval: station.approval('accountant') });
  expect(await station.must(clerk, 'ticket.list', {})).toMatchObject({ sums: { outrightFen: 0, settlementGrams: 0 } });
  expect(await station.must(clerk, 'report.day', {})).toMatchObject({ outrightFen: 0 });
  expect(await verified()).toEqual([]);
});

test('nothing goes back without a reason, and reasons that do not add up to what was returned are refused, and nothing returned has no slip', async () => {
  expect(await post({ returnedGrams: 3_000, returns: [{ grams: 2_000, reason: '有烂的' }], expectedTotalFen: 1_400 })).toMatchObject(refusedWith('returns_not_equal'));
  expect(await post({ returnedGrams: 3_000, expectedTotalFen: 1_400 })).toMatchObject(refusedWith('return_reason_missing'));
  const reply = await post({});
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  expect(await station.call(clerk, 'print.preview', { documentId: reply.data.id, paper: 'return_slip' })).toMatchObject(refusedWith('paper_not_for_document'));
});

test('a page of the paper book is priced as on its day, posted today, marked for ever, and waits for a second person', async () => {
  const writtenAt = station.clock.now();
  station.clock.forward(5 * 60 * 60_000);
  await publish(station, productId, { G1: 30_000 });
  const reply = await post({ baskets: [typed(10_000, '补录纸单')], paperNo: '12-3', writtenAt, expectedTotalFen: 2_000 });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  expect(reply.data.awaitingCountersign).toBe(true);
  expect(await station.must(clerk, 'ticket.get', { id: reply.data.id })).toMatchObject({ paperNo: '12-3', writtenAt, businessDate: '2026-11-20', typed: true, totalFen: 2_000 });
  await post({ returnedGrams: 3_000, returns: [{ grams: 3_000, reason: '有烂的' }], expectedTotalFen: 2_100 });
  expect((await station.must(clerk, 'ticket.list', {})).rows.map((row) => [row.fromPaper, row.returnedGrams])).toEqual([[false, 3_000], [true, 0]]);
  expect(await station.must(clerk, 'ticket.list', { only: 'paper' })).toMatchObject({ total: 1, rows: [{ id: reply.data.id }], sums: { outrightFen: 2_000, consignedFen: 0 } });
  expect(await verified()).toEqual([]);
});

test('a page with measures is deducted by the terms of its time, which the list of that moment names; those of today are refused', async () => {
  const terms = (takes: number) => [{ ...water, rows: [{ atPct: '15', stepPct: null, takes }, { atPct: '18', stepPct: null, takes: 1_100 }] }];
  await publishTerms(station, productId, terms(200));
  const writtenAt = station.clock.now();
  station.clock.forward(60_000);
  await publishTerms(station, productId, terms(300));
  const termsAt = async (at?: number) => (await station.must(clerk, 'product.list', at === undefined ? {} : { at })).rows.find((row) => row.id === productId)?.terms;
  const [then, now] = [await termsAt(writtenAt), await termsAt()];
  expect([then?.number, now?.number]).toEqual([1, 2]);
  const page = (of: typeof then, expectedTotalFen: number) => post({
    baskets: [typed(10_000, '补录纸单')], paperNo: '9', writtenAt, terms: of?.id ?? null, measures: [{ attribute: 'moisture', value: '15', source: 'hand' }], expectedTotalFen,
    owners: [{ memberId: member, share: 6_000 }, { memberId: second, share: 4_000 }], returnedGrams: 1_000, returns: [{ grams: 1_000, reason: '有烂的' }],
  });
  const second = (await givenMember(station, clerk, '李四')).id;
  expect(await page(now, 1_746)).toMatchObject(refusedWith('terms_changed'));
  const reply = await page(then, 1_764);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  const ticket = await station.must(clerk, 'ticket.get', { id: reply.data.id });
  expect(ticket).toMatchObject({ netGrams: 10_000, returnedGrams: 1_000, settlementGrams: 8_820, totalFen: 1_764, lines: [{ termsNumber: 1, deductions: [{ factor: 'moisture', takenGrams: 180 }] }] });
  expect(ticket.ownerParts.map((part) => part.amountFen)).toEqual([1_058, 706]);
  expect(await verified()).toEqual([]);
});

test('a page is entered once, unless its ticket was reversed', async () => {
  const page = (): Partial<TicketForm> => ({ baskets: [typed(10_000, '补录纸单')], paperNo: '12', writtenAt: station.clock.now() });
  const first = await post(page());
  if (!first.ok) throw new Error(JSON.stringify(first));
  expect(await post(page())).toMatchObject(refusedWith('paper_page_entered', { page: '12', number: first.data.number }));
  await station.must(clerk, 'ticket.reverse', { id: first.data.id, reason: '抄错' }, { approval: station.approval('accountant') });
  expect(await post(page())).toMatchObject({ ok: true });
});

test('the paper book holds written weights of the past with their page', async () => {
  expect(await post({ writtenAt: station.clock.now(), baskets: [typed(10_000)] })).toMatchObject(refusedWith('paper_page_missing'));
  expect(await post({ writtenAt: station.clock.now() + 60_000, paperNo: '1', baskets: [typed(10_000)] })).toMatchObject(refusedWith('paper_time_ahead'));
  expect(await post({ writtenAt: station.clock.now(), paperNo: '1' })).toMatchObject(refusedWith('paper_weights_typed'));
});

test('a weight far from the habit is noted in the event, with whether the person was asked', async () => {
  for (const grams of [48_000, 50_000, 52_000, 45_000, 55_000]) await post({ baskets: [scaled(station, grams)], expectedTotalFen: grams / 5 });
  expect((await station.must(clerk, 'ticket.usual', { memberId: member, productId })).netGrams).toEqual([55_000, 45_000, 52_000, 50_000, 48_000]);
  await post({ baskets: [scaled(station, 51_000)], expectedTotalFen: 10_200 });
  await post({ baskets: [scaled(station, 480_000)], expectedTotalFen: 96_000, unusualConfirmed: true });
  const payloads = (station.core.station.db.file.prepare("SELECT payload FROM event WHERE type = 'ticket.posted' ORDER BY seq DESC LIMIT 2").all() as Array<{ payload: string }>).map(({ payload }) => JSON.parse(payload) as { unusual?: unknown });
  expect(payloads[0]?.unusual).toEqual({ lowGrams: 48_000, highGrams: 52_000, confirmed: true });
  expect(payloads[1]?.unusual).toBeUndefined();
});

test('the look at the habit and at a page goes by an index', () => {
  const plan = (sql: string): string => JSON.stringify(station.core.station.db.file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: sql.split('?').length - 1 }, () => 1)));
  expect(plan(lastDeliveries.sql)).toContain('ticket_owner_by_member');
  expect(plan(lastDeliveries.sql)).not.toContain('USE TEMP B-TREE');
  expect(plan(ticketOfPage.sql)).toContain('ticket_paper_by_page');
});
