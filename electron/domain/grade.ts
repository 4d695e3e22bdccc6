import { compareDecimals, requireDecimal } from './decimal.ts';
import { RuleError } from './rule-error.ts';

/** How sure a figure is: seen in a public text, recalled from a standard, or a sample the cooperative must approve. */
export type Confidence = string;

/** Something that is measured or judged on goods. */
export interface GradeAttribute {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unit: string;
  /** A `date` is entered as a day and judged as the age of the goods in whole days; its limits are days. */
  readonly type: 'number' | 'enum' | 'bool' | 'date';
  /** Values of an enum; empty for the other types. */
  readonly choices: readonly string[];
  readonly measuredAt: 'station' | 'laboratory';
  /** Decimals a measuring device shows; null where counting decimals makes no sense. */
  readonly decimals: number | null;
  readonly method: string | null;
  /** What is usual for the product, decimal text, both ends inside; a measure outside asks the person to look twice. */
  readonly plausible?: { readonly min: string | null; readonly max: string | null } | null;
  /** Mandatory for safety: no local scheme may change it or a condition on it. */
  readonly safety?: boolean;
}

/** A condition on one attribute. Limits are decimal text; `min` counts as inside and `max` as outside unless the flags say otherwise. */
export interface GradeCriterion {
  readonly attr: string;
  readonly min: string | null;
  readonly minInclusive: boolean;
  readonly max: string | null;
  readonly maxInclusive: boolean;
  readonly equals: string | boolean | null;
  readonly confidence: Confidence | null;
  readonly note: string | null;
}

/** One grade; rank 1 is the best. Empty criteria make it the last resort. */
export interface Grade {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly rank: number;
  readonly sellable: boolean;
  readonly criteria: readonly GradeCriterion[];
  readonly confidence: Confidence;
  readonly note: string | null;
  /** What the village calls it (统货, 选货); for searching and for the paper book. */
  readonly localNames?: readonly string[];
}

/** One version of a grading standard for one product. */
export interface GradeScheme {
  readonly code: string;
  readonly name: string | null;
  readonly confidence: Confidence | null;
  readonly attributes: readonly GradeAttribute[];
  readonly baseRequirements: readonly GradeCriterion[];
  readonly grades: readonly Grade[];
}

/** A measured value: decimal text (of a date the age in whole days), a choice, yes or no; null (or absent) when it was not measured. */
export type Measures = Readonly<Record<string, string | boolean | null>>;

/** What the measures say. `set_aside` and `incomplete` never carry a grade: a person decides. */
export interface GradeProposal {
  readonly outcome: 'proposed' | 'incomplete' | 'set_aside';
  readonly gradeId: string | null;
  /** Attributes that would have to be measured, in the order of the scheme. */
  readonly unknown: readonly string[];
  /** Criteria that failed on measured values; `gradeId` null is a base requirement. */
  readonly failed: readonly { readonly gradeId: string | null; readonly attr: string }[];
}

/** Whether an attribute is judged by limits on a line: a number, or the age behind a date. */
export const isOnLine = ({ type }: Pick<GradeAttribute, 'type'>): boolean => type === 'number' || type === 'date';

function checkChoice(attribute: GradeAttribute, measure: string | boolean): void {
  const holds = attribute.type === 'bool' ? typeof measure === 'boolean' : typeof measure === 'string' && attribute.choices.includes(measure);
  if (!holds) throw new RuleError('not_a_choice', attribute.id);
}

function numberHolds(criterion: GradeCriterion, attribute: GradeAttribute, measure: string | boolean): boolean {
  if (typeof measure !== 'string') throw new RuleError('not_a_decimal', attribute.id);
  const value = requireDecimal(measure, attribute.id);
  const isShare = attribute.unit === '%';
  if (isShare && (value.digits < 0n || compareDecimals(value, { digits: 100n, scale: 0 }) > 0)) {
    throw new RuleError('percentage_out_of_range', attribute.id);
  }
  const against = (limit: string): number => compareDecimals(value, requireDecimal(limit, attribute.id));
  if (criterion.min !== null && against(criterion.min) < (criterion.minInclusive ? 0 : 1)) return false;
  if (criterion.max !== null && against(criterion.max) > (criterion.maxInclusive ? 0 : -1)) return false;
  return typeof criterion.equals !== 'string' || against(criterion.equals) === 0;
}

function judge(scheme: GradeScheme, criterion: GradeCriterion, measures: Measures): 'passed' | 'failed' | 'unknown' {
  const attribute = scheme.attributes.find((candidate) => candidate.id === criterion.attr);
  if (attribute === undefined) throw new RuleError('attribute_unknown', criterion.attr);
  const measure = Object.hasOwn(measures, criterion.attr) ? measures[criterion.attr] ?? null : null;
  if (measure === null) return 'unknown';
  if (isOnLine(attribute)) return numberHolds(criterion, attribute, measure) ? 'passed' : 'failed';
  checkChoice(attribute, measure);
  return criterion.equals === null || criterion.equals === measure ? 'passed' : 'failed';
}

/**
 * Proposes a grade from measures; decimals are compared as text, exactly. Base requirements come first: a failed one sets the lot
 * aside. Then grades are tried from the best; the first whose criteria all hold is proposed, but a criterion that was not measured
 * in it or in any better grade makes the result incomplete: unknown is never passed. Where no grade holds the lot is set aside.
 * Refuses values that do not fit their attribute (`not_a_decimal`, `percentage_out_of_range`, `not_a_choice`) and criteria on an
 * attribute the scheme does not have (`attribute_unknown`). Source: reading rules of the scheme file.
 */
export function proposeGrade(scheme: GradeScheme, measures: Measures): GradeProposal {
  const unknown = new Set<string>();
  const failed: { gradeId: string | null; attr: string }[] = [];
  const holds = (criteria: readonly GradeCriterion[], gradeId: string | null): boolean => {
    const verdicts = criteria.map((criterion) => {
      const verdict = judge(scheme, criterion, measures);
      if (verdict === 'unknown') unknown.add(criterion.attr);
      if (verdict === 'failed') failed.push({ gradeId, attr: criterion.attr });
      return verdict;
    });
    return verdicts.every((verdict) => verdict === 'passed');
  };
  const answer = (outcome: GradeProposal['outcome'], gradeId: string | null): GradeProposal => ({
    outcome, gradeId, unknown: scheme.attributes.map(({ id }) => id).filter((id) => unknown.has(id)), failed,
  });

  holds(scheme.baseRequirements, null);
  if (failed.length > 0) return answer('set_aside', null);
  const byRank = scheme.grades.toSorted((left, right) => left.rank - right.rank);
  const best = byRank.find((grade) => holds(grade.criteria, grade.id));
  if (unknown.size > 0) return answer('incomplete', null);
  return best === undefined ? answer('set_aside', null) : answer('proposed', best.id);
}
