import { describe, expect, it } from 'vitest';
import { checkTerms } from '../../../electron/domain/deduction-terms-check.ts';
import { axisOf, heatTable, isSameFigure, worthOf, type Trial } from '../../../renderer/features/deduction/heat-table.ts';
import { addedRow, draftsOf, movedDraft, termsMeant, withFactor, withoutDraft } from '../../../renderer/features/deduction/terms-draft.ts';
import { damaged, water } from '../../support/terms.ts';

const trial: Trial = { terms: [water, damaged], rule: 'added', netGrams: 100_000, resolutionGrams: 10, priceE4: 30_000 };

describe('terms in the editor', () => {
  it('come back as they were published', () => expect(termsMeant(draftsOf([water, damaged]))).toEqual([water, damaged]));

  it('keep which factor must be measured, and say nothing of the others', () => expect(termsMeant(draftsOf([{ ...water, mustMeasure: true }, damaged]))).toStrictEqual([{ ...water, mustMeasure: true }, damaged]));

  it('move one place and no further than the ends', () => {
    const order = (key: number, by: 1 | -1): string[] => movedDraft(draftsOf([water, damaged]), key, by).map(({ factor }) => factor);
    expect([order(1, 1), order(2, -1), order(1, -1), order(2, 1)]).toEqual([['defect', 'moisture'], ['defect', 'moisture'], ['moisture', 'defect'], ['moisture', 'defect']]);
  });

  it('let the first stretch follow the base, and keep keys apart when rows and factors come and go', () => {
    const [draft] = draftsOf([damaged]);
    if (draft === undefined) throw new Error('no draft');
    expect(termsMeant([{ ...draft, basePct: '3' }])[0]?.rows[0]?.atPct).toBe('3');
    const rows = addedRow({ ...draft, rows: addedRow(draft) });
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
    const grown = withFactor(withoutDraft(draftsOf([water, damaged]), 1), { factor: 'own_1', nameZh: '沙', nameEn: 'Sand' });
    expect(new Set(grown.map(({ key }) => key)).size).toBe(2);
    expect(checkTerms(termsMeant(grown))).toEqual([]);
  });

  it('with a figure that cannot be read are not published', () => {
    const [draft] = draftsOf([damaged]);
    expect(checkTerms(termsMeant(draft === undefined ? [] : [{ ...draft, rows: [{ key: 1, atPct: '1', stepPct: '0.5', takes: '2,5' }] }])).map(({ code }) => code)).toEqual(['takes_out_of_range']);
  });
});

describe('the table of two factors', () => {
  it('says of every pair what the rules say of it, and which goods are not taken', () => {
    const xs = axisOf(trial.terms, 'moisture', '14.6');
    const ys = axisOf(trial.terms, 'defect', '2.2');
    expect(xs).toEqual(['14', '14.5', '14.6', '15', '15.5', '16', '16.5', '17', '17.5', '18', '18.1']);
    expect(ys.slice(0, 4)).toEqual(['1', '1.5', '2', '2.2']);
    const cells = heatTable(trial, { factor: 'moisture', values: xs }, { factor: 'defect', values: ys }, new Map()).flat();
    expect(cells.find(({ x, y }) => x === '14.6' && y === '2.2')?.worth).toMatchObject({ settlementGrams: 98_800, priceE4: 28_800, perNetE4: 28_454 });
    expect(cells.filter(({ x }) => x === '18.1').every(({ worth }) => worth === null)).toBe(true);
    for (const { x, y, worth } of cells) {
      const again = worthOf(trial, new Map([['moisture', x], ['defect', y]]));
      expect(worth === null).toBe(again.problem !== null);
      if (worth !== null && again.problem === null) expect(worth.perNetE4).toBe(again.perNetE4);
    }
  });

  it('never says more for worse goods, along a row or down a column', () => {
    const table = heatTable(trial, { factor: 'moisture', values: axisOf(trial.terms, 'moisture', '') }, { factor: 'defect', values: axisOf(trial.terms, 'defect', '') }, new Map());
    const worth = (row: number, column: number): number => table[row]?.[column]?.worth?.perNetE4 ?? 0;
    table.forEach((cells, row) => cells.forEach((_cell, column) => {
      if (row > 0) expect(worth(row, column)).toBeLessThanOrEqual(worth(row - 1, column));
      if (column > 0) expect(worth(row, column)).toBeLessThanOrEqual(worth(row, column - 1));
    }));
  });

  it('finds the chosen measure however it is written', () => {
    expect([isSameFigure('15.0', '15'), isSameFigure('15.0', '15.01'), isSameFigure('15', ''), isSameFigure('', '')]).toEqual([true, false, false, true]);
  });

  it('has one row for a single factor, and leaves the axis finite whatever is typed', () => {
    expect(heatTable({ ...trial, terms: [water] }, { factor: 'moisture', values: ['14', '15'] }, null, new Map())).toHaveLength(1);
    expect(axisOf([damaged], 'defect', '99.9').length).toBeLessThan(20);
    expect(axisOf([], 'defect', '1')).toEqual([]);
  });
});
