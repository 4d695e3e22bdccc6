import { describe, expect, test } from 'vitest';
import type { Grade, GradeAttribute, GradeCriterion, GradeScheme } from '../../../electron/domain/grade.ts';
import { rangeOf, stripOf } from '../../../electron/domain/grade-strip.ts';
import { checkScheme, isOutsidePlausible } from '../../../electron/domain/scheme-check.ts';

const today = '2026-11-25';
const size: GradeAttribute = { id: 'size_mm', nameZh: '果径', nameEn: 'size', unit: 'mm', type: 'number', choices: [], measuredAt: 'station', decimals: 0, method: null };
const colour: GradeAttribute = { ...size, id: 'colour', nameZh: '色', nameEn: 'colour', unit: 'enum', type: 'enum', choices: ['red', 'green'] };
const open: GradeCriterion = { attr: 'size_mm', min: null, minInclusive: true, max: null, maxInclusive: false, equals: null, confidence: null, note: null };
const grade = (id: string, rank: number, ...criteria: readonly Partial<GradeCriterion>[]): Grade =>
  ({ id, nameZh: id, nameEn: id, rank, sellable: true, confidence: 'sample', note: null, criteria: criteria.map((each) => ({ ...open, ...each })) });
const scheme = (grades: readonly Grade[], fields: Partial<GradeScheme> = {}): GradeScheme => ({ code: 'X', name: null, confidence: null, attributes: [size, colour], baseRequirements: [], grades, ...fields });
const [best, rest] = [grade('A', 1, { min: '50' }), grade('REJ', 9)];
const codes = (checked: GradeScheme): string[] => checkScheme(checked).map(({ code, attr, grade: id, other }) => [code, attr, id, other].filter((word) => word !== null).join(' '));

describe('what stops a scheme', () => {
  test('two grades of one rank, because the order decides which is proposed', () => {
    expect(codes(scheme([best, grade('B', 1, { min: '40', max: '50' }), rest]))).toEqual(['rank_twice']);
    expect(codes(scheme([best, grade('B', 2, { min: '40', max: '50' }), rest]))).not.toContain('rank_twice');
  });

  test('an identifier used twice, of attributes and of grades, each named once', () => {
    expect(codes(scheme([best, rest], { attributes: [size, size, size, colour] }))).toEqual(['attribute_twice size_mm']);
    expect(codes(scheme([best, { ...best, rank: 2 }, rest]))).toEqual(['grade_twice A']);
  });

  test('a name missing in one language, of a grade or an attribute, and no grade at all', () => {
    expect(codes(scheme([{ ...best, nameEn: ' ' }, { ...rest, nameZh: '' }]))).toEqual(['name_missing A', 'name_missing REJ']);
    expect(codes(scheme([best, rest], { attributes: [{ ...size, nameZh: '' }, { ...colour, nameEn: ' ' }] }))).toEqual(['name_missing size_mm', 'name_missing colour']);
    expect(codes(scheme([]))).toEqual(['no_grades']);
  });

  test('a choice with one answer only, and a condition on an answer that is not there', () => {
    expect(codes(scheme([best, rest], { attributes: [size, { ...colour, choices: ['red'] }] }))).toEqual(['choices_missing colour']);
    expect(codes(scheme([grade('A', 1, { attr: 'colour', equals: 'blue' }), rest]))).toEqual(['not_a_limit colour A']);
    expect(codes(scheme([grade('A', 1, { attr: 'colour', equals: 'red' }), rest]))).toEqual([]);
  });

  test('a condition on what is not measured, also among the base requirements; and one that asks nothing', () => {
    expect(codes(scheme([grade('A', 1, { attr: 'weight', min: '1' }), rest]))).toEqual(['attribute_unknown weight A']);
    expect(codes(scheme([best, rest], { baseRequirements: [{ ...open, attr: 'weight', min: '1' }] }))).toEqual(['attribute_unknown weight']);
    expect(codes(scheme([grade('A', 1, {}), rest]))).toEqual(['empty_range size_mm A']);
    expect(codes(scheme([grade('A', 1, { min: 'big' }), rest]))).toEqual(['not_a_limit size_mm A']);
    expect(codes(scheme([grade('A', 1, { max: 'big' }), rest]))).toEqual(['not_a_limit size_mm A']);
  });

  test('a range with nothing in it: 5 up to but without 5 is empty, 5 with 5 is not, and neither is behind 5 up to 6', () => {
    expect(rangeOf({ ...open, min: '5', max: '5' })).toBeNull();
    expect(rangeOf({ ...open, min: '5', max: '5', minInclusive: false, maxInclusive: true })).toBeNull();
    expect(rangeOf({ ...open, min: '6', max: '5' })).toBeNull();
    expect(rangeOf({ ...open, min: '5', max: '5', maxInclusive: true })).toEqual({ from: { value: '5', behind: false }, to: { value: '5', behind: true } });
    expect(rangeOf({ ...open, min: '5', max: '6', minInclusive: false })).not.toBeNull();
    expect(codes(scheme([grade('A', 1, { min: '5', max: '5' }), rest]))).toEqual(['empty_range size_mm A']);
  });
});

