import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticketInputSchema } from '../../../electron/contract/ticket.ts';
import type { DeskAction } from '../../../renderer/features/ticket/desk/model/desk-reducer.ts';
import { previewOf, typedGrams } from '../../../renderer/features/ticket/desk/model/desk-preview.ts';
import { ticketInput } from '../../../renderer/features/ticket/desk/model/ticket-input.ts';
import { placeOfRefusal } from '../../../renderer/features/ticket/desk/model/refusal-place.ts';
import { after, chilli, chilliChosen, chosen, firstGrade, goods, li, take, weighed, zhang } from './desk-sample.ts';

const preview = (...actions: readonly DeskAction[]) => previewOf(after(...actions), goods);

describe('what the desk shows before posting', () => {
  test('two bamboo baskets of 23.45 and 22.10 kilograms are 43.75 net, and the first grade makes 875 yuan', () => {
    const shown = preview(...weighed, ...firstGrade);
    expect(shown).toMatchObject({ grossGrams: 45_550, tareGrams: 1_800, netGrams: 43_750, grade: 'G1', needsReason: false, problem: null });
    expect(shown.computed?.amountFen).toBe(87_500);
  });

  test('while no grade is decided the amount is the range of today\'s prices', () => {
    expect(preview(...weighed)).toMatchObject({ grade: null, computed: null, range: { low: 52_500, high: 87_500 } });
  });

  test('a grade other than the proposed one needs a reason, and so does any grade without a proposal', () => {
    expect(preview(...weighed, ...firstGrade, { type: 'gradeChosen', grade: 'G2' }).needsReason).toBe(true);
    expect(preview(...weighed, { type: 'gradeChosen', grade: 'G1' }).needsReason).toBe(true);
  });

  test('a delivery sorted below the proposal needs no reason; the chosen grade takes the rest', () => {
    const shown = preview(...weighed, ...firstGrade, { type: 'partTyped', grade: 'G2', kilograms: '10' }, { type: 'returnedTyped', kilograms: '1.5' });
    expect(shown.needsReason).toBe(false);
    expect(shown.computed?.lines.map((line) => [line.gradeId, line.netGrams])).toEqual([['G1', 32_250], ['G2', 10_000]]);
    expect(shown.returnedGrams).toBe(1_500);
  });

  test('a part above the proposal of a machine needs a reason, and it goes along on every part', () => {
    const state = after(...weighed, ...firstGrade, { type: 'partTyped', grade: 'G2', kilograms: '10' }, { type: 'reasonGiven', reason: '挑出来的' });
    const shown = previewOf(state, goods, { machine: '分选机', at: 0, grade: 'G2', confidenceBp: null, measures: [], otherDraft: false });
    expect(shown.needsReason).toBe(true);
    expect(ticketInput(state, shown, null)?.parts.map(({ overrideReason }) => overrideReason)).toEqual(['挑出来的', '挑出来的']);
  });

  test('a delivery refused whole is sent without a grade, measured or not, with why it goes back', () => {
    const state = after(...weighed, { type: 'returnedTyped', kilograms: '43.75' }, { type: 'returnReasonGiven', reason: '有烂的' });
    const shown = previewOf(state, goods);
    expect(shown).toMatchObject({ refusedWhole: true, needsReason: false, unmeasured: [], problem: null, grade: null });
    expect(ticketInput(state, shown, null)).toMatchObject({ parts: [], returnedGrams: 43_750, returns: [{ grams: 43_750, reason: '有烂的' }], expectedTotalFen: 0 });
    expect(preview(...weighed, ...firstGrade, { type: 'returnedTyped', kilograms: '43.74' })).toMatchObject({ refusedWhole: false, parts: [{ grade: 'G1' }] });
  });

  test('moisture above 14 % takes 1 % off for each full half point', () => {
    const shown = preview(...weighed, ...firstGrade, { type: 'measured', attribute: 'moisture_pct', value: '15.3' });
    expect(shown.computed?.lines[0]).toMatchObject({ deductionBp: 200, settlementGrams: 42_880 });
  });

  test('what was not measured takes nothing off and is said to be missing', () => {
    const shown = preview(...weighed, { type: 'measured', attribute: 'moisture_pct', value: '12' });
    expect(shown.deductions.map((deduction) => deduction.factor)).toEqual(['moisture']);
    expect(shown.judgement.proposal?.unknown).toContain('impurity_pct');
  });

  test('a mouldy pod sets the lot aside', () => {
    expect(preview(...weighed, { type: 'measured', attribute: 'mouldy_pct', value: '0.5' }).judgement.proposal?.outcome).toBe('set_aside');
  });

  test('a share above a hundred per cent is pointed at', () => {
    expect(preview(...weighed, { type: 'measured', attribute: 'defect_pct', value: '120' }).judgement.wrong).toBe('defect_pct');
  });

  test('too much loss, parts above the net weight and a grade without a price are named', () => {
    expect(preview(...weighed, ...firstGrade, { type: 'lossTyped', kilograms: '5' }).problem).toBe('loss_above_tolerance');
    expect(preview(...weighed, ...firstGrade, { type: 'returnedTyped', kilograms: '50' }).problem).not.toBeNull();
    expect(preview(...weighed, { type: 'gradeChosen', grade: 'REJ' }).problem).toBe('price_missing');
    expect(preview(...weighed, ...firstGrade, { type: 'returnedTyped', kilograms: '1,2' }).problem).toBe('number_unreadable');
  });

  test('a tare above the gross weight is named and computes nothing', () => {
    expect(preview(chosen, chilliChosen, { type: 'tareSet', tare: { kind: 'typed', grams: 9_000, reason: 'r' }, scope: 'next' }, take(1, 5_000), { type: 'gradeChosen', grade: 'G1' }).problem).toBe('tare_above_gross');
  });

  test('shares of two households add up to the ticket', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (left, right) => {
      const { computed } = preview(...weighed, ...firstGrade, { type: 'ownersShared', owners: [{ ...zhang, share: left }, { ...li, share: right }] });
      expect(computed?.owners.reduce((sum, owner) => sum + owner.amountFen, 0)).toBe(computed?.amountFen);
    }));
  });

  test('any weights and any typed sorting never break the preview', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 200_000_000 }), { minLength: 1, maxLength: 8 }), fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }), (grams, part, returned) => {
      const shown = preview(chosen, chilliChosen, ...grams.map((each, index) => take(index, each)), ...firstGrade, { type: 'partTyped', grade: 'G2', kilograms: part }, { type: 'returnedTyped', kilograms: returned });
      expect(shown.computed !== null || shown.problem !== null || shown.parts.length === 0).toBe(true);
    }));
  });
});

