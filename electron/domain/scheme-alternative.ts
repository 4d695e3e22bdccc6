import type { FieldReader } from './json-shape.ts';
import type { Grade, GradeAttribute, GradeCriterion, GradeScheme } from './grade.ts';
import { RuleError } from './rule-error.ts';

/** Whole numbers as a source prints them, both ends inside; null is open. */
interface WholeRange {
  readonly attr: string;
  readonly from: number | null;
  readonly to: number | null;
}

function attributeOf(name: string, attributes: readonly GradeAttribute[], at: string): string {
  const attr = name.replace(/_(?:min|max)$/, '');
  if (!attributes.some(({ id }) => id === attr)) throw new RuleError('attribute_unknown', `${at}.${name}`);
  return attr;
}

function readRange(input: FieldReader, name: string, attributes: readonly GradeAttribute[]): WholeRange {
  const attr = attributeOf(name, attributes, input.at);
  if (name.endsWith('_min')) return { attr, from: input.integer(name), to: null };
  if (name.endsWith('_max')) return { attr, from: null, to: input.integer(name) };
  const [from, to] = input.integers(name);
  if (from === undefined || to === undefined) throw new RuleError('missing', `${input.at}.${name}`);
  return { attr, from, to };
}

/** 100 to 129 becomes 100 up to but not including 130: whole-number classes would leave gaps between 129 and 130. */
function halfOpen({ attr, from, to }: WholeRange): GradeCriterion {
  return {
    attr,
    min: from === null ? null : String(from),
    minInclusive: true,
    max: to === null ? null : String(to + 1),
    maxInclusive: false,
    equals: null,
    confidence: null,
    note: null,
  };
}

/**
 * Grades of an alternative scheme, which its source gives only as ranges of whole numbers by grade id. Names come from the grades of the
 * main scheme with the same id. Refuses ranges on attributes the product does not have (`attribute_unknown`).
 */
export function alternativeGrades(alternative: FieldReader, main: GradeScheme): Grade[] {
  return alternative.objects('grades').map((input, index) => {
    const id = input.text('id');
    const known = main.grades.find((grade) => grade.id === id);
    const ranges = input.names().filter((name) => name !== 'id').map((name) => readRange(input, name, main.attributes));
    return {
      id,
      nameZh: known?.nameZh ?? id,
      nameEn: known?.nameEn ?? id,
      rank: index + 1,
      sellable: true,
      criteria: ranges.map(halfOpen),
      confidence: alternative.text('confidence'),
      note: null,
    };
  });
}
