import type { MachineProposal } from '../../../../../electron/contract/grading.ts';
import type { Product, SchemeDefinition } from '../../../../../electron/contract/product.ts';
import type { TicketInput } from '../../../../../electron/contract/ticket.ts';
import { isBusinessDate, type BusinessDate } from '../../../../../electron/domain/business-date.ts';
import { schemeMeasures } from '../../../../../electron/domain/date-measure.ts';
import type { TermsRule } from '../../../../../electron/domain/deduction.ts';
import type { DeductionTerm, MeasuredTerms } from '../../../../../electron/domain/deduction-terms.ts';
import { measuredTerms, termsOfScheme, unmeasured } from '../../../../../electron/domain/deduction-terms.ts';
import type { GradeAttribute, GradeProposal, Measures } from '../../../../../electron/domain/grade.ts';
import { proposeGrade } from '../../../../../electron/domain/grade.ts';
import { changedMeasures, isSameMeasure, type SaidMeasure } from '../../../../../electron/domain/machine-measures.ts';
import { RuleError } from '../../../../../electron/domain/rule-error.ts';
import { readNumberText, type NumberRules } from '../../../../ui/fields/number-text.ts';
import type { DeskState } from './desk-state.ts';

export type PartDeduction = TicketInput['parts'][number]['deductions'][number];

/** One thing to measure: an attribute of the scheme, or the factor of a deduction that the scheme does not measure. */
export interface Measurable {
  readonly attribute: GradeAttribute;
  readonly term: DeductionTerm | null;
}

/** What the scheme says of the goods, or which measure it cannot understand and which rule says so. */
export interface Judgement {
  readonly proposal: GradeProposal | null;
  readonly wrong: string | null;
  readonly rule: string | null;
}

/** Decimals as the device shows them, and one more than people usually type where the scheme does not say. */
export function measureRules(attribute: GradeAttribute): NumberRules {
  return { decimals: attribute.decimals ?? 2, wholeDigits: 5, ownUnits: [attribute.unit] };
}

/** The attribute a deduction is measured by: `moisture_pct` for `moisture`, else one of its own. */
const attributeOfTerm = (definition: SchemeDefinition | undefined, factor: string): GradeAttribute | null =>
  definition?.attributes.find(({ id }) => id === `${factor}_pct`) ?? definition?.attributes.find(({ id }) => id === factor) ?? null;

/** What is deducted for a product: as published, else as its grade scheme proposes. */
export function termsOf(product: Product | null): { readonly rule: TermsRule; readonly terms: readonly DeductionTerm[] } {
  if (product === null) return { rule: 'added', terms: [] };
  if (product.terms !== null) return product.terms;
  const definition = product.scheme?.definition;
  return { rule: 'added', terms: termsOfScheme(definition?.deductions ?? [], (factor) => attributeOfTerm(definition, factor) ?? { nameZh: factor, nameEn: factor }) };
}

/** Everything to be measured at the station, in the order of the scheme; what only a laboratory knows is left out. */
export function measurables(product: Product | null): readonly Measurable[] {
  const definition = product?.scheme?.definition;
  const terms = new Map(termsOf(product).terms.toReversed().map((term) => [attributeOfTerm(definition, term.factor)?.id ?? term.factor, term]));
  const known = definition?.attributes.filter((attribute) => attribute.measuredAt === 'station' || terms.has(attribute.id)) ?? [];
  const further = [...terms].toReversed().filter(([id]) => definition?.attributes.some((attribute) => attribute.id === id) !== true).map(([id, term]): Measurable => ({
    attribute: { id, nameZh: term.nameZh, nameEn: term.nameEn, unit: '%', type: 'number', choices: [], measuredAt: 'station', decimals: 1, method: null }, term,
  }));
  return [...known.map((attribute) => ({ attribute, term: terms.get(attribute.id) ?? null })), ...further];
}