describe('what is plausible', () => {
  const usual = (min: string | null, max: string | null): GradeAttribute => ({ ...size, plausible: { min, max } });

  test('both ends are inside, each end counts alone, and only a number is asked', () => {
    expect(['9', '10', '90', '91'].map((value) => isOutsidePlausible(usual('10', '90'), value, today))).toEqual([true, false, false, true]);
    expect([isOutsidePlausible(usual('10', null), '999', today), isOutsidePlausible(usual('10', null), '9.9', today), isOutsidePlausible(usual(null, '90'), '0', today), isOutsidePlausible(usual(null, '90'), '90.1', today)]).toEqual([false, true, false, true]);
    expect(isOutsidePlausible({ ...colour, plausible: { min: '1', max: '2' } }, '9', today)).toBe(false);
  });

  test('a range of nothing, an end that is no figure, and a limit of a grade outside are found; a limit at the end is not', () => {
    const at = (attribute: GradeAttribute) => codes(scheme([best, rest], { attributes: [attribute, colour] }));
    const alone = (attribute: GradeAttribute) => codes(scheme([grade('A', 1, { attr: 'colour', equals: 'red' }), rest], { attributes: [attribute, colour] }));
    expect([alone(usual('10', '10')), alone(usual('x', '10')), alone(usual('1', 'x'))]).toEqual([['plausible_empty size_mm'], ['not_a_limit size_mm'], ['not_a_limit size_mm']]);
    expect([at(usual('51', '90')), at(usual('10', '49'))]).toEqual([['limit_implausible size_mm A'], ['limit_implausible size_mm A']]);
    for (const fine of [usual('50', '90'), usual('10', '50'), usual(null, null)]) expect(at(fine).filter((code) => code.startsWith('limit') || code.startsWith('plausible'))).toEqual([]);
  });
});

describe('grades that are never reached', () => {
  test('a better one takes all of it, by a range as wide or wider; one that leaves something does not', () => {
    const under = (criterion: Partial<GradeCriterion>, better: Partial<GradeCriterion> = { min: '40', max: '60' }) => codes(scheme([grade('A', 1, better), grade('B', 2, criterion), rest])).filter((code) => code.startsWith('unreachable'));
    expect([under({ min: '40', max: '60' }), under({ min: '45', max: '55' })]).toEqual([['unreachable B A'], ['unreachable B A']]);
    expect([under({ min: '39', max: '60' }), under({ min: '40', max: '60', maxInclusive: true }), under({ min: '40' }), under({ max: '60' })]).toEqual([[], [], [], []]);
    expect(under({ attr: 'colour', equals: 'red' }, { attr: 'colour', equals: 'red' })).toEqual(['unreachable B A']);
    expect(under({ attr: 'colour', equals: 'green' }, { attr: 'colour', equals: 'red' })).toEqual([]);
    expect(under({ attr: 'colour', equals: 'red' }, { min: '40' })).toEqual([]);
    expect([under({ equals: '45' }), under({ equals: '39' })]).toEqual([[], []]);
    expect(under({ min: '45', max: '55' }, { equals: '45' })).toEqual([]);
    expect(codes(scheme([rest, grade('Z', 10, { min: '1' })])).filter((code) => code.startsWith('unreachable'))).toEqual(['unreachable Z REJ']);
    expect(codes(scheme([best]))).toContain('no_off_grade');
  });
});

describe('a grade with two conditions on one attribute', () => {
  test('takes only the stretch that meets both', () => {
    const both = scheme([grade('A', 1, { min: '40' }, { max: '60' }), rest]);
    expect(stripOf(both, 'size_mm').map(({ from, to, grades }) => [from?.value ?? null, to?.value ?? null, ...grades])).toEqual([[null, '40'], ['40', '60', 'A'], ['60', null]]);
  });
});
