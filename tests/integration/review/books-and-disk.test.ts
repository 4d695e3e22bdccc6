import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asStorageError } from '../../../db/storage-error.ts';
import { asFault } from '../../../electron/core/rpc/outcome.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { findingsOfCopy } from '../tampering/books.ts';

let station: TestStation;
beforeEach(async () => {
  station = await testStation();
});
afterEach(() => station.close());

test.each([
  "UPDATE account_role SET account_id = (SELECT id FROM account WHERE code = '102') WHERE role = 'cash'",
  "UPDATE account SET name_zh = '别的' WHERE code = '101'",
  "DELETE FROM account_role WHERE role = 'sales'",
])('an account that is not what the founding wrote down is found: %s', (sql) => {
  expect(findingsOfCopy(station, 'SELECT 1')).toEqual([]);
  expect(findingsOfCopy(station, sql)).toContain('accounts_differ');
});

test('a copy of the books in a place of one’s own choosing is for whoever runs the system', async () => {
  const [manager, clerk] = [await station.as('manager'), await station.as('clerk')];
  const folder = join(station.core.station.paths.data, 'stick');
  expect(await station.call(clerk, 'backup.create', { folder })).toMatchObject({ refusal: { code: 'not_permitted' } });
  const own = await station.must(clerk, 'backup.create', {});
  expect(await station.must(clerk, 'backup.verify', { file: own.name })).toMatchObject({ ok: true });
  for (const file of [join(folder, own.name), `../${own.name}`, '..']) expect(await station.call(clerk, 'backup.verify', { file })).not.toMatchObject({ ok: true, data: { ok: true } });
  expect(await station.call(clerk, 'backup.verify', { file: join(folder, own.name) })).toMatchObject({ refusal: { code: 'not_permitted' } });
  const made = await station.must(manager, 'backup.create', { folder });
  expect(await station.must(manager, 'backup.verify', { file: join(folder, made.name) })).toMatchObject({ ok: true });
});

test('who has left takes on no new debt', async () => {
  const office = await station.as('accountant');
  const cashBoxId = (await station.must(office, 'cash.boxes', {})).rows[0]?.id ?? '';
  const { id: memberId } = await givenMember(station, office, '张三');
  await station.must(office, 'member.leave', { id: memberId, reason: '搬走' });
  const left = { refusal: { code: 'member_left', params: { name: '张三' } } };
  expect(await station.call(office, 'debt.inputCredit', { memberId, goods: '化肥', amountFen: 8_000, consent: '同意扣回' }, { approval: station.approval('manager') })).toMatchObject(left);
  expect(await station.call(office, 'debt.advance', { memberId, cashBoxId, amountFen: 100, consent: '同意扣回' }, { approval: station.approval('manager') })).toMatchObject(left);
});

test('a disk that fails is called a disk that fails, in both languages', () => {
  const error = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
  expect(asStorageError(error)?.kind).toBe('io');
  expect(asFault(error)?.code).toBe('disk_trouble');
  for (const locale of ['zh', 'en']) {
    const texts = JSON.parse(readFileSync(join(import.meta.dirname, `../../../resources/locales/${locale}/fault.json`), 'utf8')) as Record<string, object>;
    expect(Object.keys(texts['disk_trouble'] ?? {})).toEqual(['what', 'saved', 'do']);
  }
});
