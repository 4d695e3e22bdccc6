/** The arithmetic of a ticket written a second time, in plain fractions, to check the product's own against. */

export interface PlainDeduction { readonly method: 'step_table' | 'dry_matter'; readonly measuredTenths: number; readonly baseTenths: number; readonly stepTenths: number; readonly perStepBp: number }
export interface PlainLine { readonly grams: number; readonly priceE4: number; readonly deductions: readonly PlainDeduction[] }

const halfUp = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator);

export function settlementGrams(line: PlainLine): number {
  let bp = 0n;
  let [top, bottom] = [1n, 1n];
  for (const deduction of line.deductions) {
    if (deduction.method === 'step_table') bp += BigInt(Math.max(0, Math.floor((deduction.measuredTenths - deduction.baseTenths) / deduction.stepTenths)) * deduction.perStepBp);
    else [top, bottom] = [top * BigInt(1_000 - deduction.measuredTenths), bottom * BigInt(1_000 - deduction.baseTenths)];
  }
  const numerator = BigInt(line.grams) * (10_000n - bp) * top;
  const denominator = 10_000n * bottom;
  if (numerator === BigInt(line.grams) * denominator) return line.grams;
  return Number(halfUp(numerator, denominator * 10n) * 10n);
}

export const amountFen = (line: PlainLine): number => Number(halfUp(BigInt(settlementGrams(line)) * BigInt(line.priceE4), 100_000n));

/** Largest remainder: what is left over goes one by one to the largest fraction, then the larger share, then the earlier owner. */
export function shared(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + BigInt(share), 0n);
  const parts = shares.map((share, place) => ({ place, share, whole: (BigInt(total) * BigInt(share)) / sum, rest: (BigInt(total) * BigInt(share)) % sum }));
  const left = total - Number(parts.reduce((all, part) => all + part.whole, 0n));
  const order = parts.toSorted((a, b) => (a.rest === b.rest ? b.share - a.share || a.place - b.place : a.rest < b.rest ? 1 : -1));
  const lucky = new Set(order.slice(0, left).map((part) => part.place));
  return parts.map((part) => Number(part.whole) + (lucky.has(part.place) ? 1 : 0));
}
