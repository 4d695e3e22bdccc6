import type { Fen } from './money.ts';
import type { Grams } from './mass.ts';
import type { PriceE4 } from './price.ts';
import { lineAmountFen } from './line-amount.ts';
import { sumFen } from './money.ts';
import { nonNegativeInteger } from './rule-error.ts';

/** One delivery sorted into grades. */
export interface MultiGradeInput {
  readonly netGrams: Grams;
  readonly lines: readonly { readonly grade: string; readonly netGrams: Grams; readonly priceE4: PriceE4 }[];
  readonly returnedGrams: Grams;
  readonly sortingLossGrams: Grams;
}

/** Amounts by grade. `balanced` says whether the parts, the returned goods and the sorting loss are the net weight to the gram. */
export interface MultiGradeAmounts {
  readonly lines: readonly { readonly grade: string; readonly amountFen: Fen }[];
  readonly totalFen: Fen;
  readonly balanced: boolean;
}

/**
 * Prices a sorted delivery: each line is rounded once, the total is the sum of the lines and never rounded again (calculation
 * rule 3). Refuses negative or unsafe weights and prices.
 */
export function multiGradeAmounts(input: MultiGradeInput): MultiGradeAmounts {
  let sorted = BigInt(nonNegativeInteger(input.returnedGrams, 'returned_g')) + BigInt(nonNegativeInteger(input.sortingLossGrams, 'sorting_loss_g'));
  const lines = input.lines.map((line, index) => {
    sorted += BigInt(nonNegativeInteger(line.netGrams, `lines[${index}].net_g`));
    nonNegativeInteger(line.priceE4, `lines[${index}].price_e4`);
    return { grade: line.grade, amountFen: lineAmountFen(line.netGrams, line.priceE4) };
  });
  return {
    lines,
    totalFen: sumFen(lines.map((line) => line.amountFen)),
    balanced: sorted === BigInt(nonNegativeInteger(input.netGrams, 'net_g')),
  };
}
