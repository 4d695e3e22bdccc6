import type { SchemeDefinition } from '../../../../electron/contract/product.ts';
import type { Grade, GradeAttribute, GradeCriterion } from '../../../../electron/domain/grade.ts';

/** The first free name of a kind: a1, a2 … */
function freeId(letter: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${letter}${String(number)}`)) number += 1;
  return `${letter}${String(number)}`;
}

const emptyCriterion = (attr: string): GradeCriterion => ({ attr, min: null, minInclusive: true, max: null, maxInclusive: false, equals: null, confidence: null, note: null });

const asksSomething = ({ min, max, equals }: GradeCriterion): boolean => min !== null || max !== null || equals !== null;

/** The criteria with one of them changed; one that no longer asks for anything falls away. */
export function withCriterion(criteria: readonly GradeCriterion[], attr: string, change: Partial<GradeCriterion>): GradeCriterion[] {
  const changed = { ...(criteria.find((criterion) => criterion.attr === attr) ?? emptyCriterion(attr)), ...change };
  if (!asksSomething(changed)) return criteria.filter((criterion) => criterion.attr !== attr);
  return criteria.some((criterion) => criterion.attr === attr) ? criteria.map((criterion) => (criterion.attr === attr ? changed : criterion)) : [...criteria, changed];
}

export function withAttribute(definition: SchemeDefinition, id: string, change: Partial<GradeAttribute>): SchemeDefinition {
  return { ...definition, attributes: definition.attributes.map((attribute) => (attribute.id === id ? { ...attribute, ...change } : attribute)) };
}

export function withGrade(definition: SchemeDefinition, id: string, change: Partial<Grade>): SchemeDefinition {
  return { ...definition, grades: definition.grades.map((grade) => (grade.id === id ? { ...grade, ...change } : grade)) };
}

export function addAttribute(definition: SchemeDefinition): SchemeDefinition {
  const id = freeId('a', definition.attributes.map((attribute) => attribute.id));
  return { ...definition, attributes: [...definition.attributes, { id, nameZh: '', nameEn: '', unit: '', type: 'number', choices: [], measuredAt: 'station', decimals: 1, method: null }] };
}

/** Takes an attribute out, and every condition on it. */
export function removeAttribute(definition: SchemeDefinition, id: string): SchemeDefinition {
  const without = (criteria: readonly GradeCriterion[]): GradeCriterion[] => criteria.filter((criterion) => criterion.attr !== id);
  return {
    ...definition, attributes: definition.attributes.filter((attribute) => attribute.id !== id), baseRequirements: without(definition.baseRequirements),
    grades: definition.grades.map((grade) => ({ ...grade, criteria: without(grade.criteria) })),
  };
}

/** Grades in their order, with ranks from 1 on. */
const ranked = (grades: readonly Grade[]): Grade[] => grades.map((grade, index) => ({ ...grade, rank: index + 1 }));

export const inOrder = (definition: SchemeDefinition): Grade[] => definition.grades.toSorted((left, right) => left.rank - right.rank);

/** A new grade stands before the last resort, which takes what is left. */
export function addGrade(definition: SchemeDefinition): SchemeDefinition {
  const grades = inOrder(definition);
  const id = freeId('g', grades.map((grade) => grade.id));
  const grade: Grade = { id, nameZh: '', nameEn: '', rank: 0, sellable: true, criteria: [], confidence: 'sample', note: null };
  const at = grades.findIndex((each) => each.criteria.length === 0);
  return { ...definition, grades: ranked(at < 0 ? [...grades, grade] : [...grades.slice(0, at), grade, ...grades.slice(at)]) };
}

export const removeGrade = (definition: SchemeDefinition, id: string): SchemeDefinition => ({ ...definition, grades: ranked(inOrder(definition).filter((grade) => grade.id !== id)) });

export function moveUp(definition: SchemeDefinition, id: string): SchemeDefinition {
  const grades = inOrder(definition);
  const at = grades.findIndex((grade) => grade.id === id);
  const [above, grade] = [grades[at - 1], grades[at]];
  if (above === undefined || grade === undefined) return definition;
  return { ...definition, grades: ranked([...grades.slice(0, at - 1), grade, above, ...grades.slice(at + 1)]) };
}
