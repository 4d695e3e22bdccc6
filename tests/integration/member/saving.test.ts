import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { everyText, memberForm, residentIds } from '../../support/members.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
let office: Session;
beforeEach(async () => {
  station = await testStation();
  office = await station.as('accountant');
});
afterEach(() => station.close());

const rows = (sql: string): Array<Record<string, unknown>> => station.core.station.db.file.prepare(sql).all() as Array<Record<string, unknown>>;

test('members and other sellers are numbered each in their own row, and each gets a payee', async () => {
  const first = await station.must(office, 'member.save', memberForm({ name: '张三' }));
  const second = await station.must(office, 'member.save', memberForm({ name: '李四', channel: 'bank' }));
  const other = await station.must(office, 'member.quickAdd', { name: '王五', nickname: null, houseGroup: null, kind: 'non_member', phone: null });
  expect([first.code, second.code, other.code]).toEqual(['M0001', 'M0002', 'N0001']);
  expect(rows('SELECT name, channel, active FROM payee ORDER BY id')).toEqual([
    { name: '张三', channel: 'cash', active: 1 }, { name: '李四', channel: 'bank', active: 1 }, { name: '王五', channel: 'cash', active: 1 },
  ]);
});

test('protected fields stand nowhere in the database in clear, and the detail shows them masked', async () => {
  const { id } = await station.must(office, 'member.save', memberForm({ name: '张三', phone: '+86 138 0013 8000', residentId: '11010519491231002x' }));
  await station.must(office, 'member.saveAccount', { memberId: id, bankName: '农信社', cnapsCode: null, kind: 'card', account: '6228480000000000000' });
  const detail = await station.must(office, 'member.get', { id });
  expect(detail).toMatchObject({ phoneMasked: '138****8000', residentMasked: '110105********002X', birthDate: null });
  expect(detail.accounts).toMatchObject([{ accountMasked: '****0000', active: true }]);
  const stored = everyText(station.core.station.db.file);
  for (const secret of ['13800138000', '11010519491231002', '6228480000000000000', '19491231', '1949-12-31']) expect(stored).not.toContain(secret);
});

test('opening the protected fields gives what was saved and is written down each time with the member it was about', async () => {
  const { id, code } = await station.must(office, 'member.save', memberForm({ name: '张三', phone: '0851-1234567', residentId: '34052419800101001x' }));
  const account = await station.must(office, 'member.saveAccount', { memberId: id, bankName: '农信社', cnapsCode: '402701002018', kind: 'passbook', account: '12345-6789' });
  const commandId = station.core.station.ids.ulid();
  for (const _look of [1, 2]) {
    expect(await station.must(office, 'member.reveal', { id }, { commandId })).toEqual({ phone: '08511234567', residentId: '34052419800101001X', accounts: [{ id: account.id, account: '123456789' }] });
  }
  expect(rows("SELECT code, outcome FROM audit WHERE op = 'member.reveal'")).toEqual([{ code, outcome: 'ok' }, { code, outcome: 'ok' }]);
  expect(await station.call(await station.as('clerk'), 'member.reveal', { id })).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  expect(rows("SELECT count(*) AS n FROM command_log WHERE op = 'member.reveal'")).toEqual([{ n: 0 }]);
});

test('a sealed phone moved to another member does not open', async () => {
  await station.must(office, 'member.save', memberForm({ name: '张三', phone: '13800138000' }));
  const other = await station.must(office, 'member.save', memberForm({ name: '李四', phone: '13900139000' }));
  station.core.station.db.file.exec("UPDATE member SET phone_sealed = (SELECT phone_sealed FROM member WHERE code = 'M0001') WHERE code = 'M0002'");
  expect(await station.call(office, 'member.reveal', { id: other.id })).toMatchObject({ ok: false, fault: { code: 'protected_damaged' } });
});

