import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SchemeDefinition } from '../../../electron/contract/product.ts';
import type { InputOf } from '../../../electron/contract/operations.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let manager: Session;
let clerk: Session;
let productId = '';
let parentId = '';
let plum: SchemeDefinition;
beforeEach(async () => {
  station = await testStation();
  manager = await station.as('manager');
  clerk = await station.as('clerk');
  const product = await productOf(station, manager, 'PLUM-ZN');
  if (product.scheme === null) throw new Error('the plum has no scheme');
  [productId, parentId, plum] = [product.id, product.scheme.id, product.scheme.definition];
  await publish(station, productId, { '4A': 200_000, A: 40_000 }, manager);
});
afterEach(() => station.close());

const day = 86_400_000;
const sizeFrom = (definition: SchemeDefinition, grade: string, min: string): SchemeDefinition =>
  ({ ...definition, grades: definition.grades.map((each) => (each.id === grade ? { ...each, criteria: each.criteria.map((criterion) => (criterion.attr === 'diameter_mm' ? { ...criterion, min } : criterion)) } : each)) });
const version = (fields: Partial<InputOf<'grading.saveScheme'>> = {}): InputOf<'grading.saveScheme'> =>
  ({ productId, basedOn: parentId, titleZh: '蜂糖李', titleEn: 'Plum', validFrom: null, reason: '今年果小', confirmed: true, definition: sizeFrom(plum, 'A', '33'), ...fields });
const local = (fields: Partial<InputOf<'grading.deriveScheme'>> = {}): InputOf<'grading.deriveScheme'> =>
  ({ parentId, titleZh: '蜂糖李 本村', titleEn: 'Plum, village', validFrom: null, validTo: station.clock.now() + 10 * day, reason: '冰雹', resolution: '2026-07', definition: sizeFrom(plum, 'A', '33'), ...fields });
const inForce = async (): Promise<number | undefined> => (await productOf(station, manager, 'PLUM-ZN')).scheme?.number;
const states = async () => (await station.must(manager, 'grading.schemes', { productId })).rows.map(({ number, state }) => [number, state]);
const small = { diameter_mm: '34' };
const post = async (measures: Readonly<Record<string, string>>, grade = 'A', reason: string | null = '看过果') => {
  const { id } = await givenMember(station, clerk, '张三');
  return station.call(clerk, 'ticket.post', ticketForm(station, {
    productId, owners: [{ memberId: id, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part(grade, { overrideReason: reason })], expectedTotalFen: grade === 'A' ? 4_000 : 20_000,
    measures: Object.entries(measures).map(([attribute, value]) => ({ attribute, value, source: 'hand' as const })),
  }));
};

test('a new version is in force from its moment, and a ticket posted before keeps the version it was graded by', async () => {
  const before = await post(small);
  const saved = await station.must(manager, 'grading.saveScheme', version({ validFrom: station.clock.now() + day }));
  expect(await inForce()).toBe(1);
  expect(await states()).toEqual([[2, 'coming'], [1, 'in_force']]);
  station.clock.forward(day);
  expect(await inForce()).toBe(saved.number);
  if (!before.ok) throw new Error('not posted');
  expect(await station.must(clerk, 'ticket.get', { id: before.data.id })).toMatchObject({ schemeNumber: 1 });
});

test('a version made from an older one, one that changes nothing, one without sense and one in the past are refused', async () => {
  expect(await station.call(manager, 'grading.saveScheme', version({ definition: plum, titleZh: '蜂糖李', confirmed: true, validFrom: station.clock.now() - day }))).toMatchObject(refusedWith('effective_in_past'));
  expect(await station.call(manager, 'grading.saveScheme', version({ definition: sizeFrom(plum, '3A', '50') }))).toMatchObject(refusedWith('scheme_invalid', { finding: 'empty_range' }));
  await station.must(manager, 'grading.saveScheme', version());
  expect(await station.call(manager, 'grading.saveScheme', version())).toMatchObject(refusedWith('version_changed'));
  const [newest] = (await station.must(manager, 'grading.schemes', { productId })).rows;
  expect(await station.call(manager, 'grading.saveScheme', version({ basedOn: newest?.id ?? '' }))).toMatchObject(refusedWith('scheme_unchanged'));
  expect(await station.call(clerk, 'grading.saveScheme', version())).toMatchObject(refusedWith('not_permitted'));
});

test('a local scheme holds until its last day, with its reason and resolution, and then the parent holds again', async () => {
  await station.must(manager, 'grading.deriveScheme', local());
  expect(await states()).toEqual([[2, 'in_force'], [1, 'waiting']]);
  expect((await station.must(manager, 'grading.schemes', { productId })).rows[0]).toMatchObject({ parentNumber: 1, reason: '冰雹', resolution: '2026-07', savedBy: '王站长' });
  station.clock.forward(10 * day);
  manager = await station.as('manager');
  expect(await inForce()).toBe(1);
  expect(await states()).toEqual([[2, 'past'], [1, 'in_force']]);
});

test('a local change of a mandatory safety attribute is refused, and so is a local scheme of a local scheme', async () => {
  const weaker = { ...plum, baseRequirements: plum.baseRequirements.map((criterion) => (criterion.attr === 'days_since_spray' ? { ...criterion, min: '3' } : criterion)) };
  expect(await station.call(manager, 'grading.deriveScheme', local({ definition: weaker }))).toMatchObject(refusedWith('safety_changed', { subject: 'days_since_spray' }));
  expect(await station.call(manager, 'grading.deriveScheme', local({ validTo: station.clock.now() - 1 }))).toMatchObject(refusedWith('validity_empty'));
  const { id } = await station.must(manager, 'grading.deriveScheme', local());
  expect(await station.call(manager, 'grading.deriveScheme', local({ parentId: id }))).toMatchObject(refusedWith('parent_is_local'));
});

test('the books verify with local schemes, words and samples in them', async () => {
  await station.must(manager, 'grading.deriveScheme', local());
  await station.must(clerk, 'grading.saveWord', { id: null, productId, word: '统货', grade: 'A', attribute: null, value: null, note: null, active: true });
  expect((await post(small)).ok).toBe(true);
  expect(await station.must(manager, 'system.verify', {})).toMatchObject({ ok: true });
});
