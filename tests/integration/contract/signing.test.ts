import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { contractForm, signed } from '../../support/contracts.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { productOf, refusedWith } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let accountant: Session;
let member = '';
let productId = '';
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  accountant = await station.as('accountant');
  member = (await givenMember(station, clerk, '张三')).id;
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
});
afterEach(() => station.close());

const form = (fields: Parameters<typeof contractForm>[2] = {}) => contractForm(member, productId, fields);
const sign = (fields: Parameters<typeof contractForm>[2] = {}) => station.call(accountant, 'contract.sign', form(fields));

test('a clerk reads contracts and signs none', async () => {
  await signed(station, accountant, form());
  expect((await station.must(clerk, 'contract.list', {})).rows).toMatchObject([{ memberName: '张三', quotaGrams: 1_000_000, deliveredGrams: 0, floorE4: 30_000, state: 'open' }]);
  expect(await station.call(clerk, 'contract.sign', form({ grade: 'G1' }))).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  expect(await station.call(clerk, 'contract.saveCertificate', { memberId: member, productId: null, kind: 'green', number: '1', validFrom: '2026-01-01', validTo: '2026-12-31', active: true })).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
});

test('days that do not exist or run backwards are refused, and so is a grade the product has not', async () => {
  expect(await sign({ validTo: '2026-02-30' })).toMatchObject({ ok: false, refusal: { code: 'date_invalid' } });
  expect(await sign({ validFrom: '2026-11-30', validTo: '2026-11-01' })).toMatchObject({ ok: false, refusal: { code: 'window_reversed' } });
  expect(await sign({ grade: 'XX' })).toMatchObject(refusedWith('grade_unknown', { grade: 'XX' }));
  expect(await sign({ memberId: station.core.station.ids.ulid() })).toMatchObject(refusedWith('member_unknown'));
  expect((await station.must(clerk, 'contract.list', {})).rows).toEqual([]);
});

test('a member has one contract for the same goods on a day; another grade or other days are another contract', async () => {
  const first = await signed(station, accountant, form());
  expect(await sign({ validFrom: '2026-11-30', validTo: '2027-01-31' })).toMatchObject(refusedWith('contract_overlaps', { number: first.number }));
  expect(await sign({ validFrom: '2026-12-01', validTo: '2027-01-31' })).toMatchObject({ ok: true });
  expect(await sign({ grade: 'G1' })).toMatchObject({ ok: true });
  await station.must(accountant, 'contract.end', { id: first.id, reason: '协商' });
  expect(await sign()).toMatchObject({ ok: true });
});

test('a version that was replaced or ended is not changed again, and a new version keeps member and product', async () => {
  const first = await signed(station, accountant, form());
  const other = (await givenMember(station, clerk, '李四')).id;
  expect(await sign({ replacesId: first.id, memberId: other })).toMatchObject(refusedWith('contract_other_goods', { number: first.number }));
  const second = await signed(station, accountant, form({ replacesId: first.id, floorE4: 31_000 }));
  expect(await sign({ replacesId: first.id })).toMatchObject(refusedWith('contract_replaced', { number: second.number }));
  expect(await station.call(accountant, 'contract.end', { id: first.id, reason: '协商' })).toMatchObject(refusedWith('contract_replaced', { number: second.number }));
  await station.must(accountant, 'contract.end', { id: second.id, reason: '协商' });
  expect(await station.call(accountant, 'contract.end', { id: second.id, reason: '协商' })).toMatchObject(refusedWith('contract_ended', { number: second.number }));
  expect(await sign({ replacesId: second.id })).toMatchObject(refusedWith('contract_ended', { number: second.number }));
});

test('a signed contract cannot be changed in the file, and the check finds it when the guard is taken off', async () => {
  await signed(station, accountant, form());
  const { db } = station.core.station;
  expect(() => db.file.exec('UPDATE farm_contract SET floor_e4 = 1')).toThrow('posted rows');
  expect(() => db.file.exec('DELETE FROM farm_contract')).toThrow('posted rows');
  db.file.exec('DROP TRIGGER farm_contract_no_update; UPDATE farm_contract SET floor_e4 = 1');
  expect((await station.must(accountant, 'system.verify', { full: true })).findings).toMatchObject([{ kind: 'schema_differs' }, { kind: 'document_changed' }]);
});
