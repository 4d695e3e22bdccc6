import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import { pricedStation } from '../../support/priced-station.ts';
import type { TestStation } from '../../support/station.ts';
import { fridayMorning } from '../../support/station.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm, type TicketForm } from '../../support/tickets.ts';

const hour = 60 * 60_000;
let station: TestStation;
let manager: Session;
let clerk: Session;
let productId = '';
let zhang = '';
let li = '';
beforeEach(async () => {
  ({ station, manager, clerk, productId, member: zhang } = await pricedStation('SWPO-ZY', { G1: 20_000, G2: 10_000 }));
  li = (await givenMember(station, clerk, '李四')).id;
});
afterEach(() => station.close());

const form = (fields: Partial<TicketForm> = {}): TicketForm =>
  ticketForm(station, { productId, owners: [{ memberId: zhang, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 2_000, ...fields });
const second = (): Partial<TicketForm> => ({ parts: [part('G2')], expectedTotalFen: 1_000 });
const sampled = async (draftId: string, owners = [zhang]): Promise<string> =>
  (await station.must(clerk, 'grading.takeSample', { draftId, productId, owners, place: '留样柜', keepUntil: '2026-12-20' })).code;
const grade = (code: string) => station.must(manager, 'grading.gradeSample', { code, grade: 'G2', measures: [], reason: '有斑' });
const discard = (ticket: TicketForm) => station.must(clerk, 'draft.discard', { id: ticket.draftId });
const post = (ticket: TicketForm) => station.call(clerk, 'ticket.post', ticket);

test('a delivery thrown away and weighed anew still waits for its sample, and follows what the grader decides', async () => {
  const first = form();
  const code = await sampled(first.draftId);
  await discard(first);
  const again = form();
  expect((await station.must(clerk, 'grading.ofDraft', { draftId: again.draftId, productId, owners: [zhang] })).sample).toMatchObject({ code, grade: null });
  expect(await post(again)).toMatchObject(refusedWith('blind_waiting', { code }));
  await grade(code);
  expect(await post(again)).toMatchObject(refusedWith('blind_decided', { code, grade: 'G2' }));
  const reply = await post({ ...again, ...second() });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  expect(await station.must(clerk, 'ticket.get', { id: reply.data.id })).toMatchObject({ sample: { code }, lines: [{ grade: 'G2', gradedBy: '王站长' }] });
  expect((await station.must(clerk, 'grading.samples', {})).rows).toMatchObject([{ code, ticketNumber: reply.data.number }]);
});

test('a small bag posted at the sample’s grade does not set the rest of the goods free', async () => {
  const first = form();
  const code = await sampled(first.draftId);
  await discard(first);
  await grade(code);
  expect(await post(form({ baskets: [scaled(station, 1_000)], parts: [part('G2')], expectedTotalFen: 100 }))).toMatchObject({ ok: true });
  expect(await post(form())).toMatchObject(refusedWith('blind_decided', { code, grade: 'G2' }));
  expect((await station.must(clerk, 'grading.samples', {})).rows).toHaveLength(1);
});

test('a delivery kept on hold does not set the member’s goods free; once it is posted, later goods are their own', async () => {
  const held = form();
  const code = await sampled(held.draftId);
  await grade(code);
  expect(await post(form())).toMatchObject(refusedWith('blind_decided', { code, grade: 'G2' }));
  expect(await post({ ...held, ...second() })).toMatchObject({ ok: true });
  expect(await post(form())).toMatchObject({ ok: true });
});

test('a ticket taken back binds the goods to the sample again', async () => {
  const first = form();
  const code = await sampled(first.draftId);
  await grade(code);
  const posted = await station.must(clerk, 'ticket.post', { ...first, ...second() });
  await station.must(clerk, 'ticket.reverse', { id: posted.id, reason: '重称' }, { approval: station.approval('accountant') });
  expect(await post(form())).toMatchObject(refusedWith('blind_decided', { code, grade: 'G2' }));
});

test('the sample speaks of one member’s goods of one product, also where they come with another household’s', async () => {
  const first = form();
  const code = await sampled(first.draftId, [zhang, li]);
  await discard(first);
  expect(await post(form({ owners: [{ memberId: li, share: 1 }] }))).toMatchObject(refusedWith('blind_waiting', { code }));
  const other = (await givenMember(station, clerk, '王五')).id;
  expect(await post(form({ owners: [{ memberId: other, share: 1 }] }))).toMatchObject({ ok: true });
  expect(await post(form({ owners: [{ memberId: other, share: 1 }, { memberId: zhang, share: 1 }] }))).toMatchObject(refusedWith('blind_waiting', { code }));
  const potatoes = (await productOf(station, manager, 'CHILI-CTJ')).id;
  await publish(station, potatoes, { G1: 20_000 }, manager);
  expect(await post(form({ productId: potatoes }))).toMatchObject({ ok: true });
});

test('goods sampled in the evening and entered anew after midnight, after a week or under a clock set back still wait for their sample', async () => {
  station.clock.forward(14.5 * hour);
  const evening = form();
  const code = await sampled(evening.draftId);
  await discard(evening);
  station.clock.forward(hour);
  expect(await post(form())).toMatchObject(refusedWith('blind_waiting', { code, day: '2026-11-20' }));
  station.clock.forward(7 * 24 * hour);
  clerk = await station.as('clerk');
  await station.must(clerk, 'session.confirmDate', { businessDate: '2026-11-28' });
  await station.reopen();
  [manager, clerk] = [await station.as('manager'), await station.as('clerk')];
  expect(await post(form())).toMatchObject(refusedWith('blind_waiting', { code, day: '2026-11-20' }));
  await grade(code);
  expect(await post(form({ baskets: [scaled(station, 1_000)], parts: [part('G2')], expectedTotalFen: 100 }))).toMatchObject({ ok: true });
  expect(await post(form())).toMatchObject(refusedWith('blind_decided', { code, grade: 'G2', day: '2026-11-20' }));
  station.clock.setComputerTime(fridayMorning - 24 * hour);
  await station.must(manager, 'session.correctClock', { reason: '电池没电' }, { approval: station.approval('accountant') });
  expect(await post(form())).toMatchObject(refusedWith('blind_decided', { code, grade: 'G2' }));
});

test('of two deliveries the sampled one is posted first, on whatever day; then the other is free and may have a sample of its own', async () => {
  const held = form();
  const code = await sampled(held.draftId);
  station.clock.forward(24 * hour);
  await station.must(clerk, 'session.confirmDate', { businessDate: '2026-11-21' });
  const later = form();
  expect((await station.must(clerk, 'grading.ofDraft', { draftId: later.draftId, productId, owners: [zhang] })).sample).toMatchObject({ code, takenOn: '2026-11-20', otherDelivery: true });
  expect((await station.must(clerk, 'grading.ofDraft', { draftId: held.draftId, productId, owners: [zhang] })).sample).toMatchObject({ code, otherDelivery: false });
  expect(await post(later)).toMatchObject(refusedWith('blind_waiting', { code }));
  await grade(code);
  expect(await post({ ...held, baskets: [scaled(station, 10_000)], ...second() })).toMatchObject({ ok: true });
  expect((await station.must(clerk, 'grading.samples', {})).rows).toMatchObject([{ code, binds: false }]);
  await sampled(later.draftId);
  expect(await post(form())).toMatchObject({ ok: false, refusal: { code: 'blind_waiting' } });
});

test('a delivery posted anew after a reversal uses its sample up once all of its weight stands on it', async () => {
  const first = form();
  const code = await sampled(first.draftId);
  await grade(code);
  const posted = await station.must(clerk, 'ticket.post', { ...first, ...second() });
  await station.must(clerk, 'ticket.reverse', { id: posted.id, reason: '重称' }, { approval: station.approval('accountant') });
  const binds = async (): Promise<boolean | undefined> => (await station.must(clerk, 'grading.samples', {})).rows[0]?.binds;
  expect(await post(form({ baskets: [scaled(station, 9_999)], parts: [part('G2')], expectedTotalFen: 1_000 }))).toMatchObject({ ok: true });
  expect(await binds()).toBe(true);
  expect(await post(form())).toMatchObject(refusedWith('blind_decided', { code }));
  expect(await post(form({ baskets: [scaled(station, 1)], parts: [part('G2')], expectedTotalFen: 0 }))).toMatchObject({ ok: true });
  expect(await binds()).toBe(false);
  expect(await post(form())).toMatchObject({ ok: true });
  expect(await station.call(clerk, 'grading.withdrawSample', { code, expectedVersion: 2, reason: '不要了' }, { approval: station.approval('accountant') })).toMatchObject(refusedWith('sample_posted'));
});

test('goods that wait for one sample are not sampled a second time', async () => {
  const first = form();
  await sampled(first.draftId);
  await discard(first);
  expect(await station.call(clerk, 'grading.takeSample', { draftId: form().draftId, productId, owners: [zhang], place: '留样柜', keepUntil: '2026-12-20' })).toMatchObject(refusedWith('sample_taken'));
  expect(await station.call(clerk, 'grading.takeSample', { draftId: form().draftId, productId, owners: [station.core.station.ids.ulid()], place: '留样柜', keepUntil: '2026-12-20' })).toMatchObject(refusedWith('member_unknown'));
});

test('a sample is withdrawn with a reason and a second person, stays in the register, and binds nothing more', async () => {
  const first = form();
  const code = await sampled(first.draftId);
  await discard(first);
  const withdraw = (extra: { expectedVersion?: number } = {}) => ({ code, expectedVersion: 1, reason: '货拉回去了', ...extra });
  expect(await station.call(clerk, 'grading.withdrawSample', withdraw())).toMatchObject({ ok: false, refusal: { code: 'approval_required' } });
  expect(await station.call(clerk, 'grading.withdrawSample', withdraw({ expectedVersion: 2 }), { approval: station.approval('accountant') })).toMatchObject(refusedWith('version_changed'));
  await station.must(clerk, 'grading.withdrawSample', withdraw(), { approval: station.approval('accountant') });
  expect((await station.must(clerk, 'grading.samples', {})).rows).toMatchObject([{ code, withdrawn: { reason: '货拉回去了', by: '张司磅', approvedBy: '李会计' } }]);
  expect(await station.call(manager, 'grading.gradeSample', { code, grade: 'G2', measures: [], reason: '有斑' })).toMatchObject(refusedWith('sample_withdrawn'));
  expect(await station.call(clerk, 'grading.withdrawSample', withdraw({ expectedVersion: 2 }), { approval: station.approval('accountant') })).toMatchObject(refusedWith('sample_withdrawn'));
  expect(await post(form())).toMatchObject({ ok: true });
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});

test('a sample whose delivery is posted is not withdrawn', async () => {
  const first = form();
  const code = await sampled(first.draftId);
  await grade(code);
  await station.must(clerk, 'ticket.post', { ...first, ...second() });
  expect(await station.call(clerk, 'grading.withdrawSample', { code, expectedVersion: 2, reason: '不要了' }, { approval: station.approval('accountant') })).toMatchObject(refusedWith('sample_posted'));
});

test('throwing away a sampled delivery stands in the record with the code of its sample', async () => {
  const first = form();
  const code = await sampled(first.draftId);
  await discard(first);
  const lines = station.core.station.db.file.prepare("SELECT op, code FROM audit WHERE code = ?").all(code);
  expect(lines).toEqual([{ op: 'grading.sampleLeft', code }]);
});
