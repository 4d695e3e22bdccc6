import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { digestOfDocument } from '../../../electron/core/services/books/canonical-rows.ts';
import { PAPER_80 } from '../../../electron/core/documents/receipt-document.ts';
import { layoutReceipt, lineText } from '../../../electron/core/documents/receipt-layout.ts';
import { ticketReceipt } from '../../../electron/core/documents/ticket-receipt.ts';
import { receiptData } from '../../../electron/core/services/printing/paper-data.ts';
import { ticketDetail } from '../../../electron/core/services/ticket/look-back.ts';
import { givenMember } from '../../support/intake.ts';
import { inTransaction } from '../../support/payables.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { damaged, publishTerms, water } from '../../support/terms.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm } from '../../support/tickets.ts';
import type { TicketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
let member: string;
let productId: string;
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  manager = await station.as('manager');
  member = (await givenMember(station, clerk, '张三')).id;
  productId = (await productOf(station, clerk, 'CHILI-CTJ')).id;
  await publish(station, productId, { G1: 30_000, G2: 20_000 });
});
afterEach(() => station.close());

const measured = (moisture: string, defect: string): TicketForm['measures'] => [{ attribute: 'moisture_pct', value: moisture, source: 'hand' }, { attribute: 'defect_pct', value: defect, source: 'hand' }];
/** 100 kg of the first grade at 3.00 yuan. */
const form = (fields: Partial<TicketForm> & { expectedTotalFen: number }): TicketForm =>
  ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 103_000, 3_000)], parts: [part('G1')], measures: measured('14.6', '2.2'), ...fields });
const inForce = async (): Promise<{ id: string; number: number } | null> => (await productOf(station, clerk, 'CHILI-CTJ')).terms;
const rows = (sql: string): Array<Record<string, unknown>> => station.core.station.db.file.prepare(sql).all() as Array<Record<string, unknown>>;

test('14.6 % of water leaves 98.80 kg of 100 kg, and damage takes the price from 3.00 to 2.88: weight and price stay apart', async () => {
  const { id: terms, number, documentNumber } = await publishTerms(station, productId, [damaged, water]);
  expect([number, documentNumber]).toEqual([1, 'GZ01A-U-2026-000001']);
  const posted = await station.must(clerk, 'ticket.post', form({ terms, expectedTotalFen: 28_454 }));
  expect(posted.awaitingCountersign).toBe(false);
  const [line] = (await station.must(clerk, 'ticket.get', { id: posted.id })).lines;
  expect(line).toMatchObject({ netGrams: 100_000, settlementGrams: 98_800, deductionBp: 120, priceE4: 28_800, amountFen: 28_454, termsNumber: 1, termsRule: 'added' });
  expect(line?.deductions).toEqual([{ factor: 'moisture', nameZh: '扣水', nameEn: 'Moisture', method: 'interpolated', measured: '14.6', base: '14.0', rows: water.rows, deductionBp: 120, takenGrams: 1_200 }]);
  expect(line?.discounts).toEqual([{ factor: 'defect', nameZh: '残次扣价', nameEn: 'Damage discount', acts: 'price_share', method: 'step_table', measured: '2.2', base: '1.0', rows: damaged.rows, takes: 400, priceBeforeE4: 30_000, priceAfterE4: 28_800 }]);
});

test('the slip names factor, measure, base, method and grams in the printed order, and the price before and after', async () => {
  const { id: terms } = await publishTerms(station, productId, [damaged, water]);
  const posted = await station.must(clerk, 'ticket.post', form({ terms, expectedTotalFen: 28_454 }));
  const lines = (locale: 'zh' | 'en'): string[] => inTransaction(station, (context) => layoutReceipt(ticketReceipt(receiptData(context, ticketDetail(context, posted.id), locale), locale, { maskName: false }), PAPER_80).parts
    .flatMap((each) => (each.kind === 'line' ? [lineText(each.runs).replace(/\s+/g, ' ').trim()] : [])));
  const from = (all: readonly string[], first: string): string[] => all.slice(all.findIndex((each) => each.startsWith(first)), all.findIndex((each) => each.startsWith(first)) + 10);
  expect(from(lines('zh'), '扣水')).toEqual([
    '扣水 14.6%(标准14.0%) -1.20公斤', '到15%扣2.00%', '到18%扣11.00%', '两点之间按直线算', '结算重量 98.80 公斤 = 197.6 斤',
    '扣价前单价 3.00 元/公斤', '残次扣价 2.2%(标准1.0%) -0.12 元/公斤', '每超0.5个点扣2.00%', '扣价后单价 1.44 元/斤', '2.88 元/公斤',
  ]);
  expect(from(lines('en'), 'Moisture').slice(0, 9).filter((each) => /[一-鿿]/u.test(each))).toEqual([]);
});

