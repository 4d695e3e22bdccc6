import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GradeCriterion, GradeScheme } from '../../../electron/domain/grade.ts';
import { proposeGrade } from '../../../electron/domain/grade.ts';
import { isInSegment, stripOf } from '../../../electron/domain/grade-strip.ts';
import { checkScheme } from '../../../electron/domain/scheme-check.ts';
import { checkDerived } from '../../../electron/domain/scheme-derive.ts';

const tenths = fc.integer({ min: -50, max: 50 }).map((value) => `${value < 0 ? '-' : ''}${String(Math.trunc(Math.abs(value) / 10))}.${String(Math.abs(value) % 10)}`);
const range = (attr: string) => fc.record({ min: fc.option(tenths), max: fc.option(tenths), minInclusive: fc.boolean(), maxInclusive: fc.boolean() })
  .map((limits): GradeCriterion => ({ attr, equals: null, confidence: null, note: null, ...limits }));

const scheme = (ranges: readonly GradeCriterion[], base: readonly GradeCriterion[] = []) => ({
  code: 'T', name: null, confidence: null, baseRequirements: base, deductions: [],
  attributes: ['size', 'spray'].map((id) => ({ id, nameZh: id, nameEn: id, unit: 'mm', type: 'number' as const, choices: [], measuredAt: 'station' as const, decimals: 1, method: null, safety: id === 'spray' })),
  grades: ranges.map((criterion, index) => ({ id: `G${String(index + 1)}`, nameZh: '级', nameEn: 'grade', rank: index + 1, sellable: true, criteria: [criterion], confidence: 'seen', note: null })),
}) satisfies GradeScheme & { deductions: readonly [] };

test('every value lies in exactly one stretch, and the first grade of the stretch is the one the scheme proposes', () => {
  fc.assert(fc.property(fc.array(range('size'), { minLength: 1, maxLength: 6 }), tenths, (ranges, value) => {
    const graded = scheme(ranges);
    const meeting = stripOf(graded, 'size').filter((segment) => isInSegment(segment, value));
    expect(meeting).toHaveLength(1);
    expect(meeting[0]?.grades[0] ?? null).toBe(proposeGrade(graded, { size: value }).gradeId);
  }), { numRuns: 1_000 });
});

test('neighbouring stretches share their edge, so that nothing lies between them', () => {
  fc.assert(fc.property(fc.array(range('size'), { minLength: 1, maxLength: 6 }), (ranges) => {
    const segments = stripOf(scheme(ranges), 'size');
    segments.slice(1).forEach((segment, index) => expect(segment.from).toEqual(segments[index]?.to));
    expect([segments[0]?.from, segments.at(-1)?.to]).toEqual([null, null]);
  }));
});

test('a grade called unreachable is never proposed, whatever is measured', () => {
  fc.assert(fc.property(fc.array(range('size'), { minLength: 2, maxLength: 5 }), fc.array(tenths, { minLength: 20, maxLength: 20 }), (ranges, values) => {
    const graded = scheme(ranges);
    const unreachable = checkScheme(graded).filter(({ code }) => code === 'unreachable').map(({ grade }) => grade);
    for (const value of values) expect(unreachable).not.toContain(proposeGrade(graded, { size: value }).gradeId);
  }), { numRuns: 500 });
});

test('a local scheme that is allowed never lets through what fails a safety requirement of its parent', () => {
  const other = fc.array(range('size'), { minLength: 2, maxLength: 2 });
  fc.assert(fc.property(other, other, range('spray'), fc.boolean(), range('spray'), tenths, tenths, (before, after, safe, changes, changed, size, spray) => {
    const parent = scheme(before, [safe]);
    const child = scheme(after, [changes ? changed : safe]);
    if (checkDerived(parent, child).length > 0) return;
    const failsSafety = proposeGrade(parent, { size, spray }).failed.some(({ gradeId }) => gradeId === null);
    if (failsSafety) expect(proposeGrade(child, { size, spray }).gradeId).toBeNull();
  }), { numRuns: 2_000 });
});
