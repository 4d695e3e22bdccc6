import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember, givenReading } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, refusedWith, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let member = '';
let crate = { id: '', tareGrams: 0 };
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  member = (await givenMember(station, clerk, '张三')).id;
  crate = (await station.must(clerk, 'container.list', {})).rows.find((row) => row.returnable) ?? crate;
});
afterEach(() => station.close());

const balance = async (): Promise<Array<{ count: number; depositFen: number }>> => (await station.must(clerk, 'crate.list', { memberId: member })).rows.map(({ count, depositFen }) => ({ count, depositFen }));
const lend = (out: number, back: number, depositFen = 0, approved = true) => station.call(clerk, 'crate.move', {
  memberId: member, reason: 'lent', lines: [{ containerId: crate.id, outCount: out, inCount: back, depositFen }],
}, depositFen !== 0 && approved ? { approval: station.approval('accountant') } : {});
const verified = async () => (await station.must(await station.as('manager'), 'system.verify', { full: true })).findings;

test('crates lent and brought back leave a balance that the check rebuilds from the slips', async () => {
  expect(await lend(10, 0, 5_000)).toMatchObject({ ok: true, data: { number: 'GZ01A-L-2026-000001' } });
  await lend(0, 4, -2_000);
  expect(await balance()).toEqual([{ count: 6, depositFen: 3_000 }]);
  expect((await station.must(clerk, 'crate.history', { memberId: member })).rows.map((row) => [row.outCount, row.inCount, row.depositFen])).toEqual([[0, 4, -2_000], [10, 0, 5_000]]);
  expect(await verified()).toEqual([]);
});

test('a balance that was tampered with is found', async () => {
  await lend(10, 0);
  station.core.station.db.file.exec('UPDATE crate_balance SET count = 9');
  expect(await verified()).toMatchObject([{ kind: 'crates_differ' }]);
});

test('posted crate rows cannot be changed', async () => {
  await lend(10, 0);
  expect(() => station.core.station.db.file.exec('UPDATE crate_line SET out_count = 1')).toThrow('posted rows');
  expect(() => station.core.station.db.file.exec('DELETE FROM crate_line')).toThrow('posted rows');
});

test('a deposit needs a second person and is never given back twice', async () => {
  expect(await lend(1, 0, 500, false)).toMatchObject(refusedWith('deposit_needs_second'));
  await lend(1, 0, 500);
  expect(await lend(0, 1, -600)).toMatchObject(refusedWith('deposit_more_than_left', { left: '5.00' }));
  expect(await balance()).toEqual([{ count: 1, depositFen: 500 }]);
});

test('only crates of the cooperative are lent, each kind once, and something must move', async () => {
  const basket = (await station.must(clerk, 'container.list', {})).rows.find((row) => !row.returnable)?.id ?? '';
  const move = (lines: Array<{ containerId: string; outCount: number }>) => station.call(clerk, 'crate.move', { memberId: member, reason: 'lent', lines: lines.map((line) => ({ ...line, inCount: 0, depositFen: 0 })) });
  expect(await move([{ containerId: basket, outCount: 1 }])).toMatchObject({ ok: false, refusal: { code: 'container_not_returnable' } });
  expect(await move([{ containerId: crate.id, outCount: 1 }, { containerId: crate.id, outCount: 2 }])).toMatchObject(refusedWith('container_twice'));
  expect(await move([{ containerId: crate.id, outCount: 0 }])).toMatchObject(refusedWith('crates_nothing_moved'));
});

test('goods in crates bring the crates back, empty ones go along, and a reversed ticket undoes both', async () => {
  await lend(10, 0);
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  await publish(station, productId, { G1: 20_000 });
  const gross = 10_000 + 3 * crate.tareGrams;
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, {
    productId, owners: [{ memberId: member, share: 1 }], baskets: [{ gross: givenReading(station, gross), tare: { kind: 'container', containerId: crate.id, count: 3 } }], parts: [part('G1')], expectedTotalFen: 2_000,
    cratesOut: [{ containerId: crate.id, count: 2 }],
  }));
  expect(await balance()).toEqual([{ count: 9, depositFen: 0 }]);
  expect((await station.must(clerk, 'ticket.get', { id: posted.id })).crates).toMatchObject([{ inCount: 3, outCount: 2 }]);
  await station.must(clerk, 'ticket.reverse', { id: posted.id, reason: '称错' }, { approval: station.approval('accountant') });
  expect(await balance()).toEqual([{ count: 10, depositFen: 0 }]);
  expect(await verified()).toEqual([]);
});
