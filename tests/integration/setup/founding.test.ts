import { afterEach, expect, test } from 'vitest';
import { newSession } from '../../../electron/core/rpc/session.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation | null = null;
afterEach(async () => {
  await station?.close();
  station = null;
});

const rows = (at: TestStation, sql: string): unknown[] => at.core.station.db.file.prepare(sql).all();

test('a founded station has its people, its first documents and an unbroken start of the chain', async () => {
  station = await testStation();
  expect(rows(station, 'SELECT number FROM document ORDER BY id')).toMatchObject([{ number: 'GZ01A-V-2026-000001' }, { number: 'GZ01A-V-2026-000002' }, { number: 'GZ01A-E-2026-000001' }]);
  expect(rows(station, 'SELECT count(*) AS n FROM user')).toEqual([{ n: 3 }]);
  expect(rows(station, "SELECT count(*) AS n FROM event WHERE seq = 1 AND prev = '0000000000000000000000000000000000000000000000000000000000000000'")).toEqual([{ n: 1 }]);
});

test('a station is founded once', async () => {
  station = await testStation();
  const again = await station.call(newSession('cli'), 'setup.createTraining', { locale: 'zh' });
  expect(again).toMatchObject({ ok: false, refusal: { code: 'training_only' } });
});

test('posted rows refuse to be changed or deleted', async () => {
  station = await testStation();
  const { file } = station.core.station.db;
  expect(() => file.exec("UPDATE document SET reason = 'x'")).toThrow(/never changed/);
  expect(() => file.exec('DELETE FROM event')).toThrow(/never changed/);
});
