import type { BusinessDate } from './business-date.ts';
import type { Fen } from './money.ts';
import { isBusinessDate } from './business-date.ts';
import { sumFen } from './money.ts';
import { divideDown } from './rounding.ts';
import { RuleError, basisPoints, nonNegativeInteger, toSafeNumber } from './rule-error.ts';

/** In the order in which debts are recovered: holds of a court or tax office, corrections, input credit, advances, voluntary savings. */
export const DEBT_KINDS = ['hold', 'correction', 'input_credit', 'advance', 'savings'] as const;

/** A kind of debt. */
export type DebtKind = (typeof DEBT_KINDS)[number];

/** Something a payee owes, in fen still open. */
export interface Debt {
  readonly kind: DebtKind;
  readonly date: BusinessDate;
  readonly fen: Fen;
}

/** What one settlement recovers; lists are in the order the debts were given. */
export interface Recovery {
  readonly capFen: Fen;
  readonly recoveredFen: readonly Fen[];
  readonly leftFen: readonly Fen[];
  readonly paidFen: Fen;
}

/** Holds and corrections take what they need; the cap protects the member only from the debts behind them. */
function isOutsideCap(kind: DebtKind): boolean {
  return kind === 'hold' || kind === 'correction';
}

function checkDebt(debt: Debt, index: number): void {
  if (!DEBT_KINDS.includes(debt.kind)) throw new RuleError('unknown_kind', `debts[${index}].kind`);
  if (!isBusinessDate(debt.date)) throw new RuleError('date_invalid', `debts[${index}].date`);
  nonNegativeInteger(debt.fen, `debts[${index}].fen`);
}

function inOrder(debts: readonly Debt[]): number[] {
  return debts.map((_, index) => index).toSorted((left, right) => {
    const [a, b] = [debts[left], debts[right]];
    if (a === undefined || b === undefined) return left - right;
    if (a.kind !== b.kind) return DEBT_KINDS.indexOf(a.kind) - DEBT_KINDS.indexOf(b.kind);
    return a.date === b.date ? left - right : a.date < b.date ? -1 : 1;
  });
}

/**
 * Recovers debts from a settlement (all in fen): holds, then corrections, outside the cap; then input credit, advances and savings,
 * each oldest first with ties in the order given, within the smaller of the cap and what is left. The cap is the settlement times
 * `capBp`, rounded down in the member's favour (calculation rules 6 and 9). What is paid is never negative. Refuses negative
 * amounts, a cap outside 0 to 100 %, unknown kinds and dates that do not exist.
 */
export function recoverDebts(settlementFen: Fen, capBp: number, debts: readonly Debt[]): Recovery {
  const settlement = nonNegativeInteger(settlementFen, 'settlement_fen');
  const cap = basisPoints(capBp, 'cap_bp');
  debts.forEach(checkDebt);
  const capFen = toSafeNumber(divideDown(BigInt(settlement) * BigInt(cap), 10_000n), 'cap_fen');

  const recoveredFen = debts.map(() => 0);
  let left = settlement;
  let capLeft = capFen;
  for (const index of inOrder(debts)) {
    const debt = debts[index];
    if (debt === undefined) continue;
    const limit = isOutsideCap(debt.kind) ? left : Math.min(left, capLeft);
    const taken = Math.min(debt.fen, limit);
    recoveredFen[index] = taken;
    left -= taken;
    if (!isOutsideCap(debt.kind)) capLeft -= taken;
  }
  const leftFen = debts.map((debt, index) => debt.fen - (recoveredFen[index] ?? 0));
  return { capFen, recoveredFen, leftFen, paidFen: settlement - sumFen(recoveredFen) };
}
