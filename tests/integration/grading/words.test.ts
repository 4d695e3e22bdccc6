import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import { pricedStation } from '../../support/priced-station.ts';
import type { TestStation } from '../../support/station.ts';
import { part, productOf, refusedWith, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let manager: Session;
let clerk: Session;
let productId = '';
beforeEach(async () => {
  ({ station, clerk, manager, productId } = await pricedStation('SWPO-ZY', { G1: 20_000 }, {}));
});
afterEach(() => station.close());

const form = { grade: 'G1', attribute: null, value: null, note: null, active: true } as const;
const words = async () => (await station.must(manager, 'grading.words', {})).rows;
async function usedOnce(word: string): Promise<void> {
  const memberId = (await givenMember(station, clerk, `张${word}`)).id;
  await station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 2_000, word }));
}

test('a word spelt wrongly at the desk is corrected as a new version and keeps how often it was used; the tickets keep what was said', async () => {
  await usedOnce('老红苕');
  const [learnt] = await words();
  if (learnt === undefined) throw new Error('no word');
  await station.must(manager, 'grading.saveWord', { ...form, id: learnt.id, expectedVersion: 1, productId, word: '老红薯', note: '皮厚的' });
  expect(await words()).toMatchObject([{ id: learnt.id, word: '老红薯', version: 2, note: '皮厚的', used: 1 }]);
  await usedOnce('老红薯');
  expect(await words()).toMatchObject([{ id: learnt.id, used: 2 }]);
  const said = station.core.station.db.file.prepare('SELECT word FROM ticket_word ORDER BY document_id').all();
  expect(said).toEqual([{ word: '老红苕' }, { word: '老红薯' }]);
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});

test('two people who correct the same word do not overwrite each other unseen', async () => {
  const { id } = await station.must(manager, 'grading.saveWord', { ...form, id: null, productId, word: '统货' });
  await station.must(manager, 'grading.saveWord', { ...form, id, expectedVersion: 1, productId, word: '统货', note: '甲' });
  expect(await station.call(clerk, 'grading.saveWord', { ...form, id, expectedVersion: 1, productId, word: '统货', note: '乙' })).toMatchObject(refusedWith('version_changed'));
});

test('a word may mean a measure; a value the measure cannot have is refused', async () => {
  const attributes = (await productOf(station, manager, 'SWPO-ZY')).scheme?.definition.attributes ?? [];
  const number = attributes.find(({ type }) => type === 'number');
  const yesNo = attributes.find(({ type }) => type === 'bool');
  const choice = attributes.find(({ type }) => type === 'enum');
  const save = (attribute: string, value: string | null) => station.call(manager, 'grading.saveWord', { ...form, grade: null, id: null, productId, word: `话${attribute}${value ?? ''}`.slice(0, 20), attribute, value });
  const cases = [[number?.id, '3.5', '很多'], [yesNo?.id, 'true', '大概'], [choice?.id, choice?.choices[0] ?? '', '没有的']] as const;
  let looked = 0;
  for (const [attribute, right, wrong] of cases) {
    if (attribute === undefined) continue;
    looked += 1;
    expect(await save(attribute, right), attribute).toMatchObject({ ok: true });
    expect(await save(attribute, wrong), attribute).toMatchObject(refusedWith('word_value', { value: wrong }));
    expect(await save(attribute, null), attribute).toMatchObject(refusedWith('word_value', { value: '' }));
  }
  expect(looked).toBeGreaterThan(0);
});
