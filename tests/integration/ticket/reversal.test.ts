import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { digestOfDocument } from '../../../electron/core/services/books/canonical-rows.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm, typed } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let member: string;
let productId: string;
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  member = (await givenMember(station, clerk, '张三')).id;
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 36_600, G2: 20_000 });
});
afterEach(() => station.close());

const rows = (sql: string): Array<Record<string, unknown>> => station.core.station.db.file.prepare(sql).all() as Array<Record<string, unknown>>;
const post = (baskets = [scaled(station, 10_000, 1_000)]) => station.must(clerk, 'ticket.post', ticketForm(station, {
  productId, owners: [{ memberId: member, share: 1 }], baskets, parts: [part('G1', { netGrams: 4_000, overrideReason: null }), part('G2', { overrideReason: null })], expectedTotalFen: baskets[0]?.gross.kind === 'typed' ? 2_664 : 2_464,
}));
const reverse = (id: string) => station.call(clerk, 'ticket.reverse', { id, reason: '等级定错了' }, { approval: station.approval('accountant') });

test('a reversal takes no number of its own, brings stock, journal and payables to nothing, and holds its digest', async () => {
  const posted = await post();
  station.clock.forward(86_400_000);
  expect(await reverse(posted.id)).toMatchObject(refusedWith('clock_confirm'));
  await station.must(clerk, 'session.confirmDate', { businessDate: '2026-11-21' });
  const envelope = await reverse(posted.id);
  expect(envelope).toMatchObject({ ok: true, data: { number: 'GZ01A-T-2026-000001-R' } });
  expect(rows('SELECT sum(grams) AS g FROM stock')).toEqual([{ g: 0 }]);
  expect(rows('SELECT account_id, sum(debit_fen) - sum(credit_fen) AS fen FROM journal_line GROUP BY account_id HAVING fen <> 0')).toEqual([]);
  expect(rows('SELECT count(*) AS n FROM payable_void')).toEqual([{ n: 2 }]);
  expect(rows('SELECT last FROM number_counter WHERE kind = \'ticket\'')).toEqual([{ last: 1 }]);
  for (const { id, hash } of rows("SELECT d.id, e.doc_hash AS hash FROM document d JOIN event e ON e.doc_id = d.ulid WHERE d.type = 'ticket'")) expect(digestOfDocument(station.core.station.db, Number(id))).toBe(hash);
  const original = await station.must(clerk, 'ticket.get', { id: posted.id });
  expect(original).toMatchObject({ paid: 'reversed', reversedBy: 'GZ01A-T-2026-000001-R', ownerParts: [{ state: 'void' }] });
  expect(original.events.map((event) => event.type)).toEqual(['ticket.posted', 'ticket.reversed']);
  const back = await station.must(clerk, 'ticket.get', { id: envelope.ok ? envelope.data.id : '' });
  expect(back).toMatchObject({ reverses: 'GZ01A-T-2026-000001', businessDate: '2026-11-21', totalFen: -2_464, netGrams: -9_000, reason: '等级定错了', approvedBy: '李会计', lines: [{ grade: 'G1' }, { grade: 'G2' }] });
  expect((await station.must(clerk, 'member.get', { id: member }))).toMatchObject({ unsettledFen: 0, deliveredGrams: 0, tickets: 0 });
});

test('a ticket is reversed once, a reversal never, and an unknown one not at all', async () => {
  const posted = await post();
  const back = await reverse(posted.id);
  expect(await reverse(posted.id)).toMatchObject(refusedWith('ticket_reversed', { number: 'GZ01A-T-2026-000001-R' }));
  expect(await reverse(back.ok ? back.data.id : '')).toMatchObject(refusedWith('reversal_of_reversal'));
  expect(await reverse(station.core.station.ids.ulid())).toMatchObject(refusedWith('ticket_unknown'));
  const sheet = rows("SELECT ulid FROM document WHERE type = 'price_sheet'")[0];
  expect(await reverse(String(sheet?.ulid))).toMatchObject(refusedWith('ticket_unknown'));
});

test('a reversal needs a second person, another one, with the right', async () => {
  const { id } = await post();
  const input = { id, reason: '错了' };
  expect(await station.call(clerk, 'ticket.reverse', input)).toMatchObject(refusedWith('approval_required'));
  expect(await station.call(clerk, 'ticket.reverse', input, { approval: station.approval('clerk') })).toMatchObject(refusedWith('approval_same_person'));
  expect(await station.call(clerk, 'ticket.reverse', input, { approval: { user: 'li', pin: '9999' } })).toMatchObject(refusedWith('approval_wrong_pin'));
  const accountant = await station.as('accountant');
  expect(await station.call(accountant, 'ticket.reverse', input, { approval: station.approval('clerk') })).toMatchObject(refusedWith('approval_not_permitted'));
});

