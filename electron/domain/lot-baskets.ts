import { sumGrams, type Grams } from './mass.ts';

/** A basket of a ticket and, where it went whole into one of several grades, which. */
export interface GradedBasket {
  readonly netGrams: Grams;
  readonly grade: string | null;
}

/**
 * The first grade of which the baskets said to have gone into it whole weigh more than the grade does, or null where all have room. A grade
 * may hold more than its whole baskets: what was sorted out of the others.
 */
export function overfilledGrade(baskets: readonly GradedBasket[], lines: readonly { readonly gradeId: string; readonly netGrams: Grams }[]): string | null {
  const gramsIn = (grade: string): Grams => sumGrams(lines.filter((line) => line.gradeId === grade).map((line) => line.netGrams));
  const said = new Set(baskets.flatMap(({ grade }) => (grade === null ? [] : [grade])));
  return [...said].find((grade) => sumGrams(baskets.filter((basket) => basket.grade === grade).map((basket) => basket.netGrams)) > gramsIn(grade)) ?? null;
}

/**
 * The baskets of which a lot is known to be made: all of them where the ticket has one lot, else those that went whole into its grade where
 * that grade is one lot. None where nobody can tell.
 */
export function basketsOfLot<Basket extends Pick<GradedBasket, 'grade'>>(
  ticket: { readonly lines: readonly { readonly lotCode: string | null; readonly grade: string }[]; readonly weighings: readonly Basket[] }, lotCode: string,
): readonly Basket[] {
  const { lines, weighings } = ticket;
  if (lines.length === 1) return weighings;
  const grade = lines.find((line) => line.lotCode === lotCode)?.grade;
  return grade === undefined || lines.filter((line) => line.grade === grade).length > 1 ? [] : weighings.filter((basket) => basket.grade === grade);
}
