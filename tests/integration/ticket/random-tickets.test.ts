import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { digestOfDocument } from '../../../electron/core/services/books/canonical-rows.ts';
import { counts } from '../../support/counts.ts';
import { givenMember, givenReading } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import type { PlainDeduction } from '../../support/ticket-arithmetic.ts';
import { amountFen, settlementGrams, shared } from '../../support/ticket-arithmetic.ts';
import { part, productForm, productOf, publish, ticketForm } from '../../support/tickets.ts';
import type { TicketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
let productId: string;
let crate: { id: string; tareGrams: number };
const members: Array<{ id: string; name: string }> = [];
beforeAll(async () => {
  station = await testStation({ prices: [] });
  clerk = await station.as('clerk');
  manager = await station.as('manager');
  for (const name of ['张三', '李四', '王五']) members.push({ id: (await givenMember(station, clerk, name)).id, name });
  const product = await productOf(station, clerk, 'SWPO-ZY');
  productId = product.id;
  await station.must(manager, 'product.save', { ...productForm(product), lossToleranceBp: 10_000 });
  const [container] = (await station.must(clerk, 'container.list', {})).rows;
  crate = { id: container?.id ?? '', tareGrams: container?.tareGrams ?? 0 };
});
afterAll(() => station.close());

const basket = fc.record({ how: fc.constantFrom('weighed', 'container', 'typed', 'none'), net: fc.integer({ min: 1, max: 250_000 }), tare: fc.integer({ min: 1, max: 9_000 }), count: fc.integer({ min: 1, max: 5 }) });
const deduction: fc.Arbitrary<PlainDeduction> = fc.record({
  method: fc.constantFrom('step_table', 'dry_matter'), measuredTenths: fc.integer({ min: 0, max: 300 }), baseTenths: fc.integer({ min: 0, max: 200 }), stepTenths: fc.integer({ min: 1, max: 20 }), perStepBp: fc.integer({ min: 0, max: 10 }),
});
const grades = ['G1', 'G2', 'G3', 'REJ'] as const;
const sorted = fc.record({ weight: fc.integer({ min: 1, max: 1_000 }), priceE4: fc.integer({ min: 0, max: 2_000_000 }), deductions: fc.array(deduction, { maxLength: 2 }) });
/** Parts, hundredths of a percent, or grams. */
const shareLists = fc.oneof(...[100, 10_000, 100_000_000].map((max) => fc.array(fc.integer({ min: 1, max }), { minLength: 1, maxLength: 3 })));
const delivery = fc.record({
  baskets: fc.array(basket, { minLength: 1, maxLength: 4 }), parts: fc.array(sorted, { minLength: 1, maxLength: 4 }), aside: fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 100 })),
  shares: shareLists, leaveOpen: fc.boolean(),
});

type BasketForm = TicketForm['baskets'][number];
function toBasket({ how, net, tare, count }: { how: string; net: number; tare: number; count: number }): { form: BasketForm; gross: number; tare: number } {
  if (how === 'none') return { form: { gross: givenReading(station, net), tare: { kind: 'none' } }, gross: net, tare: 0 };
  if (how === 'container') return { form: { gross: givenReading(station, net + crate.tareGrams * count), tare: { kind: 'container', containerId: crate.id, count } }, gross: net + crate.tareGrams * count, tare: crate.tareGrams * count };
  if (how === 'typed') return { form: { gross: { kind: 'typed', grams: net + tare, reason: '停电' }, tare: { kind: 'typed', grams: tare, reason: '停电' } }, gross: net + tare, tare };
  return { form: { gross: givenReading(station, net + tare), tare: givenReading(station, tare) }, gross: net + tare, tare };
}

const tenths = (value: number): string => `${Math.floor(value / 10)}.${value % 10}`;
const sum = (list: readonly number[]): number => list.reduce((all, value) => all + value, 0);

