import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InputOf } from '../../../electron/contract/operations.ts';
import type { SchemeDefinition } from '../../../electron/contract/product.ts';
import { addDays, businessDate } from '../../../electron/domain/business-date.ts';
import type { GradeCriterion } from '../../../electron/domain/grade.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { gradingData } from '../../../electron/core/services/sheet/grading-source.ts';
import { givenMember } from '../../support/intake.ts';
import { testStation, type TestStation } from '../../support/station.ts';
import { water } from '../../support/terms.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm, typed, type TicketForm } from '../../support/tickets.ts';

const hour = 3_600_000;
let station: TestStation;
let manager: Session;
let clerk: Session;
let productId = '';
let schemeId = '';
let definition: SchemeDefinition;
const within = (max: string): GradeCriterion => ({ attr: 'picked', min: null, minInclusive: true, max, maxInclusive: false, equals: null, confidence: null, note: null });
const freshWithin = (days: string, rest: Partial<SchemeDefinition> = {}): SchemeDefinition => ({
  ...definition, deductions: [], baseRequirements: [], attributes: [{ id: 'picked', nameZh: '采挖日', nameEn: 'dug on', unit: '', type: 'date', choices: [], measuredAt: 'station', decimals: null, method: null, plausible: { min: '0', max: '30' } }],
  grades: definition.grades.map((grade) => ({ ...grade, criteria: grade.id === 'G1' ? [within(days)] : [] })).filter(({ id }) => id === 'G1' || id === 'G2'), ...rest,
});
const version = (fields: Partial<InputOf<'grading.saveScheme'>> = {}): InputOf<'grading.saveScheme'> =>
  ({ productId, basedOn: schemeId, titleZh: '红薯 按采挖日', titleEn: 'Sweet potato by day', validFrom: null, reason: '放久了糖化', confirmed: true, definition: freshWithin('3'), ...fields });

beforeAll(async () => {
  station = await testStation();
  manager = await station.as('manager');
  clerk = await station.as('clerk');
  const product = await productOf(station, manager, 'SWPO-ZY');
  if (product.scheme === null) throw new Error('no scheme');
  [productId, schemeId, definition] = [product.id, product.scheme.id, product.scheme.definition];
  await publish(station, productId, { G1: 20_000, G2: 10_000 }, manager);
  await station.must(manager, 'grading.saveScheme', version());
  station.clock.forward(2 * hour);
});
afterAll(() => station.close());