test('a version counts from its own time on, and a ticket keeps the one it was posted by', async () => {
  await publishTerms(station, productId, [water]);
  const first = await station.must(clerk, 'ticket.post', form({ terms: (await inForce())?.id ?? '', expectedTotalFen: 29_640 }));
  const later = station.clock.now() + 3_600_000;
  await publishTerms(station, productId, [{ ...water, rows: [{ atPct: '18', stepPct: null, takes: 400 }] }], { effectiveFrom: later });
  expect((await station.must(clerk, 'deduction.terms', { productId })).rows.map((row) => [row.number, row.state, row.publishedBy])).toEqual([[2, 'coming', '王站长'], [1, 'in_force', '王站长']]);
  expect((await inForce())?.number).toBe(1);
  station.clock.forward(3_700_000);
  clerk = await station.as('clerk');
  expect((await inForce())?.number).toBe(2);
  const second = await station.must(clerk, 'ticket.post', form({ terms: (await inForce())?.id ?? '', expectedTotalFen: 29_820 }));
  const versions = await Promise.all([first, second].map(async ({ id }) => (await station.must(clerk, 'ticket.get', { id })).lines[0]));
  expect(versions.map((line) => [line?.termsNumber, line?.settlementGrams, line?.deductions[0]?.rows.length])).toEqual([[1, 98_800, 2], [2, 99_400, 1]]);
});

test('the terms in force published once more call off those to come, and without that say nothing new', async () => {
  await publishTerms(station, productId, [water, damaged], { effectiveFrom: station.clock.now() + 24 * 3_600_000 });
  await publishTerms(station, productId, [water], { coming: 'keep' });
  const [newest] = (await station.must(clerk, 'deduction.terms', { productId })).rows;
  station.clock.forward(1_000);
  const same = { productId, basedOn: newest?.id ?? '', effectiveFrom: null, reason: '就用这一版', rule: newest?.rule ?? 'added', terms: newest?.terms ?? [] };
  expect(await station.call(manager, 'deduction.publish', { ...same, coming: 'keep' })).toMatchObject(refusedWith('terms_unchanged'));
  expect(await station.must(manager, 'deduction.publish', { ...same, coming: 'replace' })).toMatchObject({ number: 3, takesOver: null });
  expect((await station.must(clerk, 'deduction.terms', { productId })).rows.map(({ number, state }) => [number, state])).toEqual([[3, 'in_force'], [2, 'past'], [1, 'put_aside']]);
});

test('publishing over a version that is still to come asks what becomes of it: it takes over in its time, or it never comes', async () => {
  const tomorrow = station.clock.now() + 24 * 3_600_000;
  await publishTerms(station, productId, [water, damaged], { effectiveFrom: tomorrow });
  const now = { productId, effectiveFrom: null, reason: '先这样', rule: 'added' as const, terms: [water] };
  const [coming] = (await station.must(clerk, 'deduction.terms', { productId })).rows;
  expect(await station.call(manager, 'deduction.publish', { ...now, basedOn: coming?.id ?? '' })).toMatchObject(refusedWith('coming_undecided', { number: 1, day: '2026-11-21' }));
  expect((await publishTerms(station, productId, [water], { coming: 'keep' })).takesOver).toEqual({ number: 1, effectiveFrom: tomorrow });
  expect((await publishTerms(station, productId, [damaged], { effectiveFrom: station.clock.now() + 3_600_000, coming: 'keep' })).takesOver).toMatchObject({ number: 1 });
  const states = async () => (await station.must(clerk, 'deduction.terms', { productId })).rows.map(({ number, state }) => [number, state]);
  expect(await states()).toEqual([[3, 'coming'], [2, 'in_force'], [1, 'coming']]);
  expect((await publishTerms(station, productId, [damaged, water], { coming: 'replace' })).takesOver).toBeNull();
  expect(await states()).toEqual([[4, 'in_force'], [3, 'put_aside'], [2, 'past'], [1, 'put_aside']]);
  expect((await publishTerms(station, productId, [water], { effectiveFrom: tomorrow + 3_600_000 })).takesOver).toBeNull();
  station.clock.forward(24 * 3_600_000 + 60_000);
  clerk = await station.as('clerk');
  expect((await inForce())?.number).toBe(4);
  station.clock.forward(3_600_000);
  expect((await inForce())?.number).toBe(5);
  expect(await station.must(await station.as('manager'), 'system.verify', {})).toMatchObject({ ok: true });
});

