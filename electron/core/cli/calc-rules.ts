import type { Deduction } from '../../domain/deduction.ts';
import type { FieldReader } from '../../domain/json-shape.ts';
import type { DebtKind } from '../../domain/recovery.ts';
import { allocate } from '../../domain/allocate.ts';
import { amountWords } from '../../domain/amount-words.ts';
import { DEFAULT_RESOLUTION_GRAMS, applyDeductions } from '../../domain/deduction.ts';
import { IDENTIFIER_KINDS, checkIdentifier } from '../../domain/identifiers.ts';
import { lineAmountFen } from '../../domain/line-amount.ts';
import { multiGradeAmounts } from '../../domain/multi-grade.ts';
import { DEBT_KINDS, recoverDebts } from '../../domain/recovery.ts';
import { shareRevenue } from '../../domain/revenue-share.ts';
import { distributeSurplus } from '../../domain/year-end.ts';
import { oneOf } from './calc-fields.ts';
import { ownersRule } from './calc-owners.ts';
import { termsRule } from './calc-terms.ts';
import { ticketRule } from './calc-ticket.ts';

/** One rule: the fields of a line in, a plain object for JSON out; throws `RuleError` for input that breaks the rule. */
export type CalcRule = (input: FieldReader) => unknown;

function lineAmount(input: FieldReader): unknown {
  const fen = lineAmountFen(input.integer('net_g'), input.integer('price_e4'));
  return { amount_fen: fen, amount_words: amountWords(fen) };
}

function multiGrade(input: FieldReader): unknown {
  const amounts = multiGradeAmounts({
    netGrams: input.integer('net_g'),
    lines: input.objects('lines').map((line) => ({
      grade: line.text('grade'), netGrams: line.integer('net_g'), priceE4: line.integer('price_e4'),
    })),
    returnedGrams: input.has('returned_g') ? input.integer('returned_g') : 0,
    sortingLossGrams: input.has('sorting_loss_g') ? input.integer('sorting_loss_g') : 0,
  });
  return {
    lines: amounts.lines.map(({ grade, amountFen }) => ({ grade, amount_fen: amountFen })),
    total_fen: amounts.totalFen,
    balanced: amounts.balanced,
  };
}

function deductionOf(method: 'step_table' | 'dry_matter', factor: string, input: FieldReader): Deduction {
  const measured = { factor, measuredPct: input.text('measured_pct'), basePct: input.text('base_pct') };
  return method === 'dry_matter'
    ? { ...measured, method }
    : { ...measured, method, stepPct: input.text('step_pct'), perStepBp: input.integer('per_step_bp') };
}

function deductions(input: FieldReader): unknown {
  const method = oneOf(['step_table', 'dry_matter'] as const, input.text('method'), 'method');
  const agreed = ['moisture', 'dockage']
    .filter((factor) => input.has(factor))
    .map((factor) => deductionOf(method, factor, input.object(factor)));
  const resolutionGrams = input.has('resolution_g') ? input.integer('resolution_g') : DEFAULT_RESOLUTION_GRAMS;
  const weight = applyDeductions(input.integer('net_g'), resolutionGrams, agreed);
  return {
    ...(method === 'step_table' ? { deduction_bp: weight.deductionBp } : {}),
    settlement_g: weight.settlementGrams,
    amount_fen: lineAmountFen(weight.settlementGrams, input.integer('price_e4')),
  };
}

function recovery(input: FieldReader): unknown {
  const debts = input.objects('debts').map((debt) => ({
    kind: oneOf<DebtKind>(DEBT_KINDS, debt.text('kind'), `${debt.at}.kind`), date: debt.text('date'), fen: debt.integer('fen'),
  }));
  const result = recoverDebts(input.integer('settlement_fen'), input.integer('cap_bp'), debts);
  return {
    cap_fen: result.capFen,
    recovered_fen: result.recoveredFen,
    left_fen: result.leftFen,
    paid_fen: result.paidFen,
    paid_words: amountWords(result.paidFen),
  };
}

function yearEnd(input: FieldReader): unknown {
  const result = distributeSurplus({
    surplusFen: input.integer('surplus_fen'),
    earlierLossFen: input.integer('earlier_loss_fen'),
    reserveBp: input.integer('reserve_bp'),
    patronageBp: input.integer('patronage_bp'),
    legalFloorBp: input.integer('legal_floor_bp'),
    members: input.objects('members').map((member) => ({
      no: member.text('no'),
      volumeFen: member.integer('volume_fen'),
      capitalFen: member.integer('capital_fen'),
      reserveShareFen: member.integer('reserve_share_fen'),
      subsidyShareFen: member.integer('subsidy_share_fen'),
    })),
  });
  return {
    reserve_fen: result.reserveFen,
    distributable_fen: result.distributableFen,
    legal_floor_fen: result.legalFloorFen,
    patronage_pool_fen: result.patronagePoolFen,
    residual_pool_fen: result.residualPoolFen,
    members: result.members.map(({ no, refundFen, residualFen, reserveQuantifiedFen }) => ({
      no, refund_fen: refundFen, residual_fen: residualFen, reserve_quantified_fen: reserveQuantifiedFen,
    })),
  };
}

function revenueShare(input: FieldReader): unknown {
  const result = shareRevenue({
    grossSalesFen: input.integer('gross_sales_fen'),
    refundsFen: input.integer('refunds_fen'),
    commissionBp: input.integer('commission_bp'),
    freightFen: input.integer('freight_fen'),
    packagingFen: input.integer('packaging_fen'),
    fieldValueFen: input.integer('field_value_fen'),
    farmerMinBpOfNetSales: input.integer('farmer_min_bp_of_net_sales'),
    coopBp: input.integer('coop_bp'),
    fundBp: input.integer('fund_bp'),
    fundBalanceFen: input.integer('fund_balance_fen'),
    members: input.objects('members').map((member) => ({
      acceptedGrams: member.integer('accepted_g'), paidFen: member.integer('paid_fen'),
    })),
  });
  return {
    net_sales_fen: result.netSalesFen,
    commission_fen: result.commissionFen,
    farmer_fen: result.farmerFen,
    remaining_fen: result.remainingFen,
    coop_fen: result.coopFen,
    fund_fen: result.fundFen,
    members: result.members.map(({ shareFen, secondPaymentFen }) => ({ share_fen: shareFen, second_payment_fen: secondPaymentFen })),
  };
}

function checkId(input: FieldReader): unknown {
  return checkIdentifier(oneOf(IDENTIFIER_KINDS, input.text('kind'), 'kind'), input.text('value'));
}

/** Every rule of the calculator by its name on the command line; field names are snake_case here and nowhere deeper. */
export const CALC_RULES: ReadonlyMap<string, CalcRule> = new Map<string, CalcRule>([
  ['line-amount', lineAmount],
  ['multi-grade', multiGrade],
  ['deductions', deductions],
  ['terms', termsRule],
  ['owners', ownersRule],
  ['ticket', ticketRule],
  ['allocate', (input) => ({ parts: allocate(input.integer('total'), input.integers('weights')) })],
  ['recovery', recovery],
  ['year-end', yearEnd],
  ['revenue-share', revenueShare],
  ['amount-words', (input) => ({ words: amountWords(input.integer('fen')) })],
  ['check-id', checkId],
]);
