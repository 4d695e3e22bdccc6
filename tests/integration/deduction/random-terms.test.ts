import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { publishTerms } from '../../support/terms.ts';
import type { PlainTerm } from '../../support/terms-arithmetic.ts';
import { plainFen, plainPrice, plainWeight } from '../../support/terms-arithmetic.ts';
import { part, productOf, publish, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let member: string;
let productId: string;
beforeAll(async () => {
  station = await testStation({ prices: [] });
  clerk = await station.as('clerk');
  member = (await givenMember(station, clerk, '张三')).id;
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
});
afterAll(() => station.close());

const tenths = (value: number): string => `${Math.floor(value / 10)}.${value % 10}`;
const anyTerm = fc.record({
  acts: fc.constantFrom<PlainTerm['acts']>('weight', 'weight', 'price_share', 'price_amount'), method: fc.constantFrom<PlainTerm['method']>('step_table', 'interpolated'), base: fc.integer({ min: 0, max: 150 }),
  gaps: fc.array(fc.record({ gap: fc.integer({ min: 1, max: 60 }), step: fc.integer({ min: 1, max: 20 }), takes: fc.integer({ min: 0, max: 400 }) }), { minLength: 1, maxLength: 3 }), over: fc.integer({ min: -20, max: 60 }),
}).map(({ acts, method, base, gaps, over }): PlainTerm => {
  let [at, takes] = [base, 0];
  const rows = gaps.map((gap, index) => {
    at += method === 'step_table' && index === 0 ? 0 : gap.gap;
    takes = method === 'step_table' ? gap.takes : takes + gap.takes;
    return { at, step: gap.step, takes };
  });
  const most = method === 'interpolated' ? at : 1_000;
  return { acts, method, base, rows, measured: Math.max(0, Math.min(most, base + over)) };
});
const delivery = fc.record({ terms: fc.array(anyTerm, { minLength: 1, maxLength: 5 }), inTurn: fc.boolean(), grams: fc.integer({ min: 1, max: 250_000 }), priceE4: fc.integer({ min: 5_000, max: 2_000_000 }) });

test('random terms take of random deliveries what the arithmetic done a second time takes, and the ticket says of each factor what sums to it', async () => {
  await fc.assert(fc.asyncProperty(delivery, async ({ terms, inTurn, grams, priceE4 }) => {
    await publish(station, productId, { G1: priceE4 });
    const { id } = await publishTerms(station, productId, terms.map((term, place) => ({
      factor: `f_${place}`, nameZh: `因素${place}`, nameEn: `Factor ${place}`, acts: term.acts, method: term.method, basePct: tenths(term.base), rejectAbovePct: null,
      rows: term.rows.map((row) => ({ atPct: tenths(row.at), stepPct: term.method === 'step_table' ? tenths(row.step) : null, takes: row.takes })),
    })), { rule: inTurn ? 'in_turn' : 'added' });
    const [settlementGrams, paidE4] = [plainWeight(grams, terms, inTurn), plainPrice(priceE4, terms, inTurn)];
    const expectedTotalFen = settlementGrams === null || paidE4 === null ? 1 : plainFen(settlementGrams, paidE4);
    const reply = await station.call(clerk, 'ticket.post', ticketForm(station, {
      productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, grams)], parts: [part('G1')], terms: id, expectedTotalFen,
      measures: terms.map((term, place) => ({ attribute: `f_${place}`, value: tenths(term.measured), source: 'hand' as const })),
    }));
    if (settlementGrams === null || paidE4 === null) {
      expect(reply).toMatchObject({ ok: false, refusal: { code: settlementGrams === null ? 'deduction_above_net' : 'discount_above_price' } });
      return;
    }
    const [line] = (await station.must(clerk, 'ticket.get', { id: reply.ok ? reply.data.id : '' })).lines;
    expect(line).toMatchObject({ netGrams: grams, settlementGrams, priceE4: paidE4, amountFen: expectedTotalFen });
    expect(line?.deductions.reduce((left, cut) => left - cut.takenGrams, grams)).toBe(settlementGrams);
    expect(line?.discounts.reduce((left, cut) => left - (cut.priceBeforeE4 - cut.priceAfterE4), priceE4)).toBe(paidE4);
  }), { numRuns: 120 });
  expect(await station.must(await station.as('manager'), 'system.verify', {})).toMatchObject({ ok: true });
}, 300_000);
