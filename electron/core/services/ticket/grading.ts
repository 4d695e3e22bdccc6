import type { SchemeDefinition } from '../../../contract/product.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import { compareDecimals, requireDecimal } from '../../../domain/decimal.ts';
import type { BusinessDate } from '../../../domain/business-date.ts';
import { schemeMeasures } from '../../../domain/date-measure.ts';
import type { DeductionTerms } from '../../../domain/scheme-file.ts';
import { mayRole } from '../../../contract/permission.ts';
import type { Deduction } from '../../../domain/deduction.ts';
import type { GradeProposal, Measures } from '../../../domain/grade.ts';
import { proposeGrade } from '../../../domain/grade.ts';
import { needsGradeReason } from '../../../domain/grade-reason.ts';
import type { OtherVoices } from '../grading/of-ticket.ts';
import { measuresOverMachine } from '../grading/of-ticket.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';

/** `otherTerms`: something is deducted otherwise than the scheme in force asks for what was measured; a second person looks at it. */
export interface Graded { readonly proposal: GradeProposal | null; readonly overridden: boolean; readonly otherTerms: boolean }

type SentDeduction = TicketInput['parts'][number]['deductions'][number];

const isSame = (left: string, right: string): boolean => compareDecimals(requireDecimal(left, 'deduction'), requireDecimal(right, 'deduction')) === 0;

function keepsTerms(term: DeductionTerms, sent: SentDeduction): boolean {
  return term.factor === sent.factor && term.method === sent.method && isSame(term.basePct, sent.basePct)
    && (sent.method === 'dry_matter' || (isSame(term.stepPct ?? '1', sent.stepPct ?? '1') && (term.perStepBp ?? 0) === (sent.perStepBp ?? 0)));
}

/** Terms come with the call because a contract may have its own; those of the scheme need nobody's consent, all others do, and so does a measured factor left out. */
function hasOtherTerms(terms: readonly DeductionTerms[], input: TicketInput): boolean {
  const measured = new Map(input.measures.map(({ attribute, value }) => [attribute, value]));
  const isLeftOut = (term: DeductionTerms, sent: readonly SentDeduction[]): boolean => {
    const value = measured.get(`${term.factor}_pct`) ?? measured.get(term.factor);
    const applied = sent.find((deduction) => deduction.factor === term.factor);
    return value !== undefined && (applied === undefined || !isSame(applied.measuredPct, value));
  };
  return input.parts.some(({ deductions }) =>
    new Set(deductions.map((sent) => sent.factor)).size !== deductions.length
    || deductions.some((sent) => !terms.some((term) => keepsTerms(term, sent)))
    || terms.some((term) => isLeftOut(term, deductions)));
}

/** Measures as the scheme wants them on the day the goods came. Refuses what `schemeMeasures` refuses. */
export function measuresOf(definition: SchemeDefinition, measures: ReadonlyArray<{ readonly attribute: string; readonly value: string }>, day: BusinessDate): Measures {
  return schemeMeasures(definition.attributes, measures.map(({ attribute, value }) => [attribute, value] as const), day);
}

/**
 * Compares the decided grades with what the scheme proposes. A grade other than the proposed one, or any grade where the scheme proposes
 * none, or another than a machine proposes, needs a reason and the right to override; a blind grader's reason counts; a delivery sorted into several grades needs one where a part stands above what was proposed (`needsGradeReason`).
 * Goods that all go back need none. A measure other than the machine's needs them too, however many grades there are (`measure_needs_reason`). Dates are judged as ages on `day`.
 */
export function gradeTicket(context: CommandContext, definition: SchemeDefinition | null, input: TicketInput, voices: OtherVoices, day: BusinessDate): Graded {
  const otherTerms = hasOtherTerms(definition?.deductions ?? [], input);
  const [changed] = input.parts.length === 0 ? [] : measuresOverMachine(voices, input, definition);
  const proposal = definition === null ? null : proposeGrade(definition, measuresOf(definition, input.measures, day));
  const strange = definition === null ? undefined : input.parts.find((part) => !definition.grades.some(({ id }) => id === part.grade));
  if (strange) refuse('grade_unknown', { grade: strange.grade });
  const otherGrade = needsGradeReason(definition?.grades ?? null, { scheme: proposal?.gradeId ?? null, machine: voices.machine?.grade ?? null }, input.parts.map(({ grade }) => grade));
  const hasReason = (voices.sample?.reason ?? null) !== null || input.parts.some(({ overrideReason }) => overrideReason !== null);
  if (changed !== undefined && !hasReason) refuse('measure_needs_reason', { attribute: changed.attribute, proposed: changed.value });
  if (otherGrade && !hasReason) refuse('grade_needs_reason', { proposed: proposal?.gradeId ?? null });
  const overridden = otherGrade || changed !== undefined;
  if (overridden && !mayRole(signedIn(context).role, 'ticket.override_grade')) refuse('override_not_permitted');
  return { proposal, overridden, otherTerms };
}

/** A deduction of the contract as the rule reads it; the limit above which goods are refused stands in the scheme. */
export function toDeduction(definition: SchemeDefinition | null, deduction: TicketInput['parts'][number]['deductions'][number]): Deduction {
  const { factor, measuredPct, basePct } = deduction;
  const rejectAbovePct = definition?.deductions.find((terms) => terms.factor === factor)?.rejectAbovePct ?? null;
  return deduction.method === 'dry_matter' ? { method: 'dry_matter', factor, measuredPct, basePct, rejectAbovePct }
    : { method: 'step_table', factor, measuredPct, basePct, rejectAbovePct, stepPct: deduction.stepPct ?? '1', perStepBp: deduction.perStepBp ?? 0 };
}
