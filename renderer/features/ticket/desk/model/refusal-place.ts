import type { CommonRefusal } from '../../../../../electron/contract/define.ts';
import type { RefusalOf } from '../../../../api/operation-types.ts';
import type { DeskStep } from './desk-state.ts';

/** The step in which a refused ticket is put right; the notice leads there. `confirm` is put right where it is shown. */
const places: Readonly<Record<Exclude<RefusalOf<'ticket.post'>, CommonRefusal>, DeskStep>> = {
  member_unknown: 'who', member_left: 'who', member_twice: 'who', owner_shares_invalid: 'who', party_kinds_mixed: 'who',
  product_unknown: 'what',
  reading_unknown: 'weigh', reading_used: 'weigh', reading_again: 'weigh', reading_too_old: 'weigh', tare_twice: 'weigh', container_unknown: 'weigh', weight_differs: 'weigh', typed_weight_not_permitted: 'weigh', tare_above_gross: 'weigh', empty_ticket: 'weigh',
  weight_below_minimum: 'weigh', scale_withdrawn: 'weigh', test_weight_failed: 'weigh', verification_overdue: 'weigh', zero_check_missing: 'weigh',
  parts_not_equal_net: 'grade', baskets_above_grade: 'grade', loss_above_tolerance: 'grade', grade_unknown: 'grade', blind_waiting: 'grade', blind_decided: 'grade', blind_other_product: 'grade', grade_needs_reason: 'grade', measure_needs_reason: 'grade', measure_missing: 'grade', override_not_permitted: 'grade', price_missing: 'grade',
  part_empty: 'grade', not_a_decimal: 'grade', not_a_choice: 'grade', date_invalid: 'grade', date_ahead: 'grade', date_too_old: 'grade', percentage_out_of_range: 'grade', measured_above_limit: 'grade', deduction_above_net: 'grade', discount_above_price: 'grade', step_not_positive: 'grade',
  amount_changed: 'confirm', mode_changed: 'confirm', terms_changed: 'confirm', draft_posted: 'confirm',
  returns_not_equal: 'grade', return_reason_missing: 'confirm', container_not_returnable: 'weigh', paper_page_missing: 'weigh', paper_page_entered: 'weigh', paper_weights_typed: 'weigh', paper_time_ahead: 'weigh', paper_too_old: 'weigh', corrects_unknown: 'confirm', corrects_not_reversed: 'confirm', corrects_twice: 'confirm',
};

/** Where a refusal of posting leads; what concerns no single step stays at the confirmation. */
export function placeOfRefusal(code: string): DeskStep {
  return Object.entries(places).find(([known]) => known === code)?.[1] ?? 'confirm';
}
