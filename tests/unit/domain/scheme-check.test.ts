import { expect, test } from 'vitest';
import seed from '../../../db/seed/grade-schemes.json' with { type: 'json' };
import { checkScheme, isOutsidePlausible } from '../../../electron/domain/scheme-check.ts';
import { checkDerived } from '../../../electron/domain/scheme-derive.ts';
import { schemeDifferences } from '../../../electron/domain/scheme-difference.ts';
import { parseSchemeFile } from '../../../electron/domain/scheme-file.ts';
import { definitionSchema } from '../../../electron/contract/grading.ts';
import type { GradeCriterion } from '../../../electron/domain/grade.ts';

const products = parseSchemeFile(seed).products;
const definitionOf = (code: string) => {
  const product = products.find((candidate) => candidate.code === code);
  const scheme = product?.schemes[0];
  if (product === undefined || scheme === undefined) throw new Error(`no ${code}`);
  return { ...scheme, deductions: product.deductions };
};
const plum = definitionOf('PLUM-ZN');
const withLimit = (criteria: readonly GradeCriterion[], attr: string, change: Partial<GradeCriterion>) => criteria.map((criterion) => (criterion.attr === attr ? { ...criterion, ...change } : criterion));

test('every scheme that comes with the program may be saved again as it is', () => {
  expect(products.flatMap((product) => checkScheme(definitionOf(product.code)).filter(({ stops }) => stops).map(({ code, grade, attr }) => `${product.code} ${code} ${grade ?? ''} ${attr ?? ''}`))).toEqual([]);
});

test('every scheme that comes with the program is of the shape the editor sends', () => {
  for (const product of products) for (const scheme of product.schemes) expect(definitionSchema.safeParse({ ...scheme, deductions: product.deductions }).error?.issues ?? []).toEqual([]);
});

test('a stretch between two grades that neither takes is named as a gap', () => {
  const gapped = { ...plum, grades: plum.grades.map((grade) => (grade.id === '3A' ? { ...grade, criteria: withLimit(grade.criteria, 'diameter_mm', { min: '46' }) } : grade)) };
  expect(checkScheme(gapped).filter(({ code, from }) => code === 'gap' && from !== null).map(({ attr, from, to }) => [attr, from?.value, to?.value])).toContainEqual(['diameter_mm', '45', '46']);
});

test('two grades that claim the same stretch are named, the better one first', () => {
  const doubled = { ...plum, grades: plum.grades.map((grade) => (grade.id === '3A' ? { ...grade, criteria: withLimit(grade.criteria, 'diameter_mm', { max: '52' }) } : grade)) };
  expect(checkScheme(doubled).filter(({ code }) => code === 'overlap').map(({ grade, other, from, to }) => [grade, other, from?.value, to?.value])).toEqual([['4A', '3A', '50', '52']]);
});

test('a limit outside the plausible range, an empty stretch and a grade that is never reached stop the saving', () => {
  const attributes = plum.attributes.map((attribute) => (attribute.id === 'diameter_mm' ? { ...attribute, plausible: { min: '20', max: '48' } } : attribute));
  expect(checkScheme({ ...plum, attributes }).filter(({ stops }) => stops).map(({ code, grade }) => [code, grade])).toContainEqual(['limit_implausible', '4A']);
  const turned = { ...plum, grades: plum.grades.map((grade) => (grade.id === '3A' ? { ...grade, criteria: withLimit(grade.criteria, 'diameter_mm', { min: '50', max: '45' }) } : grade)) };
  expect(checkScheme(turned).map(({ code, stops }) => [code, stops])).toEqual([['empty_range', true]]);
  const hidden = { ...plum, grades: plum.grades.map((grade) => (grade.id === '4A' ? { ...grade, criteria: withLimit(grade.criteria, 'diameter_mm', { min: '40' }) } : grade)) };
  expect(checkScheme(hidden).filter(({ code }) => code === 'unreachable').map(({ grade, other }) => [grade, other])).toEqual([['3A', '4A'], ['2A', '4A']]);
});

test('a plausible range without anything between its ends stops the saving', () => {
  const ranged = (min: string, max: string): string[] => checkScheme({ ...plum, attributes: plum.attributes.map((attribute) => (attribute.id === 'days_since_spray' ? { ...attribute, plausible: { min, max } } : attribute)) }).filter(({ stops }) => stops).map(({ code }) => code);
  expect(ranged('0', '90')).toEqual([]);
  expect(ranged('15', '15.0')).toEqual(['plausible_empty']);
  expect(ranged('90', '0')).toContain('plausible_empty');
});

test('a measure outside the plausible range is told, its ends are inside', () => {
  const attribute = { ...plum.attributes[0], id: 'x', nameZh: 'x', nameEn: 'x', unit: 'mm', type: 'number' as const, choices: [], measuredAt: 'station' as const, decimals: 0, method: null, plausible: { min: '20', max: '70' } };
  expect(['19.9', '20', '70', '70.1'].map((value) => isOutsidePlausible(attribute, value, '2026-11-25'))).toEqual([true, false, false, true]);
});

test('a local scheme may move a size limit, but neither a safety limit, nor the flag, nor the grades', () => {
  const local = { ...plum, grades: plum.grades.map((grade) => (grade.id === 'A' ? { ...grade, criteria: withLimit(grade.criteria, 'diameter_mm', { min: '33' }) } : grade)) };
  expect(checkDerived(plum, local)).toEqual([]);
  expect(checkDerived(plum, { ...plum, baseRequirements: withLimit(plum.baseRequirements, 'days_since_spray', { min: '7' }) })).toEqual([{ code: 'safety_changed', subject: 'days_since_spray' }]);
  expect(checkDerived(plum, { ...plum, baseRequirements: plum.baseRequirements.filter(({ attr }) => attr !== 'days_since_spray') })).toEqual([{ code: 'safety_changed', subject: 'days_since_spray' }]);
  expect(checkDerived(plum, { ...plum, attributes: plum.attributes.map((attribute) => ({ ...attribute, safety: false })) })[0]).toEqual({ code: 'safety_changed', subject: 'days_since_spray' });
  expect(checkDerived(plum, { ...plum, grades: plum.grades.slice(1) })).toEqual([{ code: 'grade_changed', subject: '' }]);
});

test('what changed between two versions is told grade by grade, and nothing where nothing did', () => {
  const later = { ...plum, grades: plum.grades.map((grade) => (grade.id === 'A' ? { ...grade, nameZh: '小果', criteria: withLimit(grade.criteria, 'diameter_mm', { min: '33' }) } : grade)) };
  expect(schemeDifferences(plum, plum)).toEqual([]);
  expect(schemeDifferences(plum, later).map((each) => [each.kind, 'grade' in each ? each.grade : null, 'after' in each ? each.after?.min : null])).toEqual([['grade_renamed', 'A', null], ['limit', 'A', '33']]);
});
