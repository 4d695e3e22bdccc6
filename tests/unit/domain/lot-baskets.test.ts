import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basketsOfLot, overfilledGrade } from '../../../electron/domain/lot-baskets.ts';

const basket = (netGrams: number, grade: string | null = null) => ({ netGrams, grade });
const line = (gradeId: string, netGrams: number) => ({ gradeId, netGrams });

describe('baskets that went whole into a grade', () => {
  test('have room in it, to the gram', () => {
    expect(overfilledGrade([basket(20_000, 'G1'), basket(15_000, 'G2')], [line('G1', 20_000), line('G2', 15_000)])).toBeNull();
    expect(overfilledGrade([basket(20_000, 'G1'), basket(15_000, 'G2')], [line('G1', 20_001), line('G2', 14_999)])).toBe('G2');
  });

  test('may be fewer than the grade, which takes the rest of the mixed ones', () => {
    expect(overfilledGrade([basket(20_000, 'G1'), basket(15_000)], [line('G1', 26_000), line('G2', 9_000)])).toBeNull();
  });

  test('count over all lines of the grade, inside a contract and beyond it', () => {
    expect(overfilledGrade([basket(20_000, 'G1')], [line('G1', 12_000), line('G1', 8_000)])).toBeNull();
  });

  test('of a grade that the ticket has not are too many', () => {
    expect(overfilledGrade([basket(1, 'G9')], [line('G1', 20_000)])).toBe('G9');
  });

  test('are never too many where each grade weighs what its baskets do', () => {
    fc.assert(fc.property(fc.array(fc.record({ netGrams: fc.integer({ min: 1, max: 200_000 }), grade: fc.constantFrom('G1', 'G2', 'G3') }), { minLength: 1, maxLength: 40 }), (baskets) => {
      const lines = ['G1', 'G2', 'G3'].map((grade) => line(grade, baskets.filter((each) => each.grade === grade).reduce((sum, each) => sum + each.netGrams, 0)));
      expect(overfilledGrade(baskets, lines)).toBeNull();
      const [first] = baskets;
      const short = lines.map((each) => (each.gradeId === first?.grade ? { ...each, netGrams: each.netGrams - 1 } : each));
      expect(overfilledGrade(baskets, short)).toBe(first?.grade);
    }));
  });
});

describe('the baskets of a lot', () => {
  const lots = (...grades: string[]) => grades.map((grade, index) => ({ grade, lotCode: `L-${index + 1}` }));

  test('are all of the ticket where it has one lot, whatever was said', () => {
    expect(basketsOfLot({ lines: lots('G1'), weighings: [basket(1), basket(2, 'G1')] }, 'L-1')).toHaveLength(2);
  });

  test('are those said to be all of its grade where there are several', () => {
    expect(basketsOfLot({ lines: lots('G1', 'G2'), weighings: [basket(1, 'G1'), basket(2, 'G2'), basket(3), basket(4, 'G1')] }, 'L-1').map(({ netGrams }) => netGrams)).toEqual([1, 4]);
  });

  test('are known of nobody where one grade became two lots, or the lot is another ticket\'s', () => {
    expect(basketsOfLot({ lines: lots('G1', 'G1'), weighings: [basket(1, 'G1')] }, 'L-1')).toEqual([]);
    expect(basketsOfLot({ lines: lots('G1', 'G2'), weighings: [basket(1, 'G1')] }, 'L-9')).toEqual([]);
  });
});
