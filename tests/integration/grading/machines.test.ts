import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import { pricedStation } from '../../support/priced-station.ts';
import type { TestStation } from '../../support/station.ts';
import { part, refusedWith, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let manager: Session;
let clerk: Session;
let productId = '';
beforeEach(async () => {
  ({ station, clerk, manager, productId } = await pricedStation('SWPO-ZY', { G1: 20_000 }, {}));
});
afterEach(() => station.close());

async function givenMachine(name: string): Promise<{ id: string; secret: string }> {
  const { id, secret } = await station.must(manager, 'grading.saveMachine', { id: null, name, active: true, newSecret: true });
  if (secret === null) throw new Error('no secret');
  return { id, secret };
}
const say = (session: Session, machine: { id: string; secret: string }, draftId = station.core.station.ids.ulid()) =>
  station.call(session, 'grading.propose', { draftId, productId, machineId: machine.id, secret: machine.secret, grade: 'G1', confidenceBp: 9_000, measures: [] });

test('a proposal comes from a machine the station knows, with the secret of that machine, and never from whoever weighs', async () => {
  const [first, other] = [await givenMachine('分选机 1'), await givenMachine('分选机 2')];
  expect(await say(manager, first)).toMatchObject({ ok: true });
  expect(await say(clerk, first)).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  expect(await say(manager, { id: first.id, secret: other.secret })).toMatchObject(refusedWith('machine_secret_wrong'));
  expect(await say(manager, { id: first.id, secret: '0'.repeat(40) })).toMatchObject(refusedWith('machine_secret_wrong'));
  expect(await say(manager, { id: station.core.station.ids.ulid(), secret: first.secret })).toMatchObject(refusedWith('machine_unknown'));
});

test('the ticket keeps which machine spoke and over whose sign-in, sealed with it; the audit names the machine', async () => {
  const machine = await givenMachine('分选机 1');
  const memberId = (await givenMember(station, clerk, '张三')).id;
  const ticket = ticketForm(station, { productId, owners: [{ memberId, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 2_000 });
  expect(await say(manager, machine, ticket.draftId)).toMatchObject({ ok: true });
  await station.must(manager, 'grading.saveMachine', { id: machine.id, name: '分选机 甲', active: true, newSecret: false });
  const { id } = await station.must(clerk, 'ticket.post', ticket);
  expect(await station.must(clerk, 'ticket.get', { id })).toMatchObject({ machine: { machine: '分选机 1', grade: 'G1' } });
  const row = station.core.station.db.file.prepare('SELECT m.machine_ulid AS machine, u.login FROM ticket_machine m JOIN user u ON u.id = m.proposed_by').get();
  expect(row).toEqual({ machine: machine.id, login: 'wang' });
  expect((await station.must(manager, 'audit.list', {})).rows.filter(({ op, code }) => op === 'grading.propose' && code !== null)).toMatchObject([{ code: machine.id, outcome: 'ok', user: '王站长' }]);
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});

test('a machine put out of use is not heard; a new secret ends the old one; the secret lies nowhere in clear', async () => {
  const machine = await givenMachine('分选机 1');
  const { secret } = await station.must(manager, 'grading.saveMachine', { id: machine.id, name: '分选机 1', active: true, newSecret: true });
  expect(await say(manager, machine)).toMatchObject(refusedWith('machine_secret_wrong'));
  const renewed = { id: machine.id, secret: secret ?? '' };
  expect(await say(manager, renewed)).toMatchObject({ ok: true });
  expect(await station.must(manager, 'grading.saveMachine', { id: machine.id, name: '分选机 1', active: false, newSecret: false })).toEqual({ id: machine.id, secret: null });
  expect(await say(manager, renewed)).toMatchObject(refusedWith('machine_unknown'));
  expect((await station.must(clerk, 'grading.machines', {})).rows).toMatchObject([{ id: machine.id, name: '分选机 1', active: false, version: 3 }]);
  const { file } = station.core.station.db;
  const texts = ['SELECT reply AS text FROM command_log', 'SELECT payload AS text FROM master_version', 'SELECT payload AS text FROM event', 'SELECT secret_hash AS text FROM grade_machine'].flatMap((sql) => file.prepare(sql).all() as Array<{ text: string }>);
  expect(texts.filter(({ text }) => text.includes(machine.secret) || text.includes(renewed.secret))).toEqual([]);
});

test('two machines have two names, and only a manager lets one speak', async () => {
  await givenMachine('分选机 1');
  expect(await station.call(manager, 'grading.saveMachine', { id: null, name: '分选机 1', active: true, newSecret: true })).toMatchObject(refusedWith('machine_twice'));
  expect(await station.call(clerk, 'grading.saveMachine', { id: null, name: '分选机 3', active: true, newSecret: true })).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  expect((await station.must(manager, 'audit.list', {})).rows.filter(({ op, outcome }) => op === 'grading.saveMachine' && outcome === 'ok')).toHaveLength(1);
});
