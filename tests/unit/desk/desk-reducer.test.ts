import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deskReducer, type DeskAction } from '../../../renderer/features/ticket/desk/model/desk-reducer.ts';
import { deskSteps, firstOpenStep, labelOf, newDeskState, readDeskState } from '../../../renderer/features/ticket/desk/model/desk-state.ts';
import { after, bamboo, chilli, chilliChosen, chosen, id, li, reading, take, tianma, weighed, zhang } from './desk-sample.ts';

const anyAction = fc.oneof<fc.Arbitrary<DeskAction>[]>(
  fc.constantFrom<DeskAction>(chosen, chilliChosen, { type: 'productChosen', productId: tianma.id }, { type: 'productProposed', productId: chilli.id }, { type: 'basketUndone' }, { type: 'advanced' }, { type: 'steppedBack' }, { type: 'ownersShared', owners: [zhang, li] }),
  fc.record({ number: fc.nat(500), grams: fc.integer({ min: 1, max: 150_000 }) }).map(({ number, grams }) => take(number, grams)),
  fc.constantFrom('next' as const, 'last' as const, 'all' as const).map((scope): DeskAction => ({ type: 'tareSet', tare: bamboo(2), scope })),
  fc.constantFrom('next' as const, 'last' as const, 'all' as const).map((scope): DeskAction => ({ type: 'tareSet', tare: reading(900, 800), scope })),
  fc.constantFrom(...deskSteps).map((step): DeskAction => ({ type: 'wentTo', step })),
  fc.string({ maxLength: 12 }).map((value): DeskAction => ({ type: 'measured', attribute: 'moisture_pct', value })),
  fc.string({ maxLength: 12 }).map((kilograms): DeskAction => ({ type: 'partTyped', grade: 'G2', kilograms })),
  fc.constantFrom('G1', 'G2').map((grade): DeskAction => ({ type: 'gradeChosen', grade })),
  fc.record({ index: fc.nat(4), grade: fc.constantFrom('G1', 'G2', null) }).map((said): DeskAction => ({ type: 'basketGraded', ...said, netGrams: [10_000, 10_000, 10_000, 10_000, 10_000], restGrade: 'G1' })),
);