/** The measure as core wants it (decimal text, a day, a choice, `true` or `false`), or null while the text cannot be used. */
export function measureValue(attribute: GradeAttribute, text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (attribute.type === 'bool') return text === 'true' || text === 'false' ? text : null;
  if (attribute.type === 'enum') return attribute.choices.includes(text) ? text : null;
  if (attribute.type === 'date') return isBusinessDate(text) ? text : null;
  const read = readNumberText(text, measureRules(attribute));
  return read.ok ? read.text : null;
}

function domainMeasures(product: Product | null, state: DeskState, day: BusinessDate): Measures {
  const attributes = measurables(product).map(({ attribute }) => attribute);
  return schemeMeasures(attributes, attributes.map((attribute) => [attribute.id, measureValue(attribute, state.measures[attribute.id])] as const), day);
}

/** What the scheme proposes for the measures typed so far, of goods that come on a day. */
export function judge(product: Product | null, state: DeskState, day: BusinessDate): Judgement {
  const definition = product?.scheme?.definition;
  if (definition === undefined) return { proposal: null, wrong: null, rule: null };
  try {
    return { proposal: proposeGrade(definition, domainMeasures(product, state, day)), wrong: null, rule: null };
  } catch (error) {
    if (error instanceof RuleError) return { proposal: null, wrong: error.field, rule: error.code };
    throw error;
  }
}

/** Measures for the ticket; one that stands as the machine gave it is the machine's. */
export function ticketMeasures(product: Product | null, state: DeskState, machine: MachineProposal | null = null): TicketInput['measures'] {
  return measurables(product).flatMap(({ attribute }) => {
    const value = measureValue(attribute, state.measures[attribute.id]);
    if (value === null) return [];
    const isMachines = machine !== null && machine.measures.some((measure) => measure.attribute === attribute.id && isSameMeasure(measure.value, value));
    return [isMachines ? { attribute: attribute.id, value, source: 'device' as const, device: machine.machine } : { attribute: attribute.id, value, source: 'hand' as const }];
  });
}

/** What the machine measured and the desk says otherwise or leaves out; a person gives the reason. What the desk does not ask for is left out. */
export function measuresOverMachine(product: Product | null, state: DeskState, machine: MachineProposal | null, blind: readonly SaidMeasure[]): SaidMeasure[] {
  const asked = new Set(measurables(product).map(({ attribute }) => attribute.id));
  return changedMeasures((machine?.measures ?? []).filter(({ attribute }) => asked.has(attribute)), ticketMeasures(product, state), blind);
}

/** What the terms make of the measures typed so far. */
export function deskTerms(product: Product | null, state: DeskState): MeasuredTerms {
  return measuredTerms(termsOf(product).terms, new Map(ticketMeasures(product, state).map(({ attribute, value }) => [attribute, value])));
}

/** What the published terms want measured and the desk has not got yet. */
export const deskUnmeasured = (product: Product | null, state: DeskState): DeductionTerm[] =>
  unmeasured(product?.terms?.terms ?? [], new Map(ticketMeasures(product, state).map(({ attribute, value }) => [attribute, value])));

/** The scheme's proposed deductions as they are sent; published terms are named instead, and core applies them itself. */
export function ticketDeductions(product: Product | null, state: DeskState): PartDeduction[] {
  if (product === null || product.terms !== null) return [];
  return deskTerms(product, state).deductions.flatMap((deduction): PartDeduction[] => {
    if (deduction.method === 'interpolated') return [];
    const { factor, measuredPct, basePct, method } = deduction;
    return [{ factor, method, measuredPct, basePct, ...(deduction.method === 'step_table' ? { stepPct: deduction.stepPct, perStepBp: deduction.perStepBp } : { stepPct: null, perStepBp: null }) }];
  });
}

/** The grade in force: the chosen one, else the proposed one. */
export const gradeInForce = (state: DeskState, judgement: Judgement): string | null => state.grade ?? judgement.proposal?.gradeId ?? null;
