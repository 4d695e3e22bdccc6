import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { ticketReceipt } from '../../../electron/core/documents/ticket-receipt.ts';
import { PAPER_80 } from '../../../electron/core/documents/receipt-document.ts';
import { layoutReceipt, lineText } from '../../../electron/core/documents/receipt-layout.ts';
import { receiptData } from '../../../electron/core/services/printing/paper-data.ts';
import { ticketDetail } from '../../../electron/core/services/ticket/look-back.ts';
import { approvedBatch } from '../../support/batch-steps.ts';
import { givenMember } from '../../support/intake.ts';
import { givenCash, inTransaction } from '../../support/payables.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productForm, productOf, publish, refusedWith, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let office: Session;
let manager: Session;
let member: string;
beforeEach(async () => {
  station = await testStation();
  [clerk, office, manager] = [await station.as('clerk'), await station.as('accountant'), await station.as('manager')];
  member = (await givenMember(station, clerk, '张三')).id;
  for (const code of ['SWPO-ZY', 'KIWI-XW']) await publish(station, (await productOf(station, clerk, code)).id, { G1: 40_000 });
});
afterEach(() => station.close());

async function deliver(code: string, grams: number): Promise<{ id: string; number: string; lots: readonly string[] }> {
  const { id: productId } = await productOf(station, clerk, code);
  return station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, grams)], parts: [part('G1')], expectedTotalFen: grams * 0.4 }));
}
const consign = async (): Promise<void> => {
  await station.must(manager, 'product.save', { ...productForm(await productOf(station, manager, 'KIWI-XW')), mode: 'consignment' });
};
async function settled(mode: 'outright' | 'consignment'): Promise<Array<{ number: string; fen: number }>> {
  const { id } = await station.must(office, 'settlement.createBatch', { title: mode, mode, dateFrom: '2026-11-20', dateTo: '2026-11-20', productId: null, capBp: 5_000 });
  await station.must(office, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  await approvedBatch(station, office, id);
  const batch = await station.must(office, 'settlement.batch', { id });
  expect(batch.mode).toBe(mode);
  const statements = await Promise.all(batch.settlements.map((row) => station.must(office, 'settlement.get', { id: row.id })));
  return statements.flatMap(({ lines }) => lines.map((line) => ({ number: line.ticketNumber, fen: line.amountFen })));
}
const accounts = async (id: string): Promise<string[]> => (await station.must(office, 'ticket.get', { id })).journal.map((line) => `${line.accountCode} ${line.debitFen} ${line.creditFen}`);

test('only the manager turns a product to consignment, and what was bought before stays bought', async () => {
  const before = await deliver('KIWI-XW', 10_000);
  const form = { ...productForm(await productOf(station, clerk, 'KIWI-XW')), mode: 'consignment' as const };
  expect(await station.call(clerk, 'product.save', form)).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  await consign();
  const after = await deliver('KIWI-XW', 10_000);
  expect([await station.must(clerk, 'ticket.get', { id: before.id }), await station.must(clerk, 'ticket.get', { id: after.id })].map(({ mode }) => mode)).toEqual(['outright', 'consignment']);
  expect(await accounts(before.id)).toEqual(['121 4000 0', '114 0 4000']);
  expect(await accounts(after.id)).toEqual(['128 4000 0', '114 0 4000']);
  expect(station.core.station.db.file.prepare('SELECT s.owner FROM stock s JOIN lot l ON l.id = s.lot_id ORDER BY l.id').all()).toEqual([{ owner: 'own' }, { owner: 'custody' }]);
});

test('the slip of goods on consignment says so, and that they are paid after the sale', async () => {
  await consign();
  const { id } = await deliver('KIWI-XW', 10_000);
  const lines = (locale: 'zh' | 'en'): string => inTransaction(station, (context) => layoutReceipt(ticketReceipt(receiptData(context, ticketDetail(context, id), locale), locale, { maskName: false }), PAPER_80).parts
    .flatMap((each) => (each.kind === 'line' ? [lineText(each.runs).replace(/\s+/g, ' ').trim()] : [])).join('|'));
  expect(lines('zh')).toContain('代销 卖出后结算');
  expect(lines('en')).toMatch(/consignment.*\|/iu);
});

test('outright and consigned goods of the same member never stand in one settlement batch', async () => {
  await consign();
  const bought = await deliver('SWPO-ZY', 10_000);
  const held = await deliver('KIWI-XW', 20_000);
  expect(await settled('outright')).toEqual([{ number: bought.number, fen: 4_000 }]);
  expect(await settled('consignment')).toEqual([{ number: held.number, fen: 8_000 }]);
  expect(await station.must(manager, 'system.verify', {})).toMatchObject({ ok: true });
});

test('what is taken back of consigned goods joins a settlement of consigned goods alone', async () => {
  await consign();
  const held = await deliver('KIWI-XW', 20_000);
  expect(await settled('consignment')).toHaveLength(1);
  await station.must(clerk, 'ticket.reverse', { id: held.id, reason: '秤没放稳' }, { approval: station.approval('accountant') });
  const bought = await deliver('SWPO-ZY', 30_000);
  expect(await settled('outright')).toEqual([{ number: bought.number, fen: 12_000 }]);
  const again = await deliver('KIWI-XW', 25_000);
  expect(await settled('consignment')).toEqual([{ number: `${held.number}-R`, fen: -8_000 }, { number: again.number, fen: 10_000 }].toSorted((one, other) => one.fen - other.fen));
});

test('goods on consignment are not paid from the till, and today\'s payment leaves them out', async () => {
  await consign();
  const held = await deliver('KIWI-XW', 20_000);
  const { cashBoxId } = givenCash(station, 1_000_000);
  expect(await station.call(clerk, 'settlement.payNow', { ticketId: held.id, cashBoxId })).toMatchObject(refusedWith('paid_after_sale'));
  expect(await station.call(clerk, 'settlement.quote', { ticketId: held.id })).toMatchObject(refusedWith('paid_after_sale'));
  expect(await station.call(clerk, 'settlement.payNow', { memberId: member, cashBoxId })).toMatchObject(refusedWith('nothing_to_settle'));
  await deliver('SWPO-ZY', 10_000);
  expect(await station.must(clerk, 'settlement.quote', { memberId: member })).toMatchObject({ grossFen: 4_000, tickets: [{ fen: 4_000 }] });
});

test('what is owed, the day, the list of tickets and the member keep bought and consigned goods apart, also of one product', async () => {
  await deliver('SWPO-ZY', 10_000);
  await deliver('KIWI-XW', 20_000);
  await consign();
  await deliver('KIWI-XW', 30_000);
  const apart = { outrightFen: 12_000, consignedFen: 12_000 };
  const owed = await station.must(office, 'settlement.unsettled', {});
  expect(owed).toMatchObject({ ...apart, tickets: 3 });
  expect(owed.rows.map(({ mode, fen, tickets }) => ({ mode, fen, tickets }))).toEqual([{ mode: 'outright', fen: 12_000, tickets: 2 }, { mode: 'consignment', fen: 12_000, tickets: 1 }]);
  expect(owed.ageing).toEqual([{ bucket: 'today', ...apart, tickets: 3 }, ...['to_7', 'to_30', 'over_30'].map((bucket) => ({ bucket, outrightFen: 0, consignedFen: 0, tickets: 0 }))]);
  const day = await station.must(office, 'report.day', {});
  expect(day).toMatchObject({ ...apart, netGrams: 60_000, recentDays: [{ netGrams: 60_000, ...apart }] });
  expect(day.byProduct.map(({ nameZh: _zh, nameEn: _en, productId: _id, ...row }) => row)).toEqual(expect.arrayContaining([
    { mode: 'outright', tickets: 1, netGrams: 10_000, totalFen: 4_000 }, { mode: 'outright', tickets: 1, netGrams: 20_000, totalFen: 8_000 }, { mode: 'consignment', tickets: 1, netGrams: 30_000, totalFen: 12_000 },
  ]));
  const list = await station.must(clerk, 'ticket.list', {});
  expect(list).toMatchObject({ total: 3, sums: { ...apart, netGrams: 60_000 }, rows: [{ mode: 'consignment' }, { mode: 'outright' }, { mode: 'outright' }] });
  expect(await station.must(clerk, 'member.get', { id: member })).toMatchObject({ unsettledFen: 12_000, consignedFen: 12_000, tickets: 3 });
  await settled('outright');
  expect(await station.must(office, 'settlement.unsettled', {})).toMatchObject({ outrightFen: 0, consignedFen: 12_000, tickets: 1 });
  expect(await station.must(clerk, 'member.get', { id: member })).toMatchObject({ unsettledFen: 0, consignedFen: 12_000 });
});