describe('the ticket as it is sent', () => {
  test('it has the shape of the contract and the amount the clerk saw', () => {
    const state = after(...weighed, ...firstGrade);
    const input = ticketInput(state, previewOf(state, goods), null);
    expect(ticketInputSchema.parse(input)).toEqual(input);
    expect(input).toMatchObject({ expectedTotalFen: 87_500, productId: chilli.id, parts: [{ grade: 'G1', netGrams: null, overrideReason: null }] });
  });

  test('an amount accepted after a change of price goes in its place', () => {
    const state = after(...weighed, ...firstGrade);
    expect(ticketInput(state, previewOf(state, goods), 90_000)?.expectedTotalFen).toBe(90_000);
  });

  test('without a grade there is nothing to send', () => {
    const state = after(...weighed);
    expect(ticketInput(state, previewOf(state, goods), null)).toBeNull();
  });

  test('the reason goes along only where one is needed', () => {
    const state = after(...weighed, ...firstGrade, { type: 'gradeChosen', grade: 'G2' }, { type: 'reasonGiven', reason: '实物比测的差' });
    expect(ticketInput(state, previewOf(state, goods), null)?.parts[0]?.overrideReason).toBe('实物比测的差');
    const proposed = after(...weighed, ...firstGrade, { type: 'reasonGiven', reason: '实物比测的差' });
    expect(ticketInput(proposed, previewOf(proposed, goods), null)?.parts[0]?.overrideReason).toBeNull();
  });
});

test('kilograms of the sorting are read as typed, and nothing counts as nought', () => {
  expect(typedGrams('5.25')).toBe(5_250);
  expect(typedGrams('')).toBe(0);
  expect(typedGrams('12,3')).toBeNull();
});

test('every refusal leads to the step where it is put right', () => {
  expect(placeOfRefusal('reading_used')).toBe('weigh');
  expect(placeOfRefusal('member_left')).toBe('who');
  expect(placeOfRefusal('clock_stopped')).toBe('confirm');
});