async function nextDay(): Promise<void> {
  station.clock.forward(24 * hour);
  [manager, clerk] = [await station.as('manager'), await station.as('clerk')];
  await station.must(clerk, 'session.confirmDate', { businessDate: today() });
}
const today = (): string => businessDate(station.clock.now());
const dug = (daysAgo: number): TicketForm['measures'] => [{ attribute: 'picked', value: addDays(today(), -daysAgo), source: 'hand' }];
let name = 0;
const form = async (grade: 'G1' | 'G2', measures: TicketForm['measures'], fields: Partial<TicketForm> = {}): Promise<TicketForm> => ticketForm(station, {
  productId, owners: [{ memberId: (await givenMember(station, clerk, `张${String(name += 1)}`)).id, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part(grade, { overrideReason: null })], expectedTotalFen: grade === 'G1' ? 2_000 : 1_000, measures, ...fields,
});
const detailOf = async (posting: TicketForm, by = clerk) => station.must(clerk, 'ticket.get', { id: (await station.must(by, 'ticket.post', posting)).id });

test('a scheme that grades by a fixed day or by half days is refused', async () => {
  for (const max of ['2.5', '2026']) expect(await station.call(manager, 'grading.saveScheme', version({ definition: freshWithin(max) }))).toMatchObject({ ok: false });
  const [newest] = (await station.must(manager, 'grading.schemes', { productId })).rows;
  expect(await station.call(manager, 'grading.saveScheme', version({ basedOn: newest?.id ?? '', definition: freshWithin('2.5') }))).toMatchObject(refusedWith('scheme_invalid', { finding: 'not_whole_days' }));
});

test('nothing is deducted by the day of digging: terms of that name are refused before any ticket meets them', async () => {
  const publish = (factor: string) => station.call(manager, 'deduction.publish', { productId, basedOn: null, effectiveFrom: null, reason: '定的', rule: 'added', terms: [{ ...water, factor }] });
  expect(await publish('picked')).toMatchObject(refusedWith('terms_invalid', { finding: 'factor_no_number', factor: '扣水' }));
  expect((await station.must(manager, 'deduction.terms', { productId })).rows).toEqual([]);
});

test('goods dug two days ago are of the first grade, three days ago of the second, and the ticket shows date and age', async () => {
  const posted = await detailOf(await form('G1', dug(2)));
  expect(posted).toMatchObject({ overridden: false, measures: [{ value: addDays(today(), -2), ageDays: 2, unit: null, implausible: false }], lines: [{ grade: 'G1', proposedGrade: 'G1' }] });
  expect(await detailOf(await form('G2', dug(3)))).toMatchObject({ overridden: false, lines: [{ proposedGrade: 'G2' }] });
  expect(await station.call(clerk, 'ticket.post', await form('G1', dug(3)))).toMatchObject(refusedWith('grade_needs_reason', { proposed: 'G2' }));
  const { data: { goods } } = gradingData({ db: station.core.station.db, station: station.core.station, now: station.clock.now(), businessDate: today(), user: null, session: clerk } as never, posted.id);
  expect(goods?.measures).toEqual([{ attribute: 'picked', value: addDays(today(), -2), ageDays: 2, device: null, implausible: false }]);
});

test('a day to come, none at all and one ten years back are refused by their own sentence, and long ago is marked', async () => {
  const measured = (value: string): TicketForm['measures'] => [{ attribute: 'picked', value, source: 'hand' }];
  expect(await station.call(clerk, 'ticket.post', await form('G1', dug(-1)))).toMatchObject(refusedWith('date_ahead', { field: 'picked' }));
  expect(await station.call(clerk, 'ticket.post', await form('G1', measured('2026-02-30')))).toMatchObject(refusedWith('date_invalid'));
  expect(await station.call(clerk, 'ticket.post', await form('G2', dug(3_661)))).toMatchObject(refusedWith('date_too_old'));
  expect(await detailOf(await form('G2', dug(31)))).toMatchObject({ measures: [{ ageDays: 31, implausible: true }] });
});

test('a page of the paper book is graded by its own day, whenever it is typed in', async () => {
  const written = station.clock.now() - hour;
  const measures = dug(2);
  await nextDay();
  const page = await form('G1', measures, { baskets: [typed(10_000, '补录')], paperNo: '8-1', writtenAt: written, parts: [part('G1', { overrideReason: null })] });
  expect(await detailOf(page, manager)).toMatchObject({ overridden: false, measures: [{ ageDays: 2 }], lines: [{ proposedGrade: 'G1' }] });
});

test('goods a blind grader saw are as old as on the day of the sample, also when they are posted after midnight', async () => {
  const ticket = await form('G1', dug(2));
  const { code } = await station.must(clerk, 'grading.takeSample', { draftId: ticket.draftId, productId, owners: ticket.owners.map(({ memberId }) => memberId), place: '留样柜', keepUntil: addDays(today(), 20) });
  await nextDay();
  expect(await station.call(manager, 'grading.gradeSample', { code, grade: 'G1', measures: [{ attribute: 'picked', value: addDays(today(), 1) }], reason: null })).toMatchObject(refusedWith('date_ahead'));
  await station.must(manager, 'grading.gradeSample', { code, grade: 'G1', measures: ticket.measures.map(({ attribute, value }) => ({ attribute, value })), reason: null });
  expect(await detailOf({ ...ticket, baskets: [scaled(station, 10_000)] })).toMatchObject({ overridden: false, measures: [{ ageDays: 2 }], lines: [{ proposedGrade: 'G1', gradedBy: '王站长' }] });
});

test('a word of the village says of a date how many days ago, never which day', async () => {
  const word = (value: string) => station.call(clerk, 'grading.saveWord', { id: null, productId, word: `隔夜${value}`, grade: null, attribute: 'picked', value, note: null, active: true });
  expect(await word('1')).toMatchObject({ ok: true });
  for (const wrong of ['2026-11-20', '1.5', '-1', '99999']) expect(await word(wrong)).toMatchObject(refusedWith('word_value', { value: wrong }));
});

test('a machine says a date, and the desk says another only with a reason', async () => {
  const { id, secret } = await station.must(manager, 'grading.saveMachine', { id: null, name: '分选机', active: true, newSecret: true });
  const ticket = await form('G1', dug(1));
  await station.must(manager, 'grading.propose', { draftId: ticket.draftId, productId, machineId: id, secret: secret ?? '', grade: 'G1', confidenceBp: null, measures: [{ attribute: 'picked', value: addDays(today(), -2) }] });
  expect(await station.call(clerk, 'ticket.post', ticket)).toMatchObject(refusedWith('measure_needs_reason', { attribute: 'picked', proposed: addDays(today(), -2) }));
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});
