import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { crateSlipData } from '../../../electron/core/services/printing/slip-data.ts';
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
  // The receipt has the crates on it; whoever wants a slip of them alone gets it, and every further one is a copy. So is the slip of the lending.
  const copies = async (documentId: string) => (await station.must(clerk, 'print.again', { documentId, paper: 'crate_slip' })).copyNo;
  expect([await copies(posted.id), await copies(posted.id)]).toEqual([0, 1]);
  const lent = (await station.must(clerk, 'crate.history', { memberId: member })).rows.find((row) => row.reason === 'lent');
  expect([await copies(lent?.documentId ?? ''), await copies(lent?.documentId ?? '')]).toEqual([1, 2]);
  expect(await station.call(clerk, 'print.again', { documentId: lent?.documentId ?? '', paper: 'receipt' })).toMatchObject(refusedWith('paper_not_for_document'));
  await station.must(clerk, 'ticket.reverse', { id: posted.id, reason: '称错' }, { approval: station.approval('accountant') });
  expect(await balance()).toEqual([{ count: 10, depositFen: 0 }]);
  expect(await verified()).toEqual([]);
});

test('a ticket that brings more crates than the books know is posted, and the reply says how many more', async () => {
  await lend(2, 0);
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  await publish(station, productId, { G1: 20_000 });
  const bring = (count: number) => station.must(clerk, 'ticket.post', ticketForm(station, {
    productId, owners: [{ memberId: member, share: 1 }], baskets: [{ gross: givenReading(station, 10_000 + count * crate.tareGrams), tare: { kind: 'container', containerId: crate.id, count } }], parts: [part('G1')], expectedTotalFen: 2_000,
  }));
  expect((await bring(2)).cratesBelow).toEqual([]);
  expect((await bring(5)).cratesBelow).toMatchObject([{ count: 5 }]);
  expect(await balance()).toEqual([{ count: -5, depositFen: 0 }]);
  expect(await verified()).toEqual([]);
});

test('a ticket whose crates have come back since can be reversed all the same, and the reply and the event say how many are short', async () => {
  await publish(station, (await productOf(station, clerk, 'SWPO-ZY')).id, { G1: 20_000 });
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  const deliver = (count: number) => station.must(clerk, 'ticket.post', ticketForm(station, {
    productId, owners: [{ memberId: member, share: 1 }], baskets: [{ gross: givenReading(station, 10_000), tare: { kind: 'none' } }], parts: [part('G1')], expectedTotalFen: 2_000, cratesOut: [{ containerId: crate.id, count }],
  }));
  const reverse = (id: string) => station.must(clerk, 'ticket.reverse', { id, reason: '称错' }, { approval: station.approval('accountant') });
  const [first, second] = [await deliver(2), await deliver(3)];
  await lend(0, 3);
  expect(await balance()).toEqual([{ count: 2, depositFen: 0 }]);
  expect((await reverse(first.id)).cratesBelow).toEqual([]);
  const { cratesBelow, id } = await reverse(second.id);
  expect(cratesBelow).toMatchObject([{ count: 3 }]);
  expect(await balance()).toEqual([{ count: -3, depositFen: 0 }]);
  const { payload } = station.core.station.db.file.prepare("SELECT payload FROM event WHERE payload LIKE '%cratesBelow%'").get() as { payload: string };
  expect(payload).toContain('"count":3');
  expect((await station.must(clerk, 'ticket.get', { id })).reverses).toBe(second.number);
  expect(await station.call(clerk, 'crate.move', { memberId: member, reason: 'count', lines: [{ containerId: crate.id, outCount: 3, inCount: 0, depositFen: 0 }] }, { approval: station.approval('accountant') })).toMatchObject({ ok: true });
  expect(await balance()).toEqual([]);
  expect(await verified()).toEqual([]);
});