test.each([
  ['a phone of ten digits', { phone: '1380013800' }, 'phone_invalid', {}],
  ['a phone of letters', { phone: '没有' }, 'phone_invalid', {}],
  ['a resident id with a wrong check digit', { residentId: '110105194912310021' }, 'resident_id_invalid', { reason: 'check_digit' }],
  ['a resident id on a day that never was', { residentId: '529999199002290016' }, 'resident_id_invalid', { reason: 'date' }],
  ['a resident id too short', { residentId: '52999919900229' }, 'resident_id_invalid', { reason: 'format' }],
])('%s is refused and nobody is added', async (_what, fields, code, params) => {
  expect(await station.call(office, 'member.save', memberForm({ name: '张三', ...fields }))).toMatchObject({ ok: false, refusal: { code, params } });
  expect(rows('SELECT count(*) AS n FROM member')).toEqual([{ n: 0 }]);
});

test('the same resident id is refused for good, even of somebody who left and even when a duplicate is accepted', async () => {
  const first = await station.must(office, 'member.save', memberForm({ name: '张三', residentId: residentIds[0] }));
  await station.must(office, 'member.leave', { id: first.id, reason: '搬走' });
  expect(await station.call(office, 'member.save', memberForm({ name: '李四', residentId: residentIds[0], acceptDuplicate: true }))).toMatchObject({ ok: false, refusal: { code: 'resident_id_taken', params: { code: 'M0001', name: '张三' } } });
});

test('the same name or phone asks first, and is taken when it was said to be another person', async () => {
  await station.must(office, 'member.save', memberForm({ name: '张三', phone: '13800138000', houseGroup: '一组' }));
  expect(await station.call(office, 'member.quickAdd', { name: '张三', nickname: null, houseGroup: '二组', kind: 'member', phone: null })).toMatchObject({ ok: false, refusal: { code: 'duplicate_likely', params: { code: 'M0001', group: '一组' } } });
  expect(await station.call(office, 'member.save', memberForm({ name: '李四', phone: '138 0013 8000' }))).toMatchObject({ ok: false, refusal: { code: 'duplicate_likely' } });
  const twin = await station.must(office, 'member.quickAdd', { name: '张三', nickname: '小张三', houseGroup: '二组', kind: 'member', phone: null, acceptDuplicate: true });
  const detail = await station.must(office, 'member.get', { id: twin.id });
  await station.must(office, 'member.save', memberForm({ id: twin.id, expectedVersion: detail.version, name: '张三', nickname: '张三弟', houseGroup: '二组' }));
});

test('two people of one name with different birth dates or different resident ids are not asked about', async () => {
  await station.must(office, 'member.save', memberForm({ name: '张三', birthDate: '1970-01-02' }));
  await station.must(office, 'member.save', memberForm({ name: '张三', birthDate: '1980-01-02' }));
  await station.must(office, 'member.save', memberForm({ name: '王五', residentId: residentIds[0] }));
  await station.must(office, 'member.save', memberForm({ name: '王五', residentId: residentIds[1] }));
  expect(rows('SELECT count(*) AS n FROM member')).toEqual([{ n: 4 }]);
});

test('null leaves the protected fields as they are, an empty text takes them away', async () => {
  const { id } = await station.must(office, 'member.save', memberForm({ name: '张三', phone: '13800138000', residentId: residentIds[0] }));
  const before = rows('SELECT phone_sealed, resident_sealed FROM member')[0];
  await station.must(office, 'member.save', memberForm({ id, name: '张三', nickname: '三哥' }));
  await station.must(office, 'member.save', memberForm({ id, name: '张三', nickname: '三哥', phone: '13800138000' }));
  expect(rows('SELECT phone_sealed, resident_sealed FROM member')[0]).toEqual(before);
  await station.must(office, 'member.save', memberForm({ id, name: '张三', phone: '', residentId: '', birthDate: '1949-12-31' }));
  expect(await station.must(office, 'member.reveal', { id })).toEqual({ phone: null, residentId: null, accounts: [] });
  expect(await station.must(office, 'member.get', { id })).toMatchObject({ phoneMasked: null, residentMasked: null, birthDate: '1949-12-31' });
});

