import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { contractForm, signed } from '../../support/contracts.ts';
import { pricedStation } from '../../support/priced-station.ts';
import type { TestStation } from '../../support/station.ts';
import type { TicketForm } from '../../support/tickets.ts';
import { part, refusedWith, scaled, ticketForm, typed } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
let member = '';
let productId = '';
beforeEach(async () => {
  ({ station, clerk, manager, member, productId } = await pricedStation('SWPO-ZY', { G1: 26_000, G2: 20_000 }));
});
afterEach(() => station.close());

const form = (fields: Partial<TicketForm>): TicketForm => ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 150_000)], parts: [part('G1')], expectedTotalFen: 0, ...fields });
const post = (kg: number, expectedTotalFen: number, fields: Partial<TicketForm> = {}) => station.must(clerk, 'ticket.post', form({ baskets: [scaled(station, kg * 1_000)], expectedTotalFen, ...fields }));
const detail = (id: string) => station.must(clerk, 'ticket.get', { id });
const linesOf = async (id: string): Promise<unknown[]> => (await detail(id)).lines.map((line) => [line.terms?.part ?? null, line.netGrams, line.priceE4, line.amountFen]);
const delivered = async (): Promise<number[]> => (await station.must(clerk, 'contract.list', { memberId: member })).rows.map((row) => row.deliveredGrams);
const sign = (fields: Parameters<typeof contractForm>[2] = {}) => signed(station, manager, contractForm(member, productId, { quotaGrams: 100_000, ...fields }));
const verified = async () => (await station.must(manager, 'system.verify', { full: true })).findings;
const nextDay = async (): Promise<void> => {
  station.clock.forward(86_400_000);
  await station.must(clerk, 'session.confirmDate', { businessDate: '2026-11-21' });
};
const reverse = (id: string) => station.must(clerk, 'ticket.reverse', { id, reason: '称错' }, { approval: station.approval('accountant') });

test('a delivery that crosses the quota is two lines, two lots and two payables, and the books stay whole', async () => {
  const { number } = await sign();
  expect(number).toBe('GZ01A-N-2026-000001');
  const ticket = await post(150, 43_000);
  expect(await linesOf(ticket.id)).toEqual([['inside', 100_000, 30_000, 30_000], ['beyond', 50_000, 26_000, 13_000]]);
  const shown = await detail(ticket.id);
  expect(shown.lines.map((line) => [line.terms?.contractNumber, line.terms?.boardE4, line.terms?.floorE4, line.lotCode])).toEqual([[number, 26_000, 30_000, ticket.lots[0]], [number, 26_000, 30_000, ticket.lots[1]]]);
  expect(shown).toMatchObject({ netGrams: 150_000, totalFen: 43_000, settlementGrams: 150_000, grades: 'G1' });
  expect(shown.ownerParts.map((owner) => [owner.settlementGrams, owner.amountFen])).toEqual([[150_000, 43_000]]);
  const db = station.core.station.db.file;
  expect(db.prepare('SELECT sum(grams) AS g, count(*) AS n FROM stock').get()).toEqual({ g: 150_000, n: 2 });
  expect(db.prepare("SELECT quota_part AS part, net_g AS g FROM ticket_line ORDER BY line_no").all()).toEqual([{ part: 'contract', g: 100_000 }, { part: 'board', g: 50_000 }]);
  expect(db.prepare('SELECT sum(amount_fen) AS fen FROM payable').get()).toEqual({ fen: 43_000 });
  expect(await delivered()).toEqual([100_000]);
  expect(await verified()).toEqual([]);
});

test('the second ticket finds what the first has left, and a reversal gives it back', async () => {
  await sign();
  const first = await post(60, 18_000);
  const second = await post(60, 4_000 * 3 + 2_000 / 10 * 26);
  expect(await linesOf(second.id)).toEqual([['inside', 40_000, 30_000, 12_000], ['beyond', 20_000, 26_000, 5_200]]);
  await reverse(first.id);
  expect(await delivered()).toEqual([40_000]);
  expect(await linesOf((await post(60, 18_000)).id)).toEqual([['inside', 60_000, 30_000, 18_000]]);
  expect(await delivered()).toEqual([100_000]);
  expect(await verified()).toEqual([]);
});

test('goods that come after the quota is full are named as beyond it, on the ticket and in the contract, and fill nothing', async () => {
  const { id, number } = await sign();
  await post(100, 30_000);
  const after = await post(10, 2_600);
  expect(await linesOf(after.id)).toEqual([['beyond', 10_000, 26_000, 2_600]]);
  expect((await detail(after.id)).lines[0]?.terms).toMatchObject({ contractNumber: number, boardE4: 26_000, baseE4: 26_000, floorE4: 30_000 });
  expect((await station.must(clerk, 'contract.get', { id })).deliveries.map((row) => [row.grams, row.inside, row.priceE4])).toEqual([[10_000, false, 26_000], [100_000, true, 30_000]]);
  expect(await delivered()).toEqual([100_000]);
  expect(await verified()).toEqual([]);
});

