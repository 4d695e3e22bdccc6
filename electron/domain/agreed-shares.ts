import type { Fen } from './money.ts';
import type { Grams } from './mass.ts';
import type { SharingWay } from './owner-shares.ts';
import { decimalText } from './decimal.ts';
import { kilogramText, sumGrams } from './mass.ts';
import { yuanText } from './money.ts';
import { WHOLE_BP } from './owner-shares.ts';
import { RuleError } from './rule-error.ts';

/** How the households of a ticket agreed to divide it, ready to be worded. */
export interface AgreedShares {
  readonly way: SharingWay;
  /** One figure an owner, in their order: per cent (`33.33`), kilograms (`12.34`) or parts (`1`), without the unit. */
  readonly figures: readonly string[];
}

const FIGURES: Readonly<Record<SharingWay, (share: number) => string>> = {
  percent: (share) => decimalText(BigInt(share), 2),
  weight: kilogramText,
  parts: String,
};

/**
 * Reads the stored shares of a ticket's owners back as people agreed them (design part 6): shares that come to 10,000 are hundredths of
 * a percent, shares that come to the accepted grams (net without what went back) are kilograms, all others are parts. A ticket stores the integers alone; where two
 * readings are possible (10 kg net) each of them says the same division. Refuses shares that are not integers above zero (`owner_shares_invalid`).
 */
export function agreedShares(shares: readonly number[], acceptedGrams: Grams): AgreedShares {
  if (shares.length === 0 || !shares.every((share) => Number.isSafeInteger(share) && share > 0)) throw new RuleError('owner_shares_invalid', 'owners');
  const sum = sumGrams(shares);
  const isShared = shares.length > 1;
  const way = isShared && sum === WHOLE_BP ? 'percent' : isShared && sum === acceptedGrams ? 'weight' : 'parts';
  return { way, figures: shares.map(FIGURES[way]) };
}

/** What a split gave (`+0.01`) or took (`-0.01`) in yuan; null where the part is what its grams alone are worth. */
export function splitRoundingText(fen: Fen): string | null {
  return fen === 0 ? null : `${fen > 0 ? '+' : ''}${yuanText(fen)}`;
}
