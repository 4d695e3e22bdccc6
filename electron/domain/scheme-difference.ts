import type { Grade, GradeAttribute, GradeCriterion, GradeScheme } from './grade.ts';

/** One thing in which a version of a scheme differs from the one before; criteria are said in words by whoever shows them. */
export type SchemeDifference =
  | { readonly kind: 'attribute_added' | 'attribute_removed' | 'attribute_changed'; readonly attr: string }
  | { readonly kind: 'grade_added' | 'grade_removed' | 'grade_renamed' | 'grade_moved' | 'grade_bought' | 'grade_not_bought'; readonly grade: string }
  /** `grade` null: a base requirement. */
  | { readonly kind: 'limit'; readonly grade: string | null; readonly attr: string; readonly before: GradeCriterion | null; readonly after: GradeCriterion | null };

const limitsOf = ({ min, minInclusive, max, maxInclusive, equals }: GradeCriterion): string => JSON.stringify([min, minInclusive, max, maxInclusive, equals]);

function limitDifferences(grade: string | null, before: readonly GradeCriterion[], after: readonly GradeCriterion[]): SchemeDifference[] {
  const attrs = [...new Set([...before, ...after].map(({ attr }) => attr))];
  return attrs.flatMap((attr) => {
    const [left, right] = [before.find((each) => each.attr === attr) ?? null, after.find((each) => each.attr === attr) ?? null];
    const isSame = left !== null && right !== null && limitsOf(left) === limitsOf(right);
    return isSame ? [] : [{ kind: 'limit' as const, grade, attr, before: left, after: right }];
  });
}

function gradeDifferences(before: Grade, after: Grade): SchemeDifference[] {
  const grade = after.id;
  return [
    ...(before.nameZh === after.nameZh && before.nameEn === after.nameEn ? [] : [{ kind: 'grade_renamed' as const, grade }]),
    ...(before.rank === after.rank ? [] : [{ kind: 'grade_moved' as const, grade }]),
    ...(before.sellable === after.sellable ? [] : [{ kind: after.sellable ? 'grade_bought' as const : 'grade_not_bought' as const, grade }]),
    ...limitDifferences(grade, before.criteria, after.criteria),
  ];
}

const factsOf = ({ nameZh, nameEn, unit, type, choices, measuredAt, decimals, plausible, safety }: GradeAttribute): string =>
  JSON.stringify([nameZh, nameEn, unit, type, choices, measuredAt, decimals, plausible?.min ?? null, plausible?.max ?? null, safety === true]);

/** What changed from one version to the next, attributes first, then grades in the order of the later version. Empty when nothing did. */
export function schemeDifferences(before: GradeScheme, after: GradeScheme): SchemeDifference[] {
  const attributes = after.attributes.flatMap((attribute): SchemeDifference[] => {
    const old = before.attributes.find(({ id }) => id === attribute.id);
    if (old === undefined) return [{ kind: 'attribute_added', attr: attribute.id }];
    return factsOf(old) === factsOf(attribute) ? [] : [{ kind: 'attribute_changed', attr: attribute.id }];
  });
  const grades = after.grades.toSorted((left, right) => left.rank - right.rank).flatMap((grade): SchemeDifference[] => {
    const old = before.grades.find(({ id }) => id === grade.id);
    return old === undefined ? [{ kind: 'grade_added', grade: grade.id }] : gradeDifferences(old, grade);
  });
  return [
    ...attributes,
    ...before.attributes.filter(({ id }) => !after.attributes.some((other) => other.id === id)).map(({ id }): SchemeDifference => ({ kind: 'attribute_removed', attr: id })),
    ...limitDifferences(null, before.baseRequirements, after.baseRequirements),
    ...grades,
    ...before.grades.filter(({ id }) => !after.grades.some((other) => other.id === id)).map(({ id }): SchemeDifference => ({ kind: 'grade_removed', grade: id })),
  ];
}
