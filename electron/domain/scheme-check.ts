import type { BusinessDate } from './business-date.ts';
import { isUnusualAge } from './date-measure.ts';
import { compareDecimals, parseDecimal } from './decimal.ts';
import { isOnLine, type Grade, type GradeAttribute, type GradeCriterion, type GradeScheme } from './grade.ts';
import { compareEdges, rangeOf, stripOf, type StripEdge, type StripSegment } from './grade-strip.ts';
import { inWholeDays, wholeDays } from './whole-days.ts';

/** What is wrong with a scheme, or worth knowing. `stops` may not be saved; the others are said beside the picture. */
export interface SchemeFinding {
  readonly code: 'no_grades' | 'name_missing' | 'attribute_twice' | 'grade_twice' | 'rank_twice' | 'attribute_unknown' | 'choices_missing' | 'not_a_limit' | 'not_whole_days' | 'empty_range'
    | 'plausible_empty' | 'limit_implausible' | 'unreachable' | 'gap' | 'overlap' | 'no_off_grade';
  readonly stops: boolean;
  readonly attr: string | null;
  readonly grade: string | null;
  /** The other grade of an overlap or the better one that takes everything. */
  readonly other: string | null;
  readonly from: StripEdge | null;
  readonly to: StripEdge | null;
}

const finding = (code: SchemeFinding['code'], stops: boolean, more: Partial<SchemeFinding> = {}): SchemeFinding =>
  ({ code, stops, attr: null, grade: null, other: null, from: null, to: null, ...more });

