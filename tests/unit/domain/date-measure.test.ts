import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../../../electron/contract/grading.ts';
import { addDays, businessDate, startOfDay } from '../../../electron/domain/business-date.ts';
import { ageInDays, ageOf, OLDEST_DAYS, schemeMeasures } from '../../../electron/domain/date-measure.ts';
import { proposeGrade, type Grade, type GradeAttribute, type GradeCriterion, type GradeScheme } from '../../../electron/domain/grade.ts';
import { stripOf } from '../../../electron/domain/grade-strip.ts';
import { checkScheme, isOutsidePlausible } from '../../../electron/domain/scheme-check.ts';
import { checkDerived } from '../../../electron/domain/scheme-derive.ts';
import { expectRefusal } from './refusals.ts';

const today = '2026-11-25';
const picked: GradeAttribute = { id: 'picked', nameZh: '采摘日', nameEn: 'picked on', unit: '', type: 'date', choices: [], measuredAt: 'station', decimals: null, method: null };
const asks = (fields: Partial<GradeCriterion>): GradeCriterion => ({ attr: 'picked', min: null, minInclusive: true, max: null, maxInclusive: false, equals: null, confidence: null, note: null, ...fields });
const grade = (id: string, rank: number, ...criteria: readonly GradeCriterion[]): Grade => ({ id, nameZh: id, nameEn: id, rank, sellable: true, confidence: 'sample', note: null, criteria });
const scheme = (grades: readonly Grade[], attribute: Partial<GradeAttribute> = {}): GradeScheme & { deductions: readonly [] } =>
  ({ code: 'X', name: null, confidence: null, attributes: [{ ...picked, ...attribute }], baseRequirements: [], grades, deductions: [] });
const fresh = scheme([grade('A', 1, asks({ max: '2' })), grade('B', 2, asks({ min: '2', max: '5' })), grade('REJ', 9)]);
const gradeOf = (graded: GradeScheme, date: string, day = today) => proposeGrade(graded, schemeMeasures(graded.attributes, [['picked', date]], day)).gradeId;
const codes = (checked: GradeScheme): string[] => checkScheme(checked).map(({ code, grade: id }) => [code, id].filter((word) => word !== null).join(' '));

describe('goods graded by the day they were picked', () => {
  it('are as many whole days old as midnights in Asia/Shanghai lie between, each stretch up to but without its end', () => {
    expect(['2026-11-25', '2026-11-24', '2026-11-23', '2026-11-21', '2026-11-20'].map((date) => gradeOf(fresh, date))).toEqual(['A', 'A', 'B', 'B', 'REJ']);
    const lateEvening = Date.UTC(2026, 10, 25, 15, 59);
    expect([lateEvening, lateEvening + 60_000].map((at) => gradeOf(fresh, '2026-11-24', businessDate(at)))).toEqual(['A', 'B']);
  });

  it('wait for a person where nobody said the day', () => {
    expect(proposeGrade(fresh, schemeMeasures(fresh.attributes, [['picked', null]], today))).toMatchObject({ outcome: 'incomplete', unknown: ['picked'] });
  });

  it('are refused with a day that is none, that is still to come, or more than ten years back', () => {
    expectRefusal(() => gradeOf(fresh, '2026-02-30'), 'date_invalid', 'picked');
    expectRefusal(() => gradeOf(fresh, '3'), 'date_invalid', 'picked');
    expectRefusal(() => gradeOf(fresh, '2026-11-26'), 'date_ahead', 'picked');
    expectRefusal(() => ageInDays(addDays(today, -OLDEST_DAYS - 1), today, 'picked'), 'date_too_old', 'picked');
    expect([ageInDays(addDays(today, -OLDEST_DAYS), today, 'x'), ageOf('2026-11-26', today), ageOf('nothing', today), ageOf('2016-01-01', today), ageOf(today, today)]).toEqual([OLDEST_DAYS, null, null, null, 0]);
  });

  it('grow a day older every day, whatever the day, and never skip a grade backwards', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: OLDEST_DAYS - 1 }), fc.integer({ min: 0, max: 20_000 }), (age, offset) => {
      const day = addDays('1990-01-01', offset);
      const date = addDays(day, -age);
      expect(ageInDays(date, day, 'x')).toBe(age);
      expect(ageInDays(date, addDays(day, 1), 'x')).toBe(age + 1);
      expect(ageInDays(date, businessDate(startOfDay(day) + 86_399_999), 'x')).toBe(age);
    }));
  });

  it('leave every other measure as it is said: yes, no, and text that the scheme will refuse', () => {
    const types = [{ id: 'smooth', type: 'bool' as const }, { id: 'size', type: 'number' as const }];
    expect(schemeMeasures(types, [['smooth', 'true'], ['size', '12.50'], ['other', 'x']], today)).toEqual({ smooth: true, size: '12.50', other: 'x' });
    expect(schemeMeasures(types, [['smooth', 'false']], today)).toEqual({ smooth: false });
    expect(schemeMeasures(types, [['smooth', 'perhaps']], today)).toEqual({ smooth: 'perhaps' });
  });
});

