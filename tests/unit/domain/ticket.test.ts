import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketInput } from '../../../electron/domain/ticket.ts';
import { computeTicket } from '../../../electron/domain/ticket.ts';
import { total } from './amounts.ts';
import { expectRefusal } from './refusals.ts';
import { anyTicket, li, part, sortedRoots, wang } from './ticket-samples.ts';

describe('a ticket of sorted roots', () => {
  it('adds the rounded lines and never rounds the sum again', () => {
    const ticket = computeTicket(sortedRoots);
    expect(ticket.lines.map(({ amountFen }) => amountFen)).toEqual([61_953, 23_202, 5_013]);
    expect(ticket).toMatchObject({ grossGrams: 186_450, tareGrams: 3_900, netGrams: 182_550, amountFen: 90_168, settlementGrams: 172_350 });
  });

  it('weighs baskets by difference, whatever the way of taking tare', () => {
    const ticket = computeTicket({
      ...sortedRoots,
      weighings: [
        { grossGrams: 100_000, tare: { method: 'container', containers: [{ tareGrams: 1_250, count: 4 }, { tareGrams: 300, count: 1 }] } },
        { grossGrams: 87_850, tare: { method: 'second_pass', grams: 0 } },
        { grossGrams: 0, tare: { method: 'none' } },
      ],
    });
    expect(ticket.weighings.map(({ basket, tareGrams, netGrams }) => [basket, tareGrams, netGrams])).toEqual([[1, 5_300, 94_700], [2, 0, 87_850], [3, 0, 0]]);
  });

  it('keeps the grams of a line without deductions and rounds the others once', () => {
    const moisture = { factor: 'moisture', method: 'step_table', measuredPct: '15.0', basePct: '14.0', stepPct: '0.5', perStepBp: 100 } as const;
    const parts = [{ ...part('1', 96_353, 64_300), deductions: [moisture] }, part('2', 54_847, 42_300), part('3', 21_150, 23_700)];
    const ticket = computeTicket({ ...sortedRoots, parts });
    expect(ticket.lines.map(({ settlementGrams }) => settlementGrams)).toEqual([94_430, 54_847, 21_150]);
    expect(ticket.lines.map(({ amountFen }) => amountFen)).toEqual([60_718, 23_200, 5_013]);
    expect(ticket.lines[0]?.deductions).toEqual([{ factor: 'moisture', method: 'step_table', steps: 2, deductionBp: 200, takenGrams: 1_923 }]);
  });

  it('prices the line once for two owners and shows the fen the split gives or takes', () => {
    const ticket = computeTicket({ ...sortedRoots, owners: [wang, li] });
    expect(ticket.lines[0]?.payables.map(({ ownerId, payeeId, amountFen, splitRoundingFen }) => [ownerId, payeeId, amountFen, splitRoundingFen]))
      .toEqual([['wang', 'wang', 30_977, 0], ['li', 'li-household', 30_976, -1]]);
    expect(ticket.owners.map(({ ownerId, amountFen }) => [ownerId, amountFen])).toEqual([['wang', 45_085], ['li', 45_083]]);
  });

  it('gives owners with another price schedule lines of their own', () => {
    const parts = [{ ...part('1', 96_350, 64_300), owners: [wang] }, { ...part('1', 76_000, 60_000), owners: [li] }];
    const ticket = computeTicket({ ...sortedRoots, parts });
    expect(ticket.owners).toEqual([
      { ownerId: 'wang', netGrams: 96_350, settlementGrams: 96_350, amountFen: 61_953 },
      { ownerId: 'li', netGrams: 76_000, settlementGrams: 76_000, amountFen: 45_600 },
    ]);
  });
});