describe('the half-entered ticket', () => {
  test('whatever is pressed, the draft can be read again exactly as it was', () => {
    fc.assert(fc.property(fc.array(anyAction, { maxLength: 60 }), (actions) => {
      const state = after(...actions);
      expect(readDeskState(JSON.parse(JSON.stringify(state)))).toEqual(state);
    }));
  });

  test('whatever is pressed, nobody stands behind a step that has no answer when the step was taken', () => {
    fc.assert(fc.property(fc.array(anyAction, { maxLength: 60 }), (actions) => {
      const state = deskReducer(after(...actions), { type: 'advanced' });
      expect(deskSteps.indexOf(state.step)).toBeLessThanOrEqual(deskSteps.indexOf(firstOpenStep(state)));
    }));
  });

  test('whatever is pressed, a tare taken from the scale proves one basket only', () => {
    fc.assert(fc.property(fc.array(anyAction, { maxLength: 60 }), (actions) => {
      const tares = after(...actions).baskets.filter((basket) => basket.tare.kind === 'reading');
      const given = actions.filter((action) => action.type === 'tareSet' && action.tare.kind === 'reading').length;
      expect(tares.length).toBeLessThanOrEqual(given);
    }));
  });

  test('choosing a member leads to the product, and the product of the last time stands proposed', () => {
    const state = after(chosen, { type: 'productProposed', productId: chilli.id });
    expect(state).toMatchObject({ step: 'what', productId: chilli.id, owners: [zhang] });
  });

  test('a proposal that comes late does not replace what the clerk has chosen', () => {
    expect(after(chosen, { type: 'productChosen', productId: tianma.id }, { type: 'productProposed', productId: chilli.id }).productId).toBe(tianma.id);
  });

  describe('said by the basket', () => {
    const graded = (index: number, grade: string | null): DeskAction => ({ type: 'basketGraded', index, grade, netGrams: [19_100, 20_050], restGrade: 'G1' });
    const split = [...weighed, { type: 'gradeChosen', grade: 'G1' } as const, graded(0, 'G1'), graded(1, 'G2')] as const;

    test('a grade weighs what its baskets do, and the grade that takes the rest needs no figure', () => {
      const state = after(...split);
      expect(state.baskets.map(({ grade }) => grade)).toEqual(['G1', 'G2']);
      expect(state.otherParts).toEqual({ G2: '20.05' });
      expect(after(...split, graded(1, null))).toMatchObject({ otherParts: {}, baskets: [{ grade: 'G1' }, { gross: { grams: 22_100 } }] });
      expect(after(...split, graded(0, 'G2')).otherParts).toEqual({ G2: '39.15' });
    });

    test('kilograms typed over it count, and no basket is said to be all of that grade any more', () => {
      expect(after(...split, { type: 'partTyped', grade: 'G2', kilograms: '18' })).toMatchObject({ otherParts: { G2: '18' } });
      expect(after(...split, { type: 'partTyped', grade: 'G2', kilograms: '18' }).baskets.map(({ grade }) => grade)).toEqual(['G1', undefined]);
    });

    test.each<[string, DeskAction]>([
      ['another main grade', { type: 'gradeChosen', grade: 'G2' }], ['another tare', { type: 'tareSet', tare: bamboo(2), scope: 'all' }], ['a basket less', { type: 'basketUndone' }], ['a basket taken off', { type: 'basketRemoved', index: 0 }], ['other goods', { type: 'productChosen', productId: tianma.id }],
    ])('%s makes it unsaid, for the weights are no longer those', (_what, action) => {
      expect(after(...split, action).baskets.every(({ grade }) => grade === undefined)).toBe(true);
    });

    test('one more basket leaves it said', () => {
      expect(after(...split, take(3, 20_000)).baskets.map(({ grade }) => grade)).toEqual(['G1', 'G2', undefined]);
    });
  });

  test('the tare set for the next basket stays for the ones after it', () => {
    expect(after(...weighed).baskets.map((basket) => basket.tare)).toEqual([bamboo(), bamboo()]);
  });

  test('an empty basket weighed serves the next basket and no other', () => {
    const state = after(chosen, chilliChosen, { type: 'tareSet', tare: reading(7, 880), scope: 'next' }, take(1, 20_000), take(2, 21_000));
    expect(state.baskets.map((basket) => basket.tare.kind)).toEqual(['reading', 'none']);
  });

  test('an empty basket weighed afterwards goes to the basket just taken, even when all are meant', () => {
    const state = after(chosen, chilliChosen, take(1, 20_000), take(2, 21_000), { type: 'tareSet', tare: reading(7, 880), scope: 'all' });
    expect(state.baskets.map((basket) => basket.tare.kind)).toEqual(['none', 'reading']);
  });

  test('undo takes the last basket and gives its weighed tare back', () => {
    const tare = reading(7, 880);
    const state = after(chosen, chilliChosen, { type: 'tareSet', tare, scope: 'next' }, take(1, 20_000), { type: 'basketUndone' });
    expect(state).toMatchObject({ baskets: [], tare });
  });

  test('undo with no basket left is one step back', () => {
    expect(after(chosen, chilliChosen, { type: 'advanced' }, { type: 'basketUndone' }).step).toBe('what');
  });

  test('a forgotten tare can be set for all baskets taken and those to come', () => {
    const state = after(chosen, chilliChosen, take(1, 20_000), take(2, 21_000), { type: 'tareSet', tare: bamboo(2), scope: 'all' }, take(3, 5_000));
    expect(state.baskets.map((basket) => basket.tare)).toEqual([bamboo(2), bamboo(2), bamboo(2)]);
  });

  test('other goods start with nothing measured and nothing decided, but keep their baskets', () => {
    const state = after(...weighed, { type: 'measured', attribute: 'moisture_pct', value: '12' }, { type: 'gradeChosen', grade: 'G1' }, { type: 'reasonGiven', reason: 'r' }, { type: 'productChosen', productId: tianma.id });
    expect(state).toMatchObject({ measures: {}, grade: null, overrideReason: null });
    expect(state.baskets).toHaveLength(2);
  });

  test('another grade needs its own reason', () => {
    expect(after(...weighed, { type: 'gradeChosen', grade: 'G2' }, { type: 'reasonGiven', reason: 'r' }, { type: 'gradeChosen', grade: 'G3' }).overrideReason).toBeNull();
  });

  test('the chosen grade takes the rest, so its own kilograms are dropped', () => {
    expect(after(...weighed, { type: 'partTyped', grade: 'G2', kilograms: '5' }, { type: 'gradeChosen', grade: 'G2' }).otherParts).toEqual({});
  });

  test('the number of a paper ticket is kept with the typed weight', () => {
    expect(after(chosen, chilliChosen, { type: 'basketTaken', gross: { kind: 'typed', grams: 5_000, reason: 'r' }, paperNo: '0042' }).paperNo).toBe('0042');
  });

  test('a draft of another form, or with a stranger in it, is not guessed at', () => {
    const state = newDeskState(id(0));
    expect(readDeskState({ ...state, form: 2 })).toBeNull();
    expect(readDeskState({ ...state, surprise: true })).toBeNull();
    expect(readDeskState({ ...state, baskets: [{ gross: { kind: 'reading', readingId: 'x', grams: 5 }, tare: { kind: 'none' } }] })).toBeNull();
    expect(readDeskState(null)).toBeNull();
  });

  test('a resumed ticket stands where it was left, but never behind an open question', () => {
    expect(deskReducer(newDeskState(id(5)), { type: 'resumed', state: { ...after(...weighed), step: 'confirm', baskets: [] } }).step).toBe('weigh');
  });

  test('the queue names the first owner with the group, and how many more', () => {
    expect(labelOf(after(chosen))).toBe('张建国 石桥组');
    expect(labelOf(after(chosen, { type: 'ownersShared', owners: [li, zhang] }))).toBe('李秀英 +1');
  });
});