function twice(ids: readonly (string | number)[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(String);
}

function isLimit(attribute: GradeAttribute, text: string | null): boolean {
  return text === null || (attribute.type === 'date' ? wholeDays(text) !== null : attribute.type === 'number' && parseDecimal(text) !== null);
}

/** A limit on a date is a number of days; everything else is a figure that cannot be read. */
const badLimit = ({ type }: GradeAttribute): 'not_whole_days' | 'not_a_limit' => (type === 'date' ? 'not_whole_days' : 'not_a_limit');

/** A range that cannot be read, or has nothing between its ends. */
function attributeFindings(attribute: GradeAttribute): SchemeFinding[] {
  const found: SchemeFinding[] = [];
  if (attribute.nameZh.trim() === '' || attribute.nameEn.trim() === '') found.push(finding('name_missing', true, { attr: attribute.id }));
  if (attribute.type === 'enum' && attribute.choices.length < 2) found.push(finding('choices_missing', true, { attr: attribute.id }));
  const { min = null, max = null } = attribute.plausible ?? {};
  if (!isLimit(attribute, min) || !isLimit(attribute, max)) return [...found, finding(badLimit(attribute), true, { attr: attribute.id })];
  const [low, high] = [min === null ? null : parseDecimal(min), max === null ? null : parseDecimal(max)];
  if (low !== null && high !== null && compareDecimals(low, high) >= 0) found.push(finding('plausible_empty', true, { attr: attribute.id }));
  return found;
}

function isImplausible(attribute: GradeAttribute, limit: string | null): boolean {
  const value = limit === null ? null : parseDecimal(limit);
  const { min = null, max = null } = attribute.plausible ?? {};
  const [low, high] = [min === null ? null : parseDecimal(min), max === null ? null : parseDecimal(max)];
  return value !== null && ((low !== null && compareDecimals(value, low) < 0) || (high !== null && compareDecimals(value, high) > 0));
}

function criterionFindings(scheme: GradeScheme, criterion: GradeCriterion, grade: string | null): SchemeFinding[] {
  const at = { attr: criterion.attr, grade };
  const attribute = scheme.attributes.find(({ id }) => id === criterion.attr);
  if (attribute === undefined) return [finding('attribute_unknown', true, at)];
  if (!isLimit(attribute, criterion.min) || !isLimit(attribute, criterion.max)) return [finding(badLimit(attribute), true, at)];
  // A fixed day would age with the scheme.
  if (attribute.type === 'date' && criterion.equals !== null) return [finding('not_whole_days', true, at)];
  if (attribute.type === 'enum' && criterion.equals !== null && !attribute.choices.includes(String(criterion.equals))) return [finding('not_a_limit', true, at)];
  if (criterion.min === null && criterion.max === null && criterion.equals === null) return [finding('empty_range', true, at)];
  if (rangeOf(criterion) === null) return [finding('empty_range', true, at)];
  return isImplausible(attribute, criterion.min) || isImplausible(attribute, criterion.max) ? [finding('limit_implausible', true, at)] : [];
}

const coversEdge = (wide: StripEdge | null, narrow: StripEdge | null, side: 1 | -1): boolean => wide === null || (narrow !== null && compareEdges(wide, narrow) * side >= 0);

/** Whether all that meets `narrow` also meets `wide`. */
function implies(narrow: GradeCriterion, wide: GradeCriterion): boolean {
  if (wide.equals !== null) return narrow.equals === wide.equals;
  const [inner, outer] = [rangeOf(narrow), rangeOf(wide)];
  if (narrow.equals !== null || inner === null || outer === null) return false;
  return coversEdge(outer.from, inner.from, -1) && coversEdge(outer.to, inner.to, 1);
}

/** A better grade that takes all a grade could ever get, so that the grade is never reached. */
function takenBy(grade: Grade, better: readonly Grade[]): Grade | undefined {
  return better.find((other) => other.criteria.every((wide) => grade.criteria.some((narrow) => narrow.attr === wide.attr && implies(narrow, wide))));
}

function segmentFindings(attr: string, segments: readonly StripSegment[]): SchemeFinding[] {
  return segments.flatMap(({ from, to, grades }) => {
    const [first, second] = grades;
    if (first === undefined) return [finding('gap', false, { attr, from, to })];
    return second === undefined ? [] : [finding('overlap', false, { attr, grade: first, other: second, from, to })];
  });
}

/**
 * Everything a person should know of a scheme before it is saved: what is missing or contradicts itself (stops), stretches that no grade
 * takes (they fall to the last grade without conditions, else they are set aside for a person), and stretches two grades claim (the order
 * decides).
 */
export function checkScheme(written: GradeScheme): SchemeFinding[] {
  const scheme = inWholeDays(written);
  const byRank = scheme.grades.toSorted((left, right) => left.rank - right.rank);
  const hasLastResort = byRank.some((grade) => grade.criteria.length === 0);
  const broken = [
    ...(scheme.grades.length === 0 ? [finding('no_grades', true)] : []),
    ...twice(scheme.attributes.map(({ id }) => id)).map((attr) => finding('attribute_twice', true, { attr })),
    ...twice(scheme.grades.map(({ id }) => id)).map((grade) => finding('grade_twice', true, { grade })),
    ...twice(scheme.grades.map(({ rank }) => rank)).map(() => finding('rank_twice', true)),
    ...scheme.attributes.flatMap(attributeFindings),
    ...scheme.grades.filter((grade) => grade.nameZh.trim() === '' || grade.nameEn.trim() === '').map((grade) => finding('name_missing', true, { grade: grade.id })),
    ...scheme.baseRequirements.flatMap((criterion) => criterionFindings(scheme, criterion, null)),
    ...scheme.grades.flatMap((grade) => grade.criteria.flatMap((criterion) => criterionFindings(scheme, criterion, grade.id))),
  ];
  if (broken.length > 0) return broken;
  const unreached = byRank.flatMap((grade, index) => {
    const better = takenBy(grade, byRank.slice(0, index));
    return better === undefined ? [] : [finding('unreachable', true, { grade: grade.id, other: better.id })];
  });
  const strips = scheme.attributes.filter(isOnLine).flatMap(({ id }) => segmentFindings(id, stripOf(scheme, id)));
  return [...unreached, ...strips, ...(hasLastResort ? [] : [finding('no_off_grade', false)])];
}

/** Whether a measure lies outside what is plausible for its attribute on the day the goods came; it may be kept, but somebody should look twice. */
export function isOutsidePlausible(attribute: GradeAttribute, value: string, day: BusinessDate): boolean {
  return attribute.type === 'date' ? isUnusualAge(attribute, value, day) : attribute.type === 'number' && isImplausible(attribute, value);
}
