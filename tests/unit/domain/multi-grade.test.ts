import { expect, test } from 'vitest';
import { multiGradeAmounts } from '../../../electron/domain/multi-grade.ts';

const sorted = { lines: [{ grade: 'G1', netGrams: 60_001, priceE4: 30_000 }, { grade: 'G2', netGrams: 30_000, priceE4: 20_000 }], returnedGrams: 9_000, sortingLossGrams: 1_000 };

test('grades, returned goods and sorting loss are the net weight to the gram, or they do not come out', () => {
  expect([100_000, 100_001, 100_002].map((netGrams) => multiGradeAmounts({ ...sorted, netGrams }).balanced)).toEqual([false, true, false]);
});

test('each grade is rounded once and the total is their sum', () => {
  expect(multiGradeAmounts({ ...sorted, netGrams: 100_001 })).toMatchObject({ lines: [{ grade: 'G1', amountFen: 18_000 }, { grade: 'G2', amountFen: 6_000 }], totalFen: 24_000 });
});
