import { RuleError, nonNegativeInteger } from './rule-error.ts';

interface Share {
  readonly index: number;
  readonly weight: bigint;
  readonly floor: bigint;
  readonly remainder: bigint;
}

/** Who gets a left-over unit first: the larger remainder, then the larger weight, then the earlier place. */
function byClaim(left: Share, right: Share): number {
  if (left.remainder !== right.remainder) return left.remainder > right.remainder ? -1 : 1;
  if (left.weight !== right.weight) return left.weight > right.weight ? -1 : 1;
  return left.index - right.index;
}

/**
 * Splits a total (fen or grams) in proportion to integer weights by largest remainder; the parts sum to the total by construction
 * (calculation rule 7). Monotone in the weights, not in the total. Refuses negative or unsafe values (`negative`, `out_of_range`),
 * an empty list (`no_weights`) and weights that are all zero (`weights_all_zero`).
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const whole = BigInt(nonNegativeInteger(total, 'total'));
  if (weights.length === 0) throw new RuleError('no_weights', 'weights');
  const checked = weights.map((weight) => BigInt(nonNegativeInteger(weight, 'weights')));
  const sum = checked.reduce((left, right) => left + right, 0n);
  if (sum === 0n) throw new RuleError('weights_all_zero', 'weights');
  if (checked.length === 1) return [Number(whole)];

  const shares = checked.map((weight, index): Share => {
    const product = whole * weight;
    return { index, weight, floor: product / sum, remainder: product % sum };
  });
  const parts = shares.map((share) => Number(share.floor));
  let left = Number(whole - shares.reduce((taken, share) => taken + share.floor, 0n));
  for (const share of shares.toSorted(byClaim)) {
    if (left === 0) break;
    parts[share.index] = Number(share.floor) + 1;
    left -= 1;
  }
  return parts;
}