test('a ticket computed by terms that were replaced meanwhile is refused, and nothing is written', async () => {
  const { id: old } = await publishTerms(station, productId, [water]);
  await publishTerms(station, productId, [water, damaged]);
  expect(await station.call(clerk, 'ticket.post', form({ terms: old, expectedTotalFen: 29_640 }))).toMatchObject(refusedWith('terms_changed', { number: 2 }));
  expect(await station.call(clerk, 'ticket.post', form({ terms: null, expectedTotalFen: 30_000 }))).toMatchObject(refusedWith('terms_changed', { number: 2 }));
  expect(rows('SELECT count(*) AS n FROM ticket')).toEqual([{ n: 0 }]);
});

test('something measured that the clerk leaves out, or deducts otherwise, waits for a second person', async () => {
  const { id: terms } = await publishTerms(station, productId, [water]);
  expect((await station.must(clerk, 'ticket.post', form({ expectedTotalFen: 30_000 }))).awaitingCountersign).toBe(true);
  const own = [part('G1', { deductions: [{ factor: 'moisture', method: 'step_table', measuredPct: '14.6', basePct: '14.0', stepPct: '0.5', perStepBp: 100 }] })];
  expect((await station.must(clerk, 'ticket.post', form({ parts: own, terms, expectedTotalFen: 29_700 }))).awaitingCountersign).toBe(true);
  expect((await station.must(clerk, 'ticket.post', form({ measures: [], expectedTotalFen: 30_000 }))).awaitingCountersign).toBe(false);
});

test('a factor that must be measured stops a ticket without it by name, and each version says for itself what must be measured', async () => {
  const { id: first } = await publishTerms(station, productId, [{ ...water, mustMeasure: true }, damaged]);
  const missing = refusedWith('measure_missing', { factor: 'moisture', nameZh: '扣水', nameEn: 'Moisture' });
  const own = [part('G1', { deductions: [{ factor: 'moisture', method: 'step_table' as const, measuredPct: '14', basePct: '14.0', stepPct: '0.5', perStepBp: 100 }] })];
  const ask = (fields: Partial<TicketForm>) => station.call(clerk, 'ticket.post', form({ expectedTotalFen: 30_000, ...fields }), { approval: station.approval('accountant') });
  expect(await ask({ terms: first, measures: [] })).toMatchObject(missing);
  expect(await ask({ measures: [] })).toMatchObject(missing);
  expect(await ask({ measures: [], parts: own })).toMatchObject(missing);
  expect(await ask({ terms: first, measures: [{ attribute: 'moisture_pct', value: '13', source: 'hand' }] })).toMatchObject({ ok: true });
  expect((await station.must(clerk, 'deduction.terms', { productId })).rows[0]?.terms[0]?.mustMeasure).toBe(true);
  const { id: second } = await publishTerms(station, productId, [water, damaged]);
  expect(await ask({ terms: second, measures: [] })).toMatchObject({ ok: true });
});

test('goods above the limit, and a discount above the whole price, are refused in a sentence', async () => {
  const { id: terms } = await publishTerms(station, productId, [water, { ...damaged, acts: 'price_amount', rows: [{ atPct: '1.0', stepPct: '0.5', takes: 20_000 }] }]);
  expect(await station.call(clerk, 'ticket.post', form({ terms, measures: measured('18.1', '0'), expectedTotalFen: 1 }))).toMatchObject(refusedWith('measured_above_limit'));
  expect(await station.call(clerk, 'ticket.post', form({ terms, measures: measured('14', '2.2'), expectedTotalFen: 1 }))).toMatchObject(refusedWith('discount_above_price'));
});

test('the limit of the published terms holds for a ticket with deductions of its own, and for one that deducts nothing', async () => {
  const { id: terms } = await publishTerms(station, productId, [water, { ...damaged, rejectAbovePct: '4' }]);
  const own = (measuredPct: string) => [part('G1', { deductions: [{ factor: 'moisture', method: 'step_table', measuredPct, basePct: '14.0', stepPct: '0.5', perStepBp: 0 }] })];
  const ask = (fields: Partial<TicketForm>) => station.call(clerk, 'ticket.post', form({ expectedTotalFen: 30_000, ...fields }), { approval: station.approval('accountant') });
  const above = (factor: string) => refusedWith('measured_above_limit', { field: `${factor}.measured_pct` });
  expect(await ask({ terms, measures: measured('18.1', '0'), parts: own('18.1') })).toMatchObject(above('moisture'));
  expect(await ask({ measures: measured('18.1', '0'), parts: own('14') })).toMatchObject(above('moisture'));
  expect(await ask({ measures: [], parts: own('18.1') })).toMatchObject(above('moisture'));
  expect(await ask({ measures: measured('18.1', '0') })).toMatchObject(above('moisture'));
  expect(await ask({ measures: measured('14', '4.1'), parts: own('14') })).toMatchObject(above('defect'));
  expect(await ask({ measures: measured('18.0', '4.0'), parts: own('18') })).toMatchObject({ ok: true });
});

