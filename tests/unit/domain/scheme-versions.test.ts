import { describe, expect, test } from 'vitest';
import type { Grade, GradeAttribute, GradeCriterion, GradeScheme } from '../../../electron/domain/grade.ts';
import { alternativeGrades } from '../../../electron/domain/scheme-alternative.ts';
import { readFields } from '../../../electron/domain/json-shape.ts';
import { checkDerived } from '../../../electron/domain/scheme-derive.ts';
import { schemeDifferences } from '../../../electron/domain/scheme-difference.ts';
import type { DeductionTerms } from '../../../electron/domain/scheme-file.ts';
import { expectRefusal } from './refusals.ts';

const size: GradeAttribute = { id: 'size', nameZh: '果径', nameEn: 'size', unit: 'mm', type: 'number', choices: [], measuredAt: 'station', decimals: 0, method: null };
const spray: GradeAttribute = { ...size, id: 'spray', nameZh: '打药', nameEn: 'days since spraying', unit: 'day', safety: true };
const colour: GradeAttribute = { ...size, id: 'colour', nameZh: '色', nameEn: 'colour', unit: '', type: 'enum', choices: ['red', 'green'] };
const asks = (attr: string, fields: Partial<GradeCriterion>): GradeCriterion => ({ attr, min: null, minInclusive: true, max: null, maxInclusive: false, equals: null, confidence: null, note: null, ...fields });
const grade = (id: string, rank: number, ...criteria: readonly GradeCriterion[]): Grade => ({ id, nameZh: id, nameEn: id, rank, sellable: true, confidence: 'sample', note: null, criteria });
const moisture: DeductionTerms = { factor: 'moisture', method: 'step_table', basePct: '14', stepPct: '0.5', perStepBp: 50, rejectAbovePct: '18', confidence: null };
type Definition = GradeScheme & { readonly deductions: readonly DeductionTerms[] };
const parent: Definition = {
  code: 'P', name: null, confidence: null, attributes: [size, spray, colour], baseRequirements: [asks('spray', { min: '7' }), asks('colour', { equals: 'red' })],
  grades: [grade('A', 1, asks('size', { min: '50' }), asks('spray', { min: '14', max: '90' })), grade('B', 2, asks('size', { min: '40', max: '50' })), { ...grade('REJ', 3), sellable: false }], deductions: [moisture],
};
const attributeWith = (id: string, fields: Partial<GradeAttribute>): Definition => ({ ...parent, attributes: parent.attributes.map((each) => (each.id === id ? { ...each, ...fields } : each)) });
const gradeWith = (id: string, fields: Partial<Grade>): Definition => ({ ...parent, grades: parent.grades.map((each) => (each.id === id ? { ...each, ...fields } : each)) });
const limitWith = (attr: string, fields: Partial<GradeCriterion>): Definition =>
  ({ ...parent, grades: parent.grades.map((each) => ({ ...each, criteria: each.criteria.map((criterion) => (criterion.attr === attr ? { ...criterion, ...fields } : criterion)) })) });
const baseWith = (...criteria: readonly GradeCriterion[]): Definition => ({ ...parent, baseRequirements: criteria });

