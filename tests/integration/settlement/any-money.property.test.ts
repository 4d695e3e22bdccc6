import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { counts } from '../../support/counts.ts';
import { moneyFaults } from '../../support/money-books.ts';
import type { GivenTicket, Seller } from '../../support/payables.ts';
import { givenCash, givenSeller, givenTicket, takeBack } from '../../support/payables.ts';
import { sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
beforeEach(async () => {
  station = await testStation();
});
afterEach(async () => {
  await station.close();
});

const amount = fc.integer({ min: 0, max: 2_000_000 });
const household = fc.record({
  tickets: fc.array(fc.array(amount, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), debts: fc.array(fc.integer({ min: 1, max: 1_500_000 }), { maxLength: 3 }), kind: fc.constantFrom('member' as const, 'non_member' as const),
});
let lastCode = 0;

async function give(plan: { tickets: number[][]; debts: number[]; kind: 'member' | 'non_member' }): Promise<Seller> {
  lastCode += 1;
  const seller = givenSeller(station, `H${lastCode}`, { kind: plan.kind });
  for (const fen of plan.debts) await station.must(sessionOf(station, 'clerk'), 'debt.inputCredit', { memberId: seller.id, goods: '农资', amountFen: fen, consent: '签字' }, { approval: station.approval('manager') });
  for (const amounts of plan.tickets) givenTicket(station, seller, amounts);
  return seller;
}

/** The settlement by whole numbers alone, written without the product: recover oldest first under the cap, rounded down. */
function expected(plan: { tickets: number[][]; debts: number[] }, capBp: number) {
  const gross = plan.tickets.flat().reduce((sum, fen) => sum + fen, 0);
  const debts = plan.debts.reduce((sum, fen) => sum + fen, 0);
  const recovered = Math.min(debts, Number((BigInt(gross) * BigInt(capBp)) / 10_000n));
  return { gross, recovered, paid: gross - recovered };
}

test('whatever is owed and borrowed, paid and recovered are the gross, and calculating twice gives the same', async () => {
  const accountant = sessionOf(station, 'accountant');
  await fc.assert(fc.asyncProperty(fc.array(household, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 10_000 }), async (plans, capBp) => {
    const sellers: Seller[] = [];
    for (const plan of plans) sellers.push(await give(plan));
    if (plans.every((plan) => plan.tickets.length === 0)) return;
    const id = await calculatedBatch(station, accountant, { capBp });
    const read = async () => (await station.must(accountant, 'settlement.batch', { id })).settlements.map(({ memberId, grossFen, recoveredFen, paidFen }) => ({ memberId, grossFen, recoveredFen, paidFen }));
    const first = await read();
    await station.must(accountant, 'settlement.calculate', { id });
    await station.core.station.live.settlementRuns.idle();
    expect(await read()).toEqual(first);
    plans.forEach((plan, index) => {
      const row = first.find((candidate) => candidate.memberId === sellers[index]?.id);
      const wanted = expected(plan, capBp);
      expect(row ?? null).toEqual(plan.tickets.length === 0 ? null : { memberId: sellers[index]?.id, grossFen: wanted.gross, recoveredFen: wanted.recovered, paidFen: wanted.paid });
    });
    await approvedBatch(station, accountant, id);
    expect(moneyFaults(station)).toEqual([]);
  }), { numRuns: counts.slowPropertyRuns });
}, 240_000);

type Step = { readonly what: 'deliver' | 'take_back' | 'pay_now' | 'calculate' | 'approve' | 'pay'; readonly who: number; readonly fen: number };
const step: fc.Arbitrary<Step> = fc.record({ what: fc.constantFrom('deliver', 'deliver', 'take_back', 'pay_now', 'calculate', 'approve', 'pay'), who: fc.nat(2), fen: fc.integer({ min: 1, max: 90_000 }) });

test('deliveries, reversals, payments and batches in any order never break the books', async () => {
  const [clerk, accountant] = [sessionOf(station, 'clerk'), sessionOf(station, 'accountant')];
  const approval = station.approval('manager');
  const sellers = [1, 2, 3].map((index) => givenSeller(station, `S${index}`));
  const { cashBoxId } = givenCash(station, 500_000);
  const tickets: Array<{ seller: Seller; ticket: GivenTicket }> = [];
  const { id } = await station.must(accountant, 'settlement.createBatch', { title: '任意', dateFrom: '2026-11-20', dateTo: '2026-11-20', productId: null, capBp: 5_000 });
  const take: Record<Step['what'], (seller: Seller, fen: number) => Promise<unknown> | void> = {
    deliver: (seller, fen) => void tickets.push({ seller, ticket: givenTicket(station, seller, [fen]) }),
    take_back() {
      const last = tickets.pop();
      if (last) takeBack(station, last.seller, last.ticket);
    },
    pay_now: (seller) => station.call(clerk, 'settlement.payNow', { memberId: seller.id, cashBoxId }, { approval }),
    calculate: () => station.call(accountant, 'settlement.calculate', { id }),
    async approve() {
      await station.call(accountant, 'settlement.review', { id });
      await station.call(accountant, 'settlement.approve', { id }, { approval });
    },
    pay: () => station.call(accountant, 'settlement.pay', { id, method: 'cash', cashBoxId }, { approval }),
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
    for (const { what, who, fen } of steps) await take[what](sellers[who] ?? givenSeller(station, 'none'), fen);
    await station.core.station.live.settlementRuns.idle();
    expect(moneyFaults(station)).toEqual([]);
  }), { numRuns: counts.slowPropertyRuns * 2 });
}, 240_000);