describe('a date that is unusual', () => {
  it('is asked about by the days of the scheme, both ends inside, else after a year; one that is refused anyway is not', () => {
    const usual = (min: string | null, max: string | null) => ({ ...picked, plausible: { min, max } });
    const ago = (attribute: GradeAttribute, days: number) => isOutsidePlausible(attribute, addDays(today, -days), today);
    expect([0, 1, 5, 6].map((days) => ago(usual('1', '5'), days))).toEqual([true, false, false, true]);
    expect([0, 366, 367].map((days) => ago(picked, days))).toEqual([false, false, true]);
    expect([ago(picked, -1), isOutsidePlausible(picked, 'x', today), ago(usual(null, '5'), 0)]).toEqual([false, false, false]);
  });
});

describe('a scheme with a date', () => {
  it('is of the shape the editor sends, and says nothing of gaps where the days meet', () => {
    expect(definitionSchema.safeParse(fresh).success).toBe(true);
    expect(codes(fresh)).toEqual(['gap']);
    expect(checkScheme(fresh)[0]).toMatchObject({ from: { value: '5' }, to: null, stops: false });
    const written = scheme([grade('A', 1, asks({ max: '3', maxInclusive: true })), grade('B', 2, asks({ min: '4' })), grade('REJ', 9)]);
    expect(codes(written)).toEqual([]);
    expect(codes(scheme([grade('A', 1, asks({ max: '3', maxInclusive: true })), grade('B', 2, asks({ min: '3' })), grade('REJ', 9)]))).toEqual(['overlap A']);
    expect(codes(scheme([grade('A', 1, asks({ min: '3', minInclusive: false, max: '4' })), grade('REJ', 9)]))).toEqual(['empty_range A']);
  });

  it('asks for whole days among its base requirements too, and leaves the limits of numbers beside it as they are', () => {
    expect(codes({ ...fresh, baseRequirements: [asks({ min: '3', minInclusive: false, max: '4' })] })).toEqual(['empty_range']);
    const size: GradeAttribute = { ...picked, id: 'size', type: 'number', unit: 'mm' };
    const beside: GradeScheme = { ...scheme([grade('A', 1, { ...asks({ max: '5', maxInclusive: true }), attr: 'size' })]), attributes: [picked, size] };
    expect(stripOf(beside, 'size').map(({ to }) => to)).toEqual([{ value: '5', behind: true }, null]);
  });

  it('cuts its line at whole days from the day itself on', () => {
    expect(stripOf(scheme([grade('A', 1, asks({ min: '0', max: '2', maxInclusive: true }))]), 'picked').map(({ from, to, grades }) => [from?.value, to?.value, ...grades])).toEqual([['0', '3', 'A'], ['3', undefined]]);
  });

  it('may not ask for half a day, a day before today, a fixed day, or more than ten years', () => {
    for (const wrong of [{ max: '2.5' }, { min: '-1' }, { max: '2026-11-20' }, { max: '3662' }, { equals: '2026-11-20' }, { equals: true }]) {
      expect(codes(scheme([grade('A', 1, asks({ max: '9', ...wrong })), grade('REJ', 9)]))).toEqual(['not_whole_days A']);
    }
    expect(codes(scheme([grade('A', 1, asks({ max: '3660', maxInclusive: true })), grade('REJ', 9)]))).toEqual(['gap']);
    expect(codes(scheme(fresh.grades, { plausible: { min: null, max: '9.5' } }))).toEqual(['not_whole_days']);
    expect(codes(scheme(fresh.grades, { plausible: { min: '0', max: '4' } }))).toEqual(['limit_implausible B']);
  });

  it('stays a date in a local scheme: what is entered on one paper is never another’s figure', () => {
    expect(checkDerived(fresh, { ...fresh, attributes: [{ ...picked, type: 'number', unit: 'day' }] })).toEqual([{ code: 'attribute_changed', subject: 'picked' }]);
    expect(checkDerived(fresh, scheme([grade('A', 1, asks({ max: '3' })), grade('B', 2, asks({ min: '3', max: '5' })), grade('REJ', 9)]))).toEqual([]);
  });

  it('proposes for every age exactly the grade of the stretch the age lies in', () => {
    const limit = fc.option(fc.integer({ min: 0, max: 12 }).map(String));
    const range = fc.record({ min: limit, max: limit, minInclusive: fc.boolean(), maxInclusive: fc.boolean() }).map(asks);
    fc.assert(fc.property(fc.array(range, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 15 }), (ranges, age) => {
      const graded = scheme(ranges.map((criterion, index) => grade(`G${String(index)}`, index + 1, criterion)));
      const meeting = stripOf(graded, 'picked').filter(({ from, to }) => (from === null || Number(from.value) <= age) && (to === null || age < Number(to.value)));
      expect(meeting).toHaveLength(1);
      expect(meeting[0]?.grades[0] ?? null).toBe(gradeOf(graded, addDays(today, -age)));
    }), { numRuns: 500 });
  });
});
