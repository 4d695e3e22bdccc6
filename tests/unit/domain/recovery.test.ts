import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Debt } from '../../../electron/domain/recovery.ts';
import { DEBT_KINDS, recoverDebts } from '../../../electron/domain/recovery.ts';
import { fen, total } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

const anyDebt: fc.Arbitrary<Debt> = fc.record({
  kind: fc.constantFrom(...DEBT_KINDS),
  date: fc.constantFrom('2026-03-20', '2026-04-02', '2026-05-10', '2027-01-01'),
  fen: fc.integer({ min: 0, max: 10_000_000 }),
});
const debts = fc.array(anyDebt, { maxLength: 8 });
const capBp = fc.integer({ min: 0, max: 10_000 });

describe('recovering debts from a settlement', () => {
  it('goes by kind, then by date, then as given', () => {
    const given: Debt[] = [
      { kind: 'savings', date: '2026-01-01', fen: 5 },
      { kind: 'advance', date: '2026-01-01', fen: 10 },
      { kind: 'input_credit', date: '2026-05-02', fen: 20 },
      { kind: 'input_credit', date: '2026-05-01', fen: 20 },
      { kind: 'correction', date: '2026-06-01', fen: 30 },
      { kind: 'hold', date: '2026-07-01', fen: 40 },
      { kind: 'input_credit', date: '2026-05-01', fen: 20 },
    ];
    // 70 outside the cap; the cap of 50 then covers both oldest credits and half of the third.
    expect(recoverDebts(200, 2_500, given)).toEqual({ capFen: 50, recoveredFen: [0, 0, 10, 20, 30, 40, 20], leftFen: [5, 10, 10, 0, 0, 0, 0], paidFen: 80 });
    // Of two debts of one kind and day the one given first is recovered first.
    expect(recoverDebts(60, 2_500, given.slice(3, 4).concat(given.slice(6))).recoveredFen).toEqual([15, 0]);
  });

  it('takes holds and corrections up to the whole settlement, and then nothing is paid', () => {
    const given: Debt[] = [{ kind: 'correction', date: '2026-01-01', fen: 80 }, { kind: 'hold', date: '2026-01-02', fen: 50 }, { kind: 'advance', date: '2025-01-01', fen: 9 }];
    expect(recoverDebts(100, 5_000, given)).toEqual({ capFen: 50, recoveredFen: [50, 50, 0], leftFen: [30, 0, 9], paidFen: 0 });
  });

  it('rounds the cap down, in the member\'s favour', () => {
    expect(recoverDebts(523_847, 5_000, []).capFen).toBe(261_923);
    expect(recoverDebts(1, 9_999, []).capFen).toBe(0);
  });

  it('loses no fen: settlement is recovered plus paid, and each debt is recovered plus left', () => {
    fc.assert(fc.property(fen, capBp, debts, (settlement, cap, given) => {
      const { recoveredFen, leftFen, paidFen } = recoverDebts(settlement, cap, given);
      expect(total(recoveredFen) + paidFen).toBe(settlement);
      expect(paidFen).toBeGreaterThanOrEqual(0);
      given.forEach((debt, index) => {
        expect((recoveredFen[index] ?? -1) + (leftFen[index] ?? -1)).toBe(debt.fen);
        expect(leftFen[index]).toBeGreaterThanOrEqual(0);
      });
    }));
  });

  it('never takes more than the cap for what stands behind it', () => {
    fc.assert(fc.property(fen, capBp, debts, (settlement, cap, given) => {
      const { capFen, recoveredFen } = recoverDebts(settlement, cap, given);
      const capped = total(recoveredFen.filter((_, index) => !['hold', 'correction'].includes(given[index]?.kind ?? '')));
      expect(capped).toBeLessThanOrEqual(capFen);
    }));
  });

  it('leaves a later debt alone while an earlier one of its kind is open', () => {
    fc.assert(fc.property(fen, capBp, debts, (settlement, cap, given) => {
      const { recoveredFen, leftFen } = recoverDebts(settlement, cap, given);
      for (const [early, first] of given.entries()) {
        for (const [late, second] of given.entries()) {
          if (first.kind === second.kind && first.date < second.date && (leftFen[early] ?? 0) > 0) expect(recoveredFen[late]).toBe(0);
        }
      }
    }));
  });

  it('refuses negative amounts, caps beyond 100 %, and dates that do not exist', () => {
    expectRefusal(() => recoverDebts(-1, 0, []), 'negative', 'settlement_fen');
    expectRefusal(() => recoverDebts(1, 10_001, []), 'rate_out_of_range', 'cap_bp');
    expectRefusal(() => recoverDebts(1, 0, [{ kind: 'advance', date: '2026-02-30', fen: 1 }]), 'date_invalid', 'debts[0].date');
    expectRefusal(() => recoverDebts(1, 0, [{ kind: 'advance', date: '2026-02-01', fen: -1 }]), 'negative', 'debts[0].fen');
  });
});
