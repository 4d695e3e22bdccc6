import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import type { CertificateForm } from '../../support/contracts.ts';
import { certificateForm, contractForm, signed } from '../../support/contracts.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
let zhang = '';
let li = '';
let productId = '';
beforeEach(async () => {
  station = await testStation({ prices: [] });
  clerk = await station.as('clerk');
  manager = await station.as('manager');
  zhang = (await givenMember(station, clerk, '张三')).id;
  li = (await givenMember(station, clerk, '李四')).id;
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 26_000 });
});
afterEach(() => station.close());

const post = (grams: number, expectedTotalFen: number, owners: readonly string[] = [zhang]) => station.call(clerk, 'ticket.post', ticketForm(station, {
  productId, owners: owners.map((memberId) => ({ memberId, share: 1 })), baskets: [scaled(station, grams)], parts: [part('G1')], expectedTotalFen,
}));
const must = async (grams: number, totalFen: number, owners?: readonly string[]) => {
  const reply = await post(grams, totalFen, owners);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return station.must(clerk, 'ticket.get', { id: reply.data.id });
};
const verified = async () => (await station.must(manager, 'system.verify', { full: true })).findings;
const certify = (fields: Partial<CertificateForm> = {}, memberId = zhang) => station.must(manager, 'contract.saveCertificate', certificateForm(memberId, fields));
const premium = (premiumE4: number, kind: CertificateForm['kind'] = 'green', effectiveFrom?: number) =>
  station.must(manager, 'price.publish', { note: null, rows: [], premiums: [{ productId, kind, premiumE4 }], ...(effectiveFrom === undefined ? {} : { effectiveFrom }) });

test('of two owners the one with a contract has lines of his own, and everything agrees to the gram and the fen', async () => {
  await signed(station, manager, contractForm(zhang, productId, { quotaGrams: 20_000 }));
  const ticket = await must(100_001, 6_000 + 7_800 + 13_000, [zhang, li]);
  expect(ticket.lines.map((line) => [line.owners, line.terms?.part ?? null, line.netGrams, line.priceE4, line.amountFen])).toEqual([
    [['张三'], 'inside', 20_000, 30_000, 6_000], [['张三'], 'beyond', 30_001, 26_000, 7_800], [['李四'], null, 50_000, 26_000, 13_000],
  ]);
  expect(ticket.ownerParts.map((owner) => [owner.memberName, owner.settlementGrams, owner.amountFen])).toEqual([['张三', 50_001, 13_800], ['李四', 50_000, 13_000]]);
  const db = station.core.station.db.file;
  expect(db.prepare('SELECT line_no AS line, owner_no AS owner, settlement_g AS g, amount_fen AS fen FROM payable ORDER BY id').all()).toEqual([
    { line: 1, owner: 1, g: 20_000, fen: 6_000 }, { line: 2, owner: 1, g: 30_001, fen: 7_800 }, { line: 3, owner: 2, g: 50_000, fen: 13_000 },
  ]);
  expect(db.prepare('SELECT sum(grams) AS g FROM stock').get()).toEqual({ g: 100_001 });
  expect(await verified()).toEqual([]);
  await station.must(clerk, 'ticket.reverse', { id: ticket.id, reason: '称错' }, { approval: station.approval('accountant') });
  expect(db.prepare('SELECT sum(grams) AS g FROM stock').get()).toEqual({ g: 0 });
  expect(db.prepare('SELECT count(*) AS n FROM payable_void').get()).toEqual({ n: 3 });
  expect(await verified()).toEqual([]);
});

test('two owners with a contract each fill their own', async () => {
  await signed(station, manager, contractForm(zhang, productId, { quotaGrams: 10_000 }));
  await signed(station, manager, contractForm(li, productId, { quotaGrams: 30_000, floorE4: 40_000 }));
  const ticket = await must(50_000, 3_000 + 3_900 + 10_000, [zhang, li]);
  expect(ticket.lines.map((line) => [line.owners, line.terms?.part ?? null, line.netGrams, line.priceE4])).toEqual([[['张三'], 'inside', 10_000, 30_000], [['张三'], 'beyond', 15_000, 26_000], [['李四'], 'inside', 25_000, 40_000]]);
});