describe('a crate slip that was wrong', () => {
  const slips = async () => (await station.must(clerk, 'crate.history', { memberId: member })).rows;
  const newest = async (): Promise<string> => (await slips())[0]?.documentId ?? '';
  const takeBack = (id: string, approved = true) => station.call(clerk, 'crate.reverse', { id, reason: '只数记错了' }, approved ? { approval: station.approval('accountant') } : {});
  const move = (reason: 'lent' | 'returned' | 'lost' | 'count', outCount: number, inCount: number, depositFen = 0) =>
    station.call(clerk, 'crate.move', { memberId: member, reason, lines: [{ containerId: crate.id, outCount, inCount, depositFen }] }, { approval: station.approval('accountant') });

  test('is taken back by its mirror with -R, and the balance is as if it had never been, whatever it was', async () => {
    await move('lent', 10, 0, 5_000);
    const before = await balance();
    for (const [reason, out, back, deposit] of [['lent', 3, 0, 1_500], ['returned', 0, 4, -2_000], ['lost', 0, 1, -500], ['count', 2, 0, 0], ['count', 0, 2, 0]] as const) {
      expect(await move(reason, out, back, deposit)).toMatchObject({ ok: true });
      const id = await newest();
      const [slip] = await slips();
      expect(slip).toMatchObject({ reason, reversible: true, reversedBy: null });
      expect(await takeBack(id)).toMatchObject({ ok: true, data: { number: `${slip?.number ?? ''}-R` } });
      expect(await balance()).toEqual(before);
      expect((await slips()).slice(0, 2)).toMatchObject([{ outCount: -out || 0, inCount: -back || 0, depositFen: -deposit || 0, reversible: false }, { reversible: false, reversedBy: `${slip?.number ?? ''}-R` }]);
    }
    expect(await verified()).toEqual([]);
  });

  test('prints what was taken back and why', async () => {
    await move('lent', 10, 0, 5_000);
    const reply = await takeBack(await newest());
    if (!reply.ok) throw new Error('not reversed');
    const slip = crateSlipData({ db: station.core.station.db, station: station.core.station, now: station.clock.now(), businessDate: '2026-11-20', user: null, session: clerk } as never, reply.data.id, 'zh');
    expect(slip).toMatchObject({ reverses: { number: 'GZ01A-L-2026-000001', reason: '只数记错了' }, lines: [{ outCount: -10, depositFen: -5_000, kept: false }], balance: [], approverName: '李会计' });
  });

  test('needs a second person, is taken back once, and a mirror or a ticket not at all', async () => {
    await move('lent', 10, 0);
    const id = await newest();
    expect(await takeBack(id, false)).toMatchObject({ ok: false, refusal: { code: 'approval_required' } });
    const reply = await takeBack(id);
    expect(await takeBack(id)).toMatchObject(refusedWith('crate_move_reversed', { number: 'GZ01A-L-2026-000001-R' }));
    expect(await takeBack(reply.ok ? reply.data.id : '')).toMatchObject(refusedWith('reversal_of_reversal'));
    expect(await takeBack(station.core.station.ids.ulid())).toMatchObject(refusedWith('crate_move_unknown'));
    expect(await verified()).toEqual([]);
  });

  test('stays while later slips stand on it: crates that are back already, and a deposit given back', async () => {
    await move('lent', 10, 0, 5_000);
    const id = await newest();
    await move('returned', 0, 1, -500);
    expect(await takeBack(id)).toMatchObject(refusedWith('crates_moved_on', { count: 10, left: 9 }));
    await move('lent', 1, 0);
    expect(await takeBack(id)).toMatchObject(refusedWith('deposit_moved_on', { deposit: '50.00', left: '45.00' }));
    expect(await balance()).toEqual([{ count: 10, depositFen: 4_500 }]);
    await move('lent', 0, 0, 500);
    expect(await takeBack(id)).toMatchObject({ ok: true });
    expect(await balance()).toEqual([]);
  });

  test('leaves nobody overdue for crates that never went out, and somebody for those whose return never was', async () => {
    const overdue = async () => (await station.must(clerk, 'crate.list', { memberId: member })).rows.map((row) => row.overdue);
    await move('lent', 10, 0);
    const lent = await newest();
    await move('lent', 4, 0);
    station.clock.forward(40 * 24 * 3_600_000);
    clerk = await station.as('clerk');
    await station.must(clerk, 'session.confirmDate', { businessDate: '2026-12-30' });
    expect(await overdue()).toEqual([14]);
    await takeBack(lent);
    expect(await overdue()).toEqual([4]);
    await move('returned', 0, 4);
    expect(await overdue()).toEqual([]);
    await takeBack(await newest());
    expect(await overdue()).toEqual([4]);
  });
});

test('what was left for lost crates is kept, never taken anew; nobody loses or is counted below what the books know', async () => {
  const move = (reason: 'lost' | 'count' | 'returned', inCount: number, depositFen = 0, approved = true) => station.call(clerk, 'crate.move', { memberId: member, reason, lines: [{ containerId: crate.id, outCount: 0, inCount, depositFen }] }, approved ? { approval: station.approval('accountant') } : {});
  await lend(3, 0, 1_500);
  expect(await move('lost', 1, 500)).toMatchObject(refusedWith('deposit_of_lost'));
  expect(await move('lost', 4)).toMatchObject({ ok: false, refusal: { code: 'crates_more_than_out', params: { count: 3 } } });
  expect(await move('count', 4)).toMatchObject({ ok: false, refusal: { code: 'crates_more_than_out' } });
  expect(await move('lost', 2, -1_000)).toMatchObject({ ok: true });
  expect(await balance()).toEqual([{ count: 1, depositFen: 500 }]);
  expect(await move('returned', 2, 0, false)).toMatchObject({ ok: false, refusal: { code: 'crates_more_than_out', params: { count: 1 } } });
  expect(await balance()).toEqual([{ count: 1, depositFen: 500 }]);
  expect(await move('returned', 2)).toMatchObject({ ok: true });
  expect(await balance()).toEqual([{ count: -1, depositFen: 500 }]);
  expect(await verified()).toEqual([]);
});
