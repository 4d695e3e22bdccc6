import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm, type TicketForm } from '../../support/tickets.ts';

const hour = 60 * 60_000;
let station: TestStation;
let manager: Session;
let clerk: Session;
let productId = '';
let zhang = '';
let machine: { id: string; secret: string };
beforeEach(async () => {
  station = await testStation();
  manager = await station.as('manager');
  clerk = await station.as('clerk');
  productId = (await productOf(station, manager, 'CHILI-CTJ')).id;
  await publish(station, productId, { G1: 30_000 }, manager);
  zhang = (await givenMember(station, clerk, '张三')).id;
  const { id, secret } = await station.must(manager, 'grading.saveMachine', { id: null, name: '水分仪', active: true, newSecret: true });
  machine = { id, secret: secret ?? '' };
});
afterEach(() => station.close());

const moisture = (value: string): TicketForm['measures'] => [{ attribute: 'moisture_pct', value, source: 'hand' }];
/** 10 kg of the first grade at 3.00 yuan; the deduction of the scheme takes nothing at 14 % and less. */
const form = (fields: Partial<TicketForm> = {}): TicketForm =>
  ticketForm(station, { productId, owners: [{ memberId: zhang, share: 1 }], baskets: [scaled(station, 10_000)], measures: moisture('13.5'), parts: [part('G1', { overrideReason: null, deductions: [dry('13.5')] })], expectedTotalFen: 3_000, ...fields });
const dry = (measuredPct: string): TicketForm['parts'][number]['deductions'][number] => ({ factor: 'moisture', method: 'step_table', measuredPct, basePct: '14.0', stepPct: '0.5', perStepBp: 100 });
const keep = (ticket: TicketForm, revision: number, owners = [zhang]) => station.must(clerk, 'draft.save', { id: ticket.draftId, revision, state: 'open', label: '张三', payload: { owners: owners.map((memberId) => ({ memberId })) } });
const say = (ticket: TicketForm, value = '13.9') =>
  station.must(manager, 'grading.propose', { draftId: ticket.draftId, productId, machineId: machine.id, secret: machine.secret, grade: 'G1', confidenceBp: null, measures: [{ attribute: 'moisture_pct', value }] });
const discard = (ticket: TicketForm) => station.must(clerk, 'draft.discard', { id: ticket.draftId });
const post = (ticket: TicketForm) => station.call(clerk, 'ticket.post', ticket);
const heard = async (ticket: TicketForm, owners = [zhang]) => (await station.must(clerk, 'grading.ofDraft', { draftId: ticket.draftId, productId, owners })).machine;
const reasoned = { parts: [part('G1', { overrideReason: '仪器没校', deductions: [dry('13.5')] })] };
const needsReason = refusedWith('measure_needs_reason', { attribute: 'moisture_pct', proposed: '13.9' });

async function thrownAway(): Promise<void> {
  const first = form();
  await keep(first, 1);
  await say(first);
  await discard(first);
}

test('a figure other than the machine’s, or none, needs a reason; the machine’s own figure however it is written does not', async () => {
  const ticket = form();
  await say(ticket);
  expect(await post(ticket)).toMatchObject(needsReason);
  expect(await post({ ...ticket, measures: [] })).toMatchObject(needsReason);
  const parts = [part('G1', { netGrams: 4_000, overrideReason: null, deductions: [dry('13.5')] }), part('G2', { overrideReason: null, deductions: [dry('13.5')] })];
  expect(await post({ ...ticket, parts })).toMatchObject(needsReason);
  const same = await post({ ...ticket, measures: moisture('13.90'), ...reasoned });
  expect(same.ok).toBe(true);
});

test('a draft thrown away and entered anew gets the same proposal back, and a change of it still needs the reason', async () => {
  await thrownAway();
  const again = form();
  expect(await heard(again)).toMatchObject({ machine: '水分仪', otherDraft: true, measures: [{ attribute: 'moisture_pct', value: '13.9' }] });
  expect(await post(again)).toMatchObject(needsReason);
  const posted = await post({ ...again, ...reasoned });
  if (!posted.ok) throw new Error(JSON.stringify(posted));
  expect(await station.must(clerk, 'ticket.get', { id: posted.data.id })).toMatchObject({ overridden: true, machine: { machine: '水分仪', grade: 'G1' } });
  expect(await post(form())).toMatchObject(needsReason);
});

test('the goods are those of every household the draft was ever saved with, and of nobody else', async () => {
  const [li, wang] = [(await givenMember(station, clerk, '李四')).id, (await givenMember(station, clerk, '王五')).id];
  const first = form();
  await keep(first, 1);
  await say(first);
  await keep(first, 2, [li]);
  await discard(first);
  expect(await post(form())).toMatchObject(needsReason);
  expect(await post(form({ owners: [{ memberId: li, share: 1 }] }))).toMatchObject(needsReason);
  expect(await heard(form(), [wang])).toBeNull();
});

test('neither midnight nor a clock set back lets the proposal go; three days do', async () => {
  station.clock.forward(14.5 * hour);
  await thrownAway();
  station.clock.forward(hour);
  expect(await post(form())).toMatchObject(needsReason);
  station.clock.setComputerTime(station.clock.now() - 5 * hour);
  await station.must(manager, 'session.correctClock', { reason: '电池没电' }, { approval: station.approval('accountant') });
  expect(await heard(form())).toMatchObject({ machine: '水分仪' });
  station.clock.forward(4 * hour + 72 * hour - 1);
  clerk = await station.as('clerk');
  expect(await heard(form())).not.toBeNull();
  station.clock.forward(1);
  expect(await heard(form())).toBeNull();
});

test('a later word of a machine takes the place of the earlier one, and both end when those goods are posted', async () => {
  await thrownAway();
  const again = form();
  await keep(again, 1);
  station.clock.forward(1_000);
  await say(again, '13.5');
  expect(await heard(again)).toMatchObject({ otherDraft: false, measures: [{ value: '13.5' }] });
  const posted = await post({ ...again, ...reasoned });
  expect(posted.ok).toBe(true);
  expect(await heard(form())).toBeNull();
});
