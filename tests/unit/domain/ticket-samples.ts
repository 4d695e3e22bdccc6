import fc from 'fast-check';
import type { TicketInput, TicketPart } from '../../../electron/domain/ticket.ts';
import type { TicketOwner } from '../../../electron/domain/ticket-owners.ts';
import { allocate } from '../../../electron/domain/allocate.ts';

export const wang: TicketOwner = { ownerId: 'wang', payeeId: 'wang', partyKind: 'member', share: 1 };
export const li: TicketOwner = { ownerId: 'li', payeeId: 'li-household', partyKind: 'non_member', share: 1 };

export function part(gradeId: string, grams: number, priceE4: number | null): TicketPart {
  return { productId: 'SWPO-ZY', gradeId, grams, priceE4, priceVersionId: `v-${gradeId}`, quotaPart: 'none', mode: 'outright', deductions: [] };
}

/** 182.55 kg of roots in one basket, sorted into three grades, some returned and some lost. */
export const sortedRoots: TicketInput = {
  weighings: [{ grossGrams: 186_450, tare: { method: 'typed', grams: 3_900 } }],
  parts: [part('1', 96_350, 64_300), part('2', 54_850, 42_300), part('3', 21_150, 23_700)],
  returnedGrams: 9_700,
  sortingLossGrams: 500,
  lossToleranceBp: 100,
  owners: [wang],
};

const basket = fc.record({ netGrams: fc.integer({ min: 10, max: 60_000 }), tareGrams: fc.integer({ min: 0, max: 5_000 }) });
const terms = fc.record({ weight: fc.integer({ min: 1, max: 9 }), priceE4: fc.integer({ min: 0, max: 500_000 }), pct: fc.integer({ min: 10, max: 20 }) });

/** A ticket that adds up: random baskets, grades with deductions, goods returned, owners. */
export const anyTicket: fc.Arbitrary<TicketInput> = fc.record({
  baskets: fc.array(basket, { minLength: 1, maxLength: 8 }),
  grades: fc.array(terms, { minLength: 1, maxLength: 5 }),
  returned: fc.integer({ min: 0, max: 5 }),
  shares: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 }),
}).map(({ baskets, grades, returned, shares }) => {
  const net = baskets.reduce((sum, { netGrams }) => sum + netGrams, 0);
  const [returnedGrams = 0, ...grams] = allocate(net, [returned, ...grades.map(({ weight }) => weight)]);
  return {
    weighings: baskets.map(({ netGrams, tareGrams }) => ({ grossGrams: netGrams + tareGrams, tare: { method: 'weighed', grams: tareGrams } })),
    parts: grades.map(({ priceE4, pct }, index): TicketPart => ({
      ...part(String(index + 1), grams[index] ?? 0, priceE4),
      mode: index % 2 === 0 ? 'outright' : 'consignment',
      deductions: [{ factor: 'moisture', method: 'step_table', measuredPct: String(pct), basePct: '14', stepPct: '0.5', perStepBp: 100 }],
    })),
    returnedGrams,
    sortingLossGrams: 0,
    lossToleranceBp: 0,
    owners: shares.map((share, index): TicketOwner => ({
      ownerId: `owner-${index}`, payeeId: `payee-${index}`, partyKind: index % 2 === 0 ? 'member' : 'non_member', share,
    })),
  } satisfies TicketInput;
});