test('goods that have left the store cannot be taken back, and the ticket stands', async () => {
  const posted = await post();
  station.core.station.db.file.exec('UPDATE stock SET grams = grams - 1 WHERE lot_id = (SELECT max(lot_id) FROM stock)');
  const before = rows('SELECT lot_id, grams FROM stock');
  expect(await reverse(posted.id)).toMatchObject(refusedWith('stock_moved'));
  expect(rows('SELECT lot_id, grams FROM stock')).toEqual(before);
  expect(await station.must(clerk, 'ticket.get', { id: posted.id })).toMatchObject({ reversedBy: null, paid: 'no' });
});

test('a ticket that waits for a second person waits no longer once it is reversed', async () => {
  const posted = await post([typed(10_000)]);
  expect(rows('SELECT count(*) AS n FROM countersign')).toEqual([{ n: 1 }]);
  expect(await reverse(posted.id)).toMatchObject({ ok: true });
  expect(rows('SELECT count(*) AS n FROM countersign')).toEqual([{ n: 0 }]);
});

async function payNow(ticketId: string): Promise<void> {
  const [box] = (await station.must(clerk, 'cash.boxes', {})).rows;
  const cashBoxId = box?.id ?? '';
  await station.must(clerk, 'cash.float', { cashBoxId, direction: 'in', amountFen: 100_000, note: '备用金' }, { approval: station.approval('accountant') });
  await station.must(clerk, 'settlement.payNow', { ticketId, cashBoxId });
}

test('a ticket paid at once is settled; its reversal becomes a correction that the next settlement takes first', async () => {
  const first = await post();
  await payNow(first.id);
  expect(await station.must(clerk, 'ticket.get', { id: first.id })).toMatchObject({ paid: 'yes', ownerParts: [{ state: 'settled', settlementNumber: expect.stringMatching(/^GZ01A-S-2026-/) }] });
  expect(await reverse(first.id)).toMatchObject({ ok: true });
  expect(rows("SELECT kind, sum(amount_fen) AS fen FROM payable GROUP BY kind ORDER BY kind")).toEqual([{ kind: 'correction', fen: -2_464 }, { kind: 'line', fen: 2_464 }]);
  expect(rows('SELECT count(*) AS n FROM payable_void')).toEqual([{ n: 0 }]);
  expect(await station.must(clerk, 'member.get', { id: member })).toMatchObject({ unsettledFen: -2_464, deliveredGrams: 0, tickets: 0 });
  await station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 20_000)], parts: [part('G2')], expectedTotalFen: 4_000 }));
  expect(await station.must(clerk, 'settlement.quote', { memberId: member })).toMatchObject({ grossFen: 4_000 - 2_464, paidFen: 4_000 - 2_464 });
  const [head] = rows("SELECT d.id, e.doc_hash AS hash FROM document d JOIN event e ON e.doc_id = d.ulid WHERE d.number LIKE '%T-2026-000001-R'");
  expect(digestOfDocument(station.core.station.db, Number(head?.id))).toBe(head?.hash);
});

test('a reversal drops the claim of a run that is not posted and marks the run stale', async () => {
  const posted = await post();
  const office = await station.as('accountant');
  const batch = await station.must(office, 'settlement.createBatch', { title: '本旬', dateFrom: '2026-11-11', dateTo: '2026-11-20', productId: null, capBp: 5_000 });
  await station.must(office, 'settlement.calculate', { id: batch.id });
  await expect.poll(async () => (await station.must(office, 'settlement.batch', { id: batch.id })).state, { timeout: 10_000 }).toBe('calculated');
  expect(await station.must(clerk, 'ticket.get', { id: posted.id })).toMatchObject({ paid: 'in_run', ownerParts: [{ state: 'in_run', settlementNumber: null }] });
  expect(await reverse(posted.id)).toMatchObject({ ok: true });
  expect(rows('SELECT count(*) AS n FROM claim')).toEqual([{ n: 0 }]);
  expect((await station.must(office, 'settlement.batch', { id: batch.id })).state).toBe('stale');
  expect(rows('SELECT count(*) AS n FROM payable_void')).toEqual([{ n: 2 }]);
});
