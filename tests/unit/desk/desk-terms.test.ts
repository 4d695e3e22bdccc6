import { describe, expect, it } from 'vitest';
import type { Product } from '../../../electron/contract/product.ts';
import { deskCuts } from '../../../renderer/features/deduction/desk-cuts.ts';
import { measurables, termsOf } from '../../../renderer/features/ticket/desk/model/desk-grading.ts';
import { previewOf } from '../../../renderer/features/ticket/desk/model/desk-preview.ts';
import { ticketInput } from '../../../renderer/features/ticket/desk/model/ticket-input.ts';
import type { DeskAction } from '../../../renderer/features/ticket/desk/model/desk-reducer.ts';
import { damaged, water } from '../../support/terms.ts';
import { after, chilli, firstGrade, goods, id, weighed } from './desk-sample.ts';

const own = { ...water, factor: 'own_1', nameZh: '沙子', nameEn: 'Sand' };
const version = { id: id(700), number: 3, effectiveFrom: 0, rule: 'added' as const, terms: [damaged, water, own] };
const agreed: Product = { ...chilli, terms: version };
const published = { ...goods, products: [agreed] };
const measured = (...values: readonly (readonly [string, string])[]): DeskAction[] => values.map(([attribute, value]) => ({ type: 'measured', attribute, value }));
const graded: DeskAction = { type: 'gradeChosen', grade: 'G1' };

describe('the desk with published terms', () => {
  it('asks for what they measure, by the scheme\'s own field or one of its own', () => {
    const cells = measurables(agreed);
    expect(cells.find(({ attribute }) => attribute.id === 'moisture_pct')?.term?.nameZh).toBe('扣水');
    expect(cells.find(({ attribute }) => attribute.id === 'defect_pct')?.term?.nameZh).toBe('残次扣价');
    expect(cells.at(-1)?.attribute).toMatchObject({ id: 'own_1', nameZh: '沙子', unit: '%' });
    expect(cells.find(({ attribute }) => attribute.id === 'impurity_pct')?.term).toBeNull();
  });

  it('takes weight and price at once, and names the version instead of sending figures of its own', () => {
    const state = after(...weighed, ...firstGrade, ...measured(['moisture_pct', '14.6'], ['defect_pct', '2.2']), graded);
    const preview = previewOf(state, published);
    expect(preview.computed?.lines[0]).toMatchObject({ netGrams: 43_750, settlementGrams: 43_230, priceE4: 192_000, amountFen: 83_002 });
    expect(ticketInput(state, preview, null)).toMatchObject({ terms: agreed.terms?.id, parts: [{ deductions: [] }], expectedTotalFen: 83_002 });
    const cuts = deskCuts({ terms: termsOf(agreed).terms, measured: preview.terms, lines: preview.computed?.lines ?? [], netGrams: preview.netGrams, resolutionGrams: 10 });
    expect(cuts.map((cut) => [cut.term.nameZh, cut.measuredPct, cut.takenGrams, cut.discount?.priceAfterE4 ?? null])).toEqual([['扣水', '14.6', 520, null], ['残次扣价', '2.2', null, 192_000]]);
  });

  it('says the weight before a grade is decided, and of goods above the limit that they are not taken', () => {
    const cutsAt = (moisture: string) => {
      const preview = previewOf(after(...weighed, ...measured(['moisture_pct', moisture])), published);
      return deskCuts({ terms: termsOf(agreed).terms, measured: preview.terms, lines: preview.computed?.lines ?? [], netGrams: preview.netGrams, resolutionGrams: 10 });
    };
    expect(cutsAt('14.6').map((cut) => cut.takenGrams)).toEqual([520]);
    expect(cutsAt('18.1').map((cut) => cut.takenGrams)).toEqual([null]);
    expect(previewOf(after(...weighed, ...firstGrade, ...measured(['moisture_pct', '18.1']), graded), published).problem).toBe('measured_above_limit');
  });

  it('names what must be measured until it is, whatever else was measured', () => {
    const strict = { ...goods, products: [{ ...agreed, terms: { ...version, terms: [damaged, { ...water, mustMeasure: true as const }] } }] };
    const missing = (...actions: readonly DeskAction[]) => previewOf(after(...weighed, ...actions), strict).unmeasured.map(({ nameZh }) => nameZh);
    expect([missing(), missing(...measured(['defect_pct', '2'])), missing(...measured(['moisture_pct', 'x'])), missing(...measured(['moisture_pct', '13']))]).toEqual([['扣水'], ['扣水'], ['扣水'], []]);
    expect(previewOf(after(...weighed), published).unmeasured).toEqual([]);
  });

  it('wants a reason where a machine measured otherwise, also for goods sorted into grades, unless a blind grader found the same', () => {
    const machine = { machine: '水分仪', grade: 'G1', confidenceBp: null, measures: [{ attribute: 'moisture_pct', value: '14.6' }, { attribute: 'not_asked_here', value: '1' }], at: 0, otherDraft: false };
    const at = (moisture: string, blind: readonly { attribute: string; value: string }[] = []) =>
      previewOf(after(...weighed, ...firstGrade, ...measured(['moisture_pct', moisture])), published, machine, undefined, blind);
    expect([at('14.60').needsReason, at('14.5').needsReason, at('').overMachine, at('14.5', [{ attribute: 'moisture_pct', value: '14.5' }]).overMachine]).toEqual([false, true, [machine.measures[0]], []]);
    const sorted = after(...weighed, ...firstGrade, ...measured(['moisture_pct', '14.5']), { type: 'partTyped', grade: 'G2', kilograms: '10' });
    expect(previewOf(sorted, published, machine).needsReason).toBe(true);
  });

  it('sends what the scheme proposes where nothing is published, and says that nothing is', () => {
    const state = after(...weighed, ...firstGrade, ...measured(['moisture_pct', '14.6']), graded);
    expect(ticketInput(state, previewOf(state, goods), null)).toMatchObject({ terms: null, parts: [{ deductions: [{ factor: 'moisture', measuredPct: '14.6', perStepBp: 100 }, { factor: 'impurity' }] }] });
  });
});
