import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aimMs, firstBudgetLines, nextBudget } from '../../../electron/core/services/settlement/chunk-budget.ts';
import { counts } from '../../support/counts.ts';

/** A run over payees of equal size on a machine with this cost: the lines of each chunk, whole payees as the run takes them. */
function chunks(payee: { readonly lines: number }, msPerLine: number, rounds = 60): number[] {
  let budget = firstBudgetLines;
  return Array.from({ length: rounds }, () => {
    const lines = Math.max(1, Math.floor(budget / payee.lines)) * payee.lines;
    budget = nextBudget(budget, { lines, workedMs: lines * msPerLine });
    return lines;
  });
}

test('a chunk of a run grows to what the desk may be held, on a quick machine and on a slow one, and never beyond', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.003, max: 0.1, noNaN: true }), (lines, msPerLine) => {
    const done = chunks({ lines }, msPerLine);
    const aimed = Math.min(6_000, aimMs / msPerLine);
    for (const taken of done.slice(1)) expect(taken).toBeLessThanOrEqual(Math.max(lines, firstBudgetLines, aimed));
    expect(done.at(-1)).toBeGreaterThanOrEqual(Math.min(Math.max(lines, aimed / 2), Math.max(lines, aimed - lines - 1)));
  }), { numRuns: counts.propertyRuns });
});

test('one slow moment costs a few smaller chunks, and a quick one does not double the next', () => {
  const settled = 1_200;
  expect(nextBudget(settled, { lines: settled, workedMs: 200 })).toBe(settled / 4);
  expect(nextBudget(settled, { lines: settled, workedMs: 1 })).toBe(settled * 1.5);
  expect(nextBudget(settled, { lines: 10, workedMs: 0.05 })).toBe(settled);
});
