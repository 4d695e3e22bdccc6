import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalLine } from '../../../electron/domain/posting.ts';
import {
  assertBalanced, postBankPayout, postCashAdvance, postCashFloatIn, postCashFloatOut, postCashPayout, postInputCreditSale, postPriceAdjustment,
  postReversal, postTicket,
} from '../../../electron/domain/posting.ts';
import { computeTicket } from '../../../electron/domain/ticket.ts';
import { fen, total } from './amounts.ts';
import { expectRefusal } from './refusals.ts';
import { anyTicket } from './ticket-samples.ts';

const member = { partyId: 'wang', partyKind: 'member', openItem: 'payable-1' } as const;
const stranger = { partyId: 'li', partyKind: 'non_member', openItem: 'payable-2' } as const;

/** Lines as `role party +debit` or `role party −credit`, the way an accountant reads them. */
function read(lines: readonly JournalLine[]): string[] {
  return lines.map((line) => `${line.role} ${line.partyId ?? '-'} ${line.debitFen - line.creditFen}`);
}

/** What every account and party has after the entries. */
function balances(...entries: readonly JournalLine[][]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const line of entries.flat()) {
    const key = `${line.role} ${line.partyId ?? '-'}`;
    sums[key] = (sums[key] ?? 0) + line.debitFen - line.creditFen;
  }
  return sums;
}

describe('journal lines', () => {
  it('of a ticket debit the goods and credit each owner on the right side of the books', () => {
    const lines = postTicket([{ ...member, mode: 'outright', fen: 66_813 }, { ...stranger, mode: 'outright', fen: 100 }]);
    expect(read(lines)).toEqual(['produce - 66913', 'member_current wang -66813', 'other_payable li -100']);
    expect(lines[1]?.openItem).toBe('payable-1');
  });

  it('of consigned goods never touch bought produce', () => {
    expect(read(postTicket([{ ...member, mode: 'consignment', fen: 500 }]))).toEqual(['consigned_goods - 500', 'member_current wang -500']);
  });

  it('of inputs on credit, advances and payouts stand on the same current account of the member', () => {
    expect(read(postInputCreditSale(member, 64_000, 50_000))).toEqual(['member_current wang 64000', 'sales - -64000', 'cost_of_sales - 50000', 'produce - -50000']);
    expect(read(postCashAdvance(member, 200_000))).toEqual(['member_current wang 200000', 'cash - -200000']);
    expect(read(postBankPayout(member, 261_924))).toEqual(['member_current wang 261924', 'bank - -261924']);
    expect(read(postCashPayout(stranger, 7))).toEqual(['other_payable li 7', 'cash - -7']);
  });

  it('of the cash box go to the bank or the safe and back', () => {
    expect(balances(postCashFloatIn(500_000, 'bank'), postCashFloatOut(500_000, 'bank'))).toEqual({ 'cash -': 0, 'bank -': 0 });
    expect(read(postCashFloatIn(1, 'owner_funds_transfer'))).toEqual(['cash - 1', 'owner_funds_transfer - -1']);
  });

  it('of a price adjustment go up to the credit and down to the debit of the party', () => {
    expect(read(postPriceAdjustment(member, 19_563, 'produce'))).toEqual(['produce - 19563', 'member_current wang -19563']);
    expect(read(postPriceAdjustment(member, -19_563, 'cost_of_sales'))).toEqual(['cost_of_sales - -19563', 'member_current wang 19563']);
    expectRefusal(() => postPriceAdjustment(member, 0, 'produce'), 'adjustment_empty');
  });

  it('of nothing are no lines', () => {
    expect(postTicket([{ ...member, mode: 'outright', fen: 0 }])).toEqual([]);
  });

  it('refuse negative amounts', () => {
    expectRefusal(() => postTicket([{ ...member, mode: 'outright', fen: -1 }]), 'negative', 'parts[0].fen');
    for (const post of [postCashAdvance, postCashPayout, postBankPayout]) expectRefusal(() => post(member, -1), 'negative', 'fen');
    expectRefusal(() => postCashFloatIn(-1, 'bank'), 'negative');
  });
});

describe('entries of any ticket', () => {
  const posted = anyTicket.filter(({ parts }) => parts.every(({ grams }) => grams > 0)).map((input) => {
    const payables = computeTicket(input).lines.flatMap((line) => line.payables.map((owner) => ({ ...owner, mode: line.mode })));
    return postTicket(payables.map((owner, index) => (
      { partyId: owner.payeeId, partyKind: owner.partyKind, openItem: `p${index}`, mode: owner.mode, fen: owner.amountFen })));
  });

  it('sum to zero', () => {
    fc.assert(fc.property(posted, (lines) => {
      expect(total(lines.map(({ debitFen }) => debitFen))).toBe(total(lines.map(({ creditFen }) => creditFen)));
    }));
  });

  it('reversed leave every account and party as if never posted', () => {
    fc.assert(fc.property(posted, (lines) => {
      expect(Object.values(balances(lines, postReversal(lines))).every((sum) => sum === 0)).toBe(true);
      expect(postReversal(postReversal(lines))).toEqual(lines);
    }));
  });
});

describe('an entry that does not balance is a bug', () => {
  it('and is stopped before it is written', () => {
    fc.assert(fc.property(fen.filter((amount) => amount > 0), (amount) => {
      const [first, second] = postCashAdvance(member, amount);
      if (first === undefined || second === undefined) throw new Error('an advance has two lines');
      for (const alone of [first, second]) expect(() => { assertBalanced([alone]); }).toThrow('out of balance');
      expect(() => { assertBalanced([first, { ...second, debitFen: 1 }]); }).toThrow('one side');
      expect(() => { assertBalanced([{ ...first, debitFen: 0 }]); }).toThrow('one side');
      expect(() => { assertBalanced([{ ...first, debitFen: 0.5 }, { ...second, creditFen: 0.5 }]); }).toThrow('one side');
    }));
  });
});
