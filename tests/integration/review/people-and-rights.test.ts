import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSession } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { people, testStation } from '../../support/station.ts';

let station: TestStation;
beforeEach(async () => {
  station = await testStation();
});
afterEach(() => station.close());

const personOf = async (login: string) => {
  const found = (await station.must(await station.as('manager'), 'user.list', {})).rows.find((row) => row.login === login);
  if (!found) throw new Error(`no ${login}`);
  return { id: found.id, login: found.login, name: found.name, role: found.role, active: found.active, locale: found.locale, density: found.density };
};
const auditOf = (op: string): unknown[] => station.core.station.db.file.prepare('SELECT outcome, (SELECT login FROM user u WHERE u.id = a.user_id) AS login FROM audit a WHERE op = ? ORDER BY id').all(op);

test('guessing PINs side by side gains nothing: after five wrong ones the rest wait', async () => {
  const guesses = Array.from({ length: 24 }, (_, index) => `00${String(index).padStart(2, '0')}`);
  const answers = await Promise.all(guesses.map((pin) => station.call(newSession('desk'), 'session.signIn', { user: 'zhang', pin })));
  const failures = station.core.station.db.file.prepare('SELECT failures FROM pin_attempt').get() as { failures: number };
  expect(failures.failures).toBe(5);
  expect(auditOf('session.signIn').filter((row) => (row as { outcome: string }).outcome === 'pin_failed')).toHaveLength(5);
  expect(answers.filter((answer) => !answer.ok && 'refusal' in answer && answer.refusal.code === 'pin_locked')).toHaveLength(20);
  expect(await station.call(newSession('desk'), 'session.signIn', { user: 'zhang', pin: people.clerk.pin })).toMatchObject({ refusal: { code: 'pin_locked' } });
});

test('wrong PINs given as consent count together with those at the sign-in', async () => {
  const manager = await station.as('manager');
  const reset = { id: (await personOf('zhang')).id, pin: '7531' };
  await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 === 0
    ? station.call(newSession('desk'), 'session.signIn', { user: 'li', pin: `000${index}` })
    : station.call(manager, 'user.resetPin', reset, { approval: { user: 'li', pin: `000${index}` } }))));
  expect(station.core.station.db.file.prepare('SELECT failures FROM pin_attempt').get()).toEqual({ failures: 5 });
});

test('a person who is no longer active can do nothing more on a window that is still open', async () => {
  const clerk = await station.as('clerk');
  await givenMember(station, clerk, '张三');
  await station.must(await station.as('manager'), 'user.save', { ...(await personOf('zhang')), active: false });
  expect(await station.call(clerk, 'member.quickAdd', { name: '李四', nickname: null, houseGroup: null, kind: 'member', phone: null })).toMatchObject({ refusal: { code: 'not_signed_in' } });
  expect(await station.call(clerk, 'member.list', {})).toMatchObject({ refusal: { code: 'not_signed_in' } });
});

test('a role that was taken away is gone at once, on a window that is still open', async () => {
  const accountant = await station.as('accountant');
  await station.must(accountant, 'settlement.batches', {});
  const person = await personOf('li');
  await station.must(await station.as('manager'), 'user.save', { ...person, role: 'clerk' });
  expect(await station.call(accountant, 'settlement.batches', {})).toMatchObject({ refusal: { code: 'not_permitted' } });
});

test('who signed in and out and when stands in the audit', async () => {
  const clerk = await station.as('clerk');
  await station.must(clerk, 'session.signOut', {});
  expect(auditOf('session.signIn')).toEqual([{ outcome: 'ok', login: 'zhang' }]);
  expect(auditOf('session.signOut')).toEqual([{ outcome: 'ok', login: 'zhang' }]);
});

test('who agreed to a new PIN stands in the audit beside who gave it', async () => {
  const manager = await station.as('manager');
  await station.must(manager, 'user.resetPin', { id: (await personOf('zhang')).id, pin: '7531' }, { approval: station.approval('accountant') });
  expect(auditOf('user.resetPin')).toEqual([{ outcome: 'ok', login: 'wang' }]);
  expect(auditOf('approval:user.resetPin')).toEqual([{ outcome: 'ok', login: 'li' }]);
});

