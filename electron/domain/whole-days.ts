import { OLDEST_DAYS } from './date-measure.ts';
import type { GradeCriterion, GradeScheme } from './grade.ts';

/** Days as a limit on a date gives them: whole, at least 0, at most the day behind `OLDEST_DAYS`; null for any other text. */
export function wholeDays(text: string): number | null {
  return /^\d{1,4}$/.test(text) && Number(text) <= OLDEST_DAYS + 1 ? Number(text) : null;
}

const nextDay = (text: string): string => { const days = wholeDays(text); return days === null ? text : String(days + 1); };

function halfOpen(criterion: GradeCriterion): GradeCriterion {
  const { min, minInclusive, max, maxInclusive } = criterion;
  return { ...criterion, min: min === null || minInclusive ? min : nextDay(min), minInclusive: true, max: max === null || !maxInclusive ? max : nextDay(max), maxInclusive: false };
}

/**
 * The scheme with every limit on a date written half-open: up to and with 3 days is below 4, because an age has no half days. So a grade up
 * to 3 days and one from 4 days on leave nothing between them, and the same two said otherwise do not count as different stretches.
 */
export function inWholeDays<Scheme extends GradeScheme>(scheme: Scheme): Scheme {
  const dates = new Set(scheme.attributes.filter(({ type }) => type === 'date').map(({ id }) => id));
  if (dates.size === 0) return scheme;
  const written = (criteria: readonly GradeCriterion[]): GradeCriterion[] => criteria.map((criterion) => (dates.has(criterion.attr) ? halfOpen(criterion) : criterion));
  return { ...scheme, baseRequirements: written(scheme.baseRequirements), grades: scheme.grades.map((grade) => ({ ...grade, criteria: written(grade.criteria) })) };
}