describe('a local scheme', () => {
  const said = (child: Definition) => checkDerived(parent, child).map(({ code, subject }) => `${code} ${subject}`.trim());

  test('keeps every limit on a safety attribute in every grade: its ends, whether they count, and what it equals', () => {
    const safe = ['safety_changed spray'];
    for (const fields of [{ min: '13' }, { min: null }, { minInclusive: false }, { max: '91' }, { maxInclusive: true }, { equals: '20' }]) expect(said(limitWith('spray', fields))).toEqual(safe);
    expect(said(gradeWith('A', { criteria: [asks('size', { min: '50' })] }))).toEqual(safe);
    expect(said(gradeWith('B', { criteria: [asks('size', { min: '40', max: '50' }), asks('spray', { min: '3' })] }))).toEqual(safe);
    expect(said(baseWith(asks('spray', { min: '6' }), asks('colour', { equals: 'red' })))).toEqual(safe);
  });

  test('may write the same safety limits in another order, and whether an open end would count says nothing', () => {
    const two = { ...parent, baseRequirements: [asks('spray', { min: '7' }), asks('spray', { max: '365' })] };
    expect(checkDerived(two, { ...two, baseRequirements: two.baseRequirements.toReversed() })).toEqual([]);
    expect(said(baseWith(asks('spray', { min: '7', maxInclusive: true }), asks('colour', { equals: 'red' })))).toEqual([]);
    const onlyMax = { ...parent, baseRequirements: [asks('spray', { max: '365' })] };
    expect(checkDerived(onlyMax, { ...onlyMax, baseRequirements: [asks('spray', { max: '365', minInclusive: false })] })).toEqual([]);
  });

  test('measures what its parent measures, the same way: unit, kind, choices, place, and whether it is for safety', () => {
    for (const fields of [{ unit: 'cm' }, { type: 'bool' as const }, { choices: ['x'] }, { measuredAt: 'laboratory' as const }, { safety: true }]) expect(said(attributeWith('size', fields))).toEqual(['attribute_changed size']);
    for (const fields of [{ unit: 'h' }, { type: 'bool' as const }, { measuredAt: 'laboratory' as const }, { safety: false }]) expect(said(attributeWith('spray', fields))).toEqual(['safety_changed spray']);
    expect(said({ ...parent, attributes: [...parent.attributes, { ...size, id: 'new' }] })).toEqual(['attribute_changed new']);
    expect(said({ ...parent, attributes: [size, spray] })).toEqual(['attribute_changed colour']);
  });

  test('may call things otherwise, say what is usual here, and move its own limits, in any order', () => {
    expect(said(attributeWith('size', { nameZh: '个头', nameEn: 'how big', plausible: { min: '10', max: '90' }, decimals: 1 }))).toEqual([]);
    expect(said(limitWith('size', { min: '38' }))).toEqual([]);
    expect(said({ ...parent, attributes: parent.attributes.toReversed(), grades: parent.grades.toReversed() })).toEqual([]);
  });

  test('has the grades of its parent, bought or not as there', () => {
    expect(said(gradeWith('REJ', { sellable: true }))).toEqual(['grade_changed']);
    expect(said({ ...parent, grades: [...parent.grades, grade('C', 4)] })).toEqual(['grade_changed']);
  });

  test('deducts for the same by the same method and refuses goods where its parent does; how much is its own', () => {
    const terms = (fields: Partial<DeductionTerms>) => said({ ...parent, deductions: [{ ...moisture, ...fields }] });
    for (const fields of [{ factor: 'soil' }, { method: 'dry_matter' as const }, { rejectAbovePct: '20' }, { rejectAbovePct: null }]) expect(terms(fields)).toEqual(['deduction_changed']);
    expect(said({ ...parent, deductions: [] })).toEqual(['deduction_changed']);
    expect(terms({ basePct: '13', perStepBp: 60 })).toEqual([]);
  });

  test('changes nothing at all of a deduction for safety, by whichever name it is measured, and names it once', () => {
    const wetBy = (id: string): Definition => ({ ...parent, attributes: [{ ...size, id, unit: '%', safety: true }], baseRequirements: [], grades: [grade('REJ', 1)] });
    const wet = wetBy('moisture_pct');
    for (const [id, fields] of [['moisture_pct', { basePct: '15' }], ['moisture', { perStepBp: 40 }], ['moisture', { stepPct: '1' }]] as const) {
      expect(checkDerived(wetBy(id), { ...wetBy(id), deductions: [{ ...moisture, ...fields }] })).toEqual([{ code: 'safety_changed', subject: id }]);
    }
    expect(checkDerived(wetBy('rot_pct'), { ...wetBy('rot_pct'), deductions: [{ ...moisture, basePct: '15' }] })).toEqual([]);
    expect(checkDerived(wet, { ...wet, attributes: [{ ...size, id: 'moisture_pct', unit: 'g', safety: true }] })).toEqual([{ code: 'safety_changed', subject: 'moisture_pct' }]);
  });
});