test('a manager cannot become two people: a new PIN for somebody who has one goes through the reset with a second person', async () => {
  const manager = await station.as('manager');
  const answer = await station.call(manager, 'user.save', { ...(await personOf('li')), pin: '9753' });
  expect(answer).toMatchObject({ ok: false });
  expect(await station.call(newSession('desk'), 'session.signIn', { user: 'li', pin: people.accountant.pin })).toMatchObject({ ok: true });
});

test('nobody makes a second person for themselves: whoever may agree to what others do is added or raised by two people', async () => {
  const manager = await station.as('manager');
  const puppet = { login: 'puppet', name: '假会计', role: 'accountant', active: true, pin: '8024', locale: 'zh', density: 'desk' } as const;
  expect(await station.call(manager, 'user.save', puppet)).toMatchObject({ refusal: { code: 'approval_required' } });
  expect(await station.call(manager, 'user.save', { ...(await personOf('zhang')), role: 'manager' })).toMatchObject({ refusal: { code: 'approval_required' } });
  await station.must(manager, 'user.save', { ...puppet, login: 'helper', role: 'grader' });
  await station.must(manager, 'user.save', puppet, { approval: station.approval('accountant') });
});

test('lines of the audit are neither changed nor taken away', async () => {
  await station.as('clerk');
  const { file } = station.core.station.db;
  expect(() => file.exec('DELETE FROM audit')).toThrow(/never changed/);
  expect(() => file.exec("UPDATE audit SET outcome = 'ok'")).toThrow(/never changed/);
  expect(() => file.exec('REPLACE INTO audit SELECT * FROM audit')).toThrow(/never changed/);
});

test('the customer display may ask what it shows, and nothing else', async () => {
  const display = newSession('customer');
  await station.must(display, 'display.state', {});
  for (const op of ['session.state', 'system.status', 'session.echo'] as const) expect(await station.call(display, op, {})).toMatchObject({ refusal: { code: 'not_permitted' } });
  expect(await station.call(display, 'session.signIn', { user: 'zhang', pin: people.clerk.pin })).toMatchObject({ refusal: { code: 'not_permitted' } });
  expect(await station.call(display, 'member.list', {})).toMatchObject({ refusal: { code: 'not_permitted' } });
});

test('a discarded draft leaves a line in the audit', async () => {
  const clerk = await station.as('clerk');
  const id = station.core.station.ids.ulid();
  await station.must(clerk, 'draft.save', { id, revision: 1, state: 'open', label: '张三', payload: {} });
  await station.must(clerk, 'draft.discard', { id });
  expect(auditOf('draft.discard')).toEqual([{ outcome: 'ok', login: 'zhang' }]);
});

test('the account a member is paid to is exchanged only with a second person; the first one is not', async () => {
  const office = await station.as('accountant');
  const { id: memberId } = await givenMember(station, office, '张三');
  const account = (number: string) => ({ memberId, bankName: '农信社', cnapsCode: null, kind: 'passbook' as const, account: number });
  await station.must(office, 'member.saveAccount', account('80100200300'));
  for (const number of ['90100200300', '80100200300']) expect(await station.call(office, 'member.saveAccount', account(number))).toMatchObject({ refusal: { code: 'approval_required' } });
  expect((await station.must(office, 'member.get', { id: memberId })).accounts).toMatchObject([{ accountMasked: '****0300', active: true }]);
  await station.must(office, 'member.saveAccount', account('90100200300'), { approval: station.approval('manager') });
  expect((await station.must(office, 'member.get', { id: memberId })).accounts.filter((row) => row.active)).toHaveLength(1);
});

test('a new PIN opens the door at once, however often the old one was missed', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) await station.call(newSession('desk'), 'session.signIn', { user: 'zhang', pin: '0000' });
  expect(await station.call(newSession('desk'), 'session.signIn', { user: 'zhang', pin: people.clerk.pin })).toMatchObject({ refusal: { code: 'pin_locked' } });
  await station.must(await station.as('manager'), 'user.resetPin', { id: (await personOf('zhang')).id, pin: '7531' }, { approval: station.approval('accountant') });
  expect(await station.call(newSession('desk'), 'session.signIn', { user: 'zhang', pin: '7531' })).toMatchObject({ ok: true });
});
