import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSession } from '../../../electron/core/rpc/session.ts';
import type { TestStation } from '../../support/station.ts';
import { people, testStation } from '../../support/station.ts';

const hour = 3_600_000;
const day = 24 * hour;
let station: TestStation;
beforeEach(async () => {
  station = await testStation();
});
afterEach(() => station.close());

test('a person signs in with the PIN and gets the rights of the role', async () => {
  const session = await station.as('clerk');
  const state = await station.must(session, 'session.state', {});
  expect(state.phase).toBe('ready');
  expect(state.user).toMatchObject({ name: people.clerk.name, role: 'clerk' });
  expect(state.permissions).toContain('ticket.write');
  expect(state.permissions).not.toContain('settlement.write');
});

test('after five wrong PINs the right one must wait, and the wait is told in seconds', async () => {
  const session = newSession('desk');
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    expect(await station.call(session, 'session.signIn', { user: 'zhang', pin: '0000' })).toMatchObject({ ok: false, refusal: { code: 'pin_wrong' } });
  }
  expect(await station.call(session, 'session.signIn', { user: 'zhang', pin: '0000' })).toMatchObject({ ok: false, refusal: { code: 'pin_locked' } });
  const locked = await station.call(session, 'session.signIn', { user: 'zhang', pin: people.clerk.pin });
  expect(locked).toMatchObject({ ok: false, refusal: { code: 'pin_locked' } });
  station.clock.forward(hour);
  expect(await station.call(session, 'session.signIn', { user: 'zhang', pin: people.clerk.pin })).toMatchObject({ ok: true });
  const failures = station.core.station.db.file.prepare("SELECT count(*) AS n FROM audit WHERE outcome = 'pin_failed'").get();
  expect(failures).toEqual({ n: 5 });
});

test('a call without sign-in, and one beyond the role, are refused and audited', async () => {
  expect(await station.call(newSession('desk'), 'member.list', {})).toMatchObject({ ok: false, refusal: { code: 'not_signed_in' } });
  const clerk = await station.as('clerk');
  expect(await station.call(clerk, 'settlement.batches', {})).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
});

test('the same command id answers the same, and with other input it is refused', async () => {
  const manager = await station.as('manager');
  const commandId = station.core.station.ids.ulid();
  const person = { login: 'chen', name: '陈定级', role: 'grader', active: true, pin: '8024', locale: 'zh', density: 'desk' } as const;
  const first = await station.call(manager, 'user.save', person, { commandId });
  expect(await station.call(manager, 'user.save', person, { commandId })).toEqual(first);
  expect(await station.call(manager, 'user.save', { ...person, name: '别人' }, { commandId })).toMatchObject({ ok: false, refusal: { code: 'command_id_reused' } });
  const accountant = await station.as('accountant');
  expect(await station.call(accountant, 'session.prefer', { density: 'elder' }, { commandId })).toMatchObject({ ok: false, refusal: { code: 'command_id_reused' } });
});

test('malformed calls are refused without harm', async () => {
  const session = await station.as('manager');
  const { dispatcher } = station.core;
  for (const request of [null, 5, {}, { op: 'constructor', input: {} }, { op: 'member.list', input: [] }, { op: 'member.list', input: { limit: 1e9 } }, { op: 'user.save', input: {}, commandId: 'x' }, { op: 'toString', input: {} }]) {
    expect(await dispatcher.call(session, request as never)).toMatchObject({ ok: false, refusal: { code: expect.stringMatching(/invalid_input|unknown_operation/) } });
  }
});

test('a clock behind the last event stops the numbers until a second person confirms', async () => {
  const manager = await station.as('manager');
  station.clock.setComputerTime(station.clock.now() - 2 * day);
  expect((await station.must(manager, 'session.state', {})).phase).toBe('clock_stopped');
  expect(await station.call(manager, 'session.correctClock', { reason: '电池没电' })).toMatchObject({ ok: false, refusal: { code: 'approval_required' } });
  await station.must(manager, 'session.correctClock', { reason: '电池没电' }, { approval: station.approval('accountant') });
  expect((await station.must(manager, 'session.state', {})).phase).toBe('ready');
});

test('a clock set a year ahead while the program runs stops the numbers', async () => {
  const manager = await station.as('manager');
  await station.must(manager, 'session.state', {});
  station.clock.setComputerTime(station.clock.now() + 365 * day);
  expect((await station.must(manager, 'session.state', {})).phase).toBe('clock_stopped');
});

test('after a rest of some days the first person confirms the date, a wrong one is refused', async () => {
  await station.reopen();
  station.clock.forward(9 * day);
  await station.reopen();
  const clerk = await station.as('clerk');
  const state = await station.must(clerk, 'session.state', {});
  expect(state.phase).toBe('clock_confirm');
  expect(await station.call(clerk, 'session.confirmDate', { businessDate: '2026-11-20' })).toMatchObject({ ok: false, refusal: { code: 'date_differs' } });
  await station.must(clerk, 'session.confirmDate', { businessDate: state.businessDate });
  expect((await station.must(clerk, 'session.state', {})).phase).toBe('ready');
});

test('the second person must be another one, with the right to agree', async () => {
  const manager = await station.as('manager');
  const person = (await station.must(manager, 'user.list', {})).rows.find((row) => row.login === 'zhang');
  const reset = { id: person?.id ?? '', pin: '7531' };
  expect(await station.call(manager, 'user.resetPin', reset, { approval: station.approval('manager') })).toMatchObject({ refusal: { code: 'approval_same_person' } });
  expect(await station.call(manager, 'user.resetPin', reset, { approval: station.approval('clerk') })).toMatchObject({ refusal: { code: 'approval_not_permitted' } });
  expect(await station.call(manager, 'user.resetPin', reset, { approval: { user: 'li', pin: '0000' } })).toMatchObject({ refusal: { code: 'approval_wrong_pin' } });
  await station.must(manager, 'user.resetPin', reset, { approval: station.approval('accountant') });
  expect(await station.call(newSession('desk'), 'session.signIn', { user: 'zhang', pin: '7531' })).toMatchObject({ ok: true });
});

test('the last manager stays a manager', async () => {
  const manager = await station.as('manager');
  const me = (await station.must(manager, 'user.list', {})).rows.find((row) => row.role === 'manager');
  const demoted = { id: me?.id, login: 'wang', name: '王站长', role: 'clerk', active: true, locale: 'zh', density: 'desk' } as const;
  expect(await station.call(manager, 'user.save', { ...demoted, id: me?.id ?? '' })).toMatchObject({ refusal: { code: 'last_manager' } });
});