test('certified goods get base and premium, stored with the certificate that gave it', async () => {
  await premium(2_000);
  await certify();
  const ticket = await must(10_000, 2_800);
  expect(ticket.lines).toMatchObject([{ priceE4: 28_000, owners: [], terms: { part: 'none', boardE4: 26_000, baseE4: 26_000, premiumE4: 2_000, certificateKind: 'green', certificateNo: 'LB-01-26010001', contractNumber: null } }]);
  const [row] = (await station.must(clerk, 'contract.certificates', { memberId: zhang })).rows;
  await certify({ id: row?.id ?? '', expectedVersion: 1, number: '写错了，改成这个' });
  expect((await station.must(clerk, 'ticket.get', { id: ticket.id })).lines[0]?.terms?.certificateNo).toBe('LB-01-26010001');
  expect(await verified()).toEqual([]);
});

test('an expired, withdrawn or other product\'s certificate gives nothing, and neither does one without a premium', async () => {
  await premium(2_000);
  const chili = (await productOf(station, clerk, 'CHILI-CTJ')).id;
  await certify({ validTo: '2026-11-19' });
  await certify({ active: false });
  await certify({ productId: chili });
  await certify({ kind: 'organic' });
  expect((await must(10_000, 2_600)).lines[0]?.terms).toBeNull();
  expect((await station.must(clerk, 'contract.certificates', { memberId: zhang })).rows.map((row) => row.state).toSorted()).toEqual(['expired', 'valid', 'valid', 'withdrawn']);
});

test('a premium holds from its time on, until another takes its place', async () => {
  await certify();
  await premium(2_000);
  await premium(1_000, 'green', station.clock.now() + 3_600_000);
  expect((await station.must(clerk, 'price.board', {})).nextPremiums).toMatchObject([{ kind: 'green', premiumE4: 1_000, effectiveFrom: station.clock.now() + 3_600_000 }]);
  expect((await must(10_000, 2_800)).lines[0]?.priceE4).toBe(28_000);
  station.clock.forward(3_600_000);
  expect(await post(10_000, 2_800)).toMatchObject(refusedWith('amount_changed', { seen: 2_800, now: 2_700 }));
  await premium(0);
  expect((await must(10_000, 2_600)).lines[0]?.terms).toBeNull();
  expect((await station.must(clerk, 'price.board', {})).premiums).toEqual([]);
  expect(await verified()).toEqual([]);
});

test('a sheet names each premium once and is never empty', async () => {
  const twice = { productId, kind: 'green' as const, premiumE4: 1 };
  expect(await station.call(manager, 'price.publish', { note: null, rows: [], premiums: [twice, twice] })).toMatchObject(refusedWith('premium_twice'));
  expect(await station.call(manager, 'price.publish', { note: null, rows: [], premiums: [] })).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
});

test('the desk is told of contracts and premiums as core will use them', async () => {
  const contract = await signed(station, manager, contractForm(zhang, productId, { quotaGrams: 20_000 }));
  await premium(2_000);
  await certify({}, li);
  await must(15_000, 4_500);
  expect(await station.must(clerk, 'contract.schedules', { productId, memberIds: [zhang, li] })).toMatchObject({
    contracts: [{ contractId: contract.id, number: contract.number, ownerId: zhang, floorE4: 30_000, leftGrams: 5_000 }], premiums: [{ ownerId: li, premiumE4: 2_000, kind: 'green' }],
  });
});

test('the board names the prices that follow later on the same day', async () => {
  const now = station.clock.now();
  const rows = (priceE4: number) => [{ productId, grade: 'G1', priceE4 }];
  await station.must(manager, 'price.publish', { note: null, rows: rows(24_000), effectiveFrom: now + 7 * 3_600_000 });
  await station.must(manager, 'price.publish', { note: null, rows: rows(25_000), effectiveFrom: now + 7 * 3_600_000 });
  await station.must(manager, 'price.publish', { note: null, rows: rows(23_000), effectiveFrom: now + 24 * 3_600_000 });
  expect((await station.must(clerk, 'price.board', {})).next).toMatchObject([{ grade: 'G1', priceE4: 25_000, effectiveFrom: now + 7 * 3_600_000 }]);
  station.clock.forward(7 * 3_600_000);
  expect((await station.must(clerk, 'price.board', {})).next).toEqual([]);
});
