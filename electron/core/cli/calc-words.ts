import calcEn from '../../../resources/locales/en/calc.json' with { type: 'json' };
import deductionEn from '../../../resources/locales/en/deduction.json' with { type: 'json' };
import calcZh from '../../../resources/locales/zh/calc.json' with { type: 'json' };
import deductionZh from '../../../resources/locales/zh/deduction.json' with { type: 'json' };
import type { RuleError } from '../../domain/rule-error.ts';
import { CALC_RULES } from './calc-rules.ts';

type Language = 'zh' | 'en';
type Sentences = Readonly<Record<string, string>>;

const texts = { zh: { calc: calcZh, finding: deductionZh.finding }, en: { calc: calcEn, finding: deductionEn.finding } } as const;

/** The sentence of a broken rule; what keeps terms from being published has the editor's own. Null for a code without one. */
export function ruleSentence(language: Language, code: string): string | null {
  const [refusals, findings]: readonly [Sentences, Sentences] = [texts[language].calc.refusal, texts[language].finding];
  return refusals[code] ?? findings[code] ?? null;
}

/** What was wrong with one line, for the person: where it stands and what the rule asks. */
export function refusedLine(language: Language, line: number, { code, field }: RuleError): string {
  const gaps: Sentences = { line: String(line), field, says: ruleSentence(language, code) ?? code };
  return texts[language].calc.at.replace(/\{\{(\w+)\}\}/g, (_, name: string) => gaps[name] ?? '');
}

/** The fields of each rule; `?` may be left out. Masses are grams, money fen, prices 1/10,000 yuan per kg, percentages decimal text. */
const fields: Sentences = {
  'line-amount': 'net_g, price_e4',
  'multi-grade': 'net_g, lines:[{grade, net_g, price_e4}], returned_g?, sorting_loss_g?',
  deductions: 'net_g, price_e4, resolution_g?, method:step_table|dry_matter, moisture?:{measured_pct, base_pct, step_pct, per_step_bp}, dockage?:{…}',
  terms: 'net_g, price_e4, resolution_g?, order?:added|in_turn, measures:{<factor>:"15.3"}, terms:[{factor, acts:weight|price_share|price_amount, method:step_table|interpolated|dry_matter, base_pct, reject_above_pct?, rows?:[{at_pct, step_pct?, takes}]}]',
  owners: 'net_g, settlement_g?, price_e4, way?:parts|percent|weight, owners:[{owner, share?, payee?, kind?:member|non_member}]',
  ticket: 'mode?:outright|consignment, weighings:[{gross_g, tare_g? | containers?:[{tare_g, count}]}], parts:[{grade, net_g?, price_e4, measures?}], returned_g?, sorting_loss_g?, loss_tolerance_bp?, resolution_g?, order?, terms?:[…], way?, owners:[…], contracts?:[{contract, owner, grade?, floor_e4, quota_g, delivered_g?}], premiums?:[{certificate, owner, kind?:green|organic|gi|gap, premium_e4}]',
  allocate: 'total, weights:[…]',
  recovery: 'settlement_fen, cap_bp, debts:[{kind, date, fen}]',
  'year-end': 'surplus_fen, earlier_loss_fen, reserve_bp, patronage_bp, legal_floor_bp, members:[{no, volume_fen, capital_fen, reserve_share_fen, subsidy_share_fen}]',
  'revenue-share': 'gross_sales_fen, refunds_fen, commission_bp, freight_fen, packaging_fen, field_value_fen, farmer_min_bp_of_net_sales, coop_bp, fund_bp, fund_balance_fen, members:[{accepted_g, paid_fen}]',
  'amount-words': 'fen',
  'check-id': 'kind:resident_id|bank_card|uscc|mobile|gtin|gln|sscc, value',
};

/** Every rule with what it computes and the fields it reads. */
export function calcList(language: Language): Array<{ rule: string; computes: string; fields: string }> {
  const computes: Sentences = texts[language].calc.rule;
  return [...CALC_RULES.keys()].map((rule) => ({ rule, computes: computes[rule] ?? '', fields: fields[rule] ?? '' }));
}