test('several grades share the terms, each at its own price, and two owners share what is left', async () => {
  const other = (await givenMember(station, clerk, '李四')).id;
  const { id: terms } = await publishTerms(station, productId, [water, damaged], { rule: 'in_turn' });
  const posted = await station.must(clerk, 'ticket.post', form({
    terms, owners: [{ memberId: member, share: 1 }, { memberId: other, share: 1 }], parts: [part('G1', { netGrams: 60_000, overrideReason: null }), part('G2', { overrideReason: null })], expectedTotalFen: 17_073 + 7_588,
  }));
  const detail = await station.must(clerk, 'ticket.get', { id: posted.id });
  expect(detail.lines.map((line) => [line.settlementGrams, line.priceE4, line.amountFen])).toEqual([[59_280, 28_800, 17_073], [39_520, 19_200, 7_588]]);
  expect(detail.ownerParts.reduce((sum, owner) => sum + owner.amountFen, 0)).toBe(detail.totalFen);
  expect(detail.ownerParts.every((owner) => Math.abs(owner.splitRoundingFen) <= 2)).toBe(true);
});

test('a reversal takes everything back, the books verify, and every digest holds', async () => {
  const { id: terms } = await publishTerms(station, productId, [damaged, water]);
  const posted = await station.must(clerk, 'ticket.post', form({ terms, expectedTotalFen: 28_454 }));
  const back = await station.call(clerk, 'ticket.reverse', { id: posted.id, reason: '量错了' }, { approval: station.approval('accountant') });
  expect(back.ok && (await station.must(clerk, 'ticket.get', { id: back.data.id }))).toMatchObject({ totalFen: -28_454, lines: [{ discounts: [{ factor: 'defect' }], deductions: [{ takenGrams: 1_200 }] }] });
  for (const { id, hash } of rows("SELECT d.id, e.doc_hash AS hash FROM document d JOIN event e ON e.doc_id = d.ulid WHERE e.doc_type = 'document'")) expect(digestOfDocument(station.core.station.db, Number(id))).toBe(hash);
  expect(await station.must(manager, 'system.verify', {})).toMatchObject({ ok: true });
  expect(() => station.core.station.db.file.exec("UPDATE deduction_terms SET rule = 'in_turn'")).toThrow('posted rows are never changed');
  expect(() => station.core.station.db.file.exec('DELETE FROM ticket_discount')).toThrow('posted rows are never changed');
});

test('a changed figure in stored terms or in a stored discount is found', async () => {
  const { id: terms } = await publishTerms(station, productId, [damaged, water]);
  await station.must(clerk, 'ticket.post', form({ terms, expectedTotalFen: 28_454 }));
  for (const [table, change] of [['deduction_terms', "terms = replace(terms, '200', '100')"], ['ticket_discount', 'price_before_e4 = 31000']] as const) {
    const { file } = station.core.station.db;
    file.exec(`DROP TRIGGER ${table}_no_update; UPDATE ${table} SET ${change}`);
    expect(await station.must(manager, 'system.verify', {})).toMatchObject({ ok: false });
    file.exec(table === 'deduction_terms' ? `UPDATE ${table} SET terms = replace(terms, '100', '200')` : `UPDATE ${table} SET price_before_e4 = 30000`);
  }
});

test('only a manager publishes, over the newest version he saw, sensible terms that change something', async () => {
  const ask = (session: Session, fields: object) => station.call(session, 'deduction.publish', { productId, basedOn: null, effectiveFrom: null, reason: '定的', rule: 'added', terms: [water], ...fields });
  expect(await ask(clerk, {})).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  expect(await ask(manager, { terms: [{ ...water, basePct: '19' }] })).toMatchObject(refusedWith('terms_invalid', { finding: 'limit_below_base', factor: '扣水' }));
  expect(await ask(manager, { effectiveFrom: station.clock.now() - 3_600_000 })).toMatchObject(refusedWith('effective_in_past'));
  expect(await ask(manager, { productId: station.core.station.ids.ulid() })).toMatchObject(refusedWith('product_unknown'));
  const first = await ask(manager, {});
  const basedOn = first.ok ? first.data.id : '';
  expect(await ask(manager, { terms: [] })).toMatchObject(refusedWith('version_changed'));
  expect(await ask(manager, { basedOn })).toMatchObject(refusedWith('terms_unchanged'));
  expect(await ask(manager, { basedOn, terms: [] })).toMatchObject({ ok: true, data: { number: 2 } });
  expect((await station.must(clerk, 'ticket.post', form({ terms: (await inForce())?.id ?? '', expectedTotalFen: 30_000 }))).awaitingCountersign).toBe(false);
});
