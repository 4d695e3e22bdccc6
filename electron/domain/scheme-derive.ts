import type { GradeAttribute, GradeCriterion, GradeScheme } from './grade.ts';
import type { DeductionTerms } from './scheme-file.ts';

type Definition = GradeScheme & { readonly deductions: readonly DeductionTerms[] };

/** Why a local scheme may not be derived so. */
export interface DeriveFinding {
  readonly code: 'safety_changed' | 'attribute_changed' | 'grade_changed' | 'deduction_changed';
  readonly subject: string;
}

const limits = ({ min, minInclusive, max, maxInclusive, equals }: GradeCriterion): string => JSON.stringify([min, min !== null && minInclusive, max, max !== null && maxInclusive, equals]);

const conditionsOn = (criteria: readonly GradeCriterion[], attr: string): string => criteria.filter((criterion) => criterion.attr === attr).map(limits).toSorted().join(' ');

const kindOf = ({ id, unit, type, choices, measuredAt, safety }: GradeAttribute): string => JSON.stringify([id, unit, type, choices, measuredAt, safety === true]);

function keepsConditions(parent: Definition, child: Definition, attr: string): boolean {
  return conditionsOn(parent.baseRequirements, attr) === conditionsOn(child.baseRequirements, attr)
    && parent.grades.every((grade) => conditionsOn(grade.criteria, attr) === conditionsOn(child.grades.find(({ id }) => id === grade.id)?.criteria ?? [], attr));
}

const same = (left: readonly string[], right: readonly string[]): boolean => left.toSorted().join('\n') === right.toSorted().join('\n');

/**
 * What a local scheme changes although only its parent may: anything about a mandatory safety attribute (`safety_changed`: neither the
 * attribute, nor a condition on it, nor a deduction for it), which attributes are measured and how, which grades exist and whether they
 * are bought, and where goods are refused for a deduction. Limits of other attributes, names, the order and plausible ranges are the
 * village's own. Empty when all is allowed.
 */
export function checkDerived(parent: Definition, child: Definition): DeriveFinding[] {
  const childKinds = new Map(child.attributes.map((attribute) => [attribute.id, kindOf(attribute)]));
  const safety = parent.attributes.filter((attribute) => attribute.safety === true);
  // A deduction for moisture is measured as `moisture` or `moisture_pct`.
  const deductedFor = (definition: Definition, id: string): string[] =>
    definition.deductions.filter(({ factor }) => factor === id || `${factor}_pct` === id).map(({ factor, method, basePct, stepPct, perStepBp, rejectAbovePct }) => JSON.stringify([factor, method, basePct, stepPct, perStepBp, rejectAbovePct]));
  const keeps = ({ id }: GradeAttribute): boolean => keepsConditions(parent, child, id) && same(deductedFor(parent, id), deductedFor(child, id));
  const terms = (definition: Definition): string[] => definition.deductions.map(({ factor, method, rejectAbovePct }) => JSON.stringify([factor, method, rejectAbovePct]));
  return [
    ...safety.filter((attribute) => childKinds.get(attribute.id) !== kindOf(attribute) || !keeps(attribute)).map(({ id }): DeriveFinding => ({ code: 'safety_changed', subject: id })),
    ...parent.attributes.filter((attribute) => attribute.safety !== true && childKinds.get(attribute.id) !== kindOf(attribute)).map(({ id }): DeriveFinding => ({ code: 'attribute_changed', subject: id })),
    ...child.attributes.filter(({ id }) => !parent.attributes.some((attribute) => attribute.id === id)).map(({ id }): DeriveFinding => ({ code: 'attribute_changed', subject: id })),
    ...(same(parent.grades.map(({ id, sellable }) => `${id} ${String(sellable)}`), child.grades.map(({ id, sellable }) => `${id} ${String(sellable)}`)) ? [] : [{ code: 'grade_changed', subject: '' } as const]),
    ...(same(terms(parent), terms(child)) ? [] : [{ code: 'deduction_changed', subject: '' } as const]),
  ];
}
