/** The arithmetic of published terms written a second time, in plain fractions over tenths of a percent. */

/** A table over a base, in tenths of a percent: stretches that begin at `at` and take `takes` for each full `step`, or nodes with `takes` at `at`. */
export interface PlainTerm {
  readonly acts: 'weight' | 'price_share' | 'price_amount';
  readonly method: 'step_table' | 'interpolated';
  readonly base: number;
  readonly rows: readonly { readonly at: number; readonly step: number; readonly takes: number }[];
  readonly measured: number;
}

type Ratio = readonly [top: bigint, bottom: bigint];
const halfUp = ([top, bottom]: Ratio): bigint => (2n * top + bottom) / (2n * bottom);
const less = (one: Ratio, other: Ratio): Ratio => [one[0] * other[1] - other[0] * one[1], one[1] * other[1]];
const by = (one: Ratio, other: Ratio): Ratio => [one[0] * other[0], one[1] * other[1]];

function taken({ method, base, rows, measured }: PlainTerm): Ratio {
  if (method === 'step_table') {
    return [BigInt(rows.reduce((all, row, index) => all + Math.max(0, Math.floor((Math.min(measured, rows[index + 1]?.at ?? measured) - row.at) / row.step)) * row.takes, 0)), 1n];
  }
  if (measured <= base) return [0n, 1n];
  const nodes = [{ at: base, takes: 0 }, ...rows];
  const right = nodes.findIndex((node) => node.at >= measured);
  const [from, to] = [nodes[right - 1], nodes[right]];
  if (from === undefined || to === undefined) throw new Error('measured beyond the table');
  return [BigInt(from.takes * (to.at - from.at) + (to.takes - from.takes) * (measured - from.at)), BigInt(to.at - from.at)];
}

const share = (term: PlainTerm): Ratio => by(taken(term), [1n, 10_000n]);

/** Settlement weight on 10 g, or null where the tables take more than everything. */
export function plainWeight(grams: number, terms: readonly PlainTerm[], inTurn: boolean): number | null {
  let kept: Ratio = [1n, 1n];
  for (const term of terms.filter(({ acts }) => acts === 'weight')) {
    kept = inTurn ? less(kept, by(kept, share(term))) : less(kept, share(term));
    if (kept[0] < 0n) return null;
  }
  return kept[0] === kept[1] ? grams : Number(halfUp(by(kept, [BigInt(grams), 10n])) * 10n);
}

/** Price after the discounts, or null where they take more than the price. */
export function plainPrice(priceE4: number, terms: readonly PlainTerm[], inTurn: boolean): number | null {
  const whole: Ratio = [BigInt(priceE4), 1n];
  let left: Ratio = whole;
  for (const term of terms.filter(({ acts }) => acts !== 'weight')) {
    left = less(left, term.acts === 'price_amount' ? taken(term) : by(inTurn ? left : whole, share(term)));
    if (left[0] < 0n) return null;
  }
  return Number(halfUp(left));
}

export const plainFen = (grams: number, priceE4: number): number => Number(halfUp([BigInt(grams) * BigInt(priceE4), 100_000n]));
