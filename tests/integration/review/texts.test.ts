import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
beforeAll(async () => {
  station = await testStation();
});
afterAll(() => station.close());

const newcomer = (name: string) => ({ name, nickname: null, houseGroup: null, kind: 'member' as const, phone: null, acceptDuplicate: true });

test.each([['half a character', '半\ud800个'], ['a turned direction', '张\u202e三'], ['an isolate', '张\u2066三'], ['a C1 control', '张\u009b三'], ['a line separator', '张\u2028三'], ['nothing to see', '\u200b\u200b']])(
  'a name with %s is refused as bad input, not as a fault', async (_what, name) => {
    const clerk = await station.as('clerk');
    expect(await station.call(clerk, 'member.quickAdd', newcomer(name))).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
  });

test.each(['欧阳建国', '阿依古丽·买买提', '𠮷田', '㐂寿', 'Nguyễn Văn Ấn', 'ئۇيغۇر', '李😀明', '家族👨‍👩‍👧‍👦'])('the name %s is taken', async (name) => {
  expect(await station.call(await station.as('clerk'), 'member.quickAdd', newcomer(name))).toMatchObject({ ok: true });
});

test('a draft with half a character in a field is refused as bad input, a whole one is kept', async () => {
  const clerk = await station.as('clerk');
  const id = station.core.station.ids.ulid();
  expect(await station.call(clerk, 'draft.save', { id, revision: 1, state: 'open', label: '张', payload: { note: '\ud83d' } })).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
  expect(await station.call(clerk, 'draft.save', { id, revision: 1, state: 'open', label: '张', payload: { note: '😀', ['__proto__x']: 1 } })).toMatchObject({ ok: true });
});

test('what JSON cannot carry is bad input: a big integer, a cycle, not a number', async () => {
  const clerk = await station.as('clerk');
  const id = station.core.station.ids.ulid();
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  let deep: Record<string, unknown> = {};
  for (let depth = 0; depth < 20_000; depth += 1) deep = { deep };
  for (const value of [1n, cycle, Number.NaN, deep]) {
    expect(await station.call(clerk, 'draft.save', { id, revision: 1, state: 'open', label: '张', payload: { value } as never })).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
  }
});

test('a measure and a reason with odd characters never spoil the proof of a ticket', async () => {
  const clerk = await station.as('clerk');
  const { id: memberId } = await givenMember(station, clerk, '张三');
  const { productId, grades, priceE4 } = await givenGoods(station, clerk);
  const grade = grades[0] ?? '';
  const totalFen = Math.round((10_000 * (priceE4.get(grade) ?? 0)) / 100_000);
  const ticket = plainTicket(station, { memberId, productId, grade, grossGrams: 10_000, tareGrams: 0, totalFen });
  for (const value of ['\u0000', 'a\u0000b', '\ud800', '\u202e']) {
    expect(await station.call(clerk, 'ticket.post', { ...ticket, measures: [{ attribute: 'constructor', value, source: 'hand' }] })).toMatchObject({ ok: false, refusal: { code: expect.not.stringMatching(/internal/) } });
  }
  const posted = await station.call(clerk, 'ticket.post', { ...ticket, note: '😀 e\u0301', measures: [{ attribute: '__proto__', value: 'é', source: 'hand' }] });
  expect(posted).toMatchObject({ ok: true });
  expect((await station.must(clerk, 'system.verify', { full: true })).findings).toEqual([]);
});

test('the same command id with another phone number is other input', async () => {
  const clerk = await station.as('clerk');
  const commandId = station.core.station.ids.ulid();
  await station.must(clerk, 'member.quickAdd', { ...newcomer('张三'), phone: '13900001111' }, { commandId });
  expect(await station.call(clerk, 'member.quickAdd', { ...newcomer('张三'), phone: '13900002222' }, { commandId })).toMatchObject({ refusal: { code: 'command_id_reused' } });
  expect(await station.call(clerk, 'member.quickAdd', { ...newcomer('张三'), phone: '13900001111' }, { commandId })).toMatchObject({ ok: true });
  await station.reopen();
  expect(await station.call(await station.as('clerk'), 'member.quickAdd', { ...newcomer('张三'), phone: '13900001111' }, { commandId })).toMatchObject({ ok: true });
});

test('one command id sent by two people at the same moment counts for one, and the other is told so', async () => {
  const [clerk, manager] = [await station.as('clerk'), await station.as('manager')];
  const commandId = station.core.station.ids.ulid();
  const person = { login: 'chen', name: '陈定级', role: 'grader', active: true, pin: '8024', locale: 'zh', density: 'desk' } as const;
  const answers = await Promise.all([station.call(manager, 'user.save', person, { commandId }), station.call(clerk, 'member.quickAdd', newcomer('张三'), { commandId })]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { code: 'command_id_reused' } });
});
