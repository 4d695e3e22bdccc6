import { describe, expect, it } from 'vitest';
import { parseSchemeFile } from '../../../electron/domain/scheme-file.ts';
import seed from '../../../db/seed/grade-schemes.json' with { type: 'json' };
import { expectRefusal } from './refusals.ts';

const { products } = parseSchemeFile(seed);

function product(code: string): (typeof products)[number] {
  const found = products.find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(`no product ${code}`);
  return found;
}

/** The file with one product changed by a fresh copy of it. */
function changed(change: (first: Record<string, unknown>) => void): unknown {
  const [first] = structuredClone(seed.products) as Record<string, unknown>[];
  if (first === undefined) throw new Error('no product');
  change(first);
  return { ...seed, products: [first] };
}

describe('the file of products and schemes', () => {
  it('has eight products and one variant, three of them with an alternative scheme', () => {
    expect(products.filter(({ variantOf }) => variantOf === null)).toHaveLength(8);
    expect(products.filter(({ variantOf }) => variantOf !== null).map(({ code, variantOf }) => [code, variantOf])).toEqual([['TEA-MTCY', 'TEA-DYMJ']]);
    expect(products.filter(({ schemes }) => schemes.length > 1).map(({ code }) => code)).toEqual(['KIWI-XW', 'APPLE-WN', 'TIANMA-DF']);
  });

  it('marks for every grade how sure its figures are', () => {
    const marks = products.flatMap(({ schemes }) => schemes).flatMap(({ grades }) => grades).map(({ confidence }) => confidence);
    expect(new Set(marks)).toEqual(new Set(['seen', 'recalled', 'sample']));
  });

  it('does not pass the place-of-origin mark on to a variant', () => {
    expect(product('CHILI-CTJ').giNumber).toBe('AGI02233');
    expect(product('TEA-MTCY')).toMatchObject({ giNumber: null, giYear: null, lotCodePrefix: 'DYMJ' });
  });

  it('turns deduction tables into basis points and keeps the limit of refusal', () => {
    expect(product('CHILI-CTJ').deductions).toEqual([
      { factor: 'moisture', method: 'step_table', basePct: '14', stepPct: '0.5', perStepBp: 100, rejectAbovePct: '18', confidence: 'sample' },
      { factor: 'impurity', method: 'step_table', basePct: '1', stepPct: '0.5', perStepBp: 150, rejectAbovePct: null, confidence: 'sample' },
    ]);
    expect(product('TIANMA-DF').deductions).toMatchObject([{ method: 'dry_matter', basePct: '15', rejectAbovePct: '17', stepPct: null }]);
    expect(product('PLUM-ZN').deductions).toEqual([]);
  });

  it('gives the choices of an enum and no unit', () => {
    expect(product('TEA-DYMJ').schemes[0]?.attributes.find(({ id }) => id === 'season')).toMatchObject({ choices: ['spring', 'summer_autumn'], unit: '' });
  });

  it('closes the gaps of the whole-number classes of an alternative scheme', () => {
    const [special, first] = product('KIWI-XW').schemes[1]?.grades ?? [];
    expect(special).toMatchObject({ id: 'TJ', rank: 1, criteria: [{ min: '130', max: '151', maxInclusive: false }] });
    expect(first).toMatchObject({ id: 'G1', nameZh: '一级', criteria: [{ min: '100', max: '130' }] });
    expect(product('TIANMA-DF').schemes[1]?.grades.map(({ criteria }) => [criteria[0]?.min, criteria[0]?.max]))
      .toEqual([[null, '27'], [null, '47'], [null, '91'], ['91', null]]);
  });

  it('is refused, with the place, when its shape is another', () => {
    expectRefusal(() => parseSchemeFile(null), 'not_an_object', 'line');
    expectRefusal(() => parseSchemeFile({}), 'missing', 'products');
    expectRefusal(() => parseSchemeFile(changed((first) => { delete first.name_zh; })), 'missing', 'products[0].name_zh');
    expectRefusal(() => parseSchemeFile(changed((first) => { first.grades = {}; })), 'not_a_list', 'products[0].grades');
    expectRefusal(() => parseSchemeFile(changed((first) => { first.base_requirements = [{ attr: 'smell' }]; })),
      'attribute_unknown', 'products[0].base_requirements[0].attr');
    expectRefusal(() => parseSchemeFile(changed((first) => { first.base_requirements = [{ attr: 'mouldy_pct', max: [] }]; })),
      'not_a_decimal', 'products[0].base_requirements[0].max');
    expectRefusal(() => parseSchemeFile(changed((first) => { first.alternative_schemes = [{ name: 'x', confidence: 'sample', grades: [{ id: 'G1', smell_min: 1 }] }]; })),
      'attribute_unknown', 'products[0].alternative_schemes[0].grades[0].smell_min');
  });
});
