import type { BusinessDate } from './business-date.ts';
import type { Debt } from './recovery.ts';
import type { Fen } from './money.ts';
import { amountWords } from './amount-words.ts';
import { sumFen } from './money.ts';
import { recoverDebts } from './recovery.ts';
import { RuleError, nonNegativeInteger } from './rule-error.ts';

/** Half of a settlement may be recovered unless the contract says otherwise (calculation rule 9). */
export const DEFAULT_CAP_BP = 5_000;

/** A debt of the payee as it stands before this settlement. */
export interface PayeeDebt {
  readonly debtId: string;
  readonly date: BusinessDate;
  readonly fen: Fen;
}

/** Everything one payee is owed and owes in one settlement; all amounts in fen and not negative. */
export interface PayeeSettlementInput {
  /** Claimed parts of priced lines. */
  readonly payables: readonly { readonly payableId: string; readonly fen: Fen }[];
  /** Second payments, upward price adjustments, disputed rests. */
  readonly additions: readonly { readonly additionId: string; readonly fen: Fen }[];
  /** What earlier settlements paid too much; a downward price adjustment belongs here. */
  readonly corrections: readonly PayeeDebt[];
  /** Only those with a consent record are recovered; `consented` false leaves the debt as it is. */
  readonly debts: readonly (PayeeDebt & { readonly kind: 'input_credit' | 'advance' | 'savings'; readonly consented?: boolean })[];
  readonly capBp: number;
  /** Orders of a court or a tax office. */
  readonly holds: readonly PayeeDebt[];
}

/** The settlement of one payee. `grossFen` = `recoveredFen` + `paidFen`, to the fen. */
export interface PayeeSettlement {
  readonly grossFen: Fen;
  readonly capFen: Fen;
  /** In the order of recovery rule 9 by kind, debts of nothing left out. */
  readonly recoveries: readonly { readonly debtId: string; readonly kind: Debt['kind']; readonly fen: Fen }[];
  readonly recoveredFen: Fen;
  readonly paidFen: Fen;
  /** `paidFen` in capital characters. */
  readonly words: string;
}

/**
 * Settles one payee: payables and additions, less holds and corrections, less consented debts under the cap (calculation rule 9 and
 * `recoverDebts`). Refuses negative amounts and a debt that is named twice (`duplicate_debt`).
 */
export function settlePayee(input: PayeeSettlementInput): PayeeSettlement {
  const owed = [
    ...input.payables.map(({ fen }, index) => nonNegativeInteger(fen, `payables[${index}].fen`)),
    ...input.additions.map(({ fen }, index) => nonNegativeInteger(fen, `additions[${index}].fen`)),
  ];
  const grossFen = sumFen(owed);
  const consented = input.debts.filter((debt) => debt.consented !== false);
  const debts: (PayeeDebt & Debt)[] = [
    ...input.holds.map((debt) => ({ ...debt, kind: 'hold' as const })),
    ...input.corrections.map((debt) => ({ ...debt, kind: 'correction' as const })),
    ...consented.filter((debt) => debt.kind === 'input_credit'),
    ...consented.filter((debt) => debt.kind === 'advance'),
    ...consented.filter((debt) => debt.kind === 'savings'),
  ];
  if (new Set(debts.map(({ debtId }) => debtId)).size !== debts.length) throw new RuleError('duplicate_debt', 'debts');

  const { capFen, recoveredFen, paidFen } = recoverDebts(grossFen, input.capBp, debts);
  const recoveries = debts
    .map(({ debtId, kind }, index) => ({ debtId, kind, fen: recoveredFen[index] ?? 0 }))
    .filter(({ fen }) => fen > 0);
  return { grossFen, capFen, recoveries, recoveredFen: sumFen(recoveredFen), paidFen, words: amountWords(paidFen) };
}

/**
 * Cash in whole steps (10 fen or 100 fen) with the rest carried forward for the member; the settlement itself is never rounded
 * (calculation rule 8). Rounds down, so that no cash is handed out that is not owed. Refuses negative amounts and a step below 1.
 */
export function cashInSteps(fen: Fen, stepFen: Fen): { readonly cashFen: Fen; readonly carryFen: Fen } {
  const owed = nonNegativeInteger(fen, 'fen');
  if (nonNegativeInteger(stepFen, 'step_fen') === 0) throw new RuleError('step_not_positive', 'step_fen');
  const carryFen = owed % stepFen;
  return { cashFen: owed - carryFen, carryFen };
}
