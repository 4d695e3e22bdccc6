import { compareDecimals, requireDecimal } from './decimal.ts';
import type { Grade, GradeCriterion, GradeScheme } from './grade.ts';
import { inWholeDays } from './whole-days.ts';

/** A place on the line of one attribute: a value, and whether the cut lies before or behind it. Null is the open end. */
export interface StripEdge {
  readonly value: string;
  readonly behind: boolean;
}

/** A stretch of one attribute, half-open between two edges, with the grades whose condition on this attribute it meets, best first. */
export interface StripSegment {
  readonly from: StripEdge | null;
  readonly to: StripEdge | null;
  readonly grades: readonly string[];
}

/** Orders two edges of one attribute: by value, and the cut before a value ahead of the one behind it. */
export function compareEdges(left: StripEdge, right: StripEdge): number {
  const byValue = compareDecimals(requireDecimal(left.value, 'limit'), requireDecimal(right.value, 'limit'));
  return byValue === 0 ? Number(left.behind) - Number(right.behind) : byValue;
}

const lowerEdge = (criterion: GradeCriterion): StripEdge | null => (criterion.min === null ? null : { value: criterion.min, behind: !criterion.minInclusive });
const upperEdge = (criterion: GradeCriterion): StripEdge | null => (criterion.max === null ? null : { value: criterion.max, behind: criterion.maxInclusive });

/** The edges of a criterion; null for one that no value can meet. */
export function rangeOf(criterion: GradeCriterion): { readonly from: StripEdge | null; readonly to: StripEdge | null } | null {
  const from = lowerEdge(criterion);
  const to = upperEdge(criterion);
  return from !== null && to !== null && compareEdges(from, to) >= 0 ? null : { from, to };
}

function spans(grade: Grade, attr: string, from: StripEdge | null, to: StripEdge | null): boolean {
  return grade.criteria.filter((criterion) => criterion.attr === attr).every((criterion) => {
    const range = rangeOf(criterion);
    if (range === null) return false;
    const startsBefore = range.from === null || (from !== null && compareEdges(range.from, from) <= 0);
    const endsAfter = range.to === null || (to !== null && compareEdges(range.to, to) >= 0);
    return startsBefore && endsAfter;
  });
}

/** Goods are at least 0 days old: what lies before that is no stretch of a date. */
const isBeforeToday = ({ to }: StripSegment): boolean => to !== null && compareEdges(to, { value: '0', behind: false }) <= 0;

/**
 * Cuts the line of a number, or of the days behind a date, at every limit of the grades. Every value lies in exactly one segment, because each segment ends
 * where the next begins. Grades that ask nothing of the attribute are left out; an attribute nobody asks for gives no segments.
 */
export function stripOf(written: GradeScheme, attr: string): StripSegment[] {
  const scheme = inWholeDays(written);
  const isDate = scheme.attributes.some(({ id, type }) => id === attr && type === 'date');
  const grades = scheme.grades.filter((grade) => grade.criteria.some((criterion) => criterion.attr === attr)).toSorted((left, right) => left.rank - right.rank);
  if (grades.length === 0) return [];
  const edges = grades.flatMap((grade) => grade.criteria).flatMap((criterion) => (criterion.attr === attr ? [lowerEdge(criterion), upperEdge(criterion)] : [])).filter((edge) => edge !== null).toSorted(compareEdges)
    .filter((edge, index, all) => { const before = all[index - 1]; return before === undefined || compareEdges(before, edge) !== 0; });
  const ends: readonly (StripEdge | null)[] = [null, ...edges];
  const segments = ends.map((from, index): StripSegment => {
    const to = ends[index + 1] ?? null;
    return { from, to, grades: grades.filter((grade) => spans(grade, attr, from, to)).map((grade) => grade.id) };
  });
  return isDate ? segments.filter((segment) => !isBeforeToday(segment)) : segments;
}

/** Whether a value lies in a segment. Refuses text that is no decimal. */
export function isInSegment(segment: Pick<StripSegment, 'from' | 'to'>, value: string): boolean {
  const place = { value, behind: false };
  const point = { value, behind: true };
  return (segment.from === null || compareEdges(segment.from, place) <= 0) && (segment.to === null || compareEdges(segment.to, point) >= 0);
}