test('random deliveries come out as the arithmetic done a second time, gram by gram and fen by fen, and hold their digest', async () => {
  await fc.assert(fc.asyncProperty(delivery, async ({ baskets, parts, aside, shares, leaveOpen }) => {
    const weighed = baskets.map(toBasket);
    const net = sum(weighed.map((one) => one.gross - one.tare));
    const split = shared(net, [...parts.map((one) => one.weight), ...aside]);
    fc.pre(split.slice(0, parts.length).every((grams) => grams > 0));
    const [returnedGrams = 0, sortingLossGrams = 0] = split.slice(parts.length);
    const lines = parts.map((one, index) => ({ grams: split[index] ?? 0, priceE4: one.priceE4, deductions: one.deductions }));
    fc.pre(lines.every((line) => settlementGrams(line) >= 0));
    await publish(station, productId, Object.fromEntries(lines.map((line, index) => [grades[index] ?? 'G1', line.priceE4])), manager);
    const expectedTotalFen = sum(lines.map(amountFen));
    const owners = shares.map((share, index) => ({ memberId: members[index]?.id ?? '', share }));
    const posted = await station.must(clerk, 'ticket.post', ticketForm(station, {
      productId, owners, baskets: weighed.map((one) => one.form), returnedGrams, returns: returnedGrams === 0 ? [] : [{ grams: returnedGrams, reason: '有烂的' }], sortingLossGrams, expectedTotalFen,
      parts: lines.map((line, index) => part(grades[index] ?? 'G1', {
        netGrams: leaveOpen && index === 0 ? null : line.grams,
        deductions: line.deductions.map((one, place) => ({
          factor: `factor-${place}`, method: one.method, measuredPct: tenths(one.measuredTenths), basePct: tenths(one.baseTenths), stepPct: one.method === 'step_table' ? tenths(one.stepTenths) : null, perStepBp: one.method === 'step_table' ? one.perStepBp : null,
        })),
      })),
    }));
    const detail = await station.must(clerk, 'ticket.get', { id: posted.id });
    expect(detail).toMatchObject({ grossGrams: sum(weighed.map((one) => one.gross)), tareGrams: sum(weighed.map((one) => one.tare)), netGrams: net, totalFen: expectedTotalFen, baskets: baskets.length, returnedGrams, sortingLossGrams });
    expect(detail.lines.map((line) => [line.netGrams, line.settlementGrams, line.amountFen])).toEqual(lines.map((line) => [line.grams, settlementGrams(line), amountFen(line)]));
    expect(detail.lines.every((line) => sum(line.deductions.map((one) => one.takenGrams)) === line.netGrams - line.settlementGrams)).toBe(true);
    const ownGrams = lines.map((line) => shared(settlementGrams(line), shares));
    expect(detail.ownerParts.map((owner) => owner.settlementGrams)).toEqual(shares.map((_, place) => sum(ownGrams.map((line) => line[place] ?? 0))));
    const ownFen = lines.map((line) => shared(amountFen(line), shares));
    expect(detail.ownerParts.map((owner) => owner.amountFen)).toEqual(shares.map((_, place) => sum(ownFen.map((line) => line[place] ?? 0))));
    expect(sum(detail.journal.map((line) => line.debitFen))).toBe(expectedTotalFen);
    expect(sum(detail.journal.map((line) => line.creditFen))).toBe(expectedTotalFen);
    const { db } = station.core.station;
    const row = db.file.prepare('SELECT d.id, e.doc_hash AS hash FROM document d JOIN event e ON e.doc_id = d.ulid WHERE d.ulid = ?').get(posted.id) as { id: number; hash: string };
    expect(digestOfDocument(db, row.id)).toBe(row.hash);
    expect(db.file.prepare('SELECT sum(s.grams) AS g FROM stock s JOIN lot l ON l.id = s.lot_id WHERE l.document_id = ?').get(row.id)).toEqual({ g: sum(lines.map((line) => line.grams)) });
  }), { numRuns: counts.scriptedIntakes });
  const all = station.core.station.db.file.prepare("SELECT (SELECT count(*) FROM document WHERE type = 'ticket') AS tickets, (SELECT max(last) FROM number_counter WHERE kind = 'ticket') AS last, (SELECT sum(debit_fen) - sum(credit_fen) FROM journal_line) AS off").get();
  expect(all).toMatchObject({ off: 0 });
  expect((all as { tickets: number; last: number }).tickets).toBe((all as { tickets: number; last: number }).last);
  expect(await station.must(manager, 'system.verify', {})).toMatchObject({ ok: true });
}, 1_800_000);