describe('what a version changed', () => {
  const told = (after: Definition, before = parent) => schemeDifferences(before, after).map((each) => ('attr' in each && each.kind !== 'limit' ? `${each.kind} ${each.attr}` : `${each.kind} ${each.grade ?? 'base'}${each.kind === 'limit' ? ` ${each.attr}` : ''}`));

  test('is told of every end of a limit, of one that came and one that went, also among the base requirements', () => {
    for (const fields of [{ min: '51' }, { minInclusive: false }, { maxInclusive: true }, { equals: '45' }]) expect(told(limitWith('size', fields))).toEqual(['limit A size', 'limit B size']);
    expect(told(gradeWith('B', { criteria: [] }))).toEqual(['limit B size']);
    expect(told(gradeWith('REJ', { criteria: [asks('size', { min: '1' })], sellable: false }))).toEqual(['limit REJ size']);
    expect(told(baseWith(asks('spray', { min: '8' }), asks('colour', { equals: 'red' })))).toEqual(['limit base spray']);
    expect(told(baseWith(asks('spray', { min: '7' })))).toEqual(['limit base colour']);
    const gone = schemeDifferences(parent, baseWith(asks('spray', { min: '7' })))[0];
    expect(gone).toMatchObject({ kind: 'limit', before: { equals: 'red' }, after: null });
    expect(told(limitWith('size', { note: 'x', confidence: 'seen' }))).toEqual([]);
  });

  test('is told of a grade by its name in either language, its place, and whether it is bought', () => {
    expect([told(gradeWith('A', { nameZh: '大果' })), told(gradeWith('A', { nameEn: 'big' }))]).toEqual([['grade_renamed A'], ['grade_renamed A']]);
    expect(told(gradeWith('REJ', { rank: 9 }))).toEqual(['grade_moved REJ']);
    expect([told(gradeWith('REJ', { sellable: true })), told(gradeWith('B', { sellable: false }))]).toEqual([['grade_bought REJ'], ['grade_not_bought B']]);
  });

  test('is told of grades that came and went, the later version’s order first, and of attributes before them', () => {
    const later: Definition = { ...parent, attributes: [size, spray, { ...size, id: 'weight' }], grades: [grade('C', 5), ...parent.grades.filter(({ id }) => id !== 'B')] };
    expect(told(later)).toEqual(['attribute_added weight', 'attribute_removed colour', 'grade_added C', 'grade_removed B']);
    const swapped: Definition = { ...parent, grades: parent.grades.toReversed().map((each) => ({ ...each, nameZh: `${each.nameZh}级` })) };
    expect(told(swapped)).toEqual(['grade_renamed A', 'grade_renamed B', 'grade_renamed REJ']);
  });

  test('is told of an attribute by everything that decides how it is measured or asked about, not by the word on its method', () => {
    const facts: readonly Partial<GradeAttribute>[] = [
      { nameZh: '个头' }, { nameEn: 'big' }, { unit: 'cm' }, { type: 'bool' }, { choices: ['x'] }, { measuredAt: 'laboratory' }, { decimals: 2 }, { plausible: { min: '1', max: null } }, { plausible: { min: null, max: '9' } }, { safety: true },
    ];
    for (const fields of facts) expect(told(attributeWith('size', fields))).toEqual(['attribute_changed size']);
    for (const fields of [{ safety: false }, { plausible: null }, { plausible: { min: null, max: null } }, { method: 'with a ring' }]) expect(told(attributeWith('size', fields))).toEqual([]);
  });
});

describe('an alternative scheme that its source gives as whole numbers', () => {
  const read = (fields: object): Grade[] => alternativeGrades(readFields({ confidence: 'seen', grades: [{ id: 'A', ...fields }, { id: 'Z', size_max: 20 }] }, 'alternative'), gradeWith('A', { nameZh: '大果', nameEn: 'big' }));

  test('takes its names from the grades it knows, its order from the file, and its ranges without a gap', () => {
    const [first, second] = read({ size: [50, 59] });
    expect(first).toMatchObject({ id: 'A', nameZh: '大果', nameEn: 'big', rank: 1, sellable: true, confidence: 'seen', criteria: [{ attr: 'size', min: '50', minInclusive: true, max: '60', maxInclusive: false }] });
    expect(second).toMatchObject({ id: 'Z', nameZh: 'Z', nameEn: 'Z', rank: 2, criteria: [{ min: null, max: '21' }] });
    expect(read({ size_min: 50 })[0]?.criteria).toMatchObject([{ min: '50', max: null }]);
  });

  test('is refused on something nobody measures, and with half a range', () => {
    expectRefusal(() => read({ width_min: 5 }), 'attribute_unknown', 'alternative.grades[0].width_min');
    expectRefusal(() => read({ size: [50] }), 'missing', 'alternative.grades[0].size');
  });
});
