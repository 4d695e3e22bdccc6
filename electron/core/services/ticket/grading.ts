import type { SchemeDefinition } from '../../../contract/product.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import { mayRole } from '../../../contract/permission.ts';
import type { Deduction } from '../../../domain/deduction.ts';
import type { GradeProposal, Measures } from '../../../domain/grade.ts';
import { proposeGrade } from '../../../domain/grade.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';

export interface Graded { readonly proposal: GradeProposal | null; readonly overridden: boolean }

/** Measures as the scheme wants them: yes and no are told apart from text. */
export function measuresOf(definition: SchemeDefinition, measures: TicketInput['measures']): Measures {
  return Object.fromEntries(measures.map(({ attribute, value }) => {
    const isYesNo = definition.attributes.find((candidate) => candidate.id === attribute)?.type === 'bool';
    return [attribute, isYesNo ? value === 'true' : value];
  }));
}

/**
 * Compares the decided grades with what the scheme proposes. A grade other than the proposed one, or any grade where the scheme proposes
 * none, needs a reason and the right to override; a delivery sorted into several grades needs none for the parts, they were sorted by hand.
 */
export function gradeTicket(context: CommandContext, definition: SchemeDefinition | null, input: TicketInput): Graded {
  if (!definition) return { proposal: null, overridden: false };
  const known = new Set(definition.grades.map((grade) => grade.id));
  const strange = input.parts.find((part) => !known.has(part.grade));
  if (strange) refuse('grade_unknown', { grade: strange.grade });
  const proposal = proposeGrade(definition, measuresOf(definition, input.measures));
  const overridden = input.parts.length === 1 && proposal.gradeId !== input.parts[0]?.grade;
  if (overridden && input.parts[0]?.overrideReason === null) refuse('grade_needs_reason', { proposed: proposal.gradeId });
  if (overridden && !mayRole(signedIn(context).role, 'ticket.override_grade')) refuse('override_not_permitted');
  return { proposal, overridden };
}

/** A deduction of the contract as the rule reads it; the limit above which goods are refused stands in the scheme. */
export function toDeduction(definition: SchemeDefinition | null, deduction: TicketInput['parts'][number]['deductions'][number]): Deduction {
  const { factor, measuredPct, basePct } = deduction;
  const rejectAbovePct = definition?.deductions.find((terms) => terms.factor === factor)?.rejectAbovePct ?? null;
  return deduction.method === 'dry_matter' ? { method: 'dry_matter', factor, measuredPct, basePct, rejectAbovePct }
    : { method: 'step_table', factor, measuredPct, basePct, rejectAbovePct, stepPct: deduction.stepPct ?? '1', perStepBp: deduction.perStepBp ?? 0 };
}
