import type { BusinessDate } from './business-date.ts';
import type { Grams } from './mass.ts';
import type { PriceE4 } from './price.ts';
import { RuleError, nonNegativeInteger } from './rule-error.ts';

/** A contract to deliver (订单农业) as the pricing of a delivery sees it: what is left of its quota, and the least that is paid inside it. */
export interface QuotaContract {
  readonly contractId: string;
  readonly ownerId: string;
  /** Null covers every grade of the product. */
  readonly grade: string | null;
  readonly floorE4: PriceE4;
  readonly leftGrams: Grams;
}

/** Grams that came under one contract, or under none. */
export interface QuotaSlice {
  readonly contractId: string | null;
  readonly floorE4: PriceE4 | null;
  readonly grams: Grams;
}

/** What both sides sign. */
export interface ContractTerms {
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate;
  readonly quotaGrams: Grams;
  readonly floorE4: PriceE4;
}

/** Grams that may still come at the floor price; 0 once the quota is full. Refuses negative or unsafe masses. */
export function leftOfQuota(quotaGrams: Grams, deliveredGrams: Grams): Grams {
  return Math.max(0, nonNegativeInteger(quotaGrams, 'quota_g') - nonNegativeInteger(deliveredGrams, 'delivered_g'));
}

/** Price inside the quota in 1/10,000 yuan per kilogram: the board's, and never less than the floor. */
export function insidePriceE4(boardE4: PriceE4, floorE4: PriceE4): PriceE4 {
  return Math.max(nonNegativeInteger(boardE4, 'price_e4'), nonNegativeInteger(floorE4, 'floor_e4'));
}

/**
 * True where a line inside a quota is paid less than the floor: the floor is promised for goods as the standard asks, and a discount for what was
 * measured comes off it. Slip and screens say so in words.
 */
export function isBelowFloor(quotaPart: 'none' | 'inside' | 'beyond', floorE4: PriceE4, priceE4: PriceE4): boolean {
  return quotaPart === 'inside' && priceE4 < floorE4;
}

/** True on every day of the window, its first and last day among them. */
export function isInWindow({ validFrom, validTo }: Pick<ContractTerms, 'validFrom' | 'validTo'>, day: BusinessDate): boolean {
  return validFrom <= day && day <= validTo;
}

/** True where two windows share a day. */
export function windowsMeet(one: Pick<ContractTerms, 'validFrom' | 'validTo'>, other: Pick<ContractTerms, 'validFrom' | 'validTo'>): boolean {
  return one.validFrom <= other.validTo && other.validFrom <= one.validTo;
}

/**
 * Checks what is about to be signed; `deliveredGrams` is what came under the version it replaces, 0 for a new contract.
 * Refuses a window that ends before it begins (`window_reversed`), a quota or floor of nothing (`quota_missing`, `floor_missing`) and a
 * quota below what was delivered (`quota_below_delivered`).
 */
export function checkContract(terms: ContractTerms, deliveredGrams: Grams): void {
  if (terms.validTo < terms.validFrom) throw new RuleError('window_reversed', 'valid_to');
  if (nonNegativeInteger(terms.quotaGrams, 'quota_g') === 0) throw new RuleError('quota_missing', 'quota_g');
  if (nonNegativeInteger(terms.floorE4, 'floor_e4') === 0) throw new RuleError('floor_missing', 'floor_e4');
  if (terms.quotaGrams < deliveredGrams) throw new RuleError('quota_below_delivered', 'quota_g');
}

/** A contract for this very grade is filled before one for every grade; then in the order given. */
export const narrowFirst = <Contract extends Pick<QuotaContract, 'grade'>>(contracts: readonly Contract[]): readonly Contract[] => [...contracts.filter(({ grade }) => grade !== null), ...contracts.filter(({ grade }) => grade === null)];

/**
 * Divides the grams of one owner's grade into what still fits under the contracts and the rest. The slices sum to the grams, none is
 * empty, and none is larger than what was left of its contract. Without any room everything is one slice under no contract.
 * Refuses negative or unsafe masses.
 */
export function takeFromQuotas(grams: Grams, contracts: readonly QuotaContract[]): QuotaSlice[] {
  let rest = nonNegativeInteger(grams, 'grams');
  const slices: QuotaSlice[] = [];
  for (const { contractId, floorE4, leftGrams } of narrowFirst(contracts)) {
    const taken = Math.min(rest, nonNegativeInteger(leftGrams, 'left_g'));
    if (taken > 0) slices.push({ contractId, floorE4, grams: taken });
    rest -= taken;
  }
  return rest > 0 ? [...slices, { contractId: null, floorE4: null, grams: rest }] : slices;
}
