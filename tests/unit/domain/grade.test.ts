import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GradeScheme, Measures } from '../../../electron/domain/grade.ts';
import { proposeGrade } from '../../../electron/domain/grade.ts';
import { parseSchemeFile } from '../../../electron/domain/scheme-file.ts';
import seed from '../../../db/seed/grade-schemes.json' with { type: 'json' };
import { expectRefusal } from './refusals.ts';

const schemes = new Map(parseSchemeFile(seed).products.flatMap(({ schemes: list }) => list).map((scheme) => [scheme.code, scheme]));

function schemeOf(code: string): GradeScheme {
  const scheme = schemes.get(code);
  if (scheme === undefined) throw new Error(`no scheme ${code}`);
  return scheme;
}

const plum: Measures = { diameter_mm: '50', ssc_pct: '15', acid_pct: '0.85', firmness_kgf_cm2: '7.5', days_since_spray: '15' };
const root: Measures = { single_mass_g: '150', skin_smooth: true, insect_hole: false, thick_stem: false };

describe('the proposed grade of each product', () => {
  it.each([
    ['CHILI-CTJ', { mouldy_pct: '0', impurity_pct: '0.5', other_variety_pct: '1', defect_pct: '5' }, 'G1'],
    ['CHILI-CTJ', { mouldy_pct: '0.0', impurity_pct: '0.51', other_variety_pct: '1', defect_pct: '5' }, 'G2'],
    ['TEA-MTCY', { pick_class: 'bud1leaf_early', leaf_length_mm: '18' }, 'G1'],
    ['KIWI-XW', { ssc_pct: '6.5', softened_pct: '0', single_mass_g: '99.9' }, 'G2'],
    ['KIWI-XW-ALT1', { ssc_pct: '6.5', softened_pct: '0', single_mass_g: '129.5' }, 'G1'],
    ['CILI', { hours_since_pick: '24', ripe_pct: '80', green_pct: '5', rot_pct: '1', impurity_pct: '1' }, 'TH'],
    ['SWPO-ZY', { ...root }, 'G1'],
    ['SWPO-ZY', { ...root, single_mass_g: '250.1' }, 'REJ'],
    ['PLUM-ZN', { ...plum }, '4A'],
    ['PLUM-ZN', { ...plum, diameter_mm: '39.9' }, 'A'],
    ['APPLE-WN', { ssc_pct: '13', diameter_mm: '70', color_pct: '89.9', bruise_cm2: '0.5' }, 'G1'],
    ['TIANMA-DF', { mould_or_insect: false, moisture_pct: '15.0', pieces_per_kg: '30.5', hollow: false }, 'TD'],
  ])('%s with %j is %s', (code, measures, gradeId) => {
    expect(proposeGrade(schemeOf(code), measures)).toMatchObject({ outcome: 'proposed', gradeId, unknown: [] });
  });

  it('leaves no gap between whole numbers: 39.95 mm is neither lost nor rounded up', () => {
    const grade = (diameter: string): string | null => proposeGrade(schemeOf('PLUM-ZN'), { ...plum, diameter_mm: diameter }).gradeId;
    expect(['34.99', '35', '39.95', '40', '44.9', '45', '49.99', '50'].map(grade)).toEqual(['REJ', 'A', 'A', '2A', '2A', '3A', '3A', '4A']);
  });
});

describe('the rules of a scheme, whatever its figures', () => {
  const plain = { minInclusive: true, maxInclusive: false, min: null, max: null, equals: null, confidence: null, note: null };
  const attribute = { id: 'size', nameZh: '大小', nameEn: 'Size', unit: '%', type: 'number' as const, choices: [], measuredAt: 'station' as const, decimals: 1, method: null };
  const grade = (id: string, rank: number, criteria: GradeScheme['grades'][number]['criteria']) => ({ id, nameZh: id, nameEn: id, rank, sellable: true, criteria, confidence: 'seen', note: null });
  const scheme = (grades: GradeScheme['grades']): GradeScheme => ({ code: 'X', name: null, confidence: null, attributes: [attribute], baseRequirements: [], grades });
  const from = (min: string) => [{ ...plain, attr: 'size', min }];

  it('the better rank comes first, in whatever order the grades were written down', () => {
    const written = scheme([grade('C', 3, []), grade('A', 1, from('50')), grade('B', 2, from('20'))]);
    expect(['60', '30', '10'].map((size) => proposeGrade(written, { size }).gradeId)).toEqual(['A', 'B', 'C']);
  });

  it('a share of nought and of a hundred percent are shares', () => {
    const open = scheme([grade('A', 1, from('100')), grade('B', 2, [])]);
    expect(['0', '0.0', '100', '100.00'].map((size) => proposeGrade(open, { size }).gradeId)).toEqual(['B', 'B', 'A', 'A']);
  });

  it('what is still to be measured is named in the order of the scheme, as the desk asks for it', () => {
    const attributes = ['first', 'second', 'third'].map((id) => ({ ...attribute, id }));
    const two = { ...scheme([grade('A', 1, [{ ...plain, attr: 'third', min: '1' }, { ...plain, attr: 'first', min: '1' }]), grade('B', 2, [{ ...plain, attr: 'second', min: '1' }])]), attributes };
    expect(proposeGrade(two, {}).unknown).toEqual(['first', 'second', 'third']);
  });

  it('a figure that must be met exactly is compared as a number, not as text', () => {
    const exact = scheme([grade('A', 1, [{ ...plain, attr: 'size', equals: '7.5' }]), grade('B', 2, [])]);
    expect(['7.5', '7.50', '7.51'].map((size) => proposeGrade(exact, { size }).gradeId)).toEqual(['A', 'A', 'B']);
  });
});