describe('any ticket', () => {
  it('has parts that are the ticket, to the gram and to the fen', () => {
    fc.assert(fc.property(anyTicket, (input) => {
      fc.pre(input.parts.every(({ grams }) => grams > 0));
      const ticket = computeTicket(input);
      expect(total(ticket.weighings.map(({ netGrams }) => netGrams))).toBe(ticket.grossGrams - ticket.tareGrams);
      expect(total(ticket.lines.map(({ netGrams }) => netGrams)) + ticket.returnedGrams + ticket.sortingLossGrams).toBe(ticket.netGrams);
      for (const line of ticket.lines) {
        expect(total(line.payables.map(({ netGrams }) => netGrams))).toBe(line.netGrams);
        expect(total(line.payables.map(({ settlementGrams }) => settlementGrams))).toBe(line.settlementGrams);
        expect(total(line.payables.map(({ amountFen }) => amountFen))).toBe(line.amountFen);
      }
      for (const totals of [ticket.lines, ticket.owners]) expect(total(totals.map(({ amountFen }) => amountFen))).toBe(ticket.amountFen);
    }));
  });

  it('gives the same numbers again from the same input', () => {
    fc.assert(fc.property(anyTicket, (input) => {
      fc.pre(input.parts.every(({ grams }) => grams > 0));
      expect(computeTicket(structuredClone(input))).toEqual(computeTicket(input));
    }));
  });
});

describe('a ticket is refused', () => {
  const cases: [string, Partial<TicketInput>, string, string][] = [
    ['without a weighing', { weighings: [] }, 'empty_ticket', 'weighings'],
    ['with nothing on the scale', { weighings: [{ grossGrams: 0, tare: { method: 'none' } }] }, 'empty_ticket', 'weighings'],
    ['without a graded part', { parts: [], returnedGrams: 0 }, 'empty_ticket', 'parts'],
    ['with a tare above the gross', { weighings: [{ grossGrams: 1, tare: { method: 'typed', grams: 2 } }] }, 'tare_above_gross', 'weighings[0].tare_g'],
    ['before the empty lorry was weighed', { weighings: [{ grossGrams: 1, tare: { method: 'second_pass', grams: null } }] }, 'tare_missing', 'weighings[0].tare_g'],
    ['with a negative weight', { weighings: [{ grossGrams: -1, tare: { method: 'none' } }] }, 'negative', 'weighings[0].gross_g'],
    ['with a gram unaccounted for', { returnedGrams: 9_701 }, 'parts_not_equal_net', 'parts'],
    ['with negative returned goods', { returnedGrams: -1 }, 'negative', 'returned_g'],
    ['with a loss above the tolerance', { lossToleranceBp: 27 }, 'loss_above_tolerance', 'sorting_loss_g'],
    ['with a part of nothing', { parts: [part('1', 0, 1)] }, 'part_empty', 'parts[0].grams'],
    ['without a price', { parts: [part('1', 172_350, null)] }, 'price_missing', 'parts[0].price_e4'],
    ['with a negative price', { parts: [part('1', 172_350, -1)] }, 'negative', 'parts[0].price_e4'],
    ['without an owner', { owners: [] }, 'owner_shares_invalid', 'owners'],
    ['with an owner named twice', { owners: [wang, wang] }, 'owner_shares_invalid', 'owners'],
    ['with a share of nothing', { owners: [{ ...wang, share: 0 }] }, 'owner_shares_invalid', 'owners'],
    ['with a fractional share', { owners: [{ ...wang, share: 0.5 }] }, 'owner_shares_invalid', 'owners'],
  ];
  it.each(cases)('%s', (_, change, code, field) => {
    expectRefusal(() => computeTicket({ ...sortedRoots, ...change }), code, field);
  });

  it('but one of which everything goes back has no line and is worth nothing, and not a gram less may go back', () => {
    const refused = { ...sortedRoots, parts: [], returnedGrams: 182_550, sortingLossGrams: 0 };
    expect(computeTicket(refused)).toMatchObject({ netGrams: 182_550, returnedGrams: 182_550, lines: [], settlementGrams: 0, amountFen: 0 });
    expectRefusal(() => computeTicket({ ...refused, returnedGrams: 182_549 }), 'parts_not_equal_net', 'parts');
  });

  it('but a loss exactly at the tolerance passes', () => {
    const input = { ...sortedRoots, parts: [part('1', 99_000, 1)], returnedGrams: 0, sortingLossGrams: 1_000, weighings: [{ grossGrams: 100_000, tare: { method: 'none' } as const }] };
    expect(computeTicket({ ...input, lossToleranceBp: 100 }).sortingLossGrams).toBe(1_000);
    expectRefusal(() => computeTicket({ ...input, lossToleranceBp: 99 }), 'loss_above_tolerance');
  });
});
