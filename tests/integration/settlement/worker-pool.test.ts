import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkerPool } from '../../../electron/core/jobs/worker-pool.ts';
import type { WorkerPool } from '../../../electron/core/jobs/worker-pool.ts';
import { givenSeller, givenTicket } from '../../support/payables.ts';
import { programs } from '../../support/programs.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

const ages = { dateTo: '2026-11-20', today: '2026-11-20', day7: '2026-11-13', day30: '2026-10-21' };
let station: TestStation;
let pool: WorkerPool;
beforeEach(async () => {
  station = await testStation();
  pool = createWorkerPool({ script: programs().worker, database: station.core.station.db.file.name, idleMs: 30 });
});
afterEach(async () => {
  await pool.stop();
  await station.close();
});

test('a worker thread sees what was committed before it was asked', async () => {
  const seller = givenSeller(station, 'M1');
  for (const fen of [100, 200, 300]) {
    givenTicket(station, seller, [fen]);
    expect((await pool.run('settlement.unsettled', ages)).rows[0]?.fen).toBe(fen === 100 ? 100 : fen === 200 ? 300 : 600);
  }
});

test('many questions at once are each answered with their own', async () => {
  givenTicket(station, givenSeller(station, 'M1'), [100]);
  const answers = await Promise.all(['2026-11-19', '2026-11-20', '2026-11-18', '2026-11-20'].map((dateTo) => pool.run('settlement.unsettled', { ...ages, dateTo })));
  expect(answers.map(({ rows }) => rows.length)).toEqual([0, 1, 0, 1]);
});

test('a task that fails rejects, and the thread goes on answering', async () => {
  await expect(pool.run('settlement.unsettled', { dateTo: {} } as never)).rejects.toThrow();
  expect((await pool.run('settlement.unsettled', ages)).rows).toEqual([]);
});

test('an idle thread ends and a new one begins with the next question', async () => {
  await pool.run('settlement.unsettled', ages);
  await new Promise((done) => setTimeout(done, 200));
  expect((await pool.run('settlement.unsettled', ages)).rows).toEqual([]);
});

test('a stopped pool refuses', async () => {
  await pool.stop();
  await expect(pool.run('settlement.unsettled', ages)).rejects.toThrow('stopped');
});