describe('no grade is proposed', () => {
  it('when a base requirement fails: the lot is set aside and a person decides', () => {
    expect(proposeGrade(schemeOf('PLUM-ZN'), { ...plum, acid_pct: '0.851' })).toEqual({
      outcome: 'set_aside', gradeId: null, unknown: [], failed: [{ gradeId: null, attr: 'acid_pct' }],
    });
    expect(proposeGrade(schemeOf('SWPO-ZY'), { insect_hole: true })).toMatchObject({ outcome: 'set_aside', unknown: ['skin_smooth', 'thick_stem'] });
  });

  it('when a measure of a better grade is missing, even where the last resort asks for nothing', () => {
    expect(proposeGrade(schemeOf('CHILI-CTJ'), { mouldy_pct: '0', impurity_pct: '5', other_variety_pct: '9' })).toMatchObject({
      outcome: 'incomplete', gradeId: null, unknown: ['defect_pct'],
    });
    expect(proposeGrade(schemeOf('PLUM-ZN'), {})).toMatchObject({ outcome: 'incomplete', gradeId: null });
  });

  it('when a laboratory value has not come yet', () => {
    expect(proposeGrade(schemeOf('PLUM-ZN'), { ...plum, acid_pct: null })).toMatchObject({ outcome: 'incomplete', unknown: ['acid_pct'] });
  });

  it('when every grade fails and the scheme has no last resort', () => {
    expect(proposeGrade(schemeOf('TEA-MTCY'), { pick_class: 'bud2leaf_early', leaf_length_mm: '31' })).toMatchObject({ outcome: 'set_aside', gradeId: null });
  });

  it('from names every object inherits', () => {
    const attribute = { ...schemeOf('PLUM-ZN').attributes[0], id: 'constructor' };
    const criterion = { ...schemeOf('PLUM-ZN').baseRequirements[0], attr: 'constructor' };
    const odd = { ...schemeOf('PLUM-ZN'), attributes: [attribute], baseRequirements: [criterion], grades: [] };
    expect(proposeGrade(odd as GradeScheme, {})).toMatchObject({ outcome: 'incomplete', unknown: ['constructor'] });
  });
});

describe('unknown is never passed', () => {
  const measured = fc.record({
    single_mass_g: fc.option(fc.integer({ min: 0, max: 3000 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`)),
    skin_smooth: fc.option(fc.boolean()), insect_hole: fc.option(fc.boolean()), thick_stem: fc.option(fc.boolean()),
  });

  it('a proposal has measured every criterion of its grade, of the better ones and of the base', () => {
    const scheme = schemeOf('SWPO-ZY');
    fc.assert(fc.property(measured, (measures) => {
      const { outcome, gradeId } = proposeGrade(scheme, measures);
      expect(gradeId === null).toBe(outcome !== 'proposed');
      if (gradeId === null) return;
      const rank = scheme.grades.find(({ id }) => id === gradeId)?.rank ?? 0;
      const asked = [scheme.baseRequirements, ...scheme.grades.filter((grade) => grade.rank <= rank).map(({ criteria }) => criteria)].flat();
      expect(asked.filter(({ attr }) => (measures as Measures)[attr] === null)).toEqual([]);
    }));
  });

  it('taking a measure away never turns a proposal into another grade', () => {
    fc.assert(fc.property(measured, fc.constantFrom('single_mass_g', 'skin_smooth', 'insect_hole', 'thick_stem'), (measures, attr) => {
      const before = proposeGrade(schemeOf('SWPO-ZY'), measures);
      const after = proposeGrade(schemeOf('SWPO-ZY'), { ...measures, [attr]: null });
      if (after.outcome === 'proposed') expect(after.gradeId).toBe(before.gradeId);
    }));
  });
});

describe('measures that do not fit are refused', () => {
  it.each([
    ['CHILI-CTJ', { mouldy_pct: '100.5' }, 'percentage_out_of_range', 'mouldy_pct'],
    ['CHILI-CTJ', { mouldy_pct: '-0.1' }, 'percentage_out_of_range', 'mouldy_pct'],
    ['CHILI-CTJ', { mouldy_pct: '1e1' }, 'not_a_decimal', 'mouldy_pct'],
    ['CHILI-CTJ', { mouldy_pct: true }, 'not_a_decimal', 'mouldy_pct'],
    ['TEA-DYMJ', { surface_water: 'dew' }, 'not_a_choice', 'surface_water'],
    ['SWPO-ZY', { skin_smooth: 'true' }, 'not_a_choice', 'skin_smooth'],
  ])('%s %j', (code, measures, refusal, field) => {
    expectRefusal(() => proposeGrade(schemeOf(code), measures), refusal, field);
  });

  it('and so is a condition on what the scheme does not measure, whether somebody measured it or not', () => {
    const scheme = schemeOf('SWPO-ZY');
    const strange = { ...scheme, attributes: scheme.attributes.filter(({ id }) => id !== 'skin_smooth') };
    expectRefusal(() => proposeGrade(strange, {}), 'attribute_unknown', 'skin_smooth');
    expectRefusal(() => proposeGrade(strange, { skin_smooth: true }), 'attribute_unknown', 'skin_smooth');
  });
});
