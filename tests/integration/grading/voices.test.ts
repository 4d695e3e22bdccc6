import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOfDocument } from '../../../electron/core/services/books/canonical-rows.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm, type TicketForm } from '../../support/tickets.ts';

let station: TestStation;
let manager: Session;
let clerk: Session;
let productId = '';
let memberId = '';
let machine: { id: string; secret: string };
beforeEach(async () => {
  station = await testStation();
  manager = await station.as('manager');
  clerk = await station.as('clerk');
  productId = (await productOf(station, manager, 'CILI')).id;
  await publish(station, productId, { TH: 60_000, CJ: 30_000 }, manager);
  memberId = (await givenMember(station, clerk, '张三')).id;
  const { id, secret } = await station.must(manager, 'grading.saveMachine', { id: null, name: '分选机 1', active: true, newSecret: true });
  machine = { id, secret: secret ?? '' };
});
afterEach(() => station.close());

const form = (fields: Partial<TicketForm> = {}): TicketForm => ticketForm(station, { productId, owners: [{ memberId, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('TH', { overrideReason: null })], expectedTotalFen: 6_000, ...fields });
const good = [['ripe_pct', '90'], ['green_pct', '2'], ['rot_pct', '0'], ['impurity_pct', '0.5'], ['hours_since_pick', '5']] as const;
const measured = async (): Promise<TicketForm['measures']> => {
  const asked = (await productOf(station, manager, 'CILI')).scheme?.definition.attributes.map(({ id }) => id) ?? [];
  return good.filter(([attribute]) => asked.includes(attribute)).map(([attribute, value]) => ({ attribute, value, source: 'hand' as const }));
};
const propose = (draftId: string, grade: string) => station.call(manager, 'grading.propose', { draftId, productId, machineId: machine.id, secret: machine.secret, grade, confidenceBp: 8_700, measures: [{ attribute: 'rot_pct', value: '0.0' }] });

test('a machine proposes, a person decides otherwise with a reason, and the ticket keeps both', async () => {
  const ticket = form({ measures: await measured() });
  await propose(ticket.draftId, 'CJ');
  expect(await station.must(clerk, 'grading.ofDraft', { draftId: ticket.draftId })).toMatchObject({ machine: { machine: '分选机 1', grade: 'CJ', confidenceBp: 8_700 }, sample: null });
  expect(await station.call(clerk, 'ticket.post', ticket)).toMatchObject(refusedWith('grade_needs_reason'));
  const { id } = await station.must(clerk, 'ticket.post', { ...ticket, parts: [part('TH', { overrideReason: '机器看错了' })] });
  expect(await station.must(clerk, 'ticket.get', { id })).toMatchObject({ overridden: true, machine: { grade: 'CJ' }, lines: [{ grade: 'TH', proposedGrade: 'TH', overrideReason: '机器看错了', gradedBy: '张司磅' }] });
  const report = (await station.must(manager, 'grading.report', { from: '2026-11-20', to: '2026-11-20' })).rows;
  expect(report.map(({ source, proposed, decided, reason, lines, netGrams }) => [source, proposed, decided, reason, lines, netGrams])).toEqual([['scheme', 'TH', 'TH', '机器看错了', 1, 10_000], ['machine', 'CJ', 'TH', '机器看错了', 1, 10_000]]);
});

test('goods sorted by hand at and below the proposal need no reason', async () => {
  const parts = [part('CJ', { netGrams: 4_000, overrideReason: null }), part('TH', { overrideReason: null })];
  const { id } = await station.must(clerk, 'ticket.post', form({ measures: await measured(), parts, expectedTotalFen: 4_800 }));
  expect(await station.must(clerk, 'ticket.get', { id })).toMatchObject({ overridden: false, lines: [{ grade: 'CJ', overrideReason: null }, { grade: 'TH', overrideReason: null }] });
});

test('a gram above the proposal needs a reason however the rest is sorted; flag and report name it, and nothing is said of what was sorted down', async () => {
  const low = (await measured()).map((each) => (each.attribute === 'ripe_pct' ? { ...each, value: '60' } : each));
  const sorted = (overrideReason: string | null): TicketForm['parts'] => [part('TH', { netGrams: 1_000, overrideReason }), part('CJ', { overrideReason })];
  expect(await station.call(clerk, 'ticket.post', form({ measures: low, parts: sorted(null), expectedTotalFen: 3_300 }))).toMatchObject(refusedWith('grade_needs_reason', { proposed: 'CJ' }));
  const byMachine = form({ measures: await measured(), parts: sorted(null), expectedTotalFen: 3_300 });
  await propose(byMachine.draftId, 'CJ');
  expect(await station.call(clerk, 'ticket.post', byMachine)).toMatchObject(refusedWith('grade_needs_reason'));
  const { id } = await station.must(clerk, 'ticket.post', { ...byMachine, parts: sorted('挑出来的好果') });
  expect(await station.must(clerk, 'ticket.get', { id })).toMatchObject({ overridden: true, lines: [{ grade: 'TH', overrideReason: '挑出来的好果' }, { grade: 'CJ' }] });
  await station.must(clerk, 'ticket.post', form({ measures: low, parts: sorted('挑出来的好果'), expectedTotalFen: 3_300 }));
  await station.must(clerk, 'ticket.post', form({ measures: await measured(), parts: sorted(null), expectedTotalFen: 3_300 }));
  const report = (await station.must(manager, 'grading.report', { from: '2026-11-20', to: '2026-11-20' })).rows;
  expect(report.map(({ source, proposed, decided, reason, lines, netGrams }) => [source, proposed, decided, reason, lines, netGrams])).toEqual([['scheme', 'CJ', 'TH', '挑出来的好果', 1, 1_000], ['machine', 'CJ', 'TH', '挑出来的好果', 1, 1_000]]);
});

test('a reversed ticket leaves the report', async () => {
  const { id } = await station.must(clerk, 'ticket.post', form({ measures: await measured() }));
  await station.must(clerk, 'ticket.reverse', { id, reason: '卖家认错了' }, { approval: station.approval('accountant') });
  expect((await station.must(manager, 'grading.report', { from: '2026-11-20', to: '2026-11-20' })).rows).toEqual([]);
});

test('a machine knows only grades of the scheme, and says nothing to a posted draft', async () => {
  const ticket = form({ measures: await measured() });
  expect(await propose(ticket.draftId, 'ZZ')).toMatchObject(refusedWith('grade_unknown', { grade: 'ZZ' }));
  await station.must(clerk, 'ticket.post', ticket);
  expect(await propose(ticket.draftId, 'TH')).toMatchObject({ ok: false, refusal: { code: 'draft_posted' } });
});

test('a measure outside the plausible range may be kept and is recorded, with the device that measured it', async () => {
  const product = await productOf(station, manager, 'CILI');
  const scheme = product.scheme;
  if (scheme === null) throw new Error('no scheme');
  const definition = { ...scheme.definition, attributes: scheme.definition.attributes.map((each) => (each.id === 'ripe_pct' ? { ...each, plausible: { min: '0', max: '95' } } : each)) };
  await station.must(manager, 'grading.saveScheme', { productId, basedOn: scheme.id, titleZh: '刺梨', titleEn: 'Cili', validFrom: null, reason: '平常范围', confirmed: true, definition });
  const measures = (await measured()).map((each) => (each.attribute === 'ripe_pct' ? { ...each, value: '98', source: 'device' as const, device: '近红外仪' } : each));
  const { id } = await station.must(clerk, 'ticket.post', form({ measures }));
  const ticket = await station.must(clerk, 'ticket.get', { id });
  expect(ticket.measures.find(({ attribute }) => attribute === 'ripe_pct')).toMatchObject({ value: '98', device: '近红外仪', implausible: true });
  expect(ticket.measures.filter(({ implausible }) => implausible)).toHaveLength(1);
});

test('a local word typed on one ticket is offered on the next, means the grade that was decided, and is retired but never lost', async () => {
  await station.must(clerk, 'ticket.post', form({ measures: await measured(), word: '统货' }));
  const [word] = (await station.must(clerk, 'grading.words', {})).rows;
  expect(word).toMatchObject({ productId, word: '统货', grade: 'TH', active: true, used: 1 });
  expect(await station.call(clerk, 'grading.saveWord', { id: null, productId, word: '统货', grade: 'CJ', attribute: null, value: null, note: null, active: true })).toMatchObject(refusedWith('word_twice'));
  await station.must(clerk, 'grading.saveWord', { id: word?.id ?? '', productId, word: '统货', grade: 'TH', attribute: null, value: null, note: '不挑', active: false });
  expect((await station.must(clerk, 'grading.words', {})).rows).toMatchObject([{ word: '统货', active: false, note: '不挑', version: 2 }]);
});

test('a sample graded blind binds the ticket, shows no member, and the clerk who took it may not grade it', async () => {
  const ticket = form({ measures: await measured() });
  const { code } = await station.must(clerk, 'grading.takeSample', { draftId: ticket.draftId, productId, owners: [memberId], place: '留样柜', keepUntil: '2026-12-20' });
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/u);
  expect(JSON.stringify(await station.must(manager, 'grading.samples', {}))).not.toMatch(new RegExp(`张三|${memberId}|${ticket.draftId}`, 'u'));
  expect(await station.call(clerk, 'ticket.post', ticket)).toMatchObject(refusedWith('blind_waiting', { code }));
  const decision = { code, grade: 'CJ', measures: [], reason: '有斑' };
  expect(await station.call(clerk, 'grading.gradeSample', decision)).toMatchObject(refusedWith('sample_own'));
  expect(await station.call(manager, 'grading.gradeSample', { ...decision, reason: null })).toMatchObject(refusedWith('grade_needs_reason'));
  await station.must(manager, 'grading.gradeSample', decision);
  expect(await station.call(manager, 'grading.gradeSample', decision)).toMatchObject(refusedWith('sample_graded'));
  expect(JSON.stringify(await station.must(clerk, 'grading.ofDraft', { draftId: ticket.draftId }))).not.toContain('王站长');
  expect(await station.call(clerk, 'ticket.post', ticket)).toMatchObject(refusedWith('blind_decided', { code, grade: 'CJ' }));
  const { id, number } = await station.must(clerk, 'ticket.post', { ...ticket, parts: [part('CJ', { overrideReason: null })], expectedTotalFen: 3_000 });
  expect(await station.must(clerk, 'ticket.get', { id })).toMatchObject({ sample: { code, place: '留样柜', keepUntil: '2026-12-20', state: 'kept' }, lines: [{ grade: 'CJ', gradedBy: '王站长', overrideReason: '有斑' }] });
  const row = station.core.station.db.file.prepare('SELECT d.id, e.doc_hash AS hash FROM document d JOIN event e ON e.doc_id = d.ulid WHERE d.number = ?').get(number) as { id: number; hash: string };
  expect(digestOfDocument(station.core.station.db, row.id)).toBe(row.hash);
});

test('the register of samples keeps where one lies and what became of it; a discarded one stays so', async () => {
  const { code } = await station.must(clerk, 'grading.takeSample', { draftId: station.core.station.ids.ulid(), productId, owners: [memberId], place: '留样柜', keepUntil: '2026-12-20' });
  await station.must(clerk, 'grading.moveSample', { code, expectedVersion: 1, place: '冰箱', state: 'opened', note: '复检' });
  expect(await station.call(clerk, 'grading.moveSample', { code, expectedVersion: 1, place: '冰箱', state: 'kept', note: null })).toMatchObject(refusedWith('version_changed'));
  await station.must(manager, 'grading.moveSample', { code, expectedVersion: 2, place: '冰箱', state: 'discarded', note: null });
  expect((await station.must(clerk, 'grading.samples', {})).rows).toMatchObject([{ code, place: '冰箱', state: 'discarded', changedBy: '王站长' }]);
  expect(await station.call(clerk, 'grading.moveSample', { code, expectedVersion: 3, place: '桌上', state: 'kept', note: null })).toMatchObject(refusedWith('sample_discarded'));
});