test('the history names who changed which fields, the channel and the account included', async () => {
  const { id } = await station.must(office, 'member.save', memberForm({ name: '张三' }));
  station.clock.forward(1_000);
  const manager = await station.as('manager');
  await station.must(manager, 'member.save', memberForm({ id, expectedVersion: 1, name: '张三丰', phone: '13800138000', channel: 'bank' }));
  station.clock.forward(1_000);
  await station.must(office, 'member.saveAccount', { memberId: id, bankName: '农信社', cnapsCode: null, kind: 'card', account: '6221260000000000' });
  station.clock.forward(1_000);
  await station.must(office, 'member.leave', { id, reason: '搬到县城' });
  const detail = await station.must(office, 'member.get', { id });
  expect(detail.versions.map(({ version, user, changed }) => ({ version, user, changed }))).toEqual([
    { version: 4, user: '李会计', changed: ['status'] }, { version: 3, user: '李会计', changed: ['account'] },
    { version: 2, user: '王站长', changed: ['name', 'phone', 'channel'] }, { version: 1, user: '李会计', changed: [] },
  ]);
  expect(detail).toMatchObject({ status: 'left', leftReason: '搬到县城', channel: 'bank' });
  expect(rows('SELECT name FROM payee')).toEqual([{ name: '张三丰' }]);
});

test('a save over somebody else\'s newer one is refused, and an unknown member is', async () => {
  const { id } = await station.must(office, 'member.save', memberForm({ name: '张三' }));
  await station.must(office, 'member.save', memberForm({ id, expectedVersion: 1, name: '张四' }));
  expect(await station.call(office, 'member.save', memberForm({ id, expectedVersion: 1, name: '张五' }))).toMatchObject({ ok: false, refusal: { code: 'version_changed' } });
  const nobody = station.core.station.ids.ulid();
  for (const envelope of [
    await station.call(office, 'member.save', memberForm({ id: nobody, name: '张五' })), await station.call(office, 'member.get', { id: nobody }), await station.call(office, 'member.reveal', { id: nobody }),
    await station.call(office, 'member.leave', { id: nobody, reason: '无' }), await station.call(office, 'member.saveAccount', { memberId: nobody, bankName: '农信社', cnapsCode: null, kind: 'passbook', account: '123456' }),
  ]) expect(envelope).toMatchObject({ ok: false, refusal: { code: 'member_unknown' } });
});

test('who has left cannot leave again', async () => {
  const { id } = await station.must(office, 'member.save', memberForm({ name: '张三' }));
  await station.must(office, 'member.leave', { id, reason: '搬走' });
  expect(await station.call(office, 'member.leave', { id, reason: '搬走' })).toMatchObject({ ok: false, refusal: { code: 'member_left', params: { name: '张三' } } });
});

test('a card number that breaks its check digit is taken only when typed twice; a passbook need not keep the rule', async () => {
  const { id } = await station.must(office, 'member.save', memberForm({ name: '张三' }));
  const card = { memberId: id, bankName: '农信社', cnapsCode: null, kind: 'card' as const, account: '6221260000000001' };
  expect(await station.call(office, 'member.saveAccount', card)).toMatchObject({ ok: false, refusal: { code: 'account_check_failed' } });
  const wrong = await station.must(office, 'member.saveAccount', { ...card, typedTwice: true });
  const book = await station.must(office, 'member.saveAccount', { ...card, kind: 'passbook', account: '80100200300' }, { approval: station.approval('manager') });
  expect((await station.must(office, 'member.get', { id })).accounts.map(({ id: account, active }) => ({ account, active }))).toEqual([{ account: wrong.id, active: false }, { account: book.id, active: true }]);
  const back = await station.must(office, 'member.saveAccount', { ...card, typedTwice: true, bankName: '邮储' }, { approval: station.approval('manager') });
  expect(back.id).toBe(wrong.id);
  expect((await station.must(office, 'member.get', { id })).accounts).toMatchObject([{ bankName: '邮储', active: true }, { active: false }]);
});

test('without the folder\'s keys a seller can be added, and a protected field is a fault that writes nothing', async () => {
  Object.assign(station.core.station, { keys: null });
  await station.must(office, 'member.quickAdd', { name: '张三', nickname: null, houseGroup: null, kind: 'member', phone: null });
  expect(await station.call(office, 'member.save', memberForm({ name: '李四', phone: '13800138000' }))).toMatchObject({ ok: false, fault: { code: 'key_missing' } });
  expect((await station.must(office, 'member.search', { text: '张' })).rows).toHaveLength(1);
  expect((await station.must(office, 'member.search', { text: '8000' })).rows).toHaveLength(0);
  expect(rows('SELECT name FROM member')).toEqual([{ name: '张三' }]);
});