test('two desks that saw the same quota cannot both use it: the second is told the new amount first', async () => {
  await sign();
  const forms = [form({ baskets: [scaled(station, 80_000)], expectedTotalFen: 24_000 }), form({ baskets: [scaled(station, 80_000)], expectedTotalFen: 24_000 })] as const;
  const other = await station.as('clerk');
  const replies = await Promise.all([station.call(clerk, 'ticket.post', forms[0]), station.call(other, 'ticket.post', forms[1])]);
  expect(replies.map((reply) => reply.ok).toSorted()).toEqual([false, true]);
  expect(replies.find((reply) => !reply.ok)).toMatchObject(refusedWith('amount_changed', { seen: 24_000, now: 21_600 }));
  expect(await delivered()).toEqual([80_000]);
});

test('outside its days, of another grade or another product, a contract changes no price', async () => {
  await sign({ validFrom: '2026-11-21' });
  expect(await linesOf((await post(10, 2_600)).id)).toEqual([[null, 10_000, 26_000, 2_600]]);
  await sign({ validFrom: '2026-11-01', validTo: '2026-11-20', grade: 'G2' });
  expect(await linesOf((await post(10, 2_600)).id)).toEqual([[null, 10_000, 26_000, 2_600]]);
  expect(await linesOf((await post(10, 3_000, { parts: [part('G2')] })).id)).toEqual([['inside', 10_000, 30_000, 3_000]]);
  await nextDay();
  expect(await linesOf((await post(10, 3_000)).id)).toEqual([['inside', 10_000, 30_000, 3_000]]);
});

test('a page of the paper book is priced by the contract of the day it was written', async () => {
  const written = station.clock.now();
  await sign({ validTo: '2026-11-20' });
  await nextDay();
  const late = await station.must(manager, 'ticket.post', form({ baskets: [typed(10_000, '补录')], paperNo: '12-3', writtenAt: written, expectedTotalFen: 3_000 }));
  expect(await linesOf(late.id)).toEqual([['inside', 10_000, 30_000, 3_000]]);
  expect(await linesOf((await post(10, 2_600)).id)).toEqual([[null, 10_000, 26_000, 2_600]]);
});

test('a ticket that waits for a second person has used its part of the quota already', async () => {
  await sign();
  const ticket = await station.must(clerk, 'ticket.post', form({ baskets: [typed(100_000)], expectedTotalFen: 30_000 }));
  expect(ticket.awaitingCountersign).toBe(true);
  expect(await delivered()).toEqual([100_000]);
  expect(await linesOf((await post(10, 2_600)).id)).toEqual([['beyond', 10_000, 26_000, 2_600]]);
  await station.must(manager, 'countersign.sign', { documentId: ticket.id });
  expect(await delivered()).toEqual([100_000]);
  expect(await verified()).toEqual([]);
});

test('a new version raises the quota, keeps what was delivered, and prices only what comes after it', async () => {
  const first = await sign();
  const before = await post(100, 30_000);
  const second = await sign({ replacesId: first.id, quotaGrams: 120_000, floorE4: 32_000 });
  expect((await station.must(clerk, 'contract.list', {})).rows.map((row) => [row.number, row.replaces, row.deliveredGrams, row.state])).toEqual([[second.number, first.number, 100_000, 'open']]);
  expect(await linesOf((await post(50, 6_400 + 7_800)).id)).toEqual([['inside', 20_000, 32_000, 6_400], ['beyond', 30_000, 26_000, 7_800]]);
  expect(await linesOf(before.id)).toEqual([['inside', 100_000, 30_000, 30_000]]);
  const history = await station.must(clerk, 'contract.get', { id: second.id });
  expect(history.versions.map((row) => [row.number, row.floorE4])).toEqual([[second.number, 32_000], [first.number, 30_000]]);
  expect(history.deliveries.map((row) => [row.grams, row.inside])).toEqual([[20_000, true], [30_000, false], [100_000, true]]);
  expect(await verified()).toEqual([]);
});

test('an ended contract counts no more; what was delivered keeps its price', async () => {
  const { id, number } = await sign();
  const ticket = await post(10, 3_000);
  station.clock.forward(60_000);
  await station.must(manager, 'contract.end', { id, reason: '遭了冰雹' });
  expect(await linesOf((await post(10, 2_600)).id)).toEqual([[null, 10_000, 26_000, 2_600]]);
  expect(await linesOf(ticket.id)).toEqual([['inside', 10_000, 30_000, 3_000]]);
  expect((await station.must(clerk, 'contract.list', {})).rows).toMatchObject([{ number, state: 'ended', endedReason: '遭了冰雹' }]);
  expect(await verified()).toEqual([]);
});
