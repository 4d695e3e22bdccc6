import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PayeeSettlementInput } from '../../../electron/domain/settlement.ts';
import { DEFAULT_CAP_BP, cashInSteps, settlePayee } from '../../../electron/domain/settlement.ts';
import { fen, total } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

const empty: PayeeSettlementInput = { payables: [], additions: [], corrections: [], debts: [], capBp: DEFAULT_CAP_BP, holds: [] };
const seedlings = { debtId: 'seedlings', kind: 'input_credit', date: '2026-03-20', fen: 64_000 } as const;
const fertiliser = { debtId: 'fertiliser', kind: 'input_credit', date: '2026-04-02', fen: 138_650 } as const;
const advance = { debtId: 'advance', kind: 'advance', date: '2026-05-10', fen: 200_000 } as const;

describe('settling one payee', () => {
  const input: PayeeSettlementInput = { ...empty, payables: [{ payableId: 'p1', fen: 500_000 }, { payableId: 'p2', fen: 23_847 }], debts: [advance, seedlings, fertiliser] };

  it('recovers input credit and advance under the cap and pays the rest in words', () => {
    expect(settlePayee(input)).toEqual({
      grossFen: 523_847,
      capFen: 261_923,
      recoveries: [
        { debtId: 'seedlings', kind: 'input_credit', fen: 64_000 },
        { debtId: 'fertiliser', kind: 'input_credit', fen: 138_650 },
        { debtId: 'advance', kind: 'advance', fen: 59_273 },
      ],
      recoveredFen: 261_923,
      paidFen: 261_924,
      words: '贰仟陆佰壹拾玖元贰角肆分',
    });
  });

  it('recovers only debts with a consent record', () => {
    const settled = settlePayee({ ...input, debts: [seedlings, { ...fertiliser, consented: false }, { ...advance, consented: true }] });
    expect(settled.recoveries.map(({ debtId }) => debtId)).toEqual(['seedlings', 'advance']);
  });

  it('recovers agreed savings behind every other debt', () => {
    const savings = { debtId: 'savings', kind: 'savings', date: '2025-01-01', fen: 10_000 } as const;
    expect(settlePayee({ ...input, debts: [savings, seedlings] }).recoveries).toEqual([{ debtId: 'seedlings', kind: 'input_credit', fen: 64_000 }, { debtId: 'savings', kind: 'savings', fen: 10_000 }]);
  });

  it('takes holds and corrections first, outside the cap', () => {
    const settled = settlePayee({
      ...input,
      holds: [{ debtId: 'court', date: '2026-09-01', fen: 100_000 }],
      corrections: [{ debtId: 'price', date: '2026-08-01', fen: 19_563 }],
    });
    expect(settled.recoveries.slice(0, 2)).toEqual([{ debtId: 'court', kind: 'hold', fen: 100_000 }, { debtId: 'price', kind: 'correction', fen: 19_563 }]);
    expect(settled.paidFen).toBe(523_847 - 119_563 - 261_923);
  });

  it('adds second payments and upward adjustments to what is owed', () => {
    expect(settlePayee({ ...empty, additions: [{ additionId: 'a1', fen: 19_563 }] })).toMatchObject({ grossFen: 19_563, paidFen: 19_563, words: '壹佰玖拾伍元陆角叁分' });
    expect(settlePayee(empty)).toMatchObject({ grossFen: 0, recoveries: [], paidFen: 0, words: '零元整' });
  });

  it('loses no fen', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 6 });
    fc.assert(fc.property(amounts, amounts, amounts, fc.integer({ min: 0, max: 10_000 }), (owed, corrected, advanced, capBp) => {
      const settled = settlePayee({
        ...empty,
        capBp,
        payables: owed.map((amount, index) => ({ payableId: `p${index}`, fen: amount })),
        corrections: corrected.map((amount, index) => ({ debtId: `c${index}`, date: '2026-01-01', fen: amount })),
        debts: advanced.map((amount, index) => ({ debtId: `d${index}`, kind: 'advance', date: '2026-01-01', fen: amount })),
      });
      expect(settled.grossFen).toBe(total(owed));
      expect(settled.recoveredFen + settled.paidFen).toBe(settled.grossFen);
      expect(total(settled.recoveries.map((recovery) => recovery.fen))).toBe(settled.recoveredFen);
    }));
  });

  it('refuses negative amounts and a debt named twice', () => {
    expectRefusal(() => settlePayee({ ...input, payables: [{ payableId: 'p', fen: -1 }] }), 'negative', 'payables[0].fen');
    expectRefusal(() => settlePayee({ ...input, debts: [advance, advance] }), 'duplicate_debt', 'debts');
  });
});

describe('cash in whole steps', () => {
  it('never hands out more than is owed and carries the rest forward', () => {
    fc.assert(fc.property(fen, fc.constantFrom(1, 10, 100), (owed, step) => {
      const { cashFen, carryFen } = cashInSteps(owed, step);
      expect(cashFen + carryFen).toBe(owed);
      expect(cashFen % step).toBe(0);
      expect(carryFen >= 0 && carryFen < step).toBe(true);
    }));
    expectRefusal(() => cashInSteps(1, 0), 'step_not_positive');
  });
});
