import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needsGradeReason } from '../../../electron/domain/grade-reason.ts';

const grades = [{ id: 'G1', rank: 1 }, { id: 'G2', rank: 2 }, { id: 'G3', rank: 3 }];
const says = (scheme: string | null, machine: string | null, ...decided: string[]): boolean => needsGradeReason(grades, { scheme, machine }, decided);

test('one grade for the whole needs a reason unless measures and machine say the same, down as well as up', () => {
  expect(says('G2', null, 'G2')).toBe(false);
  expect(says('G2', 'G2', 'G2')).toBe(false);
  expect([says('G2', null, 'G1'), says('G2', null, 'G3'), says(null, null, 'G2'), says('G2', 'G1', 'G2')]).toEqual([true, true, true, true]);
});

test('of sorted goods a part above the proposal of the measures or of the machine needs one, whatever stands beside it', () => {
  expect([says('G3', null, 'G1', 'G3'), says('G3', null, 'G3', 'G2'), says('G1', 'G2', 'G1', 'G2'), says(null, 'G3', 'G2', 'G3')]).toEqual([true, true, true, true]);
});

test('sorting down needs none, nor does sorting goods of which nothing was proposed', () => {
  expect([says('G1', null, 'G1', 'G3'), says('G2', 'G2', 'G3', 'G2'), says('G1', null, 'G2', 'G3'), says(null, null, 'G1', 'G2')]).toEqual([false, false, false, false]);
});

test('goods without a scheme need none, and undecided goods none yet', () => {
  expect(needsGradeReason(null, { scheme: null, machine: 'G1' }, ['G2'])).toBe(false);
  expect(says('G1', null)).toBe(false);
});

test('the order of the parts and the order in which the scheme lists its grades do not matter', () => {
  const some = fc.constantFrom('G1', 'G2', 'G3', null);
  fc.assert(fc.property(some, some, fc.shuffledSubarray(['G1', 'G2', 'G3'], { minLength: 2 }), fc.shuffledSubarray(grades, { minLength: 3 }), (scheme, machine, decided, listed) => {
    const highest = Math.min(...decided.map((id) => Number(id.slice(1))));
    expect(needsGradeReason(listed, { scheme, machine }, decided)).toBe([scheme, machine].some((id) => id !== null && Number(id.slice(1)) > highest));
  }));
});
